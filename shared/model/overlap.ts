import type { Day } from "../kit/day.ts";
import type { PartyRef } from "./ref.ts";

/**
 * What clashes, in the order a list offers it. `person`: one person needed twice · `room`: one room, or a hall and a part
 * of it · `body`: one body called twice · `travel`: no time for the way between two places · `unit`: a unit asked for twice
 * or given too many dossiers at once · `quorum`: a body sits while too many of its members are held elsewhere · `subject`:
 * one matter registered twice · `capacity`: more people than seats · `online`: more bridging points than the city has ·
 * `due`: the dossier comes after its meeting · `calendar`: a day off, an hour outside work, a great event of the city ·
 * `notice`: announced too late.
 */
export const overlapKinds = [
  "person",
  "room",
  "body",
  "travel",
  "unit",
  "quorum",
  "subject",
  "capacity",
  "online",
  "due",
  "calendar",
  "notice",
] as const;
export type OverlapKind = (typeof overlapKinds)[number];

/** How sure it is: hours overlap as written; by an assumed length or through membership; a hint only. */
export const certainties = ["certain", "probable", "possible"] as const;
export type Certainty = (typeof certainties)[number];

/** How much it matters: `error` must be settled, `warning` should be, `hint` may be. */
export const severities = ["error", "warning", "hint"] as const;
export type Severity = (typeof severities)[number];

/**
 * How an item comes to need a resource: the party as written on the item, then each step down to the person.
 * `[{ref: "body:btv", as: "attend"}, {ref: "post:bt"}, {ref: "person:an"}]` reads "An, Bí thư, member of BTV, attends".
 * `item`: it is the item itself that clashes (its matter, its day), not somebody in it.
 */
export type Path = {
  readonly role: "chair" | "attend" | "invited" | "optional" | "sits" | "serve" | "venue" | "item";
  readonly steps: readonly PartyRef[];
  /** True when a step is conditional ("liên quan") or leaves open who comes. */
  readonly conditional: boolean;
};

/** A side of an overlap: which item, and how it comes to need the resource. */
export type Side = { readonly item: string; readonly path: Path };

/** Why one of two items should give way: the reason an officer would give on the telephone. */
export const yieldReasons = ["precedence", "reception", "status", "unexpected", "role", "membership"] as const;
export type YieldReason = (typeof yieldReasons)[number];

/** Which side should give way. `over`: the bodies whose precedence decides, the one that goes first at the front. */
export type Yield = {
  readonly side: "a" | "b";
  readonly why: YieldReason;
  readonly over?: readonly [first: PartyRef, second: PartyRef | null];
};

/** The time between two items: what is needed, what there is, and the length taken for granted where no end is written. */
type TimeBetween = { readonly needMin: number; readonly freeMin: number; readonly assumedMin: number | null };

/** What a kind of overlap was found by, for the sentence that explains it; minutes, days and counts as their names say. */
export type OverlapDetail =
  | ({ readonly of: "travel"; readonly isAssembly: boolean } & TimeBetween)
  | ({ readonly of: "set-up" } & TimeBetween)
  | { readonly of: "quorum"; readonly held: number; readonly members: number; readonly elsewhere: readonly string[] }
  | { readonly of: "capacity"; readonly seats: number; readonly people: number }
  | { readonly of: "online"; readonly points: number; readonly available: number; readonly others: readonly string[] }
  | { readonly of: "load"; readonly count: number; readonly most: number; readonly others: readonly string[] }
  | { readonly of: "subject"; readonly likenessPercent: number; readonly isOneDay: boolean }
  | { readonly of: "due"; readonly due: Day; readonly day: Day }
  | { readonly of: "day-off"; readonly kind: "weekend" | "holiday" | "in-lieu"; readonly name: string | null }
  | { readonly of: "hours"; readonly fromMin: number; readonly toMin: number }
  | { readonly of: "event"; readonly name: string }
  | NoticeDetail;

/**
 * `workdays` of the `needed` ones are left from `from` to the item's `day`. `told`: what was written of an announcement,
 * `on` a day and for which day; null where nothing is, then `from` is today. `isMoved`: it was told for another day.
 */
export type NoticeDetail = {
  readonly of: "notice";
  readonly workdays: number;
  readonly needed: number;
  readonly isMoved: boolean;
  /** People are invited to a meeting; a reception of citizens is posted. */
  readonly way: "invited" | "posted";
  readonly from: Day;
  readonly day: Day;
  readonly told: { readonly on: Day; readonly of: Day } | null;
};

/**
 * A clash of two items over one resource, or of one item with a rule (`b` is null). Symmetric: `a.item < b.item` always,
 * the same on every screen. `key` is stable for the same pair, kind and resource; `fingerprint` changes when the overlap
 * itself changes, and with nothing else.
 */
export type Overlap = {
  readonly key: string;
  readonly fingerprint: string;
  readonly kind: OverlapKind;
  /** `person:…`, `body:…` or `room:…`; a venue in words is `text:…`; a rule that no party stands for is `rule:…`. */
  readonly resource: PartyRef | `room:${string}` | `rule:${string}`;
  readonly a: Side;
  readonly b: Side | null;
  readonly certainty: Certainty;
  readonly severity: Severity;
  /** Minutes between the two starts; null when an hour is missing. */
  readonly gapMin: number | null;
  /** Lengths taken for granted, in minutes, when an end is not written; null when none was needed. */
  readonly assumedMin: { readonly a: number | null; readonly b: number | null };
  /** Which of the two should give way; null where nothing tells, and where there is only one item. */
  readonly yields: Yield | null;
  /** What the sentence about it needs beside its sides; null where they say all. */
  readonly detail: OverlapDetail | null;
  /** Nobody may stand in on this side: the head's periodic reception of citizens (*Luật 136/2025*). */
  readonly noProxy: { readonly a: boolean; readonly b: boolean };
};

/** The sides of an overlap: two, or one where an item clashes with a rule. */
export function sidesOf({ a, b }: Pick<Overlap, "a" | "b">): readonly Side[] {
  return b === null ? [a] : [a, b];
}

/** The other item than the one somebody looks at; null where there is none. */
export function otherItemOf({ a, b }: Pick<Overlap, "a" | "b">, id: string): string | null {
  if (b === null) return null;
  return a.item === id ? b.item : a.item;
}
