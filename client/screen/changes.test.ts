import { describe, expect, test } from "vitest";
import type { Line, ScreenShow } from "../../shared/protocol/screen-feed.ts";
import { bookWords, line, shows, step, week } from "../../test/world/screen-views.ts";
import { bookOf } from "./book.ts";
import { changesBetween } from "./changes.ts";

const book = (show: ScreenShow) => bookOf(show, bookWords);
const programme = (lines: readonly Line[], title = "Tuần 48"): ScreenShow => ({
  of: "programme",
  title,
  now: null,
  parts: [{ key: "mon", title: "Thứ Hai", day: "2026-11-23", lines }],
});
const changes = (before: readonly Line[], after: readonly Line[]) =>
  Object.fromEntries(changesBetween(book(programme(before)), book(programme(after))));

const opening = line({ key: "opening" });
const nothing = { hour: null, where: null, who: null, matter: null, isNew: false };

describe("what flashes", () => {
  test("is what is different, with what it was", () => {
    expect(changes([opening], [{ ...opening, hour: "09:00" }])).toEqual({ opening: { ...nothing, hour: "08:00" } });
    expect(changes([opening], [{ ...opening, where: null, who: "Phó Chủ tịch" }])).toEqual({
      opening: { ...nothing, where: "Phòng họp 1", who: "Chủ tịch" },
    });
    expect(changes([opening], [{ ...opening, status: "cancelled" }])).toEqual({ opening: nothing });
    expect(changes([opening], [{ ...opening, mark: "certain" }])).toEqual({});
    expect(changes([opening], [{ ...opening }])).toEqual({});
    expect(changes([opening], [])).toEqual({});
  });

  test("is a new line, and one that came from elsewhere with the hour it had", () => {
    expect(changes([], [opening])).toEqual({ opening: { ...nothing, isNew: true } });
    const was = { atMs: 5, hour: "Thứ Ba 08:00", where: null, who: null };
    expect(changes([], [{ ...opening, was }])).toEqual({ opening: { ...nothing, hour: "Thứ Ba 08:00" } });
  });

  test("is told once, though the server says it for a minute", () => {
    const was = { atMs: 5, hour: "07:00", where: null, who: null };
    const moved = { ...opening, was };
    expect(changes([opening], [moved])).toEqual({ opening: { ...nothing, hour: "07:00" } });
    expect(changes([moved], [{ ...moved }])).toEqual({});
    expect(changes([moved], [{ ...opening }])).toEqual({});
    const again = { ...opening, was: { ...was, atMs: 9 } };
    expect(changes([moved], [again])).toEqual({ opening: { ...nothing, hour: "07:00" } });
  });

  test("is never what has just been withheld", () => {
    const masked = line({ key: "opening", matter: "Bận", who: null, where: null, isWithheld: true });
    expect(changes([opening], [masked])).toEqual({});
  });

  test("is not another week, another mode, another step, nor a whole programme at once", () => {
    expect(changesBetween(book(programme([opening])), book(programme([], "Tuần 49"))).size).toBe(0);
    expect(changesBetween(book(shows.programme), book(shows.today)).size).toBe(0);
    expect(changesBetween(book(step), book({ ...step, title: "Trùng lịch 3 / 8" })).size).toBe(0);
    expect(changesBetween(null, book(shows.today)).size).toBe(0);
    expect(changesBetween(book(week(0)), book(week(3))).size).toBe(0);
    // Eight of many are changes still.
    const many = Array.from({ length: 40 }, (_, at) => line({ key: `l${at}` }));
    const moved = many.map((one, at) => (at < 8 ? { ...one, hour: "10:00" } : one));
    expect(Object.keys(changes(many, moved))).toHaveLength(8);
  });

  test("is also a side of the step that stands", () => {
    const [first, second] = step.sides;
    if (!first || !second) throw new Error("no sides");
    const after = { ...step, sides: [first, { ...second, hour: "16:30" }] };
    expect([...changesBetween(book(step), book(after))]).toEqual([["a2", { ...nothing, hour: "14:30–16:30" }]]);
  });
});
