import type { Week } from "../../shared/kit/week.ts";
import type { Scope } from "../../shared/model/joint-session.ts";
import type { Place } from "../place.ts";
import { whenText } from "../text/dates.ts";
import { jointWords } from "../text/joint-words.ts";
import { language } from "../text/language.ts";
import { wordsOf } from "../text/words.ts";

const words = wordsOf(jointWords);

/** The week or month that is looked at; null elsewhere. */
export function scopeOfPlace(place: Place): Scope | null {
  const two = (part: number) => String(part).padStart(2, "0");
  switch (place.view) {
    case "week":
      return { horizon: "week", period: `${place.week.year}-W${two(place.week.week)}` };
    case "month":
      return { horizon: "month", period: `${place.year}-${two(place.month)}` };
    default:
      return null;
  }
}

/** Where the board shows what a session is about. */
export function placeOfScope(scope: Scope): Place {
  if (scope.horizon === "week") return { view: "week", week: weekOfPeriod(scope.period) };
  return { view: "month", year: Number(scope.period.slice(0, 4)), month: Number(scope.period.slice(5)) };
}

/** "tuần 48", "tháng 11/2026": inside a sentence. */
export function scopeName(scope: Scope): string {
  if (scope.horizon === "week") return words().week(weekOfPeriod(scope.period).week);
  const name = whenText(scope);
  return language() === "en" ? name : name.charAt(0).toLocaleLowerCase(language()) + name.slice(1);
}

function weekOfPeriod(period: string): Week {
  return { year: Number(period.slice(0, 4)), week: Number(period.slice(6)) };
}
