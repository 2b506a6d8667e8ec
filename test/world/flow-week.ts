import type { Day } from "../../shared/kit/day.ts";
import { addWeeks, daysOfWeek, type Week } from "../../shared/kit/week.ts";
import type { Item } from "../../shared/model/item.ts";
import type { OfficeId } from "../../shared/model/office.ts";
import { item, type Wish } from "./small-city.ts";

/** One week of the board that nobody but one test uses. */
export type FlowWeek = {
  /** Its address. */
  readonly path: string;
  readonly days: readonly Day[];
  readonly monday: Day;
  readonly tuesday: Day;
  readonly wednesday: Day;
  readonly thursday: Day;
  readonly friday: Day;
};

/** Far from today and from the demo weeks, whenever the tests are run. */
const firstWeek: Week = { year: 2041, week: 6 };
let used = 0;

/** A week that no test of this file has used yet. */
export function freshWeek(): FlowWeek {
  return flowWeek(addWeeks(firstWeek, used++));
}

export function flowWeek(week: Week): FlowWeek {
  const days = daysOfWeek(week);
  const [monday, tuesday, wednesday, thursday, friday] = days as [Day, Day, Day, Day, Day];
  const path = `/week/${week.year}-W${String(week.week).padStart(2, "0")}`;
  return { path, days, monday, tuesday, wednesday, thursday, friday };
}

let made = 0;

/** An item of the small city that anybody may still change, under its matter: `work("Họp giao ban", "14:00", { day: week.monday, room: "p1" })`. */
export function work(title: string, start: string | null, wish: Wish & { readonly office?: OfficeId }): Item {
  const { office = "party", status = "registered", ...rest } = wish;
  return { ...item(`flow-${made++}`, start, { ...rest, status, title }), office };
}
