import fc from "fast-check";
import { type Item, itemKinds, itemStatuses, partyRoles } from "../../shared/model/item.ts";
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
const venues = [
  {},
  { room: "p1" },
  { room: "p2" },
  { room: "p3" },
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
  })
  .map(({ id, time, day, parties, proxyFor, body, venue, kind, status, parent }) => {
    const [first] = Object.keys(parties);
    return item(id, time.start, {
      day,
      kind,
      status,
      parties,
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
