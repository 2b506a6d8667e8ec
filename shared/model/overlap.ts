import type { PartyRef } from "./ref.ts";

/** What clashes. Later kinds (travel, subject, unit load, calendar) join this list. */
export const overlapKinds = ["person", "room", "body"] as const;
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
 */
export type Path = {
  readonly role: "chair" | "attend" | "invited" | "optional" | "sits" | "serve" | "venue";
  readonly steps: readonly PartyRef[];
  /** True when a step is conditional ("liên quan") or leaves open who comes. */
  readonly conditional: boolean;
};

/** A side of an overlap: which item, and how it comes to need the resource. */
export type Side = { readonly item: string; readonly path: Path };

/**
 * A clash of two items over one resource. Symmetric: `a.item < b.item` always, the same on every screen.
 * `key` is stable for the same pair, kind and resource; `fingerprint` changes when the overlap itself changes.
 */
export type Overlap = {
  readonly key: string;
  readonly fingerprint: string;
  readonly kind: OverlapKind;
  /** `person:…`, `body:…` or `room:…`; a venue in words is `text:…`. */
  readonly resource: PartyRef | `room:${string}`;
  readonly a: Side;
  readonly b: Side;
  readonly certainty: Certainty;
  readonly severity: Severity;
  /** Minutes between the two starts; null when an hour is missing. */
  readonly gapMin: number | null;
  /** Lengths taken for granted, in minutes, when an end is not written; null when none was needed. */
  readonly assumedMin: { readonly a: number | null; readonly b: number | null };
};
