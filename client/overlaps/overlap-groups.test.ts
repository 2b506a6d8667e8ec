import { expect, test } from "vitest";
import { parseDay } from "../../shared/kit/day.ts";
import type { Item } from "../../shared/model/item.ts";
import type { OfficeId } from "../../shared/model/office.ts";
import type { Overlap } from "../../shared/model/overlap.ts";
import { concerns, groupOverlaps } from "./overlap-groups.ts";

const item = (id: string, day: string, office: OfficeId): Item => ({
  id,
  office,
  title: id,
  kind: "meeting",
  status: "approved",
  when: { horizon: "day", day: parseDay(day)! },
  parties: {},
});
const items = new Map(
  [
    item("a", "2026-11-24", "party"),
    item("b", "2026-11-24", "people"),
    item("c", "2026-11-23", "people"),
    item("d", "2026-11-25", "council"),
  ].map((one) => [one.id, one]),
);
const look = (id: string) => items.get(id);
const path = { role: "chair", steps: [], conditional: false } as const;
const overlap = (a: string, b: string | null, rest: Partial<Overlap> = {}): Overlap => ({
  key: `${a}${b ?? ""}`,
  fingerprint: "",
  kind: "person",
  resource: "person:an",
  certainty: "certain",
  severity: "error",
  a: { item: a, path },
  b: b === null ? null : { item: b, path },
  gapMin: 0,
  assumedMin: { a: null, b: null },
  yields: null,
  detail: null,
  noProxy: { a: false, b: false },
  ...rest,
});
const ids = (overlaps: readonly Overlap[], by: Parameters<typeof groupOverlaps>[1]) =>
  groupOverlaps(overlaps, by, look).map(({ id, keys }) => [id, ...keys]);

test("overlaps stand under their later day, days in order, and those of items that are gone nowhere", () => {
  expect(ids([overlap("a", "b"), overlap("c", "c"), overlap("c", "d"), overlap("x", "y")], "day")).toEqual([
    ["2026-11-23", "cc"],
    ["2026-11-24", "ab"],
    ["2026-11-25", "cd"],
  ]);
});

test("by severity, what must be settled stands first", () => {
  const list = [
    overlap("a", "d", { severity: "hint" }),
    overlap("a", "b"),
    overlap("c", null, { severity: "warning" }),
  ];
  expect(ids(list, "severity")).toEqual([
    ["error", "ab"],
    ["warning", "c"],
    ["hint", "ad"],
  ]);
});

test("by office, what two offices share stands before what is one's own business, each once", () => {
  expect(ids([overlap("b", "c"), overlap("a", null), overlap("a", "b"), overlap("b", "d")], "office")).toEqual([
    ["party+people", "ab"],
    ["party", "a"],
    ["council+people", "bd"],
    ["people", "bc"],
  ]);
});

test("by who or what, everything about one stands together, the worst one first", () => {
  const list = [overlap("a", "b"), overlap("b", "d", { resource: "room:p1" }), overlap("a", "d")];
  expect(ids(list, "person")).toEqual([
    ["person:an", "ab", "ad"],
    ["room:p1", "bd"],
  ]);
});

test("an overlap concerns the offices of its two items and no other", () => {
  expect(concerns(overlap("a", "b"), "party", look)).toBe(true);
  expect(concerns(overlap("a", "b"), "people", look)).toBe(true);
  expect(concerns(overlap("a", "b"), "council", look)).toBe(false);
  expect(concerns(overlap("a", "b"), null, look)).toBe(false);
});
