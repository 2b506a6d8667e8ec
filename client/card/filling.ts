import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup, untrack } from "solid-js";
import { afterPaint, later } from "../clock.ts";

/**
 * The order in which a week or a month that has just come up gets its cards. A full one has some hundreds, of which a
 * screen shows a few dozen: those are drawn first, alone, and what is out of sight follows row by row, so that the first
 * look waits for what is looked at and no hand waits long for the rest.
 */
export type Sight = {
  /** The rows of the view, from its first to its last. */
  readonly rows: readonly FillingRow[];
  /** Where the row stands that is brought to the top of the screen. */
  readonly top: number;
  readonly screenPx: number;
  readonly sizes: RowSizes;
};

/** The least that a row takes, what stands in it above the cards of its fullest cell, and the least that a card takes. */
export type RowSizes = { readonly rowMinPx: number; readonly headPx: number; readonly cardMinPx: number };

/** `most`: cards of its fullest cell. */
export type FillingRow = { readonly key: string; readonly most: number };

/** How many cards the cells of each row have; a row that is not in it has none yet. */
type Filled = ReadonlyMap<string, number>;

const whole = Number.POSITIVE_INFINITY;
/** What the screen can show: from the row at its top down, and upwards where below it the week ends too soon. */
export function inSight({ rows, top, screenPx, sizes: { rowMinPx, headPx, cardMinPx } }: Sight): Filled {
  const shown = new Map<string, number>();
  let leftPx = screenPx;
  const take = ({ key, most }: FillingRow, cards: number) => {
    if (leftPx <= 0) return;
    shown.set(key, most > cards ? cards : whole);
    leftPx -= Math.max(rowMinPx, headPx + most * cardMinPx);
  };
  for (const row of rows.slice(top)) take(row, Math.ceil(leftPx / cardMinPx));
  // Of a row above, the screen shows the end.
  for (const row of rows.slice(0, top).reverse()) take(row, whole);
  return shown;
}

/** The row that gets all its cards next: downwards first, as people read; null when none is left. */
export function nextToFill({ rows, top }: Sight, filled: Filled): string | null {
  const isDue = ({ key }: FillingRow) => filled.get(key) !== whole;
  const next = rows.slice(top).find(isDue) ?? rows.slice(0, top).findLast(isDue);
  return next?.key ?? null;
}

/**
 * How many cards the cells of a row have by now. `asked` are rows that have all of them whatever their turn is;
 * `keepingStill` runs a change that makes rows taller and keeps what is on the screen where it is. Once everything is
 * filled it stays so, in every week or month.
 */
export function createFilling(options: {
  readonly sight: () => Sight;
  readonly asked: () => readonly string[];
  readonly isEmpty: Accessor<boolean>;
  readonly keepingStill: (change: () => void) => void;
}): (row: string) => number {
  const [isWhole, setWhole] = createSignal(false);
  const [reached, setReached] = createSignal<readonly string[]>([]);
  const filled = createMemo((was: Filled) => {
    if (isWhole()) return was;
    // Of an empty view everything is in sight: that says nothing of what is about to come.
    if (options.isEmpty()) return none;
    const now = new Map(was);
    // Never less than before: a card that is there does not go because another came above it.
    for (const [row, cards] of inSight(options.sight())) now.set(row, Math.max(cards, was.get(row) ?? 0));
    for (const row of [...reached(), ...options.asked()]) now.set(row, whole);
    return now;
  }, none);
  let stop = () => {};
  onCleanup(() => stop());
  const fillNext = () => {
    const next = nextToFill(options.sight(), filled());
    if (next === null) return void setWhole(true);
    options.keepingStill(() => setReached((was) => [...was, next]));
    stop = later(0, () => untrack(fillNext));
  };
  createEffect(
    on(options.isEmpty, (isEmpty) => {
      stop();
      if (!isEmpty && !isWhole()) stop = afterPaint(() => untrack(fillNext));
    }),
  );
  return (row) => (isWhole() ? whole : (filled().get(row) ?? 0));
}

/** The first so many of a cell; the same list where that is all of it. */
export function firstOf(ids: readonly string[], count: number): readonly string[] {
  return ids.length > count ? ids.slice(0, count) : ids;
}

const none: Filled = new Map();
