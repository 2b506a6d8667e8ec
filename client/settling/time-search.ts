import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup, untrack } from "solid-js";
import { addDays, type Day } from "../../shared/kit/day.ts";
import type { Directory } from "../../shared/model/directory.ts";
import type { Item } from "../../shared/model/item.ts";
import type { Slot, SlotAnswer } from "../../shared/model/slot.ts";
import { isPlaced, type Session, sessionOf, type When } from "../../shared/model/when.ts";
import { createOverlapIndex, type OverlapIndex } from "../../shared/rules/overlap-index.ts";
import { clashesAt, searchSlots } from "../../shared/rules/slot-search.ts";
import { spanOf } from "../../shared/rules/span.ts";
import { later, todayInHanoi } from "../clock.ts";
import type { Board } from "../document/board.ts";
import { daysShown } from "../document/days-shown.ts";
import type { Desk, Seeking } from "../document/desk.ts";

/** What a person looks for: between which days, in which parts of the day, how long. */
export type TimeWish = {
  readonly from: Day;
  readonly to: Day;
  readonly sessions: readonly Session[];
  readonly lengthMin: number | null;
};

const daysAhead = 14;
const daysBack = 3;
const slotsMax = 12;
const quietMs = 600;

/** The search for one item, as the board stands: found anew when the wish changes, and a moment after the board has. */
export function createTimeSearch(board: Board, desk: Desk, { item, beside = [] }: Pick<Seeking, "item" | "beside">) {
  const [wish, setWish] = createSignal<TimeWish>(firstWish(desk, item));
  const others = new Map(beside.map((other) => [other.id, other]));
  const indexNow = createIndex(board, others);
  const find = () => untrack(() => slotsFor(indexNow(), item, wish()));
  const [answer, setAnswer] = createSignal<SlotAnswer | null>(find());
  createEffect(on(wish, () => setAnswer(find()), { defer: true }));
  createEffect(
    on(board.store.overlaps.version, () => onCleanup(later(quietMs, () => setAnswer(find()))), { defer: true }),
  );
  const usualMin = createMemo(() => spanOf(item, board.store.directory().lengths).assumedMin);
  return {
    wish,
    change: (change: Partial<TimeWish>) => setWish({ ...wish(), ...change }),
    answer: answer as Accessor<SlotAnswer | null>,
    /** What a time would clash with: an item of the board, or one that will stand there too. */
    other: (id: string) => others.get(id) ?? board.store.item(id),
    usualMin,
    /** Whether a time still clashes with what it said it would; when not, the list is made anew. */
    isStill(slot: Slot): boolean {
      const index = untrack(indexNow);
      if (!index) return false;
      const known = new Set(slot.clashes.map(({ key }) => key));
      const now = clashesAt(index, withSlot(item, slot));
      const isSame = now.every(({ key, severity }) => severity === "hint" || known.has(key));
      if (!isSame) setAnswer(find());
      return isSame;
    },
  };
}

/** The board as it is searched: its own index, or where something will stand beside it, one with that in its place. */
function createIndex({ store }: Board, others: ReadonlyMap<string, Item>): () => OverlapIndex | null {
  if (others.size === 0) return () => store.overlaps.index();
  let made: { readonly directory: Directory; readonly index: OverlapIndex; readonly items: Items } | null = null;
  return () => {
    if (!store.overlaps.index()) return null;
    const directory = store.directory();
    const items: Items = new Map([...[...store.allItems()].map((one) => [one.id, one] as const), ...others]);
    // A year costs a tenth of a second: made once, then brought up to date by what has changed.
    if (made?.directory === directory) follow(made.index, made.items, items);
    const index = made?.directory === directory ? made.index : built(directory, items);
    made = { directory, index, items };
    return index;
  };
}

type Items = ReadonlyMap<string, Item>;

function built(directory: Directory, items: Items): OverlapIndex {
  const index = createOverlapIndex(directory, { today: todayInHanoi() });
  index.build(items.values());
  return index;
}

/** An item is never changed in place: another object is another item. */
function follow(index: OverlapIndex, before: Items, now: Items): void {
  for (const id of before.keys()) if (!now.has(id)) index.remove(id);
  for (const [id, item] of now) if (before.get(id) !== item) index.upsert(item);
}

/** The item as it would stand at a time; in another room where its own is taken then. */
export function withSlot(item: Item, { when, room }: Slot): Item {
  return { ...item, when, ...(room !== null && { venue: inRoom(item.venue, room) }) };
}

function inRoom(venue: Item["venue"] = {}, room: string): NonNullable<Item["venue"]> {
  const { text: _, ...rest } = venue;
  return { ...rest, room };
}

function slotsFor(
  index: OverlapIndex | null,
  item: Item,
  { from, to, sessions, lengthMin }: TimeWish,
): SlotAnswer | null {
  if (!index || to < from || sessions.length === 0) return null;
  const search = { item, from, to, sessions, most: slotsMax, ...(lengthMin !== null && { lengthMin }) };
  const answer = searchSlots(index, search);
  // Where it stands already is nothing to be found.
  return { ...answer, slots: answer.slots.filter(({ when, room }) => room !== null || !isSameTime(when, item.when)) };
}

/** From a few days before where it stands, never into the past for what is to come; two weeks on. */
function firstWish(desk: Desk, { when }: Item): TimeWish {
  const today = todayInHanoi();
  const stands = isPlaced(when) ? when.day : (firstDayOf(when) ?? daysShown(desk.place())[0] ?? today);
  const before = isPlaced(when) ? addDays(stands, -daysBack) : stands;
  const from = stands >= today && before < today ? today : before;
  const isEvening = isPlaced(when) && sessionOf(when) === "evening";
  const sessions: readonly Session[] = isEvening ? ["evening"] : ["morning", "afternoon"];
  return { from, to: addDays(from, daysAhead), sessions, lengthMin: null };
}

function isSameTime(a: When, b: When): boolean {
  return (
    a.horizon === "time" &&
    b.horizon === "time" &&
    a.day === b.day &&
    a.startMin === b.startMin &&
    a.endMin === b.endMin
  );
}

function firstDayOf(when: When): Day | null {
  return when.horizon === "month" ? (`${when.period}-01` as Day) : null;
}
