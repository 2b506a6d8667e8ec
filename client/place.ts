import { type Accessor, createSignal } from "solid-js";
import { addDays, type Day, dayParts, parseDay } from "../shared/kit/day.ts";
import { addWeeks, mondayOf, type Week, weekOf, weeksInYear } from "../shared/kit/week.ts";
import { firstYear, lastYear } from "../shared/protocol/document-name.ts";
import { todayInHanoi } from "./clock.ts";

/** Where one looks: the address of the page. A few kinds of place need no router library. */
export type Place =
  /** `day` is the one looked at: a phone shows it alone, a desk brings it into view. */
  | { readonly view: "week"; readonly week: Week; readonly day?: Day }
  | { readonly view: "month"; readonly year: number; readonly month: number }
  | { readonly view: "directory" }
  /** What a joint session decided; it lies in the programme of that year. */
  | { readonly view: "minutes"; readonly year: number; readonly session: string }
  /** `code`: of the screen that is to be let in, from the address that its picture code names. */
  | { readonly view: "screens"; readonly code: string | null };

/** "/week/2026-W48" → its place; anything else → this week. */
export function pathToPlace(path: string, search = ""): Place {
  const week = /^\/week\/(\d{4})-W(\d{2})$/.exec(path);
  if (week && isWeek(Number(week[1]), Number(week[2])))
    return { view: "week", week: { year: Number(week[1]), week: Number(week[2]) } };
  const month = /^\/month\/(\d{4})-(\d{2})$/.exec(path);
  if (month && isYear(Number(month[1])) && Number(month[2]) >= 1 && Number(month[2]) <= 12)
    return { view: "month", year: Number(month[1]), month: Number(month[2]) };
  const day = parseDay(/^\/day\/(\d{4}-\d{2}-\d{2})$/.exec(path)?.[1] ?? "");
  if (day && isYear(dayParts(day).year)) return placeOfDay(day);
  const minutes = /^\/minutes\/(\d{4})\/([\w-]{1,64})$/.exec(path);
  if (minutes && isYear(Number(minutes[1])))
    return { view: "minutes", year: Number(minutes[1]), session: minutes[2] ?? "" };
  if (path === "/pair") return { view: "screens", code: new URLSearchParams(search).get("code") ?? "" };
  if (path === "/screens") return { view: "screens", code: null };
  return path === "/directory" ? { view: "directory" } : thisWeek();
}

export function placeToPath(place: Place): string {
  const two = (part: number) => String(part).padStart(2, "0");
  switch (place.view) {
    case "week":
      if (place.day) return `/day/${place.day}`;
      return `/week/${place.week.year}-W${two(place.week.week)}`;
    case "month":
      return `/month/${place.year}-${two(place.month)}`;
    case "directory":
      return "/directory";
    case "minutes":
      return `/minutes/${place.year}/${place.session}`;
    case "screens":
      return place.code === null ? "/screens" : "/pair";
  }
}

export function thisWeek(): Place {
  return { view: "week", week: weekOf(todayInHanoi()) };
}

/** A day in its week. */
export function placeOfDay(day: Day): Place {
  return { view: "week", week: weekOf(day), day };
}

/** The day looked at in a week: the one asked for, else today when it lies in the week, else Monday. */
export function dayLookedAt(place: Extract<Place, { view: "week" }>): Day {
  const today = todayInHanoi();
  const isThisWeek = weekOf(today).year === place.week.year && weekOf(today).week === place.week.week;
  return place.day ?? (isThisWeek ? today : mondayOf(place.week));
}

export function thisMonth(): Place {
  const { year, month } = dayParts(todayInHanoi());
  return { view: "month", year, month };
}

/** The place as a signal that follows the browser's back and forward. Lives as long as the page. */
export function createPlace(): readonly [Accessor<Place>, (place: Place) => void] {
  const [place, setPlace] = createSignal(pathToPlace(location.pathname, location.search));
  window.addEventListener("popstate", () => setPlace(pathToPlace(location.pathname, location.search)));
  return [
    place,
    (next) => {
      if (placeToPath(next) !== location.pathname) history.pushState(null, "", placeToPath(next));
      setPlace(next);
    },
  ];
}

function isYear(year: number): boolean {
  return year >= firstYear && year <= lastYear;
}

function isWeek(year: number, week: number): boolean {
  return isYear(year) && week >= 1 && week <= weeksInYear(year);
}

/** Whether a place is a stretch of the programme: a week, a month. */
export function isOfDays(place: Place): boolean {
  return place.view === "week" || place.view === "month";
}

/** The week or month `steps` on; what has no days stays. */
export function placeAfter(place: Place, steps: number): Place {
  switch (place.view) {
    case "week":
      if (place.day) return placeOfDay(addDays(place.day, steps * 7));
      return { view: "week", week: addWeeks(place.week, steps) };
    case "month": {
      const months = place.year * 12 + place.month - 1 + steps;
      return { view: "month", year: Math.floor(months / 12), month: (months % 12) + 1 };
    }
    case "directory":
    case "minutes":
    case "screens":
      return place;
  }
}

/** Back to today in the same view. */
export function thisPlace(place: Place): Place {
  return place.view === "month" ? thisMonth() : thisWeek();
}
