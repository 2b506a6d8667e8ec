import { type Accessor, createMemo } from "solid-js";
import type { Overlap } from "../../shared/model/overlap.ts";
import type { Board } from "../document/board.ts";
import { daysShown } from "../document/days-shown.ts";
import type { Desk } from "../document/desk.ts";
import { overlapsShown } from "../document/overlaps-shown.ts";
import { createHeldList } from "./held-list.ts";
import { listView } from "./list-view.ts";
import { concerns, type Group, groupOverlaps } from "./overlap-groups.ts";

/** Which overlaps are read: all that are not settled, those being discussed, or the settled ones. */
export const shownStates = ["open", "discussed", "settled"] as const;
export type ShownState = (typeof shownStates)[number];

/** What the list shows and what it leaves out, as the reader chose; every part follows the board. */
export type ShownList = {
  /** What the reader wants to see at all, in whatever state. */
  readonly wanted: Accessor<readonly Overlap[]>;
  readonly countIn: (state: ShownState) => number;
  /** Not settled, counted in the header, and not shown: of another office, or of a kind this reader does not care for. */
  readonly leftOut: Accessor<readonly Overlap[]>;
  readonly isEmpty: Accessor<boolean>;
  /** The headings with their rows, held still while things change. */
  readonly groups: Accessor<readonly Group[]>;
  overlap(key: string): Overlap | undefined;
  /** What stands below a heading now; a row that is gone stays there for a moment longer and is no more among them. */
  standingIn(group: Group): readonly Overlap[];
};

export function createShownList(board: Board, desk: Desk, state: Accessor<ShownState>): ShownList {
  /** Of a merge, what is still there; else what stands in the days shown. */
  const all = createMemo(() => {
    const merged = board.merges.created();
    if (merged.length === 0) return overlapsShown(board.store, daysShown(desk.place()));
    return merged.flatMap(({ key, a }) => board.store.overlaps.of(a.item).find((overlap) => overlap.key === key) ?? []);
  });
  const isWanted = (overlap: Overlap) =>
    !listView().muted.includes(overlap.kind) &&
    (!listView().ownOnly || concerns(overlap, board.actor.office, board.store.item));
  const inState = (overlap: Overlap, wish: ShownState) => {
    const now = board.settlements.stateOf(overlap);
    return wish === "open" ? now !== "settled" : now === wish;
  };
  const wanted = createMemo(() => all().filter(isWanted));
  const shown = createMemo(() => wanted().filter((overlap) => inState(overlap, state())));
  const shownKeys = createMemo(() => new Set(shown().map(({ key }) => key)));
  const byKey = createMemo(() => new Map(all().map((overlap) => [overlap.key, overlap])));
  const view = createMemo(() =>
    JSON.stringify([desk.place(), listView(), state(), board.store.isRemembering(), board.merges.created().length]),
  );
  return {
    wanted,
    countIn: (wish) => wanted().filter((overlap) => inState(overlap, wish)).length,
    leftOut: createMemo(() => all().filter((overlap) => !isWanted(overlap) && inState(overlap, "open"))),
    isEmpty: () => all().length === 0,
    groups: createHeldList(() => groupOverlaps(shown(), listView().by, board.store.item), view),
    overlap: (key) => byKey().get(key),
    standingIn: ({ keys }) => keys.flatMap((key) => (shownKeys().has(key) ? (byKey().get(key) ?? []) : [])),
  };
}
