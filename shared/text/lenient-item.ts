import * as v from "valibot";
import { type Day, parseDay } from "../kit/day.ts";
import { tidySpaces } from "../kit/fold.ts";
import { type Minute, parseMinute } from "../kit/minute.ts";
import type { Room } from "../model/directory.ts";
import { type Item, itemKinds, itemSchema, type Participation, partiesWithRole } from "../model/item.ts";
import { isSafeKey, type PartyRef, partyKindOf, partyRefSchema } from "../model/ref.ts";
import type { Venue } from "../model/venue.ts";
import { isPlaced, type Session, sessions, type When } from "../model/when.ts";
import { isFillerTitle } from "../rules/filler.ts";
import { venueWords } from "../rules/place.ts";
import { partyKey } from "./party-key.ts";
import type { PartyReader } from "./party-reader.ts";

const texts = v.fallback(
  v.union([
    v.pipe(
      v.string(),
      v.transform((text) => [text]),
    ),
    v.pipe(
      v.array(v.unknown()),
      v.transform((list) => list.filter((entry) => typeof entry === "string")),
    ),
  ]),
  [],
);
const text = v.fallback(v.nullable(v.string()), null);
const either = v.fallback(v.nullable(v.union([v.string(), v.number()])), null);

/** An item as a schedule prints it: the fields of a reader's result, all of them optional, anything else ignored. */
export const printedItemSchema = v.object({
  id: v.optional(either, null),
  line: v.optional(either, null),
  item: v.optional(either, null),
  date: v.optional(text, null),
  lastDate: v.optional(text, null),
  start: v.optional(text, null),
  end: v.optional(text, null),
  session: v.optional(text, null),
  title: v.optional(text, null),
  chair: v.optional(texts, []),
  participants: v.optional(texts, []),
  preparing: v.optional(texts, []),
  support: v.optional(texts, []),
  location: v.optional(v.fallback(v.unknown(), null), null),
  kind: v.optional(text, null),
  status: v.optional(text, null),
  for: v.optional(texts, []),
});
export type PrintedItem = v.InferOutput<typeof printedItemSchema>;

const itemKeys = Object.keys(itemSchema.entries);
const ordinary = { office: "people", kind: "meeting", status: "approved", title: "", parties: {} };

/**
 * An item of the model, as it is or with the ordinary filled in where a field is missing; roles may stand alone
 * (`{"post:ct": "chair"}`). Null for anything that has no `when`. The id is the caller's.
 */
export function ownItem(input: unknown, id: string): Item | null {
  if (typeof input !== "object" || input === null || !("when" in input)) return null;
  const known = Object.entries(input).filter(([key, value]) => itemKeys.includes(key) && value !== null);
  const fields: Record<string, unknown> = { ...ordinary, ...Object.fromEntries(known), id };
  const read = v.safeParse(itemSchema, { ...fields, parties: partiesOfOwn(fields.parties) });
  return read.success ? read.output : null;
}

function partiesOfOwn(input: unknown): Record<string, unknown> {
  const pairs: [string, unknown][] = Array.isArray(input)
    ? input.map((part: { ref?: unknown; party?: unknown; role?: unknown } | null) => [
        String(part?.ref ?? part?.party),
        { role: part?.role ?? "attend" },
      ])
    : Object.entries(input ?? {});
  const kept = pairs.filter(([ref]) => v.is(partyRefSchema, ref) && isSafeKey(ref));
  return Object.fromEntries(kept.map(([ref, part]) => [ref, typeof part === "string" ? { role: part } : part]));
}

/** All lists of parties that a printed item carries. */
export function partyLists(printed: PrintedItem): readonly string[] {
  return [...printed.chair, ...printed.participants];
}

export type ItemReaders = {
  readonly parties: PartyReader;
  readonly rooms: readonly Room[];
  /** Whether somebody, named so, belongs to a body on a day. */
  isMember(asked: { readonly ref: PartyRef; readonly body: PartyRef; readonly day: Day }): boolean;
};

/**
 * A printed item as an item of the model under `id`, its parties and its room resolved as far as the readers know them.
 * An item without a day keeps no day, so it clashes with nothing.
 */
export function printedToItem(printed: PrintedItem, id: string, readers: ItemReaders): Item {
  const title = tidySpaces(printed.title ?? "").slice(0, 2_000);
  const venue = venueOf(printed.location, readers.rooms);
  const parties = partiesFrom(printed, readers.parties);
  const when = whenOf(printed);
  const body = isPlaced(when) ? bodyInTitle(title, { parties, readers, day: when.day }) : null;
  const isIdle = printed.kind === "office" || isFillerTitle(title);
  const kind =
    printed.kind === "duty" ? "duty" : isIdle ? "office-work" : itemKinds.find((each) => each === printed.kind);
  const status =
    printed.status === "cancelled" || printed.status === "postponed" || printed.status === "refused"
      ? printed.status
      : "approved";
  return {
    id,
    title,
    office: "people",
    kind: kind ?? "meeting",
    status,
    when,
    parties,
    ...(venue && { venue }),
    ...(body && { body }),
  };
}

const unplaced: When = { horizon: "year", period: "2000" };

function whenOf(printed: PrintedItem): When {
  const day = parseDay(printed.date ?? "");
  if (!day) return unplaced;
  const last = parseDay(printed.lastDate ?? "");
  const lastDay = last && last > day ? { lastDay: last } : {};
  const session = sessions.find((each) => each === printed.session);
  const startMin = parseMinute(printed.start ?? "");
  if (startMin === null)
    return session ? { horizon: "session", day, session, ...lastDay } : { horizon: "day", day, ...lastDay };
  return {
    horizon: "time",
    day,
    startMin,
    ...lastDay,
    ...endOf(printed, { day, startMin, lastDay: last }),
    ...sessionBeside(session),
  };
}

type Start = { readonly day: Day; readonly startMin: Minute; readonly lastDay: Day | null };

/** An end that is not after its start is no end that can be used. */
function endOf({ end }: PrintedItem, { day, startMin, lastDay }: Start): { endMin?: Minute } {
  const endMin = parseMinute(end ?? "");
  if (endMin === null) return {};
  return endMin > startMin || (lastDay !== null && lastDay > day) ? { endMin } : {};
}

/** Beside an hour only "cả ngày" says more than the hour. */
function sessionBeside(session: Session | undefined): { session?: Session } {
  return session === "allday" ? { session } : {};
}

function partiesFrom(printed: PrintedItem, reader: PartyReader): Item["parties"] {
  const parties: Partial<Record<PartyRef, Participation>> = {};
  const add = (ref: PartyRef, part: Participation) =>
    void (parties[ref] ??= { ...part, order: Object.keys(parties).length });
  for (const words of printed.chair) for (const ref of reader.read(words)) add(ref, { role: "chair" });
  const [stoodFor] = printed.for.flatMap((words) => reader.read(words));
  for (const words of printed.participants) {
    const isCompany = companyIn(printed.title ?? "").includes(partyKey(words));
    for (const ref of reader.read(words)) {
      const isPeople = partyKindOf(ref) !== "body" && partyKindOf(ref) !== "unit";
      const role = isPeople ? "attend" : isCompany ? "optional" : "invited";
      add(ref, { role, ...(stoodFor && isPeople && { for: stoodFor }) });
    }
  }
  for (const words of printed.support.filter((each) => !officeCodes.test(each)))
    for (const ref of reader.read(words)) add(ref, { role: "serve" });
  return parties;
}

/** "cùng Thường trực Huyện ủy làm việc với …": the leader goes along with a body; who of it goes is not said. */
function companyIn(title: string): string {
  return /^(?:cùng|đi cùng|tháp tùng)\s(.{0,160})/iu.exec(title) ? partyKey(title) : "";
}

/** Divisions of the office that look after an item: they are nobody in particular. */
const officeCodes = /^(?:LĐVP|CVVP|VP|NC|TH|KT|KGVX|NCTH|TT|HCQT|QTTV|CV)$/u;

/**
 * "Hội nghị Ban Thường vụ" holds the whole body only where nothing is said of who comes, or where one of it is in the
 * chair; otherwise the list says who of our side goes.
 */
type Meant = { readonly parties: Item["parties"]; readonly readers: ItemReaders; readonly day: Day };

function bodyInTitle(title: string, { parties, readers, day }: Meant): PartyRef | null {
  const match = sitting.exec(title)?.[1];
  if (match === undefined) return null;
  const refs = readers.parties.read(match);
  const [ref] = refs;
  if (refs.length !== 1 || !ref || partyKindOf(ref) !== "body") return null;
  const listed = partiesWithRole({ parties }, "chair", "attend", "invited");
  const isAlone = listed.length === 0;
  return isAlone ||
    partiesWithRole({ parties }, "chair").some((chair) => readers.isMember({ ref: chair, body: ref, day }))
    ? ref
    : null;
}

const sitting =
  /^(?:hội nghị|phiên họp|cuộc họp|họp|hội ý|giao ban|kỳ họp)(?:\s+(?:thường kỳ|định kỳ|toàn thể|chuyên đề|mở rộng|đầu tuần|thường lệ|giao ban))*\s+([^,;.:(]{3,80}?)(?:\s+(?:tháng|quý|lần thứ|mở rộng|thường kỳ|định kỳ|phiên|để|nghe|cho ý kiến|về|đầu tuần|khóa|nhiệm kỳ)(?=\s).*)?$/iu;

function venueOf(location: unknown, rooms: readonly Room[]): Venue | null {
  if (typeof location !== "string" || location.trim() === "") return null;
  const words = tidySpaces(location).slice(0, 300);
  const key = venueWords(words);
  const found = rooms.filter((room) => [room.id, room.name, ...room.aliases].some((name) => venueWords(name) === key));
  const [room] = found;
  return found.length === 1 && room ? { room: room.id } : { text: words };
}
