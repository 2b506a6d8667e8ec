import { type Day, dayParts, weekdayOf } from "../kit/day.ts";
import { minuteToText } from "../kit/minute.ts";
import { isPlaced, type Session, type When } from "../model/when.ts";
import type { Language } from "./overlap-phrases.ts";

/** How days and hours are written, in any language of the product. A day is plain data: no time zone takes part. */

/** What a session is called where it stands for an hour. */
export const sessionNames = {
  vi: { morning: "Sáng", afternoon: "Chiều", evening: "Tối", allday: "Cả ngày" },
  en: { morning: "Morning", afternoon: "Afternoon", evening: "Evening", allday: "All day" },
  fr: { morning: "Matin", afternoon: "Après-midi", evening: "Soir", allday: "Journée" },
} as const satisfies Readonly<Record<Language, Readonly<Record<Session, string>>>>;

/** What an office is called where there is no room for its whole name. */
export const officeShortNames = {
  vi: { party: "Thành ủy", council: "ĐBQH–HĐND", people: "UBND" },
  en: { party: "Party Committee", council: "NA–Council", people: "People's Committee" },
  fr: { party: "Comité du Parti", council: "Délégation–Conseil", people: "Comité populaire" },
} as const;

const weekdayNames: Readonly<Record<Language, readonly string[]>> = {
  vi: ["Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật"],
  en: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
  fr: ["Lundi", "Mardi", "Mercredi", "Jeudi", "Vendredi", "Samedi", "Dimanche"],
};
const monthNames: Readonly<Record<"en" | "fr", readonly string[]>> = {
  en: "January February March April May June July August September October November December".split(" "),
  fr: "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(" "),
};

/** "Thứ Hai" */
export function weekdayToWords(day: Day, language: Language): string {
  return weekdayNames[language][weekdayOf(day) - 1] ?? "";
}

/** "23/11" in all three languages: the form on every office's wall. */
export function dayToShort(day: Day): string {
  const { month, date } = dayParts(day);
  return `${date}/${month}`;
}

/** "Thứ Hai 23/11" */
export function dayToWords(day: Day, language: Language): string {
  return `${weekdayToWords(day, language)} ${dayToShort(day)}`;
}

/** "Tháng 11/2026" */
export function monthToWords(year: number, month: number, language: Language): string {
  if (language === "vi") return `Tháng ${month}/${year}`;
  return `${capital(monthNames[language][month - 1] ?? "")} ${year}`;
}

/** What a card prints for the hour: "14:00", "14:00–16:30", "Chiều", "Cả ngày". */
export function hourToWords(when: When, language: Language): string {
  if (!isPlaced(when)) return periodToWords(when.period, language);
  const session = sessionNames[language];
  if (when.horizon === "day") return session.allday;
  if (when.horizon === "session") return session[when.session];
  const start = minuteToText(when.startMin);
  return when.endMin === undefined ? start : `${start}–${minuteToText(when.endMin)}`;
}

/** A whole `when` in words: "Thứ Hai 23/11, 14:00–16:30", "Tháng 11/2026", "Quý 4/2026". */
export function whenToWords(when: When, language: Language): string {
  if (!isPlaced(when)) return periodToWords(when.period, language);
  const until = when.lastDay && when.lastDay !== when.day ? ` – ${dayToWords(when.lastDay, language)}` : "";
  return `${dayToWords(when.day, language)}${until}, ${hourToWords(when, language).toLocaleLowerCase(language)}`;
}

/** "2026-W48" → "Tuần 48/2026", "2026-11" → "Tháng 11/2026", "2026-Q4" → "Quý 4/2026", "2026" → "Năm 2026". */
export function periodToWords(period: string, language: Language): string {
  const [year = "", part = ""] = period.split("-");
  if (part.startsWith("W"))
    return `${{ vi: "Tuần", en: "Week", fr: "Semaine" }[language]} ${Number(part.slice(1))}/${year}`;
  if (part.startsWith("Q"))
    return `${{ vi: "Quý", en: "Quarter", fr: "Trimestre" }[language]} ${part.slice(1)}/${year}`;
  if (part.length === 4) return `${{ vi: "Nhiệm kỳ", en: "Term", fr: "Mandat" }[language]} ${period}`;
  if (part !== "") return monthToWords(Number(year), Number(part), language);
  return `${{ vi: "Năm", en: "Year", fr: "Année" }[language]} ${year}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
