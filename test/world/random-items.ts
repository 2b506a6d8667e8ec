import fc from "fast-check";
import { type Item, itemKinds, itemStatuses, partyRoles } from "../../shared/model/item.ts";
import { officeIds } from "../../shared/model/office.ts";
import type { PartyRef } from "../../shared/model/ref.ts";
import { item } from "./small-city.ts";

const refs: readonly PartyRef[] = [
  "person:an",
  "person:binh",
  "person:chi",
  "person:dung",
  "person:em",
  "person:gone",
  "post:bt",
  "post:ct",
  "post:pct",
  "post:tpnv",
  "post:vacant",
  "body:btv",
  "body:ubnd",
  "unit:nv",
  "group:pcts",
  "group:lq",
  "text:PCT Nguyễn Văn Giang",
  "text:các phòng chuyên môn",
];

const hours = [
  "07:00",
  "07:30",
  "08:00",
  "08:15",
  "09:00",
  "09:45",
  "10:30",
  "13:30",
  "14:00",
  "16:00",
  "19:00",
  "23:30",
];
const days = ["2026-11-23", "2026-11-24", "2026-12-31", "2027-01-01"];
/** Matters that are one, nearly one, one form at two places, and too short to tell. */
const titles = [
  "Hội nghị tổng kết công tác phòng, chống tham nhũng năm 2026",
  "Tổng kết công tác PCTN, tiêu cực năm 2026",
  "Kiểm tra công tác phòng chống thiên tai tại xã Sóc Sơn",
  "Kiểm tra công tác phòng chống thiên tai tại xã Ba Vì",
  "Tiếp công dân định kỳ tháng 11",
  "Giao ban tuần",
  "Làm việc tại cơ quan",
];

/** What only some rules look at. */
const extraArbitrary = fc.record(
  {
    title: fc.constantFrom(...titles),
    office: fc.constantFrom(...officeIds),
    series: fc.constantFrom("s1", "s2"),
    due: fc.constantFrom(...days),
    seats: fc.constantFrom(3, 9, 40),
    points: fc.constantFrom(80, 130, 250),
    assembly: fc.constantFrom("Trụ sở Thành ủy", "UBND xã Ba Vì"),
    announced: fc.record({ on: fc.constantFrom(...days), of: fc.constantFrom(...days) }),
    unexpected: fc.constant(true),
  },
  { requiredKeys: [] },
);

const venues = [
  {},
  { room: "p1" },
  { room: "p2" },
  { room: "p3" },
  { room: "ht" },
  { room: "ht-a" },
  { at: "UBND xã Ba Vì" },
  { at: "Trường THPT" },
  { at: "HT tầng 3" },
  { at: "P. họp 1, Thành ủy" },
];

const timeArbitrary = fc.oneof(
  { weight: 6, arbitrary: fc.record({ start: fc.constantFrom(...hours), wish: fc.constant({}) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      start: fc.constantFrom(...hours.slice(0, 8)),
      wish: fc.constantFrom({ end: "15:00" }, { end: "13:45" }, { session: "allday" as const }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      start: fc.constant(null),
      wish: fc.constantFrom({ session: "morning" as const }, { session: "allday" as const }, {}),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      start: fc.constantFrom("22:00", null),
      wish: fc.constantFrom(
        { day: "2026-12-30", lastDay: "2027-01-02" },
        { day: "2026-11-23", lastDay: "2026-11-24", end: "01:00" },
      ),
    }),
  },
);

/** Items of the small city crowded into four days, so that clashes of every kind come up. */
export const itemArbitrary: fc.Arbitrary<Item> = fc
  .record({
    id: fc.constantFrom(..."abcdefghijklmnop"),
    time: timeArbitrary,
    day: fc.constantFrom(...days),
    parties: fc.dictionary(fc.constantFrom(...refs), fc.constantFrom(...partyRoles), { maxKeys: 4 }),
    proxyFor: fc.option(fc.constantFrom(...refs), { freq: 8 }),
    body: fc.option(fc.constantFrom<PartyRef>("body:btv", "body:ubnd"), { freq: 4 }),
    venue: fc.constantFrom(...venues),
    kind: fc.constantFrom(...itemKinds, ...Array<"meeting">(12).fill("meeting")),
    status: fc.constantFrom(...itemStatuses, ...Array<"approved">(12).fill("approved")),
    parent: fc.option(fc.constantFrom("a", "b"), { freq: 12 }),
    extra: fc.oneof({ weight: 1, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: extraArbitrary }),
  })
  .map(({ id, time, day, parties, proxyFor, body, venue, kind, status, parent, extra }) => {
    const [first] = Object.keys(parties);
    return item(id, time.start, {
      day,
      kind,
      status,
      parties,
      ...extra,
      ...venue,
      ...time.wish,
      ...(body && { body }),
      ...(parent && parent !== id && { parent }),
      ...(proxyFor && first && { proxies: { [first]: proxyFor } }),
    });
  });

/** An edit of a programme: an item comes in or changes, or goes. */
export type Edit = { readonly put: Item } | { readonly remove: string };

export const editArbitrary: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ put: itemArbitrary }) },
  { weight: 1, arbitrary: fc.record({ remove: fc.constantFrom(..."abcdefghijklmnop") }) },
);
