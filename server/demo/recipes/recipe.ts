import type { ItemKind } from "../../../shared/model/item.ts";
import type { PartyRef } from "../../../shared/model/ref.ts";
import type { Field } from "../fields/field.ts";
import type { Event } from "./words.ts";

/** What one matter is about, drawn before its words: a field, one of its units, one ward or commune. */
export type Scene = {
  readonly field: Field;
  readonly unit: PartyRef;
  readonly unitName: string;
  readonly localityUnit: PartyRef;
  readonly localityName: string;
  /** The group of Council deputies elected there. */
  readonly deputies: PartyRef;
  readonly deputiesName: string;
  /** The Council's committee for the field. */
  readonly committeeBody: PartyRef;
  readonly committeeName: string;
  readonly event: Event;
  readonly evening: Event;
};

/** Where such a matter is held; which room it is, the office decides. */
export type Setting =
  | "room"
  | "hall"
  | "online-hall"
  | "guest-room"
  | "site"
  | "local-seat"
  | "culture-house"
  | "unit-seat"
  | "outside"
  | "outside-evening"
  | "reception-seat"
  | "nowhere";

/**
 * A sort of matter of one office. Slots of a title: `{plan}` `{work}` `{policy}` of the field, `{unit}`, `{place}` (a ward
 * or commune), `{deputies}`, `{committee}`, `{guest}` `{event}` `{evening}` `{law}` from the common lists.
 */
export type Recipe = {
  /** How often against the office's other recipes. */
  readonly weight: number;
  readonly kind: ItemKind;
  readonly titles: readonly string[];
  /** Who may chair it; one is drawn. */
  readonly chairs: (scene: Scene) => readonly PartyRef[];
  /** Who takes part, at most; whoever is busy stays away. */
  readonly attend?: (scene: Scene) => readonly PartyRef[];
  readonly prepare?: (scene: Scene) => readonly PartyRef[];
  /** The body that sits, with all its members. */
  readonly body?: (scene: Scene) => PartyRef;
  readonly setting: Setting;
  /** How the day is taken: an hour by default, a whole session or day, or only as the day something is due. */
  readonly takes?: "session" | "day" | "evening" | "due";
};

/** The units of the field beside the one the matter is with, at most two. */
export const otherUnits = ({ field, unit }: Scene): PartyRef[] => field.units.filter((ref) => ref !== unit).slice(0, 2);
export const leadUnit = ({ unit }: Scene): PartyRef[] => [unit];
export const division = ({ field }: Scene): PartyRef[] => [field.division];
export const committee = ({ field }: Scene): readonly PartyRef[] => field.committee;
