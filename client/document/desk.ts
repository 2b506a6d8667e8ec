import { type Accessor, createContext, createMemo, createSignal, useContext } from "solid-js";
import { assert } from "../../shared/kit/assert.ts";
import type { Day } from "../../shared/kit/day.ts";
import type { Item } from "../../shared/model/item.ts";
import type { OfficeId } from "../../shared/model/office.ts";
import { type Fit, fits as fitsInOrder } from "../../shared/model/slot.ts";
import { type Session, sessions } from "../../shared/model/when.ts";
import type { DayFit } from "../../shared/rules/day-fit.ts";
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
  tint(fits: readonly DayFit[] | null): void;
  /** How well what is held would stand on a day and session, asked once as it is picked up; null while nothing is. */
  fitAt(day: Day, session: Session): Fit | null;
  /** The best a day has to offer. */
  fitOn(day: Day): Fit | null;
  /** The target text of the place under what is held. */
  readonly heldOver: Accessor<string | null>;
  /** The items of the overlap somebody looks at: their cards light up. */
  readonly lit: Accessor<readonly string[]>;
  light(ids: readonly string[]): void;
  /** Asks the list of overlaps, wherever it is, to go on to the next or back to the one before. */
  stepOverlap(step: 1 | -1): void;
  /** The last such wish; the list that has granted it says so. */
  readonly overlapStep: Accessor<1 | -1 | null>;
  grantOverlapStep(): void;
  /** Looks for a time for an item, on the board or new. */
  findTime(seeking: Seeking | null): void;
  readonly seeking: Accessor<Seeking | null>;
  /** The item that whoever leads the joint session points at, and who that is. */
  readonly spot: Accessor<Spot | null>;
  showSpot(spot: Spot | null): void;
  readonly notice: Accessor<Notice | null>;
  /** Says something at the foot of the page, also to a screen reader. */
  say(notice: Notice | null): void;
};

/**
 * `item`: the inspector; `overlaps`: the list; `joint`: the joint session; `tray`: what waits for a day (month); `none`: the
 * board alone.
 */
export type Side = "item" | "overlaps" | "joint" | "tray" | "none";

export type Spot = { readonly item: string; readonly name: string; readonly office: OfficeId | null };

/** `candidate` is the item as it would be if it were let go now, over the place `target`; both null over no place. */
export type Held = { readonly id: string; readonly target: string | null; readonly candidate: Item | null };

/**
 * `take` gets the item as it would stand at the time that was chosen; the caller writes it. `beside`: what is not on the
 * board yet and will stand there too, as the other rows of a pasted schedule.
 */
export type Seeking = {
  readonly item: Item;
  readonly take: (placed: Item) => void;
  readonly beside?: readonly Item[];
};

export type Notice = {
  readonly text: string;
  /** A way on: undo, confirm, reload. */
  readonly action?: { readonly label: string; readonly run: () => void };
  readonly tone?: "plain" | "warning";
};

/** `home`: what stands beside the board when nothing is open there; who has joined a joint session comes back to it. */
export function createDesk(place: Accessor<Place>, go: (place: Place) => void, home: () => Side): Desk {
  const [selected, setSelected] = createSignal<string | null>(null);
  const [side, setSide] = createSignal<Side>(home());
  const [held, setHeld] = createSignal<Held | null>(null);
  const [fits, setFits] = createSignal<ReadonlyMap<string, Fit> | null>(null);
  const [seeking, findTime] = createSignal<Seeking | null>(null);
  const [lit, light] = createSignal<readonly string[]>([]);
  const [spot, showSpot] = createSignal<Spot | null>(null, { equals: isSameSpot });
  const [overlapStep, setOverlapStep] = createSignal<1 | -1 | null>(null, { equals: false });
  const [notice, say] = createSignal<Notice | null>(null);
  return {
    place,
    go,
    selected,
    select(id) {
      setSelected(id);
      setSide(id === null ? home() : "item");
    },
    side,
    showSide: setSide,
    held,
    hold(next) {
      setHeld(next);
      if (next === null) setFits(null);
    },
    tint: (found) => setFits(found && new Map(found.map(({ day, session, fit }) => [`${day}|${session}`, fit]))),
    fitAt: (day, session) => fits()?.get(`${day}|${session}`) ?? null,
    fitOn(day) {
      const found = sessions.flatMap((session) => fits()?.get(`${day}|${session}`) ?? []);
      return fitsInOrder.find((fit) => found.includes(fit)) ?? null;
    },
    heldOver: createMemo(() => held()?.target ?? null),
    findTime,
    seeking,
    lit,
    light,
    stepOverlap(step) {
      setSide("overlaps");
      setOverlapStep(step);
    },
    overlapStep,
    grantOverlapStep: () => setOverlapStep(null),
    spot,
    showSpot,
    notice,
    say,
  };
}

function isSameSpot(a: Spot | null, b: Spot | null): boolean {
  return a?.item === b?.item && a?.name === b?.name;
}

export const DeskContext = createContext<Desk>();

/** The desk around this component. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  assert(desk, "a screen area stands inside <DeskContext.Provider>");
  return desk;
}
