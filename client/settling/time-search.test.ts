import { createRoot } from "solid-js";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Day } from "../../shared/kit/day.ts";
import type { Item } from "../../shared/model/item.ts";
import { an, binh, city, item } from "../../test/world/small-city.ts";
import type { Board } from "../document/board.ts";
import type { Desk } from "../document/desk.ts";
import { createOverlapStore } from "../document/overlap-store.ts";
import { createTimeSearch } from "./time-search.ts";

beforeEach(() => {
  vi.useFakeTimers({ now: new Date("2026-11-20T03:00:00Z") });
});
afterEach(() => {
  vi.useRealTimers();
});

const monday = "2026-11-23" as Day;
const draft = item("draft", null, { session: "morning", parties: { [an]: "chair" }, title: "Nghe báo cáo" });
const wholeDay = (id: string, day: string, who: string) =>
  item(id, "07:00", { day, end: "18:00", parties: { [who]: "chair" }, title: `Phiên họp ${id}` });

/** A board with these items, and a search for the draft on Monday and Tuesday, with what will stand beside it. */
function searching(onBoard: readonly Item[], beside: readonly Item[] = []) {
  const items = new Map(onBoard.map((one) => [one.id, one]));
  const overlaps = createOverlapStore((id) => items.get(id));
  overlaps.begin(city, items.values());
  const put = (one: Item) => {
    items.set(one.id, one);
    overlaps.put(one.id, one);
  };
  const store = {
    overlaps,
    item: (id: string) => items.get(id),
    allItems: () => items.values(),
    directory: () => city,
  };
  const board = { store } as unknown as Board;
  const desk = { place: () => ({ view: "week", week: { year: 2026, week: 48 } }) } as unknown as Desk;
  const search = createRoot(() => createTimeSearch(board, desk, { item: draft, beside }));
  search.change({ from: monday, to: "2026-11-24" as Day });
  const free = () => search.answer()?.slots.filter(({ fit }) => fit === "free") ?? [];
  const days = () => new Set(free().map(({ when }) => when.day));
  return { search, free, days, put };
}

test("a time is free beside the board, and beside what will stand there with it", () => {
  expect(searching([]).days()).toEqual(new Set([monday]));
  expect(searching([wholeDay("a", monday, an)]).days()).toEqual(new Set(["2026-11-24"]));
  expect(searching([wholeDay("a", monday, an)], [wholeDay("row", "2026-11-24", an)]).days()).toEqual(new Set());
  expect(searching([wholeDay("a", monday, an)], [wholeDay("row", "2026-11-24", binh)]).days()).toEqual(
    new Set(["2026-11-24"]),
  );
});

test("what will change on the board is looked at as it will be, and is known by its matter", () => {
  const { search, days } = searching([wholeDay("a", monday, an)], [wholeDay("a", "2026-11-24", an)]);
  expect(days()).toEqual(new Set([monday]));
  expect(search.other("a")?.when).toMatchObject({ day: "2026-11-24" });
  expect(search.other("b")).toBeUndefined();
});

test("a time that somebody takes meanwhile is known to be taken, also beside other rows", () => {
  for (const beside of [[], [wholeDay("row", "2026-11-24", an)]]) {
    const { search, free, put } = searching([], beside);
    const [slot] = free();
    if (!slot) throw new Error("Monday is free");
    expect(search.isStill(slot)).toBe(true);
    put({ ...wholeDay("c", slot.when.day, an), when: slot.when });
    expect(search.isStill(slot)).toBe(false);
  }
});
