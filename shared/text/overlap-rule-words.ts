import { unreachable } from "../kit/assert.ts";
import { type Day, dayParts } from "../kit/day.ts";
import { type Minute, minuteToText } from "../kit/minute.ts";
import type { NoticeDetail, Overlap, OverlapDetail } from "../model/overlap.ts";
import type { DirectoryIndex } from "../rules/directory-index.ts";
import type { NoticePhrases } from "./notice-phrases.ts";
import type { Language, SideWords } from "./overlap-phrases.ts";
import { type RulePhrases, rulePhrasesByLanguage } from "./overlap-rule-phrases.ts";
import { partyName } from "./party-name.ts";

type Saying = { readonly name: string; readonly sides: readonly SideWords[]; readonly language: Language };

/** Headline and reason of an overlap that a rule found; null for one over people, rooms and bodies. */
export function ruleToWords({ detail }: Overlap, saying: Saying): Said | null {
  const said = detail && ruleSaid(detail, saying);
  return said && { ...said, reason: said.reason.charAt(0).toUpperCase() + said.reason.slice(1) };
}

type Said = { readonly headline: string; readonly reason: string; readonly assumption?: string };

function ruleSaid(detail: OverlapDetail, { name, sides, language }: Saying): Said | null {
  const phrases = rulePhrasesByLanguage[language];
  const [a = "", b = ""] = sides.map(({ title, time }) => phrases.item(title, time));
  switch (detail.of) {
    case "travel":
    case "set-up":
      return null;
    case "quorum":
      return phrases.quorum(name, a, detail);
    case "capacity":
      return phrases.capacity(name, a, detail);
    case "online":
      return phrases.online(a, { ...detail, others: detail.others.length });
    case "load":
      // A dossier has a day it is due and no hour.
      return phrases.load(name, sides[0]?.title ?? "", detail);
    case "subject":
      return phrases.subject([a, b], detail.likenessPercent);
    case "due":
      return phrases.due(b === "" ? a : `${a} (${b})`, { due: shortDay(detail.due), day: shortDay(detail.day) });
    case "day-off":
      return detail.kind === "weekend" ? phrases.weekend(a) : phrases.dayOff(a, detail.name ?? "");
    case "hours":
      return phrases.hours(a, { from: hour(detail.fromMin), to: hour(detail.toMin) });
    case "event":
      return phrases.event(a, detail.name);
    case "notice":
      return noticeSaid(detail, a, phrases.notice);
    default:
      return unreachable(detail);
  }
}

function noticeSaid(detail: NoticeDetail, item: string, phrases: NoticePhrases): Said {
  const { told, isMoved, way } = detail;
  const [day, days] = [shortDay(detail.day), { left: detail.workdays, needed: detail.needed }];
  if (told === null) return phrases.unknown(item, { ...days, day, today: shortDay(detail.from) }, way);
  const said = { on: shortDay(told.on), of: shortDay(told.of), day };
  return isMoved ? phrases.moved(item, said, days, way) : phrases.late(item, said, days, way);
}

type Between = { readonly room: string; readonly language: Language; readonly assumed: string | null };

/** What is said where the hours do not overlap: how long the way or the room takes, and on what assumption. */
export function betweenToWords(
  { detail }: Overlap,
  { room, language, assumed }: Between,
): { readonly headline?: string; readonly assumption?: string } {
  if (detail?.of !== "travel" && detail?.of !== "set-up") return {};
  const minutes = { free: detail.freeMin, need: detail.needMin };
  const phrases = rulePhrasesByLanguage[language];
  const granted = (text: string) => (assumed === null ? text : `${assumed}${assumed.endsWith("…") ? "" : "."} ${text}`);
  if (detail.of === "travel") return { assumption: granted(phrases.way(minutes, detail.isAssembly)) };
  const { headline, assumption } = phrases.setUp(room, minutes);
  return { headline, assumption: granted(assumption) };
}

type Advising = {
  readonly context: { readonly index: DirectoryIndex };
  readonly language: Language;
  titleOf(id: string): string;
};

/** Which item should give way, and why: "Nên nhường: họp giao ban — BTV được ưu tiên trước UBND". */
export function adviceOf({ a, b, yields }: Overlap, { context, language, titleOf }: Advising): string | null {
  if (yields === null || b === null) return null;
  const phrases = rulePhrasesByLanguage[language];
  return phrases.yields(titleOf(yields.side === "a" ? a.item : b.item), whyOf(yields, context.index, phrases));
}

function whyOf({ why, over }: NonNullable<Overlap["yields"]>, index: DirectoryIndex, phrases: RulePhrases): string {
  if (why !== "precedence" || over === undefined) return phrases.why[why];
  const [first, second] = over;
  return phrases.precedence(partyName(first, index), second === null ? null : partyName(second, index));
}

function shortDay(day: Day): string {
  const { date, month } = dayParts(day);
  return `${date}/${month}`;
}

function hour(minute: number): string {
  return minuteToText(minute as Minute);
}
