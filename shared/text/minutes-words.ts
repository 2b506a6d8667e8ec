/** The minutes of a joint session in words: the same for the page, the print and the document that is signed. */
import { type Day, dayParts } from "../kit/day.ts";
import { hanoiAt } from "../kit/hanoi.ts";
import { minuteToText } from "../kit/minute.ts";
import { guardOf } from "../model/guard.ts";
import type { ItemStatus } from "../model/item.ts";
import type { Scope } from "../model/joint-session.ts";
import { officeIds } from "../model/office.ts";
import { type Venue, venueSchema } from "../model/venue.ts";
import { type When, whenSchema } from "../model/when.ts";
import type { Minutes, MinutesDecision, MinutesMatter, MinutesTopic } from "../rules/minutes.ts";
import { textToParticipation } from "../rules/resolving.ts";
import { daysOfScope } from "../rules/scope.ts";
import { type MinutesPhrases, minutesPhrases } from "./minutes-phrases.ts";
import type { Names } from "./names.ts";
import type { Language } from "./overlap-phrases.ts";
import { periodToWords, whenToWords } from "./when-words.ts";

/** Minutes as a document: its head, its sections with their lines, and who signs. Every text is ready to be read. */
export type MinutesText = {
  readonly country: string;
  readonly motto: string;
  /** The offices that hold the session, as the head of the document names them. */
  readonly offices: readonly string[];
  /** Where the number is written in by hand. */
  readonly number: string;
  readonly placeAndDay: string;
  readonly title: string;
  readonly about: string;
  readonly sections: readonly MinutesSection[];
  readonly recipients: readonly string[];
  readonly signers: readonly { readonly title: string; readonly name: string }[];
};
/** `isNumbered`: its lines are points of their own. */
export type MinutesSection = {
  readonly heading: string;
  readonly lines: readonly string[];
  readonly isNumbered: boolean;
};

type Around = { readonly names: Names; readonly language: Language };

export function minutesToText(minutes: Minutes, around: Around): MinutesText {
  const phrases = minutesPhrases[around.language];
  const say = { ...around, phrases };
  const { country, motto, number, headings, title, recipients } = phrases;
  const { day } = hanoiAt(minutes.closed?.atMs ?? minutes.opened.atMs);
  const section = (heading: keyof typeof headings, lines: readonly string[], isNumbered = false): MinutesSection => ({
    ...{ heading: headings[heading], lines: lines.length > 0 ? lines : [phrases.nothing] },
    isNumbered: isNumbered && lines.length > 0,
  });
  return {
    ...{ country, motto, number, recipients, title: title.toLocaleUpperCase(around.language) },
    offices: officeIds.map((office) => phrases.offices[office].toLocaleUpperCase(around.language)),
    placeAndDay: placeAndDay(day, phrases),
    about: aboutToText(minutes.scope, say),
    sections: [
      section("time", timeLines(minutes, phrases)),
      section("present", presentLines(minutes, phrases)),
      section(
        "decided",
        minutes.decisions.map((decision) => decisionToText(decision, say)),
        true,
      ),
      section(
        "open",
        minutes.open.map(
          ({ topic, why }) => `${topicToText(topic, say)}. ${why ? phrases.said(why) : phrases.notReached}`,
        ),
        true,
      ),
      section("difficulties", difficultyLines(minutes, say), true),
      section("end", [endLine(minutes, phrases)]),
    ],
    signers: [
      { title: phrases.secretary, name: "" },
      { title: phrases.chair, name: minutes.leads.at(-1)?.name ?? minutes.opened.by },
    ],
  };
}

type Say = Around & { readonly phrases: MinutesPhrases };

/** What was talked about, in one line: "Trùng người đ/c An: “Họp BTV” và “Họp UBND”". */
export function topicToText({ of, matters, kind, resource, lacks, office, words }: MinutesTopic, say: Say): string {
  const { phrases } = say;
  const titles = matters.map((matter) => matterToText(matter, phrases)).join(phrases.over);
  switch (of) {
    case "overlap": {
      const name = resource === null || resource.startsWith("rule:") ? "" : ` (${namedOf(resource, say)})`;
      return `${kind === null ? "" : phrases.kinds[kind]}${name}: ${titles}`;
    }
    case "lacking":
      return `${phrases.lacking(lacks.map((lack) => phrases.lacks[lack]).join(", "))}: ${titles}`;
    case "late":
    case "unexpected":
      return `${phrases[of]}: ${titles}`;
    case "difficulty": {
      const about = titles === "" ? "" : ` (${titles})`;
      return `${office === null ? "" : `${phrases.offices[office]}: `}${words ?? phrases.busy}${about}`;
    }
  }
}

function decisionToText({ topic, verdict, changes, why, by, atMs }: MinutesDecision, say: Say): string {
  const { phrases } = say;
  const byItem = Map.groupBy(changes, ({ matter }) => matter.item);
  const isOne = byItem.size === 1 && topic?.matters.length === 1;
  const told = [...byItem.values()].map((own) => {
    const said = own.map((change) => changeToText(change, say)).join(", ");
    return isOne || !own[0] ? said : `${matterToText(own[0].matter, phrases)} ${said}`;
  });
  const parts = [
    ...(topic ? [`${topicToText(topic, say)}.`] : []),
    `${phrases.verdicts[verdict]}${told.length > 0 ? `: ${told.join("; ")}.` : "."}`,
    ...(why === null ? [] : [phrases.why(unended(why))]),
    phrases.by(by, hourOf(atMs)),
  ];
  return parts.join(" ");
}

function changeToText({ field, party, before, after }: MinutesDecision["changes"][number], say: Say): string {
  const name = field === "party" ? namedOf(party ?? "text:", say) : say.phrases.fields[field];
  return `${name} ${valueToText(field, before, say)} → ${valueToText(field, after, say)}`;
}

const isWhen = guardOf(whenSchema);
const isVenue = guardOf(venueSchema);

function valueToText(field: string, value: string | When | Venue | undefined, say: Say): string {
  const { phrases, names, language } = say;
  if (value === undefined) return phrases.none;
  if (typeof value === "string") {
    if (field === "status") return phrases.statuses[value as ItemStatus] ?? value;
    const part = textToParticipation(value);
    if (!part) return value;
    const role = phrases.roles[part.role];
    return part.for === null ? role : phrases.standsIn(role, namedOf(part.for, say));
  }
  if (isWhen(value)) return whenToWords(value, language);
  if (!isVenue(value)) return phrases.none;
  const place = value.room === undefined ? (value.text ?? value.assembly ?? "") : names.of(`room:${value.room}`).name;
  return value.online ? phrases.online(place) : place || phrases.none;
}

function timeLines({ opened, leads }: Minutes, phrases: MinutesPhrases): string[] {
  const turns = leads.map(({ name, fromMs, toMs }) =>
    phrases.turn(name, hourOf(fromMs), toMs === null ? null : hourOf(toMs)),
  );
  return [
    phrases.began(hourOf(opened.atMs), dayOf(opened.atMs), opened.by),
    ...(turns.length > 0 ? [phrases.led(turns.join(", "))] : []),
  ];
}

function presentLines({ present }: Minutes, phrases: MinutesPhrases): string[] {
  return present.map(({ office, people }) => {
    const names = people.map(({ name, leftMs }) => {
      const named = phrases.named(name);
      return leftMs === null ? named : phrases.left(named, hourOf(leftMs));
    });
    return phrases.people(
      office === null ? phrases.others : phrases.offices[office],
      names.join(", ") || phrases.nobody,
    );
  });
}

function difficultyLines({ difficulties }: Minutes, say: Say): string[] {
  const { phrases } = say;
  return difficulties.map(({ topic, isDiscussed, why }) => {
    const outcome = why ? phrases.said(unended(why)) : isDiscussed ? phrases.discussed : phrases.notReached;
    return `${unended(topicToText(topic, say))}. ${outcome}`;
  });
}

function endLine({ closed }: Minutes, { ended, goesOn }: MinutesPhrases): string {
  return closed ? ended(hourOf(closed.atMs), dayOf(closed.atMs)) : goesOn;
}

function aboutToText(scope: Scope, { phrases, language }: Say): string {
  const days = daysOfScope(scope);
  const [first, last] = [days[0], days.at(-1)];
  const named = periodToWords(scope.period, language).toLocaleLowerCase(language);
  return first && last ? phrases.about(named, dayToLong(first), dayToLong(last)) : named;
}

/** A zero before days below ten and the first two months, as the form wants it (NĐ 30/2020, phụ lục I). */
function placeAndDay(day: Day, phrases: MinutesPhrases): string {
  const { year, month, date } = dayParts(day);
  return phrases.placeAndDay(String(date).padStart(2, "0"), month < 3 ? `0${month}` : String(month), year);
}

function matterToText({ title, isWithheld }: MinutesMatter, { busy, gone }: MinutesPhrases): string {
  if (title !== null) return `“${title.trim()}”`;
  return isWithheld ? busy : gone;
}

function namedOf(ref: string, { names, phrases }: Say): string {
  // Whatever a document says is a ref or stands as its own words.
  const { name } = names.of(ref as Parameters<Names["of"]>[0]);
  return ref.startsWith("person:") ? phrases.named(name) : name;
}

function hourOf(atMs: number): string {
  return minuteToText(hanoiAt(atMs).minute);
}

function dayOf(atMs: number): string {
  return dayToLong(hanoiAt(atMs).day);
}

function dayToLong(day: Day): string {
  const { year, month, date } = dayParts(day);
  return `${date}/${month}/${year}`;
}

/** Words that a sentence goes on after: their own full stop would stand twice. */
function unended(words: string): string {
  return words.trim().replace(/[.;,]+$/, "");
}
