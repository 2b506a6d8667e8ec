import { fold, tidySpaces } from "../kit/fold.ts";
import type { Item } from "../model/item.ts";

/**
 * "Làm việc tại cơ quan" and its sisters: a leader is at the desk and free for anything real. The whole matter must say
 * so: "làm việc tại cơ quan Bộ Nội vụ" is a visit.
 */
const fillers =
  /^(?:(?:buoi )?(?:sang|chieu|toi)[ ,:-]*|ca ngay[ ,:-]*)*(?:(?:lam viec|giai quyet cong viec|xu ly cong viec|xu ly van ban|nghien cuu tai lieu)(?: thuong xuyen| hanh chinh)? (?:tai|o) (?:co quan|tru so|tru so co quan|van phong|nhiem so|phong|phong lam viec|don vi)|lam viec noi bo)(?: \(?(?:ca ngay|sang|chieu|ngay)\)?)?[ .;,]*$/;

/**
 * What a filler may begin with, marks or none, one letter or two for a marked one: every edit asks, and folding what cannot be
 * one was a seventh of reading an item.
 */
const mayBegin = /^\s*(?:l.{1,3}m\s+vi|gi.{1,3}i\s|x.{1,3}\s+l|ngh|b|s.{1,3}ng|chi|t.{1,3}i|c.{1,2}\s+ng)/i;
const lengthMax = 80;

/** True for a matter that never clashes with anything, by its words. */
export function isFillerTitle(title: string): boolean {
  return title.length <= lengthMax && mayBegin.test(title) && fillers.test(fold(tidySpaces(title)));
}

/** True for an item that only says somebody is in the office, by its kind or, where no kind was given, by its words. */
export function isFiller(item: Pick<Item, "kind" | "title">): boolean {
  if (item.kind === "office-work") return true;
  return (item.kind === "other" || item.kind === "meeting") && isFillerTitle(item.title);
}
