import { describe, expect, test } from "vitest";
import type { ProgrammeShow } from "../../shared/protocol/screen-feed.ts";
import { line, shows, step, week, bookWords as words } from "../../test/world/screen-views.ts";
import { type Book, bookOf, lettersOf, withSameBlocks } from "./book.ts";

const bookOfShow = (show: Parameters<typeof bookOf>[0]): Book => {
  const book = bookOf(show, words);
  if (!book) throw new Error("no book");
  return book;
};
const part = (key: string, ...keys: string[]) => ({
  key,
  title: key,
  day: "2026-11-23",
  lines: keys.map((one) => line({ key: one })),
});

describe("what there is to page through", () => {
  test("a week opens at now; parts without a line have no page, unless it is now", () => {
    const show: ProgrammeShow = {
      of: "programme",
      title: "Tuần 48",
      now: 2,
      parts: [part("mon", "a"), part("tue"), part("wed"), part("thu", "b")],
    };
    const book = bookOfShow(show);
    expect(book.sections.map(({ key }) => key)).toEqual(["mon", "wed", "thu"]);
    expect(book.start).toBe(1);
    expect(book.sections[1]?.blocks).toEqual([{ kind: "none", key: "none", words: words.nothingPlanned }]);
    expect(bookOfShow({ ...show, now: null })).toMatchObject({ start: 0, sections: [{ key: "mon" }, { key: "thu" }] });
    const empty = bookOfShow({ ...show, now: null, parts: [part("mon"), part("tue")] });
    expect(empty.sections.map(({ key }) => key)).toEqual(["mon"]);
  });

  test("today says what goes on and what comes next, and that there is nothing", () => {
    const kinds = (book: Book) => book.sections[0]?.blocks.map(({ kind, key }) => `${kind} ${key}`);
    expect(kinds(bookOfShow({ of: "today", title: "", now: [line({ key: "a" })], next: [] }))).toEqual([
      "heading now",
      "line a",
      "heading next",
      "none no next",
    ]);
  });

  test("overlaps: a list, or the good news that it is empty", () => {
    expect(bookOfShow(shows.overlaps).sections[0]?.blocks.map(({ key }) => key)).toEqual(["o1", "o2", "o3"]);
    const none = bookOfShow({ of: "overlaps", title: "", rows: [] });
    expect(none.sections[0]?.blocks).toEqual([{ kind: "none", key: "none", words: words.noOverlaps }]);
  });

  test("without a session the programme stands, and says so; without either a sentence does", () => {
    const book = bookOfShow(shows["no-session"]);
    expect(book.sections[0]?.subtitle).toBe(`${words.noSession} · Chương trình công tác tuần 48`);
    expect(bookOfShow({ of: "no-session", next: null }).sections[0]?.title).toBe(words.noSession);
  });

  test("a step has its head on every page and its ways on below", () => {
    const [section] = bookOfShow(step).sections;
    expect(section?.head).toBe(step);
    expect(section?.blocks.map(({ key }) => key)).toEqual(["offer 1", "offer 2", "offer 3", "offer 4"]);
  });

  test("black and calibration have no pages", () => {
    expect([bookOf(shows.blank, words), bookOf(shows.calibrate, words)]).toEqual([null, null]);
  });

  test("of a whole new view only what changed is drawn again", () => {
    const before = bookOfShow(week(3));
    const again: ProgrammeShow = JSON.parse(JSON.stringify(week(3)));
    const moved = {
      ...again,
      parts: again.parts.map((one, at) => ({
        ...one,
        lines: one.lines.map((each, row) => (at === 2 && row === 1 ? { ...each, hour: "11:11" } : each)),
      })),
    };
    const after = withSameBlocks(bookOfShow(moved), before);
    const known = new Set(before.sections.flatMap(({ blocks }) => blocks));
    const fresh = after?.sections.flatMap(({ blocks }) => blocks).filter((block) => !known.has(block));
    expect(fresh?.map(({ key }) => key)).toEqual(["l-2-1"]);
  });

  test("what there is to read counts hour, office, matter, who and where", () => {
    const short = line({ key: "a", hour: "08:00", officeName: "UBND", matter: "Họp", who: "An", where: null });
    expect(lettersOf({ kind: "line", key: "a", line: short })).toBe("08:00 UBND Họp An ".length);
    const [overlapRow] = shows.overlaps.rows;
    if (!overlapRow) throw new Error("no overlap");
    expect(lettersOf({ kind: "overlap", key: "o", row: overlapRow })).toBeGreaterThan(150);
  });
});
