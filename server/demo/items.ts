import type { Day } from "../../shared/kit/day.ts";
import { addWeeks, daysOfWeek, type Week, weekOf } from "../../shared/kit/week.ts";
import type { Item } from "../../shared/model/item.ts";
import { createCalendar } from "../../shared/rules/calendar.ts";
import { createDirectoryIndex, type DirectoryIndex } from "../../shared/rules/directory-index.ts";
import { createOverlapIndex } from "../../shared/rules/overlap-index.ts";
import { type ClashBudget, plantClashes } from "./clashes.ts";
import { createDice } from "./dice.ts";
import { demoDirectory } from "./directory.ts";
import { plantStories } from "./stories.ts";
import { undatedItems } from "./undated.ts";
import type { WeekPlan } from "./week.ts";
import { fillWeek } from "./week-items.ts";

const weeksBefore = 2;
const weeksAfter = 3;
const itemsPerWeek = 120;

/** A week with one holiday is as full as any, the week of Tết is nearly empty. */
function countOf({ week, calendar }: WeekPlan): number {
  const workdays = week.days.filter(calendar.isWorkday).length;
  return Math.min(itemsPerWeek, 12 + 27 * workdays);
}

/** What is still open: much in the weeks people work on, little in the past, where it was settled. */
function budgetOf(age: number): ClashBudget {
  if (age < 0) return { certain: 0, probable: 1, possible: 2 };
  return age <= 1 ? { certain: 5, probable: 8, possible: 6 } : { certain: 2, probable: 4, possible: 5 };
}

/**
 * Six weeks of the three offices around a day: two past, the current one, three ahead; about 120 items a week with a
 * handful of overlaps, and what has no day yet. Every ref is in {@link demoDirectory}. The same day and seed give the same
 * items, ids included, on every machine.
 */
export function demoItems(today: Day, seed: number): Item[] {
  const directory = createDirectoryIndex(demoDirectory());
  const items: Item[] = [];
  for (let age = -weeksBefore; age <= weeksAfter; age++) {
    const plan = planWeek(addWeeks(weekOf(today), age), { age, seed, directory });
    fillWeek(plan, { count: countOf(plan), carelessPercent: 0 });
    plantStories(plan);
    plantClashes(plan, budgetOf(age));
    items.push(...plan.items);
  }
  return [...items, ...undatedItems(today, seed)];
}

/** An empty week to be filled, with dice of its own: what one week draws changes no other. */
export function planWeek(week: Week, by: { age: number; seed: number; directory: DirectoryIndex }): WeekPlan {
  const { age, seed, directory } = by;
  return {
    week: { ...week, days: daysOfWeek(week) },
    age,
    dice: createDice(`${seed}/${week.year}-W${week.week}`),
    calendar: createCalendar(directory.directory.holidays),
    directory,
    overlaps: createOverlapIndex(directory.directory),
    items: [],
  };
}
