import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { an, city, item } from "../../test/world/small-city.ts";
import { findOverlaps, overlapQuerySchema, queryItemsMax } from "./overlap-query.ts";

const monday = { date: "2026-11-23", session: "morning" };
const leaders = {
  persons: [
    { id: "an", name: "Nguyễn Văn An", aliases: ["PCTTT Nguyễn Văn An"] },
    { id: "chi", name: "Lê Thu Chi" },
  ],
  posts: [
    { id: "bt", name: "Bí thư Thành ủy", holders: ["chi"] },
    { id: "ct", name: "Chủ tịch UBND", holders: ["an"] },
  ],
  bodies: [{ id: "btv", name: "Ban Thường vụ Thành ủy", members: ["post:bt", "post:ct"] }],
  rooms: [{ id: "p1", name: "Phòng họp số 1", aliases: ["PH Thành ủy"] }],
};

const told = (items: readonly object[], directory: object = leaders) =>
  findOverlaps({ items: [...items], directory }).overlaps.map(
    ({ a, b, resource, certainty }) => `${a.index}-${b.index} ${resource} ${certainty}`,
  );

describe("one item and a rule", () => {
  const asked = {
    when: { horizon: "time", day: "2026-11-25", startMin: 480 },
    title: "Hội nghị",
    kind: "conference",
    status: "registered",
  };
  const found = (question: object) => findOverlaps({ items: [asked], directory: {}, ...question }).overlaps;

  test("both sides are that item, so that whoever reads pairs finds two", () => {
    const holidays = [{ id: "l", name: "Ngày lễ", day: "2026-11-25", kind: "holiday" }];
    expect(found({ directory: { holidays } })).toMatchObject([
      {
        kind: "calendar",
        a: { index: 0 },
        b: { index: 0 },
        resource: "rule:day-off",
        certainty: "probable",
        severity: "warning",
      },
    ]);
  });

  test("notice is counted from the day that is given; what is no day is none", () => {
    expect(found({ today: "2026-11-24" })).toMatchObject([{ kind: "notice", severity: "hint" }]);
    for (const today of [undefined, null, "hôm nay", 5]) expect(found({ today })).toEqual([]);
  });
});

describe("items as a schedule prints them", () => {
  const first = {
    ...monday,
    line: 10,
    start: "08:00",
    title: "Họp giao ban",
    chair: ["PCTTT Nguyễn Văn An"],
    location: "P. họp 1",
  };

  test("name, title and list mean one person", () => {
    expect(
      told([first, { ...monday, start: "08:30", title: "dự lễ", participants: ["Chủ tịch"], location: "Nhà hát" }]),
    ).toEqual(["0-1 person:an certain"]);
    expect(
      told([first, { ...monday, start: "08:30", title: "thăm", chair: "đ/c Nguyễn Văn An, Chủ tịch UBND" }]),
    ).toEqual(["0-1 person:an certain"]);
  });

  test("the answer names places in the list, line, rank and the way there", () => {
    const second = {
      ...monday,
      line: 12,
      item: 2,
      start: "09:00",
      title: "Hội nghị",
      participants: ["Ủy viên Ban Thường vụ Thành ủy"],
    };
    expect(findOverlaps({ items: [first, second], directory: leaders }).overlaps).toEqual([
      {
        a: { index: 0, item: null, line: 10, start: "08:00" },
        b: { index: 1, item: 2, line: 12, start: "09:00" },
        kind: "person",
        certainty: "probable",
        severity: "warning",
        resource: "person:an",
        resourceName: "Nguyễn Văn An",
        path: {
          a: { role: "chair", steps: ["person:an"], conditional: false, names: ["Nguyễn Văn An"] },
          b: {
            role: "invited",
            steps: ["body:btv", "post:ct", "person:an"],
            conditional: false,
            names: ["Ban Thường vụ Thành ủy", "Chủ tịch UBND", "Nguyễn Văn An"],
          },
        },
        explanation:
          "Nhiều khả năng trùng người: đ/c Nguyễn Văn An. đ/c An: chủ trì họp giao ban 08:00 và được mời dự hội nghị 09:00 — là Chủ tịch UBND, Ủy viên Ban Thường vụ Thành ủy (Chưa ghi giờ kết thúc: giả định 90 phút cho họp giao ban)",
        gapMinutes: 60,
        advice: "Nên nhường: hội nghị — ở đây chỉ dự, việc kia phải chủ trì",
        yields: "b",
      },
    ]);
  });

  test("a sitting in the title holds the body only where the list does not say who goes", () => {
    const sitting = { ...monday, start: "08:00", title: "Hội nghị Ban Thường vụ Thành ủy tháng 11" };
    const other = { ...monday, start: "08:00", title: "Tiếp đoàn", chair: ["Lê Thu Chi"] };
    expect(told([sitting, other])).toEqual(["0-1 person:chi certain"]);
    expect(told([{ ...sitting, participants: ["Chủ tịch"] }, other])).toEqual([]);
    expect(told([{ ...sitting, chair: ["Chủ tịch"], participants: ["các Ban Đảng"] }, other])).toEqual([
      "0-1 person:chi certain",
    ]);
  });

  test("a room is known by its other names", () => {
    const at = (location: string, chair: string) => ({
      ...monday,
      start: "08:00",
      title: "Họp",
      chair: [chair],
      location,
    });
    expect(told([at("PH 1", "Bí thư"), at("Phòng họp số 1", "Chủ tịch")])).toEqual(["0-1 room:p1 certain"]);
    expect(told([at("Hội trường B", "Bí thư"), at("HT B", "Chủ tịch")])).toEqual(["0-1 text:hoi truong b certain"]);
  });

  test("fillers and duties stay in the background, support is a hint", () => {
    const filler = { ...monday, start: "08:00", title: "làm việc tại cơ quan", participants: ["Chủ tịch"] };
    expect(told([first, filler, { ...first, kind: "office" }, { ...first, kind: "duty" }])).toEqual([]);
    const served = (start: string) => ({ ...monday, start, title: "Họp", support: ["Đ/c Minh", "NC"] });
    expect(told([served("08:00"), served("08:30")])).toEqual(["0-1 text:minh possible"]);
  });

  test("who goes along with a body says nothing about who of it goes", () => {
    const along = {
      ...monday,
      start: "08:00",
      title: "cùng Ban Thường vụ Thành ủy khảo sát",
      participants: ["Ban Thường vụ Thành ủy"],
    };
    expect(told([along, { ...monday, start: "08:00", title: "Họp", chair: ["Chủ tịch"] }])).toEqual([
      "0-1 person:an possible",
    ]);
  });

  test("several days, whole days, items without a day", () => {
    const trip = {
      date: "2026-11-23",
      lastDate: "2026-11-25",
      start: null,
      session: "allday",
      title: "Công tác",
      participants: ["Chủ tịch"],
    };
    expect(told([trip, { date: "2026-11-24", start: "08:00", title: "Họp", chair: ["Chủ tịch"] }])).toEqual([
      "0-1 person:an probable",
    ]);
    expect(
      told([
        { ...first, date: null },
        { ...first, date: null },
      ]),
    ).toEqual([]);
    expect(told([{ ...first, date: "2026-02-30" }, first])).toEqual([]);
  });

  test("an end that cannot be is no end", () => {
    expect(
      told([
        { ...first, end: "07:00" },
        { ...first, start: "08:20" },
      ]),
    ).toContain("0-1 person:an probable");
  });
});

describe("items of the model", () => {
  test("come through with their refs, under their own ids", () => {
    const items = [item("x", "08:00", { parties: { [an]: "chair" } }), item("y", "08:15", { body: "body:btv" })];
    const [found] = findOverlaps({ items, directory: city }).overlaps;
    expect(found).toMatchObject({
      a: { index: 0, item: "x" },
      b: { index: 1, item: "y" },
      resource: an,
      certainty: "certain",
    });
  });

  test("may leave out the ordinary, and printed ones may stand among them", () => {
    const when = { horizon: "time", day: "2026-11-23", startMin: 480 };
    expect(
      told([
        { when, parties: { "post:ct": "chair" } },
        { ...monday, start: "08:00", title: "Họp", chair: ["Chủ tịch"] },
      ]),
    ).toContain("0-1 person:an certain");
    expect(
      told([
        { when, parties: [{ ref: "post:ct", role: "chair" }] },
        { when, parties: [{ party: "person:an" }] },
      ]),
    ).toEqual(["0-1 person:an certain"]);
  });
});

describe("the question is read leniently", () => {
  test("unknown fields, missing directory, other languages", () => {
    const query = v.parse(overlapQuerySchema, { items: [{ foo: 1 }, null, "x"], more: true, language: "de" });
    expect(findOverlaps(query)).toEqual({ overlaps: [] });
    const printed = { ...monday, start: "08:00", title: "Họp", chair: ["Chủ tịch"] };
    expect(findOverlaps({ items: [printed, printed], language: "en" }).overlaps[0]?.explanation).toMatch(
      /^Double-booked: Chủ tịch\. /,
    );
  });

  test("no list of items, or far too long a one, is refused", () => {
    expect(v.is(overlapQuerySchema, {})).toBe(false);
    expect(v.is(overlapQuerySchema, { items: {} })).toBe(false);
    expect(v.is(overlapQuerySchema, { items: Array.from({ length: queryItemsMax + 1 }, () => 0) })).toBe(false);
  });

  test("never throws on what passes the schema, and answers twice the same", () => {
    const seed = 20261123;
    const words = fc.constantFrom(
      "Chủ tịch",
      "các PCT liên quan",
      "Ban Thường vụ",
      "",
      ",;:",
      "đ/c",
      "và",
      "lãnh đạo các Sở:",
      "Trưởng phòng",
    );
    const printed = fc.record(
      {
        date: fc.constantFrom("2026-11-23", "x", null),
        start: fc.constantFrom("08:00", "8h", null, 7),
        end: fc.constantFrom("09:00", "24:00", "00:00"),
        chair: fc.oneof(fc.array(words, { maxLength: 3 }), fc.jsonValue()),
        participants: fc.array(fc.oneof(words, fc.string()), { maxLength: 4 }),
        title: fc.oneof(words, fc.jsonValue()),
        location: fc.oneof(words, fc.jsonValue()),
        when: fc.option(fc.jsonValue()),
        parties: fc.jsonValue(),
      },
      { requiredKeys: ["date", "start"] },
    );
    let found = 0;
    fc.assert(
      fc.property(
        fc.array(printed, { maxLength: 12 }),
        fc.oneof(fc.constant(leaders), fc.jsonValue()),
        (items, directory) => {
          const answer = findOverlaps({ items, directory });
          expect(findOverlaps({ items, directory })).toEqual(answer);
          found += answer.overlaps.length;
        },
      ),
      { seed, numRuns: 250 },
    );
    expect(found).toBeGreaterThan(20);
  });
});
