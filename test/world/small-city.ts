import * as v from "valibot";
import type { Day } from "../../shared/kit/day.ts";
import { type Minute, parseMinute } from "../../shared/kit/minute.ts";
import { type Directory, directorySchema } from "../../shared/model/directory.ts";
import type { Item, ItemKind, ItemStatus, Participation, PartyRole } from "../../shared/model/item.ts";
import type { OfficeId } from "../../shared/model/office.ts";
import type { PartyRef } from "../../shared/model/ref.ts";
import type { Session, When } from "../../shared/model/when.ts";

/** A small city for tests: an (Bí thư), binh (Chủ tịch UBND), chi and dung (Phó Chủ tịch), em (Trưởng phòng). */
export const an = "person:an";
export const binh = "person:binh";

export const city: Directory = v.parse(directorySchema, {
  persons: [
    { id: "an", name: "Hoàng Minh An" },
    { id: "binh", name: "Phạm Thái Bình" },
    { id: "chi", name: "Lê Thu Chi" },
    { id: "dung", name: "Vũ Trí Dũng" },
    { id: "em", name: "Đỗ Văn Êm" },
  ],
  posts: [
    { id: "bt", name: "Bí thư Thành ủy", holders: [{ person: "an" }] },
    { id: "ct", name: "Chủ tịch UBND", holders: [{ person: "binh" }] },
    { id: "pct", name: "Phó Chủ tịch UBND", holders: [{ person: "chi" }, { person: "dung" }] },
    { id: "tpnv", name: "Trưởng phòng Nội vụ", holders: [{ person: "em" }] },
    { id: "vacant", name: "Chánh Thanh tra" },
  ],
  bodies: [
    {
      id: "btv",
      name: "Ban Thường vụ",
      members: [{ party: "post:bt" }, { party: "post:ct" }, { party: "person:chi" }],
    },
    { id: "ubnd", name: "UBND", members: [{ party: "post:ct" }, { party: "post:pct" }, { party: "post:tpnv" }] },
  ],
  units: [{ id: "nv", name: "Phòng Nội vụ", head: "post:tpnv" }],
  groups: [
    { id: "pcts", name: "các Phó Chủ tịch", members: ["post:pct"] },
    { id: "lq", name: "các Phó Chủ tịch liên quan", members: ["post:pct"], conditional: true },
  ],
  rooms: [
    { id: "p1", name: "Phòng họp 1", building: "Thành ủy" },
    { id: "p2", name: "Phòng họp 2", building: "UBND" },
    { id: "p3", name: "Phòng họp 3", building: "UBND" },
  ],
});

/** The small city with a standing body of its party office: An leads it, Bình is the deputy. */
export const led: Directory = v.parse(directorySchema, {
  ...city,
  bodies: [
    {
      ...{ id: "tt", name: "Thường trực", office: "party", precedence: 4 },
      members: [
        { party: "post:bt", as: "chair" },
        { party: "post:ct", as: "deputy" },
      ],
    },
  ],
});

export type Wish = {
  /** Roles by party ref; a computed key of a ref is only a string to the compiler. */
  readonly parties?: Readonly<Record<string, PartyRole>>;
  readonly day?: string;
  readonly lastDay?: string;
  readonly end?: string;
  readonly session?: Session;
  readonly body?: PartyRef;
  readonly room?: string;
  readonly at?: string;
  readonly kind?: ItemKind;
  readonly status?: ItemStatus;
  readonly title?: string;
  readonly parent?: string;
  readonly office?: OfficeId;
  readonly series?: string;
  readonly due?: string;
  readonly seats?: number;
  readonly points?: number;
  readonly assembly?: string;
  readonly announced?: { readonly on: string; readonly of: string };
  readonly unexpected?: boolean;
  readonly proxies?: Readonly<Record<string, PartyRef>>;
};

/** An item in a few words: `item("a", "14:00", { parties: { [an]: "chair" } })`; `start` null leaves the hour open. */
export function item(id: string, start: string | null, wish: Wish = {}): Item {
  const parties: Record<PartyRef, Participation> = {};
  for (const [ref, role] of Object.entries(wish.parties ?? {}) as [PartyRef, PartyRole][]) {
    const stoodFor = wish.proxies?.[ref];
    parties[ref] = { role, ...(stoodFor && { for: stoodFor }) };
  }
  const venue = {
    ...(wish.room && { room: wish.room }),
    ...(wish.at && { text: wish.at }),
    ...(wish.assembly && { assembly: wish.assembly }),
    ...(wish.seats && { seats: wish.seats }),
    ...(wish.points && { online: { points: wish.points } }),
  };
  return {
    id,
    title: wish.title ?? `Việc ${id}`,
    office: wish.office ?? "party",
    kind: wish.kind ?? "meeting",
    status: wish.status ?? "approved",
    when: whenOf(start, wish),
    parties,
    ...(Object.keys(venue).length > 0 && { venue }),
    ...(wish.body && { body: wish.body }),
    ...(wish.parent && { parent: wish.parent }),
    ...(wish.series && { series: wish.series }),
    ...(wish.due && { due: wish.due as Day }),
    ...(wish.announced && { announced: { on: wish.announced.on as Day, of: wish.announced.of as Day } }),
    ...(wish.unexpected && { unexpected: true }),
  };
}

function whenOf(start: string | null, wish: Wish): When {
  const day = (wish.day ?? "2026-11-23") as Day;
  const lastDay = wish.lastDay === undefined ? {} : { lastDay: wish.lastDay as Day };
  const session = wish.session === undefined ? {} : { session: wish.session };
  if (start !== null) {
    const end = wish.end === undefined ? {} : { endMin: minute(wish.end) };
    return { horizon: "time", day, startMin: minute(start), ...lastDay, ...end, ...session };
  }
  if (wish.session) return { horizon: "session", day, session: wish.session, ...lastDay };
  return { horizon: "day", day, ...lastDay };
}

function minute(text: string): Minute {
  const read = parseMinute(text);
  if (read === null) throw new Error(`no hour: ${text}`);
  return read;
}
