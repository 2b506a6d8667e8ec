import { describe, expect, test } from "vitest";
import type { Day } from "../../shared/kit/day.ts";
import type { Minute } from "../../shared/kit/minute.ts";
import type { Item } from "../../shared/model/item.ts";
import type { Session, When } from "../../shared/model/when.ts";
import { compareItems, nothingSoft, saysSameWhen } from "./item-changes.ts";

const at = (day: string, start: number, rest: { end?: number; session?: Session; last?: string } = {}): When => ({
  horizon: "time",
  day: day as Day,
  startMin: start as Minute,
  ...(rest.end !== undefined && { endMin: rest.end as Minute }),
  ...(rest.session && { session: rest.session }),
  ...(rest.last && { lastDay: rest.last as Day }),
});
const inSession = (day: string, session: Session): When => ({ horizon: "session", day: day as Day, session });
const monday = "2026-11-23";
const itemOf = (rest: Partial<Item> = {}): Item => ({
  id: "i",
  title: "Họp giao ban",
  office: "people",
  kind: "meeting",
  status: "approved",
  when: at(monday, 480),
  parties: {},
  ...rest,
});
const changed = (pasted: Partial<Item>, board: Partial<Item>, softness = nothingSoft) =>
  compareItems(itemOf(pasted), itemOf(board), softness).map(({ field }) => field);

describe("when: what the text does not print it does not say", () => {
  const cases: readonly (readonly [string, When, When, boolean])[] = [
    ["the same hour", at(monday, 480), at(monday, 480), true],
    ["another hour", at(monday, 540), at(monday, 480), false],
    ["another day", at("2026-11-24", 480), at(monday, 480), false],
    ["an end known on the board only", at(monday, 480), at(monday, 480, { end: 600 }), true],
    ["an end printed newly", at(monday, 480, { end: 600 }), at(monday, 480), false],
    ["only the session printed, an hour on the board", inSession(monday, "morning"), at(monday, 480), true],
    ["the other session printed", inSession(monday, "afternoon"), at(monday, 480), false],
    ["an hour printed, only the session on the board", at(monday, 480), inSession(monday, "morning"), false],
    ["only the day printed", { horizon: "day", day: monday as Day }, at(monday, 480), true],
    ["the whole day printed beside the hour", at(monday, 450, { session: "allday" }), at(monday, 450), false],
    ["a last day printed newly", at(monday, 480, { last: "2026-11-25" }), at(monday, 480), false],
    ["a last day on the board only", at(monday, 480), at(monday, 480, { last: "2026-11-25" }), true],
    ["waits in the week that holds the day", { horizon: "week", period: "2026-W48" }, at(monday, 480), true],
    ["waits in the month that holds the day", { horizon: "month", period: "2026-11" }, at(monday, 480), true],
    ["waits in the quarter that holds the day", { horizon: "quarter", period: "2026-Q4" }, at(monday, 480), true],
    ["waits in the year that holds the day", { horizon: "year", period: "2026" }, at(monday, 480), true],
    ["waits in another week", { horizon: "week", period: "2026-W47" }, at(monday, 480), false],
    ["a day printed for what waited", at(monday, 480), { horizon: "month", period: "2026-11" }, false],
    ["waits in the same month", { horizon: "month", period: "2026-11" }, { horizon: "month", period: "2026-11" }, true],
    ["a day of the week of New Year", { horizon: "week", period: "2026-W53" }, at("2027-01-02", 480), true],
  ];
  for (const [name, pasted, board, isSame] of cases) test(name, () => expect(saysSameWhen(pasted, board)).toBe(isSame));
});

describe("the matter and the number", () => {
  test("capitals, spaces, quotes, tone placement and the full stop are no change", () => {
    expect(changed({ title: "Họp  Thường trực Thành uỷ." }, { title: "HỌP THƯỜNG TRỰC THÀNH ỦY" })).toEqual([]);
    expect(changed({ title: "Mô hình “A”" }, { title: 'Mô hình "A"' })).toEqual([]);
    expect(changed({ title: "Họp giao ban tháng 12" }, {})).toEqual(["title"]);
  });

  test("a number that is not printed is kept, another one is a change", () => {
    expect(changed({}, { ref: "44/GM" })).toEqual([]);
    expect(changed({ ref: "44/GM" }, { ref: "44/gm" })).toEqual([]);
    expect(changed({ ref: "45/GM" }, { ref: "44/GM" })).toEqual(["ref"]);
  });

  test("what an officer says on the board beside the text is never a change", () => {
    expect(
      changed({}, { status: "postponed", kind: "visit", notes: "nhắc", due: monday as Day, body: "body:btv" }),
    ).toEqual([]);
  });
});

describe("where", () => {
  test("a venue that is not printed is kept", () => {
    expect(changed({}, { venue: { room: "p1" } })).toEqual([]);
  });

  test("another room is a change; the online part and the assembly point of the board stay", () => {
    const board = { venue: { room: "p1", assembly: "Trụ sở", online: { points: 3 } } };
    const [change] = compareItems(itemOf({ venue: { room: "p2" } }), itemOf(board), nothingSoft);
    expect(change).toMatchObject({ field: "venue", to: { room: "p2", assembly: "Trụ sở", online: { points: 3 } } });
  });

  test("words in place of a room are a change, unless they may mean that room", () => {
    expect(changed({ venue: { text: "P. họp 1" } }, { venue: { room: "p1" } })).toEqual(["venue"]);
    const softness = { parties: new Map(), rooms: ["p1", "p1-tu"] };
    expect(changed({ venue: { text: "P. họp 1" } }, { venue: { room: "p1" } }, softness)).toEqual([]);
  });

  test("an assembly point printed newly keeps the room", () => {
    const [change] = compareItems(
      itemOf({ venue: { assembly: "Huyện ủy" } }),
      itemOf({ venue: { room: "p1" } }),
      nothingSoft,
    );
    expect(change).toMatchObject({ to: { room: "p1", assembly: "Huyện ủy" } });
  });
});

describe("who", () => {
  const chair = { role: "chair" } as const;
  const attend = { role: "attend" } as const;

  test("one more, one less, each in its list", () => {
    const [change] = compareItems(
      itemOf({ parties: { "post:a": attend, "post:c": attend } }),
      itemOf({ parties: { "post:a": attend, "post:b": attend } }),
      nothingSoft,
    );
    expect(change).toEqual({ field: "participants", removed: ["post:b"], added: [["post:c", attend]] });
  });

  test("a list that is not printed is kept: chairs without participants say nothing of participants", () => {
    expect(changed({ parties: { "post:a": chair } }, { parties: { "post:a": chair, "post:b": attend } })).toEqual([]);
  });

  test("who attends and who is invited is one list; who coordinates is no business of the text", () => {
    const board = { parties: { "post:a": { role: "invited" }, "unit:x": { role: "coordinate" } } } as const;
    expect(changed({ parties: { "post:a": attend } }, board)).toEqual([]);
  });

  test("words that a person has settled on the board stay settled", () => {
    const softness = { parties: new Map([["text:đ/c Hà", ["person:ha", "person:ha-2"]]] as const), rooms: [] };
    const pasted = { parties: { "text:đ/c Hà": attend } };
    expect(changed(pasted, { parties: { "person:ha-2": attend } }, softness)).toEqual([]);
    expect(changed(pasted, { parties: { "person:an": attend } }, softness)).toEqual(["participants"]);
  });

  test("the same words written with other marks of tone or spaces are the same party", () => {
    expect(changed({ parties: { "text:Thành uỷ  X": attend } }, { parties: { "text:thành ủy X": attend } })).toEqual(
      [],
    );
  });
});

test("a printed day of invitation is taken; one that the board has from later is not taken back", () => {
  const told = (on: string, of = monday) => ({ announced: { on, of } }) as Partial<Item>;
  expect(changed(told("2026-11-18"), {})).toEqual(["announced"]);
  expect(changed(told("2026-11-18"), told("2026-11-18"))).toEqual([]);
  expect(changed(told("2026-11-18"), told("2026-11-18", "2026-11-22"))).toEqual(["announced"]);
  expect(changed(told("2026-11-18"), told("2026-11-19"))).toEqual([]);
  expect(changed({}, told("2026-11-19"))).toEqual([]);
});
