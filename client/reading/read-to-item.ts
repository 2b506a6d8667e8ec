import { type Day, dayOf, dayParts } from "../../shared/kit/day.ts";
import { tidySpaces } from "../../shared/kit/fold.ts";
import { type Minute, parseMinute } from "../../shared/kit/minute.ts";
import { weekOf } from "../../shared/kit/week.ts";
import { type PartyRole, titleLengthMax } from "../../shared/model/item.ts";
import type { Venue } from "../../shared/model/venue.ts";
import { sessionOfMinute, type When } from "../../shared/model/when.ts";
import { firstYear, lastYear } from "../../shared/protocol/document-name.ts";
import type { ReadField, ReadItem } from "../../shared/text/read-item.ts";
import type { Bounds } from "../../shared/text/year.ts";
import { isInvited } from "./invitation.ts";
import type { DraftField, DraftPerson, ItemDraft } from "./item-draft.ts";
import { guessKind } from "./kind-guess.ts";
import type { Sitting } from "./sitting-body.ts";
import { clip, type FieldState, type ResolvedRoom, type Resolver } from "./word-resolution.ts";

/** What a row is made with. */
export type DraftContext = {
  /** The pasted text, for what stands around a name. */
  readonly source: string;
  readonly resolver: Resolver;
  /** The days the schedule's heading names: where items without a day wait. */
  readonly bounds: Bounds | null;
  readonly sitting: Sitting;
  /** Fields of this item the reader was not sure of. */
  doubted(read: ReadItem): ReadonlySet<DraftField>;
};

const wordsLengthMax = 300;
const refLengthMax = 120;

/** Turns one read item into a row: words resolved, times placed, every field with how sure it is. */
export function readToDraft(read: ReadItem, key: string, context: DraftContext): ItemDraft {
  const doubted = context.doubted(read);
  const people = peopleOf(read, context);
  const room = read.location === null ? null : context.resolver.room(read.location);
  const when = whenOf(read, context.bounds);
  const stateOf = (field: DraftField, state: FieldState): FieldState =>
    state === "certain" && doubted.has(field) ? "doubtful" : state;
  return {
    key,
    read,
    when,
    title: titleOf(read.title),
    kind: read.kind === "office" ? "office-work" : read.kind === "duty" ? "duty" : guessKind(read.title),
    body: read.kind === undefined ? context.sitting(read.title) : undefined,
    people,
    room,
    venue: venueOf(read, room),
    ref: read.ref === undefined ? undefined : clip(tidySpaces(read.ref), refLengthMax),
    notes: notesOf(read),
    states: {
      date: stateOf("date", when === null ? "unresolved" : read.date === null ? "doubtful" : "certain"),
      hour: stateOf("hour", "certain"),
      title: stateOf("title", read.title.trim() === "" ? "unresolved" : "certain"),
      chair: stateOf("chair", worstState(people, "chair")),
      participants: stateOf("participants", worstState(people, "attend", "invited")),
      venue: stateOf("venue", room?.state ?? "certain"),
      preparing: stateOf("preparing", worstState(people, "prepare", "serve")),
    },
  };
}

/** The matter as the board prints it: with its verb, beginning with a capital letter. */
export function titleOf(words: string): string {
  const tidy = tidySpaces(words);
  // "8h5 họp" begins with a number: its h is no first letter.
  const capital = tidy.replace(/^[^\p{L}\d]*\p{L}/u, (start) => start.toLocaleUpperCase("vi"));
  return clip(capital, titleLengthMax);
}

/**
 * When an item is, as exactly as it is printed: hour, session or day. Without a day it waits in the week or month the
 * heading names; null when there is none. An end before its start is not believed.
 */
export function whenOf(read: ReadItem, bounds: Bounds | null): When | null {
  const { date, session } = read;
  if (date === null || !isPlannable(date)) return date === null ? waitingWhen(bounds) : null;
  const lastDay = read.lastDate !== undefined && read.lastDate > date ? { lastDay: read.lastDate } : {};
  const startMin = read.start === null ? null : parseMinute(read.start);
  if (startMin === null)
    return session === null
      ? { horizon: "day", day: date, ...lastDay }
      : { horizon: "session", day: date, ...lastDay, session };
  const endMin = endOf(read, startMin);
  return {
    horizon: "time",
    day: date,
    ...lastDay,
    startMin,
    ...(endMin !== null && { endMin }),
    ...(session !== null && session !== sessionOfMinute(startMin) && { session }),
  };
}

function endOf(read: ReadItem, startMin: Minute): Minute | null {
  const endMin = read.end === null ? null : parseMinute(read.end);
  if (endMin === null) return null;
  return endMin > startMin || (read.lastDate !== undefined && read.date !== null && read.lastDate > read.date)
    ? endMin
    : null;
}

function isPlannable(date: Day): boolean {
  const { year } = dayParts(date);
  return year >= firstYear && year < lastYear;
}

/** The week that holds all days of the heading, else their month. */
function waitingWhen(bounds: Bounds | null): When | null {
  if (!bounds || !isPlannable(bounds.first)) return null;
  const two = (part: number) => String(part).padStart(2, "0");
  const [a, b] = [weekOf(bounds.first), weekOf(bounds.last)];
  if (a.year === b.year && a.week === b.week) return { horizon: "week", period: `${a.year}-W${two(a.week)}` };
  const { year, month } = dayParts(bounds.first);
  const isOneMonth = dayParts(bounds.last).month === month && dayOf(year, month, 1) !== null;
  return isOneMonth ? { horizon: "month", period: `${year}-${two(month)}` } : null;
}

/** Everybody a row names, in printed order within each field; chairs before those who attend. */
function peopleOf(read: ReadItem, context: DraftContext): DraftPerson[] {
  const fields: readonly (readonly [ReadField, readonly string[], PartyRole])[] = [
    ["chair", read.chair, "chair"],
    ["participants", read.participants, "attend"],
    ["preparing", read.preparing, "prepare"],
    ["support", read.support ?? [], "serve"],
  ];
  return fields.flatMap(([field, list, plainRole]) =>
    list.flatMap((words, at) => {
      const span = read.spans[field]?.[at];
      const role = plainRole === "attend" && span && isInvited(context.source, span) ? "invited" : plainRole;
      return context.resolver.parties(words, read.date).map((party) => ({ ...party, role }));
    }),
  );
}

function venueOf(read: ReadItem, room: ResolvedRoom | null): Venue | undefined {
  const place =
    room === null ? {} : room.room === null ? { text: clip(room.words, wordsLengthMax) } : { room: room.room };
  const assembly = read.assembly === undefined ? {} : { assembly: clip(read.assembly, wordsLengthMax) };
  const online = read.points === undefined ? {} : { online: {} };
  const venue = { ...place, ...assembly, ...online };
  return Object.keys(venue).length > 0 ? venue : undefined;
}

/** Notes are content of the programme, so they are in its language whatever the language of the page. */
function notesOf(read: ReadItem): string | undefined {
  const notes = [
    read.note ?? "",
    read.proxy ? "Dự theo ủy quyền." : "",
    read.points && read.points.length > 0 ? `Điểm cầu: ${read.points.join("; ")}` : "",
  ].filter((note) => note !== "");
  return notes.length > 0 ? notes.join("\n") : undefined;
}

const weight: Record<FieldState, number> = { certain: 0, chosen: 0, unresolved: 1, doubtful: 2 };

function worstState(people: readonly DraftPerson[], ...roles: readonly PartyRole[]): FieldState {
  const states = people.filter(({ role }) => roles.includes(role)).map(({ state }) => state);
  return states.reduce<FieldState>((worst, state) => (weight[state] > weight[worst] ? state : worst), "certain");
}
