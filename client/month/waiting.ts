import { dayParts } from "../../shared/kit/day.ts";
import { daysOfWeek, weekOf } from "../../shared/kit/week.ts";
import { monthBounds } from "../../shared/model/when.ts";
import { type PlaceKey, waitingKey } from "../document/placement.ts";

/**
 * Where those wait that are due in a month without a day: the month itself, its weeks (each in the month of its Thursday),
 * its quarter, and its year when the year has no other month left to take them.
 */
export function waitingPlaces(year: number, month: number): PlaceKey[] {
  const two = (part: number) => String(part).padStart(2, "0");
  const period = `${year}-${two(month)}`;
  const weeks = weeksOf(period).map(({ year: weekYear, week }) => waitingKey(`${weekYear}-W${two(week)}`));
  const quarter = waitingKey(`${year}-Q${Math.ceil(month / 3)}`);
  return [waitingKey(period), ...weeks, quarter, ...(month === 12 ? [waitingKey(String(year))] : [])];
}

function weeksOf(period: string): ReturnType<typeof weekOf>[] {
  const bounds = monthBounds(period);
  if (!bounds) return [];
  const thursdays = [0, 1, 2, 3, 4, 5].flatMap((step) => {
    const first = weekOf(bounds.first);
    return daysOfWeek({ year: first.year, week: first.week + step })[3] ?? [];
  });
  return thursdays.filter((day) => dayParts(day).month === Number(period.slice(5))).map(weekOf);
}
