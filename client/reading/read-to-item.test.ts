import * as v from "valibot";
import { describe, expect, test } from "vitest";
import type { Day } from "../../shared/kit/day.ts";
import { directorySchema } from "../../shared/model/directory.ts";
import { itemSchema } from "../../shared/model/item.ts";
import { createMatcher } from "../../shared/text/directory-match.ts";
import type { ReadItem } from "../../shared/text/read-item.ts";
import { draftToItem, type Making } from "./item-draft.ts";
import { type DraftContext, readToDraft, titleOf, whenOf } from "./read-to-item.ts";
import { createResolver } from "./word-resolution.ts";

const day = (text: string) => text as Day;
const read = (rest: Partial<ReadItem> = {}): ReadItem => ({
  date: day("2026-11-23"),
  start: "08:00",
  end: null,
  session: "morning",
  title: "họp giao ban",
  chair: [],
  participants: [],
  location: null,
  preparing: [],
  line: 1,
  spans: {},
  ...rest,
});
const directory = v.parse(directorySchema, {
  persons: [{ id: "an", name: "Hoàng Minh An" }],
  posts: [{ id: "ct", name: "Chủ tịch", office: "people" }],
  units: [{ id: "sxd", name: "Sở Xây dựng" }],
  rooms: [{ id: "ht", name: "Hội trường lớn" }],
});
const context: DraftContext = {
  source: "",
  resolver: createResolver(createMatcher(directory), "people", new Map()),
  sitting: (title) => (title.startsWith("họp UBND") ? "body:ubnd" : undefined),
  bounds: null,
  doubted: () => new Set(),
};
const making: Making = { id: "i", office: "people", status: "registered", seriesId: (key) => `series-${key}` };
const itemOf = (one: ReadItem, rest: Partial<DraftContext> = {}) =>
  draftToItem(readToDraft(one, "0", { ...context, ...rest }), making);

describe("when", () => {
  test("an hour, an end where one is printed, and nothing invented", () => {
    expect(whenOf(read(), null)).toEqual({ horizon: "time", day: "2026-11-23", startMin: 480 });
    expect(whenOf(read({ end: "09:30" }), null)).toMatchObject({ startMin: 480, endMin: 570 });
  });

  test("an end before its start is not believed", () => {
    expect(whenOf(read({ end: "07:00" }), null)).toEqual({ horizon: "time", day: "2026-11-23", startMin: 480 });
    expect(whenOf(read({ end: "07:00", lastDate: day("2026-11-24") }), null)).toMatchObject({
      endMin: 420,
      lastDay: "2026-11-24",
    });
  });

  test("a session that the hour does not say is kept: 7h30, cả ngày", () => {
    expect(whenOf(read({ start: "07:30", session: "allday" }), null)).toMatchObject({
      startMin: 450,
      session: "allday",
    });
    expect(whenOf(read({ start: "13:30", session: "morning" }), null)).toMatchObject({ session: "morning" });
  });

  test("without an hour it stands in its session, without a session on its day", () => {
    expect(whenOf(read({ start: null, session: "afternoon" }), null)).toEqual({
      horizon: "session",
      day: "2026-11-23",
      session: "afternoon",
    });
    expect(whenOf(read({ start: null, session: null }), null)).toEqual({ horizon: "day", day: "2026-11-23" });
  });

  test("several days; a last day before the first is none", () => {
    expect(whenOf(read({ start: null, session: "allday", lastDate: day("2026-11-25") }), null)).toMatchObject({
      lastDay: "2026-11-25",
    });
    expect(whenOf(read({ lastDate: day("2026-11-20") }), null)).not.toHaveProperty("lastDay");
  });

  test("without a day it waits in the week or month of the heading, and else must be given one", () => {
    const bounds = (first: string, last: string) => ({ first: day(first), last: day(last) });
    const undated = read({ date: null });
    expect(whenOf(undated, bounds("2026-11-23", "2026-11-29"))).toEqual({ horizon: "week", period: "2026-W48" });
    expect(whenOf(undated, bounds("2026-11-01", "2026-11-30"))).toEqual({ horizon: "month", period: "2026-11" });
    expect(whenOf(undated, bounds("2026-12-28", "2027-01-03"))).toEqual({ horizon: "week", period: "2026-W53" });
    expect(whenOf(undated, bounds("2026-10-01", "2026-12-31"))).toBeNull();
    expect(whenOf(undated, null)).toBeNull();
  });

  test("a year nobody plans in is no day to put an item on", () => {
    expect(whenOf(read({ date: day("1954-10-10") }), null)).toBeNull();
  });
});

describe("the matter", () => {
  test("keeps its verb and begins with a capital letter", () => {
    expect(titleOf("dự lễ kỷ niệm")).toBe("Dự lễ kỷ niệm");
    expect(titleOf("đối thoại  với\u00a0dân")).toBe("Đối thoại với dân");
    expect(titleOf("“buổi sáng với Nhân dân”")).toBe("“Buổi sáng với Nhân dân”");
    expect(titleOf("8h5 họp")).toBe("8h5 họp");
    expect(titleOf("")).toBe("");
  });

  test("a page without full stops is cut to what an item holds", () => {
    expect(titleOf("a".repeat(5000))).toHaveLength(2000);
  });
});

describe("who and where", () => {
  test("chairs chair, participants attend, preparing units prepare, support serves, in printed order", () => {
    const item = itemOf(
      read({ chair: ["Chủ tịch"], participants: ["đ/c Hoàng Minh An"], preparing: ["Sở Xây dựng"], support: ["NCTH"] }),
    );
    expect(item?.parties).toEqual({
      "post:ct": { role: "chair", order: 0 },
      "person:an": { role: "attend", order: 1 },
      "unit:sxd": { role: "prepare", order: 2 },
      "text:NCTH": { role: "serve", order: 3 },
    });
  });

  test("who is invited is invited", () => {
    const source = "Chủ tịch họp. Mời Sở Xây dựng.";
    const from = source.indexOf("Sở");
    const one = read({ participants: ["Sở Xây dựng"], spans: { participants: [{ from, to: from + 11 }] } });
    expect(itemOf(one, { source })?.parties).toEqual({ "unit:sxd": { role: "invited", order: 0 } });
  });

  test("a chair who is also listed among the participants chairs, once", () => {
    const item = itemOf(read({ chair: ["Chủ tịch"], participants: ["Chủ tịch", "Sở Xây dựng"] }));
    expect(item?.parties["post:ct"]?.role).toBe("chair");
    expect(Object.keys(item?.parties ?? {})).toHaveLength(2);
  });

  test("a unit that is invited and prepares is the one that prepares; who chairs chairs", () => {
    const one = read({ chair: ["Chủ tịch"], participants: ["Sở Xây dựng"], preparing: ["Sở Xây dựng", "Chủ tịch"] });
    expect(itemOf(one)?.parties).toEqual({
      "post:ct": { role: "chair", order: 0 },
      "unit:sxd": { role: "prepare", order: 1 },
    });
  });

  test("a proxy attends, and the note says so: for whom is not printed", () => {
    const item = itemOf(read({ participants: ["đ/c Hoàng Minh An"], proxy: true }));
    expect(item?.parties["person:an"]).toEqual({ role: "attend", order: 0 });
    expect(item?.notes).toBe("Dự theo ủy quyền.");
  });

  test("a known room is a room, an unknown one words; the assembly point is not the venue", () => {
    expect(itemOf(read({ location: "Hội trường lớn" }))?.venue).toEqual({ room: "ht" });
    expect(itemOf(read({ location: "Nhà hát Lớn", assembly: "Trụ sở UBND" }))?.venue).toEqual({
      text: "Nhà hát Lớn",
      assembly: "Trụ sở UBND",
    });
    expect(itemOf(read())?.venue).toBeUndefined();
  });

  test("bridging points make an online part and are kept in the notes", () => {
    const item = itemOf(read({ location: "Hội trường lớn", points: ["Quận A", "Quận B"] }));
    expect(item?.venue).toEqual({ room: "ht", online: {} });
    expect(item?.notes).toBe("Điểm cầu: Quận A; Quận B");
  });
});

describe("kinds and numbers", () => {
  test("being in the office and a duty are told by their words; how an item stands is as the person may say", () => {
    expect(itemOf(read({ kind: "office", title: "làm việc tại cơ quan" }))).toMatchObject({
      kind: "office-work",
      status: "registered",
    });
    expect(itemOf(read({ kind: "duty", title: "trực lãnh đạo" }))).toMatchObject({
      kind: "duty",
      status: "registered",
    });
    expect(itemOf(read())).toMatchObject({ kind: "meeting", status: "registered" });
  });

  test("the body that sits is held whole; who is just in the office sits with nobody", () => {
    expect(itemOf(read({ title: "họp UBND tháng 11" }))?.body).toBe("body:ubnd");
    expect(itemOf(read({ title: "họp UBND tháng 11", kind: "office" }))?.body).toBeUndefined();
    expect(itemOf(read())).not.toHaveProperty("body");
  });

  test("the days of a repeated line share a series, the number of the invitation is kept", () => {
    expect(itemOf(read({ series: "10-1", ref: "44/GM-UBND" }))).toMatchObject({
      series: "series-10-1",
      ref: "44/GM-UBND",
    });
  });

  test("whatever was read, what comes onto the board satisfies its schema", () => {
    const long = "đồng chí ".repeat(200);
    const wild = read({
      title: long,
      chair: [long, "\u0001", "__proto__"],
      participants: [long],
      location: long,
      assembly: long,
      ref: long,
      note: long,
      points: [long],
      end: "24:00",
      start: "23:59",
    });
    expect(v.safeParse(itemSchema, itemOf(wild)).issues).toBeUndefined();
  });
});

describe("how sure each field is", () => {
  const statesOf = (one: ReadItem, rest: Partial<DraftContext> = {}) =>
    readToDraft(one, "0", { ...context, ...rest }).states;

  test("everything known is certain", () => {
    const states = statesOf(read({ chair: ["Chủ tịch"], location: "Hội trường lớn" }));
    expect(new Set(Object.values(states))).toEqual(new Set(["certain"]));
  });

  test("the worst of several names counts", () => {
    expect(statesOf(read({ participants: ["Chủ tịch", "ai đó"] })).participants).toBe("unresolved");
  });

  test("a doubt of the reader shows at its field; no day at all is unresolved, a waiting one doubtful", () => {
    expect(statesOf(read(), { doubted: () => new Set(["date"]) }).date).toBe("doubtful");
    expect(statesOf(read({ date: null })).date).toBe("unresolved");
    const bounds = { first: day("2026-11-23"), last: day("2026-11-29") };
    expect(statesOf(read({ date: null }), { bounds }).date).toBe("doubtful");
  });
});
