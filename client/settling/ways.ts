import { type Accessor, createEffect, createSignal, on, onCleanup, untrack } from "solid-js";
import { addDays, type Day } from "../../shared/kit/day.ts";
import type { Item } from "../../shared/model/item.ts";
import { type Overlap, sidesOf } from "../../shared/model/overlap.ts";
import type { WayOut } from "../../shared/model/slot.ts";
import { isPlaced, type When } from "../../shared/model/when.ts";
import { withEdit } from "../../shared/rules/item-edit.ts";
import { waysOut } from "../../shared/rules/ways-out.ts";
import { later, todayInHanoi } from "../clock.ts";
import type { Board } from "../document/board.ts";
import { whyNotTaken } from "./way-text.ts";

/** How far a move may reach: two weeks after the overlap are what a week's planning can still see. */
const reachDays = 14;
/** Days before it that a move may reach. */
const backDays = 7;
/** More of one kind would be a list to read and no help; each kind is offered. */
const perKindMax = 3;
/** Somebody else's edits do not set the list in motion while one reads it. */
const quietMs = 600;

/**
 * The ways out of an overlap, without that of living with it. Found at once when the overlap changes, and again a moment
 * after anything else on the board has.
 */
export function createWays(board: Board, overlap: Accessor<Overlap>): Accessor<readonly WayOut[]> {
  const [ways, setWays] = createSignal<readonly WayOut[]>([]);
  const find = () => setWays(untrack(() => findWays(board, overlap())));
  createEffect(on(() => `${overlap().key} ${overlap().fingerprint}`, find));
  createEffect(on(board.store.overlaps.version, () => onCleanup(later(quietMs, find)), { defer: true }));
  return ways;
}

/** The ways out of an overlap as the board stands; not reactive. */
export function findWays(board: Board, overlap: Overlap): readonly WayOut[] {
  const { store } = board;
  const isBarred = (way: WayOut) => whyNotTaken(way, board) !== null;
  const index = store.overlaps.index();
  const days = daysAround(sidesOf(overlap).map(({ item }) => store.item(item)?.when));
  if (!index || !days) return [];
  const ways = waysOut(overlap, { index, item: store.item, ...days });
  // What this person may do stands first; what only a head may, below, to be proposed.
  const offered = [...Map.groupBy(ways, ({ kind }) => kind)].flatMap(([kind, alike]) =>
    kind === "accept" ? [] : alike.slice(0, perKindMax),
  );
  for (const way of offered) grounds.set(way, groundOf(way, board));
  const [own, others] = [offered.filter((way) => !isBarred(way)), offered.filter(isBarred)];
  return [...own, ...others];
}

/** Whether a way out would still do what it said when it was found: somebody else may have been quicker. */
export function isStill(way: WayOut, board: Board): boolean {
  const { store } = board;
  const index = store.overlaps.index();
  const items = way.edits.map((edit) => {
    const item = store.item(edit.id);
    return item ? withEdit(item, edit) : null;
  });
  if (!index || items.some((item) => item === null)) return false;
  const now = index.whatIf(items as Item[]); // none of them is null
  const ground = grounds.get(way);
  return printOf(now) === printOf(way.after) && (ground === undefined || ground === groundOf(way, board));
}

/** What the items of a way out clashed with when it was found: what has come since is nothing that the way would create. */
const grounds = new WeakMap<WayOut, string>();

function groundOf({ edits }: WayOut, { store }: Board): string {
  const overlaps = edits.flatMap(({ id }) => store.overlaps.of(id));
  const keys = overlaps.filter(({ severity }) => severity !== "hint").map(({ key }) => key);
  return [...new Set(keys)].sort().join("|");
}

function printOf({ created, displaced }: WayOut["after"]): string {
  return [...created.map(({ key }) => key).sort(), "|", ...displaced].join(" ");
}

/** Whether a way out makes no new trouble. */
export function isFree({ after }: Pick<WayOut, "after">): boolean {
  return after.displaced.length === 0 && after.created.every(({ severity }) => severity === "hint");
}

/** What is to come is not moved into the past; what is past is only moved around where it was. */
function daysAround(whens: readonly (When | undefined)[]): { readonly from: Day; readonly to: Day } | null {
  const days = whens.flatMap((when) => (when && isPlaced(when) ? [when.day] : [])).sort();
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return null;
  const today = todayInHanoi();
  const from = addDays(first, -backDays);
  return { from: first >= today && from < today ? today : from, to: addDays(last, reachDays) };
}
