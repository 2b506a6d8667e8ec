import { createRoot, createSignal } from "solid-js";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Actor } from "../../shared/model/actor.ts";
import type { Item } from "../../shared/model/item.ts";
import type { Overlap } from "../../shared/model/overlap.ts";
import { an, city, item } from "../../test/world/small-city.ts";
import type { Board } from "../document/board.ts";
import { createOverlapStore } from "../document/overlap-store.ts";
import { createWays, isFree, isStill } from "./ways.ts";

vi.mock("../text/language.ts", () => ({ language: () => "vi", languages: ["vi", "en", "fr"] }));

beforeEach(() => {
  vi.useFakeTimers({ now: new Date("2026-11-20T03:00:00Z") });
});
afterEach(() => {
  vi.useRealTimers();
});

const lan: Actor = { id: "lan", name: "Lan", role: "officer", office: "party" };

function desk(status: Item["status"]) {
  const items = new Map<string, Item>();
  const overlaps = createOverlapStore((id) => items.get(id));
  overlaps.begin(city, []);
  const put = (one: Item) => {
    items.set(one.id, one);
    overlaps.put(one.id, one);
  };
  put(item("a", "08:00", { end: "10:00", parties: { [an]: "chair" }, status }));
  put(item("b", "09:00", { end: "11:00", parties: { [an]: "chair" }, status: "registered" }));
  const store = { overlaps, item: (id: string) => items.get(id) };
  const board = { store, actor: lan } as unknown as Board;
  const ways = createRoot(() => {
    const [overlap] = createSignal(overlaps.of("a")[0] as Overlap);
    return createWays(board, overlap);
  });
  return { board, ways, put };
}

test("ways that this person may take stand before those that only a head may", () => {
  const { ways } = desk("approved");
  const changed = ways().map(({ edits }) => (edits.some(({ id }) => id === "a") ? "decided" : "open"));
  expect(new Set(changed)).toEqual(new Set(["decided", "open"]));
  expect(changed).toEqual([...changed].sort().reverse());
});

test("a way out whose time somebody else has taken meanwhile is known to have changed", () => {
  const { board, ways, put } = desk("registered");
  const move = ways().find((way) => way.kind === "move" && isFree(way));
  if (!move?.slot) throw new Error("there is a free time");
  expect(isStill(move, board)).toBe(true);
  const { when } = move.slot;
  put({ ...item("c", "08:00", { parties: { [an]: "chair" }, at: "Sở Xây dựng", title: "Khảo sát công trình" }), when });
  expect(isStill(move, board)).toBe(false);
  vi.advanceTimersByTime(1_000);
  expect(ways().some((way) => JSON.stringify(way.slot?.when) === JSON.stringify(when) && isFree(way))).toBe(false);
});
