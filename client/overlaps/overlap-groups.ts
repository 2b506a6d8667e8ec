import type { Item } from "../../shared/model/item.ts";
import { type OfficeId, officeIds } from "../../shared/model/office.ts";
import { type Overlap, severities, sidesOf } from "../../shared/model/overlap.ts";
import { isPlaced } from "../../shared/model/when.ts";

type Lookup = (id: string) => Item | undefined;

/** What a list of overlaps can be ordered by. `person` stands for every resource: a person, a room, a body, a rule. */
export const groupings = ["severity", "day", "office", "person"] as const;
export type Grouping = (typeof groupings)[number];

/** One heading of the list and the keys of the overlaps below it. */
export type Group = { readonly id: string; readonly keys: readonly string[] };

/**
 * Overlaps under their headings, each once; within a heading they keep their order. Ids: a severity, a day, offices joined
 * by "+", a resource. An overlap of items that are all gone or without a day stands nowhere.
 */
export function groupOverlaps(overlaps: readonly Overlap[], by: Grouping, item: Lookup): Group[] {
  const groups = new Map<string, string[]>();
  for (const overlap of overlaps) {
    const id = groupIdOf(overlap, by, item);
    if (id === "") continue;
    const keys = groups.get(id);
    if (keys) keys.push(overlap.key);
    else groups.set(id, [overlap.key]);
  }
  const found = [...groups].map(([id, keys]) => ({ id, keys }));
  if (by === "day") return found.sort((a, b) => (a.id < b.id ? -1 : 1));
  return found.sort((a, b) => orderOf(a.id, by) - orderOf(b.id, by));
}

/** Whether one of the two items belongs to an office. */
export function concerns(overlap: Overlap, office: OfficeId | null, item: Lookup): boolean {
  return sidesOf(overlap).some((side) => item(side.item)?.office === office);
}

function groupIdOf(overlap: Overlap, by: Grouping, item: Lookup): string {
  const items = sidesOf(overlap).flatMap((side) => item(side.item) ?? []);
  const day = items.map(({ when }) => (isPlaced(when) ? when.day : "")).reduce((a, b) => (a > b ? a : b), "");
  if (day === "") return "";
  switch (by) {
    case "severity":
      return overlap.severity;
    case "day":
      return day;
    case "office":
      return officeIds.filter((office) => items.some((one) => one.office === office)).join("+");
    case "person":
      return overlap.resource;
  }
}

/** Severities and offices have an order of their own, resources keep that of their worst overlap. */
function orderOf(id: string, by: Grouping): number {
  if (by === "severity") return (severities as readonly string[]).indexOf(id);
  if (by !== "office") return 0;
  const first = officeIds.findIndex((office) => id.startsWith(office));
  return first * 10 + (id.includes("+") ? 0 : 1);
}
