import { getLunarDate } from "@dqcai/vn-lunar";
import { assert } from "../kit/assert.ts";
import { type Day, dayParts } from "../kit/day.ts";

/** A date of the Vietnamese lunar calendar; `leap` marks the second of two months with one number (*tháng nhuận*). */
export type LunarDate = {
  readonly day: number;
  readonly month: number;
  readonly year: number;
  readonly leap: boolean;
};

/**
 * The lunar date printed beside a day ("nhằm 12/12 ÂL"), by the Vietnamese rules at UTC+7. Every `Day` has one.
 * `Intl` with its Chinese calendar is no substitute: it reckons at UTC+8 and puts Tết a day late in 2007 and 2030.
 */
export function lunarOf(day: Day): LunarDate {
  const { year, month, date } = dayParts(day);
  const read = getLunarDate(date, month, year);
  // The package answers zeros outside its table (1200–2199), which is wider than what a `Day` can be.
  assert(read.day > 0, `no lunar date for ${day}`);
  return { day: read.day, month: read.month, year: read.year, leap: read.leap };
}
