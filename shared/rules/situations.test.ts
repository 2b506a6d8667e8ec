import { describe, expect, test } from "vitest";
import { kindsOf, ruledCity, ruledIndex } from "../../test/world/ruled-city.ts";
import { an, binh, item, type Wish } from "../../test/world/small-city.ts";
import { attendedBy, chairedBy } from "../../test/world/told-overlaps.ts";
import type { Item } from "../model/item.ts";

/**
 * What a secretary of the three offices would say of a day: the situation in words, the items, and every overlap that should be
 * told, with its certainty. What is not listed must not be told.
 */
type Situation = readonly [words: string, items: readonly Item[], told: readonly string[]];

const chair = (id: string, start: string | null, wish: Wish = {}) => chairedBy(id, start, an, wish);
const sitting = item("a", "14:00", { body: "body:hdgp", title: "Họp Hội đồng" });
const held = (who: string) => chairedBy(`x-${who}`, "14:15", `person:${who}`);
const sendsProxy = (...who: readonly string[]) =>
  item("a", "14:00", {
    body: "body:hdgp",
    title: "Họp Hội đồng",
    parties: Object.fromEntries(who.map((name) => [`text:thay ${name}`, "attend" as const])),
    proxies: Object.fromEntries(who.map((name) => [`text:thay ${name}`, `person:${name}` as const])),
  });

const severalDays: readonly Situation[] = [
  [
    "a conference of two days ends within hours on its last day: no odd hour, though a night lies between",
    [item("a", "08:00", { day: "2026-11-25", lastDay: "2026-11-26", end: "11:30" })],
    [],
  ],
  [
    "it ends late on its last day",
    [item("a", "08:00", { day: "2026-11-25", lastDay: "2026-11-26", end: "19:00" })],
    ["calendar rule:hours possible a"],
  ],
  [
    "between its hours on an inner day nobody is elsewhere",
    [
      chair("a", "08:00", { day: "2026-11-25", lastDay: "2026-11-27", end: "11:30" }),
      chair("b", "09:00", { day: "2026-11-26", at: "UBND xã Ba Vì" }),
    ],
    ["person person:an certain a b"],
  ],
  [
    "the evening between two days of a conference in town is free",
    [
      chair("a", "08:00", { day: "2026-11-25", lastDay: "2026-11-27", end: "11:30", room: "p1" }),
      chair("b", "19:00", { day: "2026-11-25", kind: "ceremony", at: "Nhà hát Lớn" }),
      chair("c", "19:00", { day: "2026-11-26", kind: "ceremony", at: "Nhà hát Lớn" }),
    ],
    [],
  ],
  [
    "and of a sitting of three whole days, too",
    [
      chair("a", null, { day: "2026-11-25", lastDay: "2026-11-27", session: "allday", kind: "session", room: "p1" }),
      chair("b", "19:00", { day: "2026-11-26", kind: "ceremony", at: "Nhà hát Lớn" }),
    ],
    [],
  ],
  [
    "who is on a trip is away in the evening, too",
    [
      chair("a", null, { day: "2026-11-25", lastDay: "2026-11-27", kind: "trip", at: "Hải Phòng" }),
      chair("b", "19:00", { day: "2026-11-26", kind: "ceremony", at: "Nhà hát Lớn" }),
      chair("c", "08:00", { day: "2026-11-26", at: "Nhà hát Lớn" }),
    ],
    ["person person:an probable a b", "person person:an probable a c"],
  ],
];

const quorums: readonly Situation[] = [
  [
    "one of five is held elsewhere, one has sent a proxy without a vote",
    [sendsProxy("an"), held("binh")],
    ["quorum body:hdgp probable a", "person person:binh certain a x-binh"],
  ],
  [
    "three of five have sent proxies: it cannot decide, though nobody clashes",
    [sendsProxy("an", "binh", "chi")],
    ["quorum body:hdgp certain a"],
  ],
  ["one of five has sent a proxy", [sendsProxy("an")], []],
  [
    "the chair is named besides: he is one of the five, and with another held elsewhere it is worth a warning",
    [
      item("a", "14:00", { body: "body:hdgp", title: "Họp Hội đồng", parties: { [an]: "chair" } }),
      held("an"),
      held("binh"),
    ],
    ["quorum body:hdgp probable a", "person person:an certain a x-an", "person person:binh certain a x-binh"],
  ],
  [
    "three of five are held elsewhere",
    [sitting, held("an"), held("binh"), held("chi")],
    ["quorum body:hdgp certain a", ...["an", "binh", "chi"].map((who) => `person person:${who} certain a x-${who}`)],
  ],
];

const ways: readonly Situation[] = [
  [
    "the bus goes from the house of the meeting before, in a city that has no table of ways",
    [
      chair("a", "08:00", { at: "Trụ sở Tỉnh đoàn", end: "09:00" }),
      chair("b", "09:10", { at: "Xí nghiệp may Hưng Thịnh", assembly: "Trụ sở Tỉnh đoàn" }),
    ],
    [],
  ],
  [
    "without an assembly point the ten minutes are too few",
    [
      chair("a", "08:00", { at: "Trụ sở Tỉnh đoàn", end: "09:00" }),
      chair("b", "09:10", { at: "Xí nghiệp may Hưng Thịnh" }),
    ],
    ["travel person:an probable a b"],
  ],
];

const online = (id: string, start: string, end: string, points: number) => item(id, start, { end, points });
const points: readonly Situation[] = [
  [
    "a conference of the whole day beside one in the morning and one in the afternoon: never more than two at once",
    [online("a", "07:30", "17:00", 80), online("b", "08:00", "10:00", 110), online("c", "14:00", "16:00", 110)],
    [],
  ],
  [
    "all three at once are too many",
    [online("a", "07:30", "17:00", 80), online("b", "08:00", "10:00", 110), online("c", "09:00", "11:00", 110)],
    ["a", "b", "c"].map((id) => `online rule:online-points certain ${id}`),
  ],
];

const events: readonly Situation[] = [
  [
    "the event itself stands on the board, too",
    [
      chair("a", "08:00", {
        day: "2026-12-01",
        kind: "conference",
        title: "Đại hội Đảng bộ Thành phố, phiên thứ nhất",
      }),
    ],
    [],
  ],
  [
    "something else on its day",
    [chair("a", "08:00", { day: "2026-12-01", title: "Nghe báo cáo giá đất" })],
    ["calendar rule:event-dh possible a"],
  ],
];

const duties: readonly Situation[] = [
  [
    "who is on duty works as on any day",
    [item("a", null, { kind: "duty", parties: { [an]: "attend" } }), chair("b", "08:00")],
    [],
  ],
  [
    "who is on duty is not on a trip",
    [
      item("a", null, { kind: "duty", parties: { [an]: "attend" } }),
      chair("b", "08:00", { kind: "trip", at: "Hải Phòng" }),
    ],
    ["person person:an probable a b"],
  ],
  [
    "two on duty are two on duty",
    [
      item("a", null, { kind: "duty", parties: { [an]: "attend" } }),
      item("b", null, { kind: "duty", parties: { [an]: "attend" } }),
    ],
    [],
  ],
];

const people: readonly Situation[] = [
  [
    "two leaders, one hour, two rooms",
    [chair("a", "08:00", { room: "p1" }), chairedBy("b", "08:00", binh, { room: "p2" })],
    [],
  ],
  ["a filler yields", [chair("a", "08:00"), chair("b", "08:00", { title: "Làm việc tại cơ quan" })], []],
  [
    "one of two deputies, unnamed",
    [attendedBy("a", "08:00", "post:pct"), chairedBy("b", "08:00", "person:chi")],
    ["person person:chi possible a b"],
  ],
  [
    "all deputies",
    [attendedBy("a", "08:00", "group:pcts"), chairedBy("b", "08:00", "person:chi")],
    ["person person:chi certain a b"],
  ],
  [
    "the deputies concerned",
    [attendedBy("a", "08:00", "group:lq"), chairedBy("b", "08:00", "person:chi")],
    ["person person:chi possible a b"],
  ],
  [
    "by his post in one, by his name in the other",
    [chairedBy("a", "08:00", "post:bt"), chair("b", "08:15")],
    ["person person:an certain a b"],
  ],
  ["called off", [chair("a", "08:00", { status: "postponed" }), chair("b", "08:00")], []],
  ["a part of a conference", [chair("a", "08:00", { end: "17:00" }), chair("b", "09:00", { parent: "a" })], []],
  ["a long morning, then noon", [chair("a", "08:00", { end: "11:30" }), chair("b", "11:30", {})], []],
  [
    "over New Year",
    [
      chair("a", "22:00", { day: "2026-12-31", lastDay: "2027-01-01", end: "00:30", kind: "ceremony" }),
      chair("b", "00:15", { day: "2027-01-01", kind: "ceremony" }),
    ],
    ["person person:an certain a b"],
  ],
];

const words: readonly Situation[] = [
  [
    "his full name in words, typed before he was in the directory",
    [chairedBy("a", "08:00", "text:đ/c Hoàng Minh An"), chair("b", "08:15")],
    ["person person:an certain a b"],
  ],
  ["only his given name: which An is not said", [chairedBy("a", "08:00", "text:đ/c An"), chair("b", "08:15")], []],
  [
    "a room by its name and its house",
    [item("a", "08:00", { at: "Phòng họp 1, Thành ủy" }), item("b", "08:00", { room: "p1" })],
    ["room room:p1 certain a b"],
  ],
  [
    "the same hall, abbreviated by one",
    [item("a", "08:00", { at: "HT lớn UBND TP" }), item("b", "08:00", { at: "Hội trường lớn UBND Thành phố" })],
    ["room text:hoi truong lon ubnd thanh pho certain a b"],
  ],
  [
    "a bridging point is in that hall",
    [
      item("a", "08:00", { at: "Trực tuyến tại HT tầng 3" }),
      item("b", "08:00", { at: "Điểm cầu chính: HT tầng 3" }),
      item("c", "14:00", { at: "Trực tuyến" }),
      item("d", "14:00", { at: "Trực tuyến" }),
    ],
    ["room text:hoi truong tang 3 certain a b"],
  ],
];

const wholeDays: readonly Situation[] = [
  [
    "two journeys whose days are the same",
    [
      chair("a", null, { day: "2026-11-25", lastDay: "2026-11-27", kind: "trip" }),
      chair("b", null, { day: "2026-11-25", lastDay: "2026-11-27", kind: "trip" }),
    ],
    ["person person:an probable a b"],
  ],
  [
    "the whole day here and the whole day there",
    [
      chair("a", null, { session: "allday", kind: "visit", at: "UBND xã Ba Vì" }),
      chair("b", null, { session: "allday", kind: "visit", at: "UBND xã Sóc Sơn" }),
    ],
    ["person person:an probable a b"],
  ],
  [
    "the whole day twice in one house: perhaps in turn",
    [
      chair("a", null, { session: "allday", kind: "visit", room: "p2" }),
      chair("b", null, { session: "allday", kind: "visit", room: "p3" }),
    ],
    ["person person:an possible a b"],
  ],
  [
    "a day of which nobody said that it is whole",
    [chair("a", null, { kind: "visit" }), chair("b", null, { kind: "visit" })],
    ["person person:an possible a b"],
  ],
];

describe.each([
  ["people", people],
  ["words for people and places", words],
  ["whole days", wholeDays],
  ["several days", severalDays],
  ["quorum", quorums],
  ["ways", ways],
  ["bridging points", points],
  ["great events", events],
  ["duty", duties],
] as const)("%s", (_, situations) => {
  test.each(situations)("%s", (_words, items, told) => {
    expect(kindsOf(items)).toEqual([...told].sort());
  });
});

test("a last day mistyped by decades costs no more than a span of two months", () => {
  const index = ruledIndex([chair("a", "08:00", { lastDay: "2099-12-31", end: "09:00" })], null, ruledCity);
  expect(index.probe(chair("b", "09:00", { day: "2026-12-03" })).map(({ kind }) => kind)).toContain("person");
  expect(index.probe(chair("b", "09:00", { day: "2060-12-01" })).map(({ kind }) => kind)).not.toContain("person");
});
