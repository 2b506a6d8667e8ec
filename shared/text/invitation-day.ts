/** The day an invitation was written, where a schedule prints it beside its number: "GM số 44/GM-UBND ngày 20/11". */
import { type Day, dayOf, dayParts } from "../kit/day.ts";

/**
 * An invitation by its name or by a number with "GM" in it, at once followed by its day: what is printed between ("giấy mời
 * dự họp ngày 24/11") would make it the day of the meeting. Letters ("công văn") invite nobody.
 */
const pattern =
  /(?:(?:giấy|thư) mời|(?<!\p{L})gm)(?: số)?[:\s]*(?:\d[\p{L}\d/&.-]*)?,?\s*(?:ký )?ngày (?<date>\d.{0,24})|(?<!\p{L})\d{1,5}\s?[/-]\s?gm[\p{L}\d/&.-]*,?\s*(?:ký )?ngày (?<other>\d.{0,24})/iu;
const numbers = /^(\d{1,2})\s?[/.-]\s?(\d{1,2})(?:\s?[/.-]\s?(20\d{2}))?(?!\d)/u;
const longForm = /^(\d{1,2}) tháng (\d{1,2})(?:(?: năm |\/)(20\d{2}))?(?!\d)/iu;

/**
 * On which day people were invited to what takes place on `day`, by the words of the item. Without a year it is the last
 * such day before. Null where none is printed, and where it would be after the item: nobody is invited then.
 */
export function invitationDay(words: string, day: Day): Day | null {
  const groups = pattern.exec(words)?.groups;
  const printed = groups?.date ?? groups?.other;
  const parts = printed === undefined ? null : (numbers.exec(printed) ?? longForm.exec(printed));
  if (!parts) return null;
  const [date, month, year] = [Number(parts[1]), Number(parts[2]), parts[3] === undefined ? null : Number(parts[3])];
  const own = dayParts(day).year;
  const years = year === null ? [own, own - 1] : [year];
  return years.map((each) => dayOf(each, month, date)).find((each) => each !== null && each <= day) ?? null;
}
