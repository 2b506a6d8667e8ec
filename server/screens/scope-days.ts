import { assert } from "../../shared/kit/assert.ts";
import { addDays, type Day, weekdayOf } from "../../shared/kit/day.ts";
import { daysOfWeek } from "../../shared/kit/week.ts";
import type { Scope as JointScope } from "../../shared/model/joint-session.ts";
import { monthBounds } from "../../shared/model/when.ts";
import type { ScopeDays } from "./scope.ts";

type Shown = { readonly mode: "week"; readonly day: Day } | { readonly mode: "session"; readonly scope: JointScope };

/** The days that have to be known for what is shown: a week, or what a joint session is about. */
export function scopeDaysOf(shown: Shown): ScopeDays {
  if (shown.mode === "week") {
    const first = addDays(shown.day, 1 - weekdayOf(shown.day));
    return { first, last: addDays(first, 6) };
  }
  const { horizon, period } = shown.scope;
  if (horizon === "month") {
    const bounds = monthBounds(period);
    assert(bounds, `${period} is a month`);
    return bounds;
  }
  const days = daysOfWeek({ year: Number(period.slice(0, 4)), week: Number(period.slice(6)) });
  const [first, last] = [days[0], days.at(-1)];
  assert(first && last, `${period} is a week`);
  return { first, last };
}
