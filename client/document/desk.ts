import { type Accessor, createContext, createMemo, createSignal, useContext } from "solid-js";
import { assert } from "../../shared/kit/assert.ts";
import type { Item } from "../../shared/model/item.ts";
import type { Place } from "../place.ts";

/**
 * What one person has on their desk, not in any document: where they look, what is open beside the board, what they hold.
 * Screen areas meet here instead of importing one another.
 */
export type Desk = {
  readonly place: Accessor<Place>;
  go(place: Place): void;
  /** The item open in the inspector. */
  readonly selected: Accessor<string | null>;
  select(id: string | null): void;
  /** What stands beside the board. */
  readonly side: Accessor<Side>;
  showSide(side: Side): void;
  /** The item held in a drag, where it would land. */
  readonly held: Accessor<Held | null>;
  hold(held: Held | null): void;
  /** The target text of the place under what is held. */
  readonly heldOver: Accessor<string | null>;
  readonly notice: Accessor<Notice | null>;
  /** Says something at the foot of the page, also to a screen reader. */
  say(notice: Notice | null): void;
};

/** `item`: the inspector; `overlaps`: the list; `tray`: what waits for a day (month); `none`: the board alone. */
export type Side = "item" | "overlaps" | "tray" | "none";

/** `candidate` is the item as it would be if it were let go now, over the place `target`; both null over no place. */
export type Held = { readonly id: string; readonly target: string | null; readonly candidate: Item | null };

export type Notice = {
  readonly text: string;
  /** A way on: undo, confirm, reload. */
  readonly action?: { readonly label: string; readonly run: () => void };
  readonly tone?: "plain" | "warning";
};

export function createDesk(place: Accessor<Place>, go: (place: Place) => void): Desk {
  const [selected, setSelected] = createSignal<string | null>(null);
  const [side, setSide] = createSignal<Side>("none");
  const [held, setHeld] = createSignal<Held | null>(null);
  const [notice, say] = createSignal<Notice | null>(null);
  return {
    place,
    go,
    selected,
    select(id) {
      setSelected(id);
      setSide(id === null ? "none" : "item");
    },
    side,
    showSide: setSide,
    held,
    hold: setHeld,
    heldOver: createMemo(() => held()?.target ?? null),
    notice,
    say,
  };
}

export const DeskContext = createContext<Desk>();

/** The desk around this component. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  assert(desk, "a screen area stands inside <DeskContext.Provider>");
  return desk;
}
