import { expect, test } from "vitest";
import type { Doubt, ReadItem } from "../../shared/text/read-item.ts";
import { createDoubted } from "./doubted-fields.ts";

const doubt = (code: Doubt["code"], line: number, from: number): Doubt => ({
  code,
  line,
  text: "",
  span: { from, to: from + 5 },
});
const read = (line: number, spans: ReadItem["spans"], date: string | null = "2026-11-23"): ReadItem =>
  ({ line, spans, date, title: "họp", chair: [], participants: [], preparing: [] }) as unknown as ReadItem;
const span = (from: number) => [{ from, to: from + 5 }];

test("a doubt about a printed day reaches every item below that day", () => {
  const doubted = createDoubted([doubt("weekday-mismatch", 1, 0)]);
  expect([...doubted(read(4, { date: span(0), title: span(60) }))]).toEqual(["date"]);
  expect([...doubted(read(9, { date: span(80), title: span(90) }))]).toEqual([]);
});

test("of two items in a line, a doubt is about the one whose words it points at", () => {
  const doubted = createDoubted([doubt("hour-unclear", 3, 20)]);
  expect([...doubted(read(3, { start: span(20) }))]).toEqual(["hour"]);
  expect([...doubted(read(3, { start: span(40) }))]).toEqual([]);
});

test("a missing day has no words to point at", () => {
  expect([...createDoubted([doubt("no-date", 3, 0)])(read(3, { title: span(40) }, null))]).toEqual(["date"]);
});

test("an abbreviation with two meanings is no doubt about a field: the directory decides", () => {
  const doubted = createDoubted([doubt("ambiguous-abbreviation", 3, 20), doubt("year-assumed", 1, 0)]);
  expect([...doubted(read(3, { chair: span(20), date: span(0) }))]).toEqual([]);
});
