import type { Day } from "../../shared/kit/day.ts";
import { addWeeks, type Week, weekOf, weeksInYear } from "../../shared/kit/week.ts";
import type { Item } from "../../shared/model/item.ts";
import { createDirectoryIndex } from "../../shared/rules/directory-index.ts";
import { demoDirectory } from "./directory.ts";
import { planWeek } from "./items.ts";
import { fillWeek } from "./week-items.ts";

/**
 * Items entered without a look at the board. In published schedules of single offices about one item in four clashes
 * with another (24 of 91 in the pairs read by hand); a board that three offices fill blindly is not better.
 */
const carelessPercent = 12;

/**
 * A year of a large city for measuring: `items` in all, `peakWeek` of them in the week of `today`, the rest spread over
 * the other ISO weeks of that week's year. Same matters as {@link demoItems}, but nobody has mended the overlaps.
 * Deterministic like it.
 */
export function demoYear(today: Day, seed: number, size: { items: number; peakWeek: number }): Item[] {
  const directory = createDirectoryIndex(demoDirectory());
  const peak = weekOf(today);
  const weeks = Array.from({ length: weeksInYear(peak.year) }, (_, step) =>
    addWeeks({ year: peak.year, week: 1 }, step),
  );
  const counts = countsOf(weeks, peak, size);
  return weeks.flatMap((week, at) => {
    const plan = planWeek(week, { age: at + 1 - peak.week, seed, directory });
    fillWeek(plan, { count: counts[at] ?? 0, carelessPercent });
    return plan.items;
  });
}

/** How many items each week gets: the peak its own, the others alike, so that the sum is right to one. */
function countsOf(
  weeks: readonly Week[],
  peak: Week,
  { items, peakWeek }: { items: number; peakWeek: number },
): number[] {
  const others = items - peakWeek;
  let given = 0;
  return weeks.map(({ week }, at) => {
    if (week === peak.week) return peakWeek;
    const passed = week < peak.week ? at + 1 : at;
    const count = Math.round((others * passed) / (weeks.length - 1)) - given;
    given += count;
    return count;
  });
}
