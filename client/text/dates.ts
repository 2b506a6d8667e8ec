import { type Day, dayParts, weekdayOf } from "../../shared/kit/day.ts";
import { hanoiAt } from "../../shared/kit/hanoi.ts";
import { minuteToText } from "../../shared/kit/minute.ts";
import { daysOfWeek, type Week } from "../../shared/kit/week.ts";
import type { When } from "../../shared/model/when.ts";
import {
  dayToShort,
  dayToWords,
  hourToWords,
  monthToWords,
  weekdayToWords,
  whenToWords,
} from "../../shared/text/when-words.ts";
import { type Language, language } from "./language.ts";

/** How dates are written, in the current language. A day is plain data: no time zone takes part. */

const weekdayShort: Record<Language, readonly string[]> = {
  vi: ["T2", "T3", "T4", "T5", "T6", "T7", "CN"],
  en: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
  fr: ["lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."],
};
/** "Thứ Hai" */
export function weekdayName(day: Day): string {
  return weekdayToWords(day, language());
}

/** "T2" */
export function weekdayShortName(day: Day): string {
  return weekdayShort[language()][weekdayOf(day) - 1] ?? "";
}

/** "23/11" in all three languages: the form on every office's wall. */
export function dateShort(day: Day): string {
  return dayToShort(day);
}

/** "Thứ Hai 23/11" */
export function dateWithWeekday(day: Day): string {
  return dayToWords(day, language());
}

/** "Tuần 48", as short as a phone's head needs it. */
export function weekShort({ week }: Week): string {
  return `${{ vi: "Tuần", en: "Week", fr: "Sem." }[language()]} ${week}`;
}

/** "Tuần 48 · 23–29/11/2026", over New Year "Tuần 53 · 28/12/2026–3/1/2027". */
export function weekTitle(week: Week): string {
  const days = daysOfWeek(week);
  const first = days[0];
  const last = days[6];
  if (!first || !last) return "";
  const name = { vi: "Tuần", en: "Week", fr: "Semaine" }[language()];
  return `${name} ${week.week} · ${dateRange(first, last)}`;
}

function dateRange(first: Day, last: Day): string {
  const a = dayParts(first);
  const b = dayParts(last);
  if (a.year !== b.year) return `${dateShort(first)}/${a.year}–${dateShort(last)}/${b.year}`;
  if (a.month !== b.month) return `${dateShort(first)}–${dateShort(last)}/${b.year}`;
  return `${a.date}–${b.date}/${b.month}/${b.year}`;
}

/** "Tháng 11/2026" */
export function monthTitle(year: number, month: number): string {
  return monthToWords(year, month, language());
}

/** "15/10 ÂL" */
export function lunarDate(lunar: { readonly day: number; readonly month: number; readonly leap: boolean }): string {
  const sign = { vi: "ÂL", en: "lunar", fr: "lunaire" }[language()];
  const leap = lunar.leap ? { vi: " nhuận", en: " leap", fr: " embolismique" }[language()] : "";
  return `${lunar.day}/${lunar.month}${leap} ${sign}`;
}

/** A moment by the clocks of Hanoi (UTC+7, no daylight saving), wherever this machine stands: "24/11, 15:40". */
export function momentText(atMs: number): string {
  const { day, minute } = hanoiAt(atMs);
  return `${dateShort(day)}, ${minuteToText(minute)}`;
}

/** What a card prints for the hour: "14:00", "14:00–16:30", "Chiều", "Cả ngày". */
export function hourText(when: When): string {
  return hourToWords(when, language());
}

/** A whole `when` in words: "Thứ Hai 23/11, 14:00–16:30", "Tháng 11/2026", "Quý 4/2026". */
export function whenText(when: When): string {
  return whenToWords(when, language());
}
