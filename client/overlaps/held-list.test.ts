import { createRoot, createSignal } from "solid-js";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createHeldList, withNew } from "./held-list.ts";
import type { Group } from "./overlap-groups.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const group = (id: string, keys: string): Group => ({ id, keys: keys.split("") });

test("what comes stands behind the neighbour it follows, what goes stays, and nothing changes its place", () => {
  expect(withNew([group("error", "abc")], [group("error", "cxb")])).toEqual([group("error", "abcx")]);
  expect(withNew([group("error", "bc")], [group("error", "abc")])).toEqual([group("error", "abc")]);
  expect(withNew([group("error", "a")], [group("error", "a"), group("hint", "z")])).toEqual([
    group("error", "a"),
    group("hint", "z"),
  ]);
});

test("one that belongs under another heading now stays under its old one and does not stand twice", () => {
  expect(withNew([group("error", "ab")], [group("error", "a"), group("hint", "b")])).toEqual([group("error", "ab")]);
});

/** A list before a reader, its effects running. */
function reading(keys: string) {
  return createRoot(() => {
    const [wanted, setWanted] = createSignal<readonly Group[]>([group("error", keys)]);
    const [view, setView] = createSignal("severity");
    return { list: createHeldList(wanted, view), setWanted, setView };
  });
}

test("while it changes again and again the list only grows; a moment of quiet puts it in order", () => {
  const { list, setWanted } = reading("ab");
  for (const [keys, shown] of [
    ["b", "ab"],
    ["cb", "acb"],
    ["b", "acb"],
    ["cba", "acb"],
  ] as const) {
    setWanted([group("error", keys)]);
    vi.advanceTimersByTime(500);
    expect(list()).toEqual([group("error", shown)]);
  }
  vi.advanceTimersByTime(1_500);
  expect(list()).toEqual([group("error", "cba")]);
});

test("another choice of the reader counts at once", () => {
  const { list, setWanted, setView } = reading("ab");
  setWanted([group("error", "b")]);
  expect(list()).toEqual([group("error", "ab")]);
  setView("day");
  expect(list()).toEqual([group("error", "b")]);
});
