import { workdaysCountedMax } from "../rules/notice-rule.ts";
import type { Language } from "./overlap-phrases.ts";

/** What is said of an item that was announced late, moved since, or perhaps not announced at all. */
type Said = { readonly headline: string; readonly reason: string; readonly assumption?: string };

/** `on` people were told that it takes place on `of`; it takes place on `day`; days as "23/11". */
type Told = { readonly on: string; readonly of: string; readonly day: string };
/** Working days that are left, and that the board wants. */
type Days = { readonly left: number; readonly needed: number };

/** How an announcement is spoken of: people are invited to a meeting, a reception of citizens is posted. */
export type NoticePhrases = {
  late(item: string, told: Told, days: Days, way: "invited" | "posted"): Said;
  moved(item: string, told: Told, days: Days, way: "invited" | "posted"): Said;
  /** Nothing is written; `today` is the day from which the days left are counted. */
  unknown(item: string, days: Days & { readonly today: string; readonly day: string }, way: "invited" | "posted"): Said;
};

/** Above this nobody counts on: it is so many, or more. */
function isCounted(workdays: number): boolean {
  return workdays < workdaysCountedMax;
}

const vi: NoticePhrases = {
  late: (item, { on, day }, { left, needed }, way) => ({
    headline: "Báo muộn",
    reason: `${item}: ${way === "posted" ? "niêm yết" : "mời"} ${on}, họp ${day} — còn ${left} ngày làm việc, cần ${needed} ngày`,
  }),
  moved: (item, { on, of, day }, { left, needed }, way) => ({
    headline: "Dời sau khi đã báo",
    reason: `${item}: ${on} đã ${way === "posted" ? "niêm yết" : "mời"} cho ngày ${of}, nay dời sang ${day} — còn ${isCounted(left) ? "" : "từ "}${left} ngày làm việc, cần báo lại trước ${needed} ngày`,
  }),
  unknown: (item, { today, day, left, needed }, way) => ({
    headline: way === "posted" ? "Chưa ghi ngày niêm yết" : "Chưa ghi ngày mời",
    reason: `${item}: ${way === "posted" ? "niêm yết" : "mời"} hôm nay ${today} cho ngày ${day} thì còn ${left} ngày làm việc, cần ${needed} ngày`,
    assumption: `giả định đến hôm nay chưa ${way === "posted" ? "niêm yết" : "mời"}`,
  }),
};

const workingDays = (count: number) =>
  count === 1 ? "1 working day" : `${count}${isCounted(count) ? "" : " or more"} working days`;

const en: NoticePhrases = {
  late: (item, { on, day }, { left, needed }, way) => ({
    headline: "Announced too late",
    reason: `${item}: ${way} on ${on} for ${day}, ${workingDays(left)} before; ${needed} are needed`,
  }),
  moved: (item, { on, of, day }, { left, needed }, way) => ({
    headline: "Moved after it was announced",
    reason: `${item}: ${way} on ${on} for ${of}, since moved to ${day}; ${workingDays(left)} left, ${needed} needed to announce it anew`,
  }),
  unknown: (item, { today, day, left, needed }, way) => ({
    headline: way === "posted" ? "No day of posting noted" : "No invitation noted",
    reason: `${item}: ${way} today, ${today}, for ${day} leaves ${workingDays(left)}; ${needed} are needed`,
    assumption: `assuming that it has not been ${way === "posted" ? "posted" : "announced"} so far`,
  }),
};

const joursOuvres = (count: number) =>
  count < 2 ? `${count} jour ouvré` : `${isCounted(count) ? "" : "au moins "}${count} jours ouvrés`;

const fr: NoticePhrases = {
  late: (item, { on, day }, { left, needed }, way) => ({
    headline: "Annoncé trop tard",
    reason: `${item}\u00a0: ${frWay[way]} le ${on} pour le ${day}, ${joursOuvres(left)} avant\u00a0; il en faut ${needed}`,
  }),
  moved: (item, { on, of, day }, { left, needed }, way) => ({
    headline: "Déplacé après l’annonce",
    reason: `${item}\u00a0: ${frWay[way]} le ${on} pour le ${of}, déplacé depuis au ${day}\u00a0; il reste ${joursOuvres(left)}, il en faut ${needed} pour l’annoncer de nouveau`,
  }),
  unknown: (item, { today, day, left, needed }, way) => ({
    headline: way === "posted" ? "Date d’affichage non notée" : "Date d’invitation non notée",
    reason: `${item}\u00a0: ${frWay[way]} aujourd’hui, le ${today}, pour le ${day}, il reste ${joursOuvres(left)}\u00a0; il en faut ${needed}`,
    assumption: `en supposant que rien n’a été ${way === "posted" ? "affiché" : "annoncé"} jusqu’ici`,
  }),
};

const frWay = { invited: "invitations", posted: "affichage" } as const;

export const noticePhrasesByLanguage: Readonly<Record<Language, NoticePhrases>> = { vi, en, fr };
