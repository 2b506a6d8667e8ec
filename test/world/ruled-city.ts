import * as v from "valibot";
import type { Day } from "../../shared/kit/day.ts";
import { type Directory, directorySchema } from "../../shared/model/directory.ts";
import type { Item } from "../../shared/model/item.ts";
import { createOverlapIndex, type OverlapIndex } from "../../shared/rules/overlap-index.ts";
import { city } from "./small-city.ts";

/** The small city with everything a board can decide about the rules: areas, ways, norms, a divided hall, events. */
export const ruledCity: Directory = v.parse(directorySchema, {
  ...city,
  bodies: [
    ...city.bodies.map((body) => ({ ...body, precedence: body.id === "btv" ? 3 : 6 })),
    {
      id: "hdgp",
      name: "Hội đồng giải phóng mặt bằng",
      members: ["an", "binh", "chi", "dung", "em"].map((id) => ({ party: `person:${id}` })),
    },
  ],
  rooms: [
    { id: "p1", name: "Phòng họp 1", building: "Thành ủy", capacity: 10, bufferMin: 15 },
    { id: "p2", name: "Phòng họp 2", building: "UBND", aliases: ["PH 2 UBND"] },
    { id: "p3", name: "Phòng họp 3", building: "UBND" },
    { id: "ht", name: "Hội trường", building: "UBND", capacity: 4 },
    { id: "ht-a", name: "Hội trường nửa A", building: "UBND", partOf: "ht" },
    { id: "ht-b", name: "Hội trường nửa B", building: "UBND", partOf: "ht" },
  ],
  holidays: [
    { id: "vh", name: "Ngày Văn hóa Việt Nam", day: "2026-11-24", kind: "holiday" },
    { id: "bu", name: "Nghỉ bù", day: "2026-11-30", kind: "in-lieu" },
    { id: "lam-bu", name: "Làm bù", day: "2026-11-28", kind: "make-up" },
  ],
  zones: [
    { id: "tt", name: "Trung tâm", aliases: ["Thành ủy", "UBND", "Hoàn Kiếm"], ring: "inner" },
    { id: "bv", name: "Ba Vì", aliases: ["xã Ba Vì", "xã Suối Hai"], ring: "suburb" },
    { id: "hp", name: "Hải Phòng", ring: "province" },
  ],
  travels: [{ id: "tt-bv", origin: "Trung tâm", goal: "Ba Vì", minutes: 80 }],
  norms: [
    { id: "dc", norm: "online-points", value: 200 },
    { id: "hs", norm: "unit-dossiers", value: 2 },
  ],
  events: [{ id: "dh", name: "Đại hội Đảng bộ", day: "2026-12-01", lastDay: "2026-12-02", members: ["post:bt"] }],
});

/** An index over the ruled city that holds these items, on a day. */
export function ruledIndex(items: readonly Item[], today: string | null = null, directory = ruledCity): OverlapIndex {
  const index = createOverlapIndex(directory, { today: today as Day | null });
  index.build(items);
  return index;
}

/** All overlaps among items, in a line each: "travel person:an probable a b". */
export function kindsOf(items: readonly Item[], today: string | null = null, directory = ruledCity): string[] {
  return [...ruledIndex(items, today, directory).all()]
    .map(({ kind, resource, certainty, a, b }) =>
      [kind, resource, certainty, a.item, b?.item].filter(Boolean).join(" "),
    )
    .sort();
}
