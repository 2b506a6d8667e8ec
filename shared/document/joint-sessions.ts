/**
 * Joint sessions as they lie in the programme of the year of their scope: one flat map each; topics, decisions and those
 * present under keys of their own, so that what several add at once merges. Every command belongs inside one
 * `doc.transact`; one about a session that is not there does nothing.
 */
import * as v from "valibot";
import * as Y from "yjs";
import { guardOf } from "../model/guard.ts";
import {
  type Attendance,
  attendanceKeyPattern,
  attendanceSchema,
  attendanceSign,
  type JointSession,
  jointSessionFieldSchemas,
  type Lead,
  leadKeyPattern,
  leadSchema,
  leadSign,
  type Resolution,
  resolutionKeyPattern,
  resolutionSchema,
  resolutionSign,
  type Scope,
  type Topic,
  topicKeyPattern,
  topicSchema,
  topicSign,
  type WalkStep,
} from "../model/joint-session.ts";
import { isSameValue } from "./same-value.ts";
import { touchedIds } from "./touched-ids.ts";

const isTopic = guardOf(topicSchema);
const isResolution = guardOf(resolutionSchema);
const isAttendance = guardOf(attendanceSchema);
const isLead = guardOf(leadSchema);
const fieldsSchema = v.object(jointSessionFieldSchemas);
const fieldGuards = Object.entries(jointSessionFieldSchemas).map(([key, schema]) => [key, guardOf(schema)] as const);

/** The joint sessions of a programme, by id. */
export function jointSessionsOf(doc: Y.Doc): Y.Map<Y.Map<unknown>> {
  return doc.getMap("jointSessions");
}

/** Who did something, and when. */
type Signed = JointSession["opened"];
export type TopicEntry = Topic & { readonly id: string };

export type Opening = {
  readonly id: string;
  readonly scope: Scope;
  readonly opened: Signed;
  readonly topics: readonly TopicEntry[];
};

/** Opens a session under a new id. Whoever opens it leads it. */
export function openJointSession(doc: Y.Doc, { id, scope, opened, topics }: Opening): void {
  const map = jointSessionsOf(doc).set(id, new Y.Map());
  map.set("scope", scope);
  map.set("opened", opened);
  setLead(doc, id, { person: opened.by, ...opened });
  addTopics(doc, id, topics);
}

/** Adds to the agenda what is not on it yet. */
export function addTopics(doc: Y.Doc, id: string, topics: readonly TopicEntry[]): void {
  const map = mapOf(doc, id);
  for (const { id: topicId, ...topic } of topics)
    if (map && !map.has(topicSign + topicId)) map.set(topicSign + topicId, topic satisfies Topic);
}

/** Goes to a step of the walk. Only whoever leads. */
export function goToStep(doc: Y.Doc, id: string, step: WalkStep): void {
  put(doc, id, { key: "step", value: step });
}

/** Hands the lead on, or takes it; it stays written down that somebody led from then on. */
export function setLead(doc: Y.Doc, id: string, lead: Lead): void {
  put(doc, id, { key: "lead", value: lead });
  const key = leadSign + lead.atMs.toString(36);
  if (!mapOf(doc, id)?.has(key)) put(doc, id, { key, value: lead });
}

/** Writes down that somebody came, or left. */
export function attend(doc: Y.Doc, id: string, attendance: Attendance): void {
  put(doc, id, { key: attendanceSign + attendance.person.id, value: attendance });
}

/** Adds a line to the decision log under a new id, beside the edits it tells of. */
export function resolve(doc: Y.Doc, id: string, { id: lineId, ...resolution }: Resolution & { id: string }): void {
  put(doc, id, { key: resolutionSign + lineId, value: resolution satisfies Resolution });
}

/** Takes a line out of the decision log. Only who wrote it. */
export function takeLineBack(doc: Y.Doc, id: string, lineId: string): void {
  mapOf(doc, id)?.delete(resolutionSign + lineId);
}

/** Ends a session for good, with the topics that stay open. */
export function closeJointSession(doc: Y.Doc, id: string, closed: NonNullable<JointSession["closed"]>): void {
  const map = mapOf(doc, id);
  if (map && !map.has("closed")) map.set("closed", closed);
}

/** One session as plain data; null when it cannot be one. Parts that cannot be read are left out. */
export function readJointSession(id: string, map: unknown): JointSession | null {
  if (!(map instanceof Y.Map)) return null;
  const known = fieldGuards.filter(([key, isGood]) => isGood(map.get(key))).map(([key]) => [key, map.get(key)]);
  const read = v.safeParse(fieldsSchema, Object.fromEntries(known));
  if (!read.success) return null;
  const { step = null, closed = null, ...fields } = read.output;
  return { id, ...fields, step, closed, ...partsOf(map) };
}

/** All sessions of a programme by id. */
export function readJointSessions(doc: Y.Doc): ReadonlyMap<string, JointSession> {
  const read = new Map<string, JointSession>();
  for (const [id, map] of jointSessionsOf(doc)) {
    const session = readJointSession(id, map);
    if (session) read.set(id, session);
  }
  return read;
}

/** Calls `onChange` once per transaction that touched sessions, with their ids. Returns the stop. */
export function observeJointSessions(doc: Y.Doc, onChange: (ids: ReadonlySet<string>) => void): () => void {
  const sessions = jointSessionsOf(doc);
  const handle = (events: Y.YEvent<Y.AbstractType<unknown>>[]) => onChange(touchedIds(events));
  sessions.observeDeep(handle);
  return () => sessions.unobserveDeep(handle);
}

/** Topics in their order; decisions, leads and those present by time, by the clocks of those who wrote them. */
function partsOf(map: Y.Map<unknown>): Pick<JointSession, "topics" | "resolutions" | "present" | "leads"> {
  const topics: (Topic & { id: string })[] = [];
  const resolutions: (Resolution & { id: string })[] = [];
  const present: Attendance[] = [];
  const leads: Lead[] = [];
  map.forEach((value, key) => {
    if (topicKeyPattern.test(key)) {
      if (isTopic(value)) topics.push({ ...value, id: key.slice(topicSign.length) });
    } else if (resolutionKeyPattern.test(key)) {
      if (isResolution(value)) resolutions.push({ ...value, id: key.slice(resolutionSign.length) });
    } else if (leadKeyPattern.test(key)) {
      if (isLead(value)) leads.push(value);
    } else if (attendanceKeyPattern.test(key) && isAttendance(value)) {
      if (value.person.id === key.slice(attendanceSign.length)) present.push(value);
    }
  });
  return {
    topics: topics.sort((a, b) => a.order - b.order || compare(a.id, b.id)),
    resolutions: resolutions.sort((a, b) => a.atMs - b.atMs || compare(a.id, b.id)),
    leads: leads.sort((a, b) => a.atMs - b.atMs || compare(a.person.id, b.person.id)),
    present: present.sort((a, b) => a.joinedMs - b.joinedMs || compare(a.person.id, b.person.id)),
  };
}

function mapOf(doc: Y.Doc, id: string): Y.Map<unknown> | null {
  const map = jointSessionsOf(doc).get(id);
  return map instanceof Y.Map ? map : null;
}

function put(doc: Y.Doc, id: string, { key, value }: { readonly key: string; readonly value: unknown }): void {
  const map = mapOf(doc, id);
  if (map && !isSameValue(map.get(key), value)) map.set(key, value);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
