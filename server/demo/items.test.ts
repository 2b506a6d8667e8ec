import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { addDays, type Day, dayParts, parseDay } from "../../shared/kit/day.ts";
import { addWeeks, mondayOf, weekOf } from "../../shared/kit/week.ts";
import { type Item, itemSchema, partiesWithRole } from "../../shared/model/item.ts";
import { officeIds } from "../../shared/model/office.ts";
import { sidesOf } from "../../shared/model/overlap.ts";
import { isPlaced } from "../../shared/model/when.ts";
import { createCalendar } from "../../shared/rules/calendar.ts";
import { createOverlapIndex } from "../../shared/rules/overlap-index.ts";
import { demoDirectory } from "./directory.ts";
import { demoItems } from "./items.ts";

const day = (text: string): Day => parseDay(text) ?? expect.unreachable(`no day: ${text}`);
const directory = demoDirectory();
const calendar = createCalendar(directory.holidays);
const today = day("2026-11-21");
const items = demoItems(today, 1);

/** Days on which somebody may first open the demo: mid-year, across New Year, at Tết, at a long holiday, years later. */
const days = ["2026-11-21", "2026-11-23", "2026-12-30", "2027-02-07", "2026-09-01", "2028-06-06"].map(day);

function weekItems(of: readonly Item[], on: Day, age = 0): Item[] {
  const monday = mondayOf(addWeeks(weekOf(on), age));
  return of.filter(({ when }) => isPlaced(when) && when.day >= monday && when.day <= addDays(monday, 6));
}

function countsOf(list: readonly Item[]) {
  const index = createOverlapIndex(directory);
  index.build(list);
  return index.counts();
}

describe("the demo items", () => {
  test("each passes the schema of an item", () => {
    for (const item of items) expect(v.safeParse(itemSchema, item).issues, item.title).toBeUndefined();
  });

  test("each names only parties, bodies and rooms of the demo directory", () => {
    const known = new Set<string>();
    for (const { id } of directory.persons) known.add(`person:${id}`);
    for (const { id } of directory.posts) known.add(`post:${id}`);
    for (const { id } of directory.bodies) known.add(`body:${id}`);
    for (const { id } of directory.units) known.add(`unit:${id}`);
    for (const { id } of directory.groups) known.add(`group:${id}`);
    for (const { id } of directory.rooms) known.add(`room:${id}`);
    const named = items.flatMap(({ parties, body, venue }) => [
      ...Object.keys(parties),
      ...(body ? [body] : []),
      ...(venue?.room ? [`room:${venue.room}`] : []),
    ]);
    expect(named.length).toBeGreaterThan(2_000);
    expect([...new Set(named)].filter((ref) => !known.has(ref))).toEqual([]);
  });

  test("ids are never given twice", () => {
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
  });

  test("the same day and seed give the same items; another seed gives others", () => {
    expect(demoItems(today, 1)).toEqual(items);
    const others = demoItems(today, 2);
    expect(others.filter(({ id }) => items.some((item) => item.id === id))).toEqual([]);
  });

  test("six weeks of about 120 items, of all three offices every week", () => {
    for (let age = -2; age <= 3; age++) {
      const week = weekItems(items, today, age);
      expect(week.length, `week ${age}`).toBeGreaterThanOrEqual(100);
      expect(week.length, `week ${age}`).toBeLessThanOrEqual(145);
      for (const office of officeIds)
        expect(week.filter((item) => item.office === office).length, `${office} ${age}`).toBeGreaterThan(20);
    }
    expect(weekItems(items, today, -3)).toEqual([]);
    expect(weekItems(items, today, 4)).toEqual([]);
  });

  test("titles are as varied as a city's affairs and never show a slot", () => {
    const titles = new Set(items.map(({ title }) => title));
    expect(titles.size).toBeGreaterThan(500);
    expect([...titles].filter((title) => /[{}]|undefined|^\p{Ll}| {2}/u.test(title))).toEqual([]);
    expect(Math.max(...[...titles].map((title) => title.length))).toBeLessThan(200);
  });

  test("somebody chairs every item that is placed, and every meeting has a venue", () => {
    for (const item of items.filter(({ when }) => isPlaced(when))) {
      expect(partiesWithRole(item, "chair"), item.title).toHaveLength(1);
      const isHeldSomewhere = item.kind === "meeting" || item.kind === "conference" || item.kind === "session";
      if (isHeldSomewhere) expect(item.venue?.room ?? item.venue?.text, item.title).toBeTruthy();
    }
  });

  test("hours are those of real schedules: on the half hour, 07:30 to 17:00, or in the evening", () => {
    const starts = items.flatMap(({ when }) => (when.horizon === "time" ? [when.startMin] : []));
    expect(starts.length).toBeGreaterThan(500);
    for (const startMin of starts) {
      expect(startMin % 30).toBe(0);
      const isOfficeHour = startMin >= 450 && startMin <= 1020;
      expect(isOfficeHour || (startMin >= 1140 && startMin <= 1200), String(startMin)).toBe(true);
    }
    const halfDays = items.filter(({ when }) => when.horizon === "session");
    expect(halfDays.length).toBeGreaterThan(60);
    const printedEnds = items.filter(({ when }) => when.horizon === "time" && when.endMin !== undefined);
    expect(printedEnds.length / starts.length).toBeLessThan(0.1);
  });

  test("days off have few items, and no meeting of an office", () => {
    const dayOff = items.filter(({ when }) => isPlaced(when) && !when.lastDay && !calendar.isWorkday(when.day));
    expect(dayOff.length).toBeGreaterThan(5);
    expect(dayOff.filter(({ kind }) => kind === "meeting" || kind === "session")).toEqual([]);
    expect(dayOff.length).toBeLessThan(items.length / 8);
  });

  test("past weeks were held, the current one is partly approved, most of what is ahead can still be changed", () => {
    const share = (age: number, status: Item["status"]) => {
      const week = weekItems(items, today, age);
      return week.filter((item) => item.status === status).length / week.length;
    };
    expect(share(-1, "held")).toBeGreaterThan(0.8);
    expect(share(0, "approved")).toBeGreaterThan(0.3);
    expect(share(0, "registered")).toBeGreaterThan(0.35);
    expect(share(2, "registered")).toBeGreaterThan(0.4);
    for (const status of ["registered", "approved", "refused", "postponed", "cancelled", "held"] as const)
      expect(
        items.some((item) => item.status === status),
        status,
      ).toBe(true);
  });

  test("what makes a board real is there: online points, assembly points, invitations, notes, unexpected items, dossiers due", () => {
    expect(items.filter(({ venue }) => (venue?.online?.points ?? 0) > 10).length).toBeGreaterThan(5);
    expect(items.filter(({ venue }) => venue?.assembly).length).toBeGreaterThan(5);
    expect(items.filter(({ ref }) => ref).length).toBeGreaterThan(30);
    expect(items.filter(({ notes }) => notes).length).toBeGreaterThan(15);
    expect(items.filter(({ unexpected }) => unexpected).length).toBeGreaterThan(8);
    expect(items.filter(({ kind, due }) => kind === "dossier" && due).length).toBeGreaterThan(8);
  });

  test("the bodies sit in their rhythm", () => {
    const sittings = (body: string) => items.filter((item) => item.body === `body:${body}` && isPlaced(item.when));
    expect(sittings("tttu").length).toBeGreaterThanOrEqual(9);
    expect(sittings("btv").length).toBe(3);
    expect(sittings("ubnd").length).toBe(1);
    expect(sittings("hdnd").length).toBe(1);
    expect(items.filter(({ title }) => /tiếp công dân định kỳ/.test(title)).length).toBeGreaterThanOrEqual(2);
  });

  test("each of three months has about ten matters without a day", () => {
    const undated = items.filter(({ when }) => !isPlaced(when));
    expect(undated).toHaveLength(30);
    expect(new Set(undated.map(({ when }) => when.horizon))).toEqual(new Set(["month", "week", "quarter", "year"]));
    for (const { when, due } of undated) if (due && "period" in when) expect(due.slice(0, 7)).toBe(when.period);
  });
});

describe("overlaps in the demo", () => {
  test.each(days)("opened on %s, the current week has a handful and not more than people can settle", (on) => {
    const counts = countsOf(weekItems(demoItems(on, 1), on));
    expect(counts.certain).toBeGreaterThanOrEqual(2);
    expect(counts.certain).toBeLessThanOrEqual(6);
    expect(counts.probable).toBeGreaterThanOrEqual(3);
    const total = counts.certain + counts.probable + counts.possible;
    expect(total).toBeGreaterThanOrEqual(10);
    expect(total).toBeLessThanOrEqual(20);
  });

  test("seen together the six weeks have no more than week by week", () => {
    const together = countsOf(items);
    const weekly = [-2, -1, 0, 1, 2, 3].map((age) => countsOf(weekItems(items, today, age)));
    expect(together.certain).toBe(weekly.reduce((sum, { certain }) => sum + certain, 0));
    expect(together.certain + together.probable + together.possible).toBeLessThan(70);
  });

  test("they are of persons and of rooms, between offices, by name and through bodies", () => {
    const index = createOverlapIndex(directory);
    index.build(items);
    const overlaps = [...index.all()];
    const officeOf = new Map(items.map(({ id, office }) => [id, office]));
    expect(new Set(overlaps.map(({ kind }) => kind)).has("room")).toBe(true);
    expect(overlaps.filter(({ kind }) => kind === "person").length).toBeGreaterThan(20);
    const pairs = overlaps.filter(({ b }) => b !== null);
    const between = pairs.filter(({ a, b }) => officeOf.get(a.item) !== officeOf.get(b?.item ?? ""));
    expect(between.length / pairs.length).toBeGreaterThan(0.8);
    expect(overlaps.some((each) => sidesOf(each).some(({ path }) => path.steps[0]?.startsWith("body:")))).toBe(true);
  });

  test("of every kind there are a few and of none hundreds, whichever day it is opened on", () => {
    for (const on of ["2026-11-21", "2026-12-30", "2027-03-10", "2028-06-06"].map(day)) {
      const index = createOverlapIndex(directory, { today: on });
      index.build(demoItems(on, 1));
      const byKind = Map.groupBy(index.all(), ({ kind }) => kind);
      expect(byKind.size, `${on} ${[...byKind.keys()].join()}`).toBeGreaterThanOrEqual(9);
      for (const [kind, found] of byKind) expect(found.length, `${on} ${kind}`).toBeLessThanOrEqual(45);
    }
  });

  test("the Standing Board clashes with the Committee's monthly session in the last week of November", () => {
    const nextWeek = weekItems(items, today, 1);
    const sitting = (body: string) => nextWeek.find((item) => item.body === `body:${body}`);
    const index = createOverlapIndex(directory);
    index.build(nextWeek);
    const clash = index
      .of(sitting("btv")?.id ?? "")
      .find((each) => sidesOf(each).some((side) => side.item === sitting("ubnd")?.id));
    expect(clash).toMatchObject({ kind: "person", certainty: "certain" });
  });
});

describe("the demo on other days", () => {
  test.each(days)("opened on %s it is whole", (on) => {
    const opened = demoItems(on, 7);
    for (const item of opened) expect(v.safeParse(itemSchema, item).issues, item.title).toBeUndefined();
    expect(weekItems(opened, on).length).toBeGreaterThan(40);
    const years = new Set(opened.flatMap(({ when }) => (isPlaced(when) ? [dayParts(when.day).year] : [])));
    expect(years.size).toBeLessThanOrEqual(2);
  });

  test("at Tết nobody meets and the week is nearly empty", () => {
    const tet = weekItems(demoItems(day("2026-02-05"), 1), day("2026-02-18"));
    expect(tet.length).toBeGreaterThan(5);
    expect(tet.length).toBeLessThan(30);
    expect(tet.filter(({ kind }) => kind === "meeting" || kind === "session")).toEqual([]);
  });
});
