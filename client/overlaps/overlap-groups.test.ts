import { expect, test } from "vitest";
import { parseDay } from "../../shared/kit/day.ts";
import type { Item } from "../../shared/model/item.ts";
import type { OfficeId } from "../../shared/model/office.ts";
import type { Overlap } from "../../shared/model/overlap.ts";
import { byDay, concerns } from "./overlap-groups.ts";

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
  [item("a", "2026-11-24", "party"), item("b", "2026-11-24", "people"), item("c", "2026-11-23", "people")].map(
    (one) => [one.id, one],
  ),
);
const look = (id: string) => items.get(id);
const path = { role: "chair", steps: [], conditional: false } as const;
const overlap = (a: string, b: string): Overlap => ({
  key: `${a}${b}`,
  fingerprint: "",
  kind: "person",
  resource: "person:an",
  certainty: "certain",
  severity: "error",
  a: { item: a, path },
  b: { item: b, path },
  gapMin: 0,
  assumedMin: { a: null, b: null },
  yields: null,
  detail: null,
  noProxy: { a: false, b: false },
});

test("overlaps stand under their day, days in order, items that are gone nowhere", () => {
  const grouped = byDay([overlap("a", "b"), overlap("c", "c"), overlap("x", "y")], look);
  expect(grouped.map(([day, list]) => [day, list.map(({ key }) => key)])).toEqual([
    ["2026-11-23", ["cc"]],
    ["2026-11-24", ["ab"]],
  ]);
});

test("an overlap concerns the offices of its two items and no other", () => {
  expect(concerns(overlap("a", "b"), "party", look)).toBe(true);
  expect(concerns(overlap("a", "b"), "people", look)).toBe(true);
  expect(concerns(overlap("a", "b"), "council", look)).toBe(false);
  expect(concerns(overlap("a", "b"), null, look)).toBe(false);
});
