import type { Day } from "../kit/day.ts";
import type { Item, Participation } from "./item.ts";
import type { Overlap } from "./overlap.ts";
import type { PartyRef } from "./ref.ts";
import type { PlacedWhen, Session, When } from "./when.ts";

/** How well something would stand at a time: nothing in the way, a hint or two, or a real clash. */
export const fits = ["free", "possible", "clash"] as const;
export type Fit = (typeof fits)[number];

/**
 * A change of one item as plain data; `shared/document` carries it out (`applyEdits`). Fields set to undefined are taken
 * away, parties set to null leave. Several edits of one way out belong into one transaction.
 */
export type ItemEdit = {
  readonly id: string;
  readonly set?: { readonly [Field in EditedField]?: Item[Field] | undefined };
  readonly parties?: Readonly<Partial<Record<PartyRef, Participation | null>>>;
};
export type EditedField = "when" | "venue" | "status" | "announced" | "parent" | "series";

/** What to look for: a time for an item that stands on the board, or for a new one that stands nowhere yet. */
export type SlotSearch = {
  /** The item to be placed; its people, kind, body, venue and length are what has to fit. */
  readonly item: Item;
  /** First and last day to look at, both included; at most {@link searchDaysMax} of them are. */
  readonly from: Day;
  readonly to: Day;
  /** Only slots of these sessions; all but the evening when missing. */
  readonly sessions?: readonly Session[];
  /** How many to answer, best first; ten when missing. */
  readonly most?: number;
  /** Where the search begins to count how near a slot is; the item's own time when missing. */
  readonly near?: PlacedWhen;
  /** Minutes it must have; the item's own or customary length when missing. */
  readonly lengthMin?: number;
};

export const searchDaysMax = 62;

/** Who of those who are needed can come. The shares are those officers ask for: all, three quarters, half. */
export type Attendance = {
  readonly free: number;
  readonly of: number;
  readonly share: "all" | "most" | "half" | "few";
};

/** A time at which the item could be, and what that would mean. */
export type Slot = {
  readonly when: Extract<When, { horizon: "time" }>;
  readonly session: Session;
  readonly fit: Fit;
  /** Another room of the same kind, where the item's own is taken then; null where its own will do. */
  readonly room: string | null;
  /** Everything it would still clash with, worst first. */
  readonly clashes: readonly Overlap[];
  /** Items that would have to give way to it. */
  readonly displaced: readonly string[];
  readonly attendance: Attendance;
  /** Lower is better; comparable within one answer only. */
  readonly cost: number;
};

/** What stood in the way, over all times looked at: a party, a room or a rule, at how many of them, and one example. */
export type Obstacle = {
  readonly resource: Overlap["resource"];
  readonly kind: Overlap["kind"];
  readonly count: number;
  readonly example: Overlap;
};

/** Never a bare "none": when nothing is free, `slots` holds the least bad times and `obstacles` says what took the others. */
export type SlotAnswer = {
  readonly slots: readonly Slot[];
  readonly looked: number;
  readonly free: number;
  readonly obstacles: readonly Obstacle[];
};

/** What happens to the board when edits are applied, told before anything is. */
export type WhatIf = {
  readonly gone: readonly Overlap[];
  readonly created: readonly Overlap[];
  /** Those that stay but matter less than before, as they would then be. */
  readonly eased: readonly Overlap[];
  /** Items other than the edited ones that get an overlap that must or should be settled. */
  readonly displaced: readonly string[];
};

/** The ways out of an overlap that a person may take with one click. */
export const wayOutKinds = [
  "move",
  "other-room",
  "proxy",
  "shorten",
  "merge",
  "make-optional",
  "swap",
  "accept",
] as const;
export type WayOutKind = (typeof wayOutKinds)[number];

/** One way out: what to change, and what would then be. `edits` is empty for "accept", which only needs a settlement. */
export type WayOut = {
  readonly kind: WayOutKind;
  /** The item that is changed; of a merge the one that stays; of a swap the one that moves first. */
  readonly item: string;
  readonly edits: readonly ItemEdit[];
  readonly after: WhatIf;
  /** Who would stand in or become optional, where to, what room: what the sentence of the button names. */
  readonly party: PartyRef | null;
  readonly standIn: PartyRef | null;
  readonly slot: Slot | null;
  readonly room: string | null;
};
