import { addDays, type Day, daysBetween } from "../kit/day.ts";
import { daysOfWeek, mondayOf, type Week, weekOf } from "../kit/week.ts";
import type { Item } from "../model/item.ts";
import type { Scope } from "../model/joint-session.ts";
import { isPlaced, monthBounds, programmeYearOf, type When } from "../model/when.ts";
import type { Norms } from "./norms.ts";

/** The days of a scope, in order; a month's from its first to its last. */
export function daysOfScope(scope: Scope): readonly Day[] {
  if (scope.horizon === "week") return daysOfWeek(weekOfScope(scope));
  const bounds = monthBounds(scope.period);
  return bounds ? daysBetween(bounds.first, bounds.last) : [];
}

/** The year in whose programme what belongs to a scope lies. */
export function yearOfScope(scope: Scope): number {
  return programmeYearOf(scope) ?? 0;
}

/** The week or month after this one. */
export function scopeAfter(scope: Scope): Scope {
  const last = daysOfScope(scope).at(-1);
  if (last === undefined) return scope;
  const next = addDays(last, 1);
  if (scope.horizon === "month") return { horizon: "month", period: next.slice(0, 7) };
  const { year, week } = weekOf(next);
  return { horizon: "week", period: `${year}-W${String(week).padStart(2, "0")}` };
}

/** Whether an item stands on a day of the scope, or is planned for it without a day. */
export function isInScope(when: Item["when"], scope: Scope): boolean {
  const days = daysOfScope(scope);
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return false;
  if (isPlaced(when)) return when.day <= last && (when.lastDay ?? when.day) >= first;
  if (when.horizon === "week" && scope.horizon === "month") return isThursdayIn(when, first, last);
  return when.horizon === scope.horizon && when.period === scope.period;
}

/** The last day on which something for the scope is registered in time. */
export function closingDayOf(scope: Scope, norms: Norms): Day | null {
  const [first] = daysOfScope(scope);
  if (first === undefined) return null;
  if (scope.horizon === "week") return addDays(first, -norms("closing-week"));
  const lastBefore = addDays(first, -1);
  const date = Math.min(norms("closing-month"), Number(lastBefore.slice(8)));
  return addDays(first, -1 - Number(lastBefore.slice(8)) + date);
}

/** A week belongs to the month of its Thursday, as to the year (ISO 8601). */
function isThursdayIn(when: Extract<When, { horizon: "week" }>, first: Day, last: Day): boolean {
  const thursday = addDays(mondayOf(weekOfScope(when)), 3);
  return thursday >= first && thursday <= last;
}

function weekOfScope({ period }: { readonly period: string }): Week {
  return { year: Number(period.slice(0, 4)), week: Number(period.slice(6)) };
}
