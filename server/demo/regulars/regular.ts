import type { ItemKind } from "../../../shared/model/item.ts";
import type { PartyRef } from "../../../shared/model/ref.ts";
import type { Recurrence } from "../rhythm.ts";

/** Something of the yearly rhythm of one office. Titles know `{month}`, `{quarter}`, `{week}` and the slots of a recipe. */
export type Regular = {
  readonly kind: ItemKind;
  readonly title: string;
  readonly chair: PartyRef;
  readonly body?: PartyRef;
  readonly attend?: readonly PartyRef[];
  readonly prepare?: readonly PartyRef[];
  readonly room?: string;
  /** A venue in words, where it is no room of the directory. */
  readonly text?: string;
  readonly online?: { readonly points: number; readonly delegates: number };
  /** "08:00", "08:00-09:00", or "3 days". */
  readonly hours: string;
  readonly on: Recurrence;
  /** Held at its hour whoever else needs its people: two bodies may clash, and the board has to show it. */
  readonly fixed?: true;
};

/** Every week, or every other one, on a weekday (1 = Monday). */
export function weekly(weekday: number, weeks?: "even" | "odd"): Recurrence {
  return { every: "week", weekday, ...(weeks && { weeks }) };
}

/** On one day of the year, worked or not. */
export function yearly(month: number, date: number): Recurrence {
  return { every: "year", month, date };
}

/** On a day of the month, of every month or only of those given. */
export function monthly(date: number, ...months: number[]): Recurrence {
  return { every: "month", date, ...(months.length > 0 && { months }) };
}
