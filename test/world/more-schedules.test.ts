import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { readSchedule } from "../../shared/text/schedule-reading.ts";
import { type ExpectedItem, scoreSchedule, shareOf } from "./schedule-score.ts";

const schedules = join(import.meta.dirname, "../schedules");
const folders = [schedules, join(schedules, "more")];
const files = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".expected.json"))
    .map((name) => ({ name: name.replace(".expected.json", ""), path: join(folder, name) })),
);

const lines: string[] = [];
afterAll(() => console.info(`schedules read, right of all:\n${lines.join("\n")}`));

describe("schedules of many offices, each in its own layout", () => {
  test("there are at least thirty", () => {
    expect(files.length).toBeGreaterThanOrEqual(30);
  });

  test.each(files)(
    "$name: every item stands at its day, hour and session, and says what is printed",
    ({ name, path }) => {
      const expected: ExpectedItem[] = JSON.parse(readFileSync(path, "utf8"));
      const { items } = readSchedule(readFileSync(path.replace(".expected.json", ".txt"), "utf8"));
      const { placed, told, byField, extra, wrongs } = scoreSchedule(expected, items);
      const fields = [...byField].filter(([, { right, all }]) => right < all);
      const weak = fields.map(([field, { right, all }]) => `${field} ${right}/${all}`).join(", ");
      lines.push(`${name}: placed ${placed.right}/${placed.all}, told ${told.right}/${told.all} ${weak}`);
      expect(shareOf(placed), wrongs.join("\n")).toBeGreaterThanOrEqual(0.95);
      expect(shareOf(told), wrongs.join("\n")).toBeGreaterThanOrEqual(0.9);
      expect(extra.map(({ line, title }) => `${line}: ${title}`)).toEqual([]);
    },
  );
});

describe("the score itself", () => {
  const item = { date: null, start: "08:00", end: null, session: "morning", chair: [], participants: [] } as const;
  const wanted: ExpectedItem = { ...item, title: "họp", location: null, preparing: [], line: 4 };

  test("a missing item loses all its fields, one too many is named, an ambiguous field counts for nothing", () => {
    const lost = scoreSchedule([wanted], []);
    expect([lost.placed, lost.wrongs]).toEqual([{ right: 0, all: 3 }, ['4: missing "họp"']]);
    const read = { ...wanted, title: "nghỉ", spans: {} };
    expect(scoreSchedule([], [read]).extra).toEqual([read]);
    expect(scoreSchedule([wanted], [read]).wrongs).toEqual(['4: title "họp" read "nghỉ"']);
    expect(scoreSchedule([{ ...wanted, ambiguous: ["title"] }], [read]).wrongs).toEqual([]);
  });
});
