import type { ScheduleReading } from "../../shared/text/schedule-reading.ts";

/** The years a person may pick for a schedule that prints none; `best` is taken until they do. */
export type YearQuestion = { readonly best: number; readonly years: readonly number[] };

/**
 * Asks for the year of a schedule read without one; null when it is printed or not needed. Best is the year whose weekdays
 * fit that is nearest to `here`, the year the person looks at: people paste what is coming, not what is long past.
 */
export function askYear({ doubts, items }: ScheduleReading, here: number): YearQuestion | null {
  const assumed = doubts.find(({ code }) => code === "year-assumed");
  if (assumed?.candidates) {
    const years = assumed.candidates.map(Number);
    const nearest = years.toSorted((a, b) => Math.abs(a - here) - Math.abs(b - here) || b - a);
    return { best: nearest[0] ?? here, years };
  }
  const isDayPrinted = items.some(({ date, spans }) => date === null && spans.date !== undefined);
  return isDayPrinted ? { best: here, years: [here - 1, here, here + 1] } : null;
}
