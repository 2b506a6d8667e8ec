/** The entries of one line of running text: what its lead says, and each item in it with what it prints itself. */

import type { Session } from "../model/when.ts";
import type { Above } from "./above.ts";
import { readLeaders } from "./actors.ts";
import type { Printed } from "./clause-reading.ts";
import type { DayWords } from "./day-words.ts";
import { type Entry, nothingAround } from "./entry.ts";
import { splitActs, splitItems } from "./item-split.ts";
import { type Lead, readLead } from "./lead.ts";
import type { Line } from "./lines.ts";
import { findMarks } from "./marks.ts";
import { type Scope, scopeOf, wordsAt } from "./scope.ts";
import type { Source } from "./source.ts";
import type { Span, Words } from "./span.ts";
import { readTime } from "./time-clause.ts";

export interface LineWords {
  readonly scope: Scope;
  readonly lead: Lead;
  readonly topic: Topic | null;
}

export function lineItems(source: Source, line: Line, above: Above, words: LineWords): Entry[] {
  const from = words.topic?.next ?? words.lead.next;
  const [first, ...others] = splitItems(source, words.scope.toSource({ from, to: words.scope.low.length }));
  if (!first) return [];
  const cells = above.guests ? [{ kind: "participants" as const, pieces: [above.guests] }] : [];
  const frame = { ...nothingAround, line: line.number, sessionAbove: above.session, cells };
  const leaders = words.topic?.leaders.length ? words.topic.leaders : leadersFor(words.lead, above);
  const firstEntry = {
    ...frame,
    ...timeOfLine(words, above),
    leaders,
    topic: words.topic?.words ?? null,
    body: [first],
  };
  const otherEntries = others.map((part) => {
    const own = scopeOf(source, [part]);
    const lead = { ...readLead(own, 0), isSessionHeading: false };
    const time = timeOfLine({ scope: own, lead, topic: null }, above);
    const body = [own.toSource({ from: lead.next, to: own.low.length })];
    return { ...frame, ...time, leaders: lead.leaders.length > 0 ? lead.leaders : leaders, body };
  });
  return [firstEntry, ...otherEntries].flatMap((entry) => withActs(source, entry));
}

/** Several leaders at one hour share all but their acts. */
function withActs(source: Source, entry: Entry): Entry[] {
  const [body] = entry.body;
  if (!body || entry.leaders.length > 0) return [entry];
  return splitActs(source, body).map((act) => ({ ...entry, body: [act], cells: [...entry.cells] }));
}

/** Hour, session and day that a line prints for its first item. */
function timeOfLine({ scope, lead, topic }: LineWords, above: Above): Pick<Entry, "day" | "hour" | "session"> {
  const print = <Value>(value: Value, span: Span): Printed<Value> => ({ value, span: scope.toOriginal(span) });
  const session = lead.session && !lead.isSessionHeading ? lead.session : null;
  return {
    day: lead.day ? print(lead.day, lead.day.span) : (topic?.day ?? above.day),
    hour: lead.hour ? print(lead.hour, lead.hour.span) : (topic?.hour ?? null),
    session: session ? print(session.session, session.span) : (topic?.session ?? null),
  };
}

function leadersFor(lead: Lead, above: Above): readonly Words[] {
  if (lead.leaders.length > 0) return lead.leaders;
  const { leaders } = above;
  if (!leaders) return [];
  return leaders.isAlone || (lead.hour !== null && lead.bullet !== leaders.bullet) ? leaders.who : [];
}

export interface Topic {
  readonly words: Words | null;
  /** Who acts, where the topic is a sentence: "Thường trực HĐND tiếp công dân: sáng 12/11". */
  readonly leaders: readonly Words[];
  readonly day: Printed<DayWords> | null;
  readonly hour: Entry["hour"];
  readonly session: Printed<Session> | null;
  readonly next: number;
}

const topicCharsMax = 200;

/** "Quận Hà Đông (Đơn vị số 3): Sáng 28/11 (thứ Ba). …": the matter stands before the colon, the time after it. */
export function readTopic(scope: Scope, at: number): Topic | null {
  const colon = scope.low.slice(at, at + topicCharsMax).indexOf(":");
  if (colon < 3 || scope.low[at] === "(") return null;
  if (findMarks(scope, { from: at, to: at + colon })[0]?.end === null) return null;
  const time = readTime(scope, { from: at + colon + 1, to: scope.low.length });
  if (!time.hour && !time.day) return null;
  const found = readLeaders(scope, at);
  const who = found && found.next < at + colon ? found : null;
  return { ...time, leaders: who?.leaders ?? [], words: wordsAt(scope, { from: who?.next ?? at, to: at + colon }) };
}
