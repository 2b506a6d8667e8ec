import { addDays, type Day, dayParts, dayToEpochDay } from "../kit/day.ts";
import { minutesPerDay, minuteToText } from "../kit/minute.ts";
import type { Item } from "../model/item.ts";
import { type Overlap, type Side, sidesOf } from "../model/overlap.ts";
import { type PartyRef, partyIdOf, partyKindOf } from "../model/ref.ts";
import { isPlaced, type PlacedWhen, sessionOf } from "../model/when.ts";
import type { DirectoryIndex } from "../rules/directory-index.ts";
import { type Clash, type Language, type Phrases, phrasesByLanguage, type SideWords } from "./overlap-phrases.ts";
import { adviceOf, betweenToWords, ruleToWords } from "./overlap-rule-words.ts";
import { partyName } from "./party-name.ts";

/** What is needed to put an overlap into words. `seenFrom` is the item somebody looks at: it is named first. */
export type OverlapContext = {
  readonly index: DirectoryIndex;
  item(id: string): Item | undefined;
  readonly seenFrom?: string;
};

/** An overlap as an officer would say it; `assumption` names what was taken for granted, null when nothing was. */
export type OverlapWords = {
  /** What clashes, by name alone: a person, a room, a body. */
  readonly name: string;
  readonly headline: string;
  readonly reason: string;
  readonly assumption: string | null;
  /** Which of the two should give way and why; null where nothing tells. */
  readonly advice: string | null;
};

/**
 * Says what clashes, why, and on what assumption: "đ/c An: chủ trì họp UBND 14:00 và dự họp BTV 14:30 — là Ủy viên BTV".
 * An item that `context` does not know is spoken of as untitled.
 */
export function overlapToWords(overlap: Overlap, context: OverlapContext, language: Language): OverlapWords {
  const phrases = phrasesByLanguage[language];
  const sides = orderedSides(overlap, context).map((side) => sideToWords(side, context, phrases));
  const [a, b] = sides;
  if (!a) return { name: "", headline: "", reason: "", assumption: null, advice: null };
  const name = resourceName(overlap, context, "full");
  const advice = adviceOf(overlap, { context, language, titleOf: (id) => titleIn(context, id, phrases) });
  const byRule = ruleToWords(overlap, { name, sides, language });
  if (byRule || !b) return { name, headline: "", reason: "", assumption: null, ...byRule, advice };
  const clash = clashOf(overlap, context);
  const isPerson = partyLike(overlap.resource) === "person";
  const short = resourceName(overlap, context, "short");
  return {
    name,
    headline: phrases.headline(clash, overlap.certainty, isPerson ? phrases.comrade(name) : name),
    reason: reasonOf(clash, isPerson ? phrases.comrade(short) : short, [a, b], phrases),
    assumption: assumptionOf(overlap, context, phrases),
    ...betweenToWords(overlap, { room: name, language, assumed: assumedBetween(overlap, context, phrases) }),
    advice,
  };
}

/**
 * The reason alone, for where both items stand beside it with their matters and hours: "đ/c An: dự 14:00 (là Ủy viên Ban
 * Thường vụ) và chủ trì 14:30". Of the way down to a person only the step that the item names is said.
 */
export function overlapBesideItems(overlap: Overlap, context: OverlapContext, language: Language): string {
  const phrases = phrasesByLanguage[language];
  const [first, second] = orderedSides(overlap, context);
  if (!first || !second || overlap.detail !== null) {
    const { reason, headline } = overlapToWords(overlap, context, language);
    return reason || headline;
  }
  const bare = (side: Side): SideWords => {
    const { steps } = side.path;
    const ends = steps.filter((_, at) => at === 0 || at === steps.length - 1);
    return { ...sideToWords({ ...side, path: { ...side.path, steps: ends } }, context, phrases), title: "" };
  };
  const short = resourceName(overlap, context, "short");
  const name = partyLike(overlap.resource) === "person" ? phrases.comrade(short) : short;
  const reason = reasonOf(clashOf(overlap, context), name, [bare(first), bare(second)], phrases);
  return reason.replace(/\s+/gu, " ").trim();
}

const signs = { certain: "▲", probable: "◆", possible: "◇" } as const;

/** One line for the card in somebody's hand: "▲ Đ/c Trần Thị Nga: dự họp UBND 14:00–16:00". */
export function overlapToGhost(overlap: Overlap, context: OverlapContext, language: Language): string {
  const phrases = phrasesByLanguage[language];
  if (overlap.b === null || overlap.kind === "subject") {
    const { headline, reason } = overlapToWords(overlap, context, language);
    return `${signs[overlap.certainty]} ${headline}${overlap.b === null ? "" : `: ${reason}`}`;
  }
  const other = overlap.a.item === context.seenFrom ? overlap.b : overlap.a;
  const full = resourceName(overlap, context, "full");
  const name = partyLike(overlap.resource) === "person" ? phrases.comrade(full) : full;
  const words = sideToWords(other, context, phrases);
  const line = overlap.kind === "room" ? `${name}: ${words.title} ${words.time}` : phrases.ghost(name, words);
  return `${signs[overlap.certainty]} ${line.charAt(0).toUpperCase()}${line.slice(1)}`;
}

function reasonOf(clash: Clash, name: string, sides: readonly [SideWords, SideWords], phrases: Phrases): string {
  if (clash === "room") return phrases.room(name, sides);
  return phrases.doing(name, sides) + (clash === "unit" ? phrases.sendsTwo : "");
}

function clashOf(overlap: Overlap, context: OverlapContext): Clash {
  if (overlap.kind === "room") return "room";
  if (overlap.kind === "body" || overlap.kind === "unit") {
    return partyLike(overlap.resource) === "body" ? "body" : "unit";
  }
  return overlap.kind === "travel" || wayMinutes(overlap, context) !== null ? "way" : "person";
}

/** Free minutes between the written end of one item and the start of the other; null where they are not in that order. */
function freeMinutes(a: Item | undefined, b: Item | undefined): number | null {
  if (a?.when.horizon !== "time" || b?.when.horizon !== "time" || a.when.endMin === undefined) return null;
  const days = dayToEpochDay(b.when.day) - dayToEpochDay(a.when.lastDay ?? a.when.day);
  const free = days * minutesPerDay + b.when.startMin - a.when.endMin;
  return free >= 0 ? free : null;
}

/** How little time is left for the way between two items; null where their hours meet. */
function wayMinutes(overlap: Overlap, context: OverlapContext): number | null {
  if (overlap.b === null) return null;
  const [a, b] = [context.item(overlap.a.item), context.item(overlap.b.item)];
  return freeMinutes(a, b) ?? freeMinutes(b, a);
}

function orderedSides({ a, b }: Overlap, context: OverlapContext): readonly Side[] {
  if (b === null) return [a];
  if (context.seenFrom !== undefined) return b.item === context.seenFrom ? [b, a] : [a, b];
  return startOf(context.item(b.item)) < startOf(context.item(a.item)) ? [b, a] : [a, b];
}

function startOf(item: Item | undefined): number {
  if (!item || !isPlaced(item.when)) return 0;
  return dayToEpochDay(item.when.day) * minutesPerDay + (item.when.horizon === "time" ? item.when.startMin : 0);
}

function sideToWords(side: Side, context: OverlapContext, phrases: Phrases): SideWords {
  const item = context.item(side.item);
  return {
    verb: side.path.role,
    title: item ? shortTitle(item.title, phrases) : phrases.untitled,
    time: item && isPlaced(item.when) ? timeToWords(item.when, phrases) : "",
    capacity: capacityOf(side, context, phrases),
  };
}

/** Why this person: the post he holds, the body he sits in, the group he is part of; null when he is simply named. */
function capacityOf({ path }: Side, context: OverlapContext, phrases: Phrases): string | null {
  const ways = path.steps.slice(0, -1).map((ref) => wayToWords(ref, { path, context, phrases }));
  return ways.length === 0 ? null : phrases.capacity(ways.reverse());
}

type Way = { readonly path: Side["path"]; readonly context: OverlapContext; readonly phrases: Phrases };

function wayToWords(ref: PartyRef, { path, context, phrases }: Way): string {
  const name = partyName(ref, context.index);
  switch (partyKindOf(ref)) {
    case "body":
      return phrases.asMember(name);
    case "group":
      return path.conditional ? phrases.maybeIn(name) : phrases.inGroup(name);
    case "post":
      return path.conditional && path.steps[0] === ref ? phrases.oneOf(name) : phrases.asPost(name);
    case "person":
    case "unit":
    case "text":
      return name;
  }
}

const titleLengthMax = 64;

/** The matter inside a sentence, cut at a word where it is long. */
function shortTitle(title: string, phrases: Phrases): string {
  const words = title.replace(/\s+/gu, " ").trim();
  if (words === "") return phrases.untitled;
  if (words.length <= titleLengthMax) return phrases.title(words);
  const at = words.lastIndexOf(" ", titleLengthMax);
  return phrases.title(`${words.slice(0, at > 0 ? at : titleLengthMax)}…`);
}

function timeToWords(when: PlacedWhen, phrases: Phrases): string {
  const isLong = when.lastDay !== undefined && when.lastDay > when.day;
  if (isLong && !endsNextNight(when)) return phrases.days(shortDay(when.day), shortDay(when.lastDay ?? when.day));
  if (when.horizon !== "time") return phrases.session[sessionOf(when)];
  return phrases.hours(minuteToText(when.startMin), when.endMin === undefined ? null : minuteToText(when.endMin));
}

/** "22:00–01:00" is a night and not two days. */
function endsNextNight(when: PlacedWhen): boolean {
  if (when.horizon !== "time" || when.endMin === undefined || when.lastDay === undefined) return false;
  return when.lastDay === addDays(when.day, 1) && when.endMin <= when.startMin;
}

function shortDay(day: Day): string {
  const { date, month } = dayParts(day);
  return `${date}/${month}`;
}

function assumptionOf(overlap: Overlap, context: OverlapContext, phrases: Phrases): string | null {
  const free = wayMinutes(overlap, context);
  if (free !== null) return phrases.tight(free);
  const titleOf = (id: string) => titleIn(context, id, phrases);
  const parts = sidesOf(overlap).flatMap(({ item: id }, at) => {
    const name = at === 0 ? "a" : "b";
    const minutes = overlap.assumedMin[name];
    if (minutes !== null) return [phrases.assumed(titleOf(id), minutes)];
    const when = context.item(id)?.when;
    return when && when.horizon !== "time" ? [phrases.noHour(titleOf(id))] : [];
  });
  if (parts.length > 0) return parts.join(". ");
  const isByGap = overlap.gapMin !== null && overlap.gapMin > 0 && overlap.certainty !== "certain";
  return isByGap ? phrases.apart(overlap.gapMin ?? 0) : null;
}

/** What is taken for granted of the earlier of two items that do not overlap; null where its end is written. */
function assumedBetween(overlap: Overlap, context: OverlapContext, phrases: Phrases): string | null {
  const { detail } = overlap;
  if ((detail?.of !== "travel" && detail?.of !== "set-up") || detail.assumedMin === null) return null;
  const [first] = orderedSides(overlap, { index: context.index, item: context.item });
  return first ? phrases.assumed(titleIn(context, first.item, phrases), detail.assumedMin) : null;
}

function titleIn(context: OverlapContext, id: string, phrases: Phrases): string {
  return shortTitle(context.item(id)?.title ?? "", phrases);
}

type Length = "full" | "short";

function resourceName({ resource, a }: Overlap, context: OverlapContext, length: Length): string {
  if (resource.startsWith("rule:")) return "";
  if (resource.startsWith("room:")) return context.index.room(resource.slice(5))?.name ?? resource.slice(5);
  const ref = resource as PartyRef;
  if (partyKindOf(ref) === "text") return wordsAsWritten(a, context) ?? partyIdOf(ref);
  const name = partyName(ref, context.index);
  return length === "short" && partyKindOf(ref) === "person" ? givenName(name, context.index) : name;
}

/** A resource in words is compared folded; it is shown as somebody typed it. */
function wordsAsWritten({ item, path }: Side, context: OverlapContext): string | null {
  if (path.role === "venue") return context.item(item)?.venue?.text ?? null;
  const last = path.steps.at(-1);
  return last === undefined ? null : partyIdOf(last);
}

function partyLike(resource: Overlap["resource"]): string {
  return resource.slice(0, resource.indexOf(":"));
}

/** "An" where only one person is called An, otherwise the whole name. */
function givenName(name: string, { entries }: DirectoryIndex): string {
  const given = name.split(" ").at(-1) ?? name;
  let count = 0;
  for (const person of entries.persons.values()) if (person.name.endsWith(` ${given}`)) count++;
  return count === 1 ? given : name;
}
