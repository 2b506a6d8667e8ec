/** For tests: what was read, as rows a person compares at a glance. */
import type { ReadItem } from "./read-item.ts";
import { readSchedule } from "./schedule-reading.ts";
import { type Scope, scopeOf } from "./scope.ts";
import { readSource } from "./source.ts";

/** "2026-11-16 08:00-10:30 morning | title", with what else the item has. */
export function rowsOf(text: string, year?: number): string[] {
  return readSchedule(text, year === undefined ? {} : { year }).items.map(rowOf);
}

function rowOf(item: ReadItem): string {
  const lists = [
    ["chair", item.chair],
    ["with", item.participants],
    ["at", item.location === null ? [] : [item.location]],
    ["by", item.preparing],
    ["support", item.support ?? []],
    ["ref", item.ref ? [item.ref] : []],
    ["kind", item.kind ? [item.kind] : []],
  ] as const;
  const end = item.end === null ? "" : `-${item.end}`;
  const last = item.lastDate ? `..${item.lastDate}` : "";
  const when = `${item.date}${last} ${item.start ?? "?"}${end} ${item.session ?? "?"}`;
  const told = lists.filter(([, words]) => words.length > 0).map(([name, words]) => `${name}: ${words.join(" + ")}`);
  return [when, item.title, ...told].join(" | ");
}

/** The whole of some words as one scope. */
export function scopeFor(words: string): Scope {
  const source = readSource(words);
  return scopeOf(source, [{ from: 0, to: source.text.length }]);
}
