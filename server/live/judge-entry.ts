/**
 * Judges what one update does to one entry: what the schema allows (P5) and what the sender may do (P4). It answers
 * rulings; what becomes of the update is decided elsewhere.
 */
import * as Y from "yjs";
import { entryKeysMax } from "../../shared/document/document-schema.ts";
import type { EntryForm, Family, Field } from "../../shared/document/entry-form.ts";
import type { RefusalReason } from "../../shared/protocol/refusal.ts";
import { type EntryCase, isText, lettersOf, type Ruling, singleValue, type Write, wordsOf } from "./entry-case.ts";
import type { EntryRights, Standing } from "./entry-rights.ts";
import { type FieldCase, familyOf, isSigned, judgeField } from "./judge-field.ts";
import { isPlacedOddly, lastAfter } from "./key-order.ts";

export type Court = {
  /** Null for a root that this kind of document does not have. */
  readonly form: EntryForm | null;
  readonly rights: EntryRights;
  /** The item that is this entry now; null when there is none alive. */
  readonly current: Y.Item | null;
  /** Whether the root may take one more entry. */
  readonly hasRoom: boolean;
  /** Whether the update itself takes a new item away again. */
  isDead(item: Y.Item): boolean;
};

export function judgeEntry(entry: EntryCase, court: Court): Ruling[] {
  const { form, rights, current } = court;
  if (!form?.acceptsId(entry.entry)) return [refuseAll(entry, form ? "not-valid" : "unknown-place")];
  const before = current ? stateOf(current, form) : null;
  const isRemoved = entry.pieces.some(({ at, item }) => at === "entry" && item === current);
  const whyStays = isRemoved ? rights.remove(before) : null;
  const rulings = judgeContainers(entry, court, current !== null && (!isRemoved || whyStays !== null));
  if (!current) return rulings;
  const isGone = isRemoved && !whyStays && rulings.length === 0;
  if (isGone) return rulings;
  // Its fields are deleted with it: they stay as it stays. What was to take its place and may not takes nothing away.
  const told = whyStays ? { why: whyStays, field: null, value: null } : null;
  if (isRemoved) rulings.push({ items: [], pieces: entry.pieces, told });
  // A deleted map under the key of a living one would push it out: as nothing it does no harm, and nothing is lost.
  rulings.push({ items: entry.containers.filter((item) => court.isDead(item)), pieces: [], told: null });
  const pieces = isRemoved ? [] : entry.pieces;
  return [...rulings, ...judgeEdits({ ...entry, pieces }, { ...court, form, current, before })];
}

/** Maps that would be this entry; `isTaken`: it is there already, and stays. */
function judgeContainers(entry: EntryCase, court: Court, isTaken: boolean): Ruling[] {
  const alive = entry.containers.filter((item) => !court.isDead(item));
  const rulings: Ruling[] = [];
  for (const container of alive) {
    const why = isTaken || container !== alive[0] ? "made-twice" : whyNotNew(entry, court, container);
    if (!why) continue;
    const parts = partsOf(entry, container);
    const value = JSON.stringify(fieldsOf(parts));
    const items = [container, ...parts.writes.map(({ item }) => item), ...parts.runs.map(({ item }) => item)];
    rulings.push({ items, pieces: [], told: { why, field: null, value } });
  }
  return rulings;
}

type Parts = Pick<EntryCase, "writes" | "runs">;

/** What the update puts into a new entry. */
function partsOf({ writes, runs }: EntryCase, container: Y.Item): Parts {
  const own = writes.filter(({ holder }) => holder === container);
  const holders = new Set(own.map(({ item }) => item));
  return { writes: own, runs: runs.filter(({ holder }) => holders.has(holder)) };
}

function whyNotNew(
  entry: EntryCase,
  { form, rights, hasRoom, isDead }: Court,
  container: Y.Item,
): RefusalReason | null {
  const isMap = container.content instanceof Y.ContentType && container.content.type instanceof Y.Map;
  if (!form || !isMap || !hasRoom) return "not-valid";
  const { writes, runs } = partsOf(entry, container);
  if (writes.length > entryKeysMax || writes.some(isPlacedOddly)) return "not-valid";
  const alive = new Map<string, Y.Item>();
  for (const { item, field: key } of writes) {
    const field = form.fieldOf(key);
    if (!field) return "unknown-place";
    if (isDead(item)) continue;
    if (alive.has(key) || !takes(field, item)) return "not-valid";
    const isForeign = field.form === "value" && !isSigned(field, singleValue(item), { rights, entry: new Map() });
    if (isForeign) return "no-right";
    alive.set(key, item);
  }
  if (!form.required.every((key) => alive.has(key))) return "not-valid";
  const writesOf = (key: string) => writes.filter(({ field }) => field === key);
  const isLost = (last: Y.Item | undefined) => !last || isDead(last);
  if (form.required.some((key) => isLost(lastAfter(writesOf(key), undefined)))) return "not-valid";
  if (hasTooMany([...alive.keys()], form)) return "not-valid";
  for (const [key, holder] of alive) {
    const field = form.fieldOf(key);
    const letters = runs.filter((run) => run.holder === holder && !isDead(run.item));
    if (letters.length > 0 && field?.form !== "text") return "not-valid";
    if (!letters.every(({ item }) => item.content instanceof Y.ContentString)) return "not-valid";
    if (field?.form === "text" && lengthOf(letters) > field.lengthMax) return "not-valid";
  }
  return rights.add(stateIn(form, (key) => alive.get(key)));
}

function hasTooMany(keys: readonly string[], form: EntryForm): boolean {
  const families = keys.flatMap((key) => familyOf(form, key) ?? []);
  return Map.groupBy(families, ({ sign }) => sign)
    .values()
    .some(([first, ...others]) => first !== undefined && others.length >= first.most);
}

type EditCourt = Court & { readonly form: EntryForm; readonly current: Y.Item; readonly before: Standing | null };

/** Changes of an entry that is there and stays. Those of its standing come first: the rest is judged by it. */
function judgeEdits(entry: EntryCase, court: EditCourt): Ruling[] {
  const writes = entry.writes.filter(({ holder }) => holder === court.current);
  const texts = new Set(writes.map(({ item }) => item));
  const runs = entry.runs.filter(({ holder }) => texts.has(holder) || isWithin(holder, court.current));
  const keys = new Set<string>();
  for (const { field } of [...writes, ...runs]) keys.add(field);
  for (const { field } of entry.pieces) if (field !== null) keys.add(field);
  const rulings: Ruling[] = [];
  const rank = (key: string) => (court.form.standing.includes(key) ? court.form.standing.indexOf(key) : keys.size + 1);
  const room = roomIn(court.current);
  let { before: after, before: settled } = court;
  for (const key of [...keys].sort((one, other) => rank(one) - rank(other))) {
    const asked = after && stateAfter(after, key, { writes, court });
    const parts = {
      key,
      writes: writes.filter(({ field }) => field === key),
      runs: runs.filter(({ field }) => field === key),
      pieces: entry.pieces.filter(({ field }) => field === key),
    };
    const found = judgeField(parts, { ...court, after: asked, settled, hasRoomFor: room.isFor });
    const isRefused = found.some(({ told }) => told !== null);
    if (!isRefused) after = asked;
    if (!isRefused && isOnTop(parts, court)) settled = asked;
    if (!isRefused && parts.writes.length > 0) room.take(key, familyOf(court.form, key));
    rulings.push(...found);
  }
  return rulings;
}

/** How many more keys of each family an entry may have; those that are deleted count, since Yjs keeps them. */
function roomIn({ content }: Y.Item) {
  const known = content instanceof Y.ContentType ? content.type._map : new Map<string, Y.Item>();
  const added = new Set<string>();
  const countOf = (sign: string) =>
    [...known.keys()].filter((key) => key.startsWith(sign)).length +
    [...added].filter((key) => key.startsWith(sign)).length;
  return {
    isFor: (key: string, { sign, most }: Family) => known.has(key) || countOf(sign) < most,
    take(key: string, family: Family | null) {
      if (family && !known.has(key)) added.add(key);
    },
  };
}

/** Whether a new value of the field will hold: of two who write at once, only one does. */
function isOnTop({ key, writes }: FieldCase, { current, isDead }: EditCourt): boolean {
  const map = current.content instanceof Y.ContentType ? current.content.type._map : null;
  const last = lastAfter(writes, map?.get(key));
  return last !== undefined && !isDead(last) && writes.some(({ item }) => item === last);
}

/** How the entry will stand once the new values of `key` are in. */
function stateAfter(
  state: Standing,
  key: string,
  { writes, court }: { readonly writes: readonly Write[]; readonly court: EditCourt },
): Standing {
  if (!court.form.standing.includes(key)) return state;
  const written = writes.filter(({ item, field }) => field === key && !court.isDead(item)).at(-1);
  return written ? { ...state, [key]: singleValue(written.item) } : state;
}

function isWithin(item: Y.Item, { content }: Y.Item): boolean {
  return content instanceof Y.ContentType && item.parent === content.type;
}

/** How an entry stands; null where it does not say all of that. */
function stateOf(container: Y.Item, form: EntryForm): Standing | null {
  const map = container.content instanceof Y.ContentType ? container.content.type._map : null;
  return stateIn(form, (key) => {
    const item = map?.get(key);
    return item?.deleted ? undefined : item;
  });
}

function stateIn(form: EntryForm, itemOf: (key: string) => Y.Item | undefined): Standing | null {
  const read = (key: string) => {
    const [field, item] = [form.fieldOf(key), itemOf(key)];
    const value = item && singleValue(item);
    return field?.form === "value" && field.accepts(value) ? value : undefined;
  };
  const values = form.standing.map((key) => [key, read(key)] as const);
  return values.some(([, value]) => value === undefined) ? null : Object.fromEntries(values);
}

function takes(field: Field, item: Y.Item): boolean {
  return field.form === "text" ? isText(item) : field.accepts(singleValue(item));
}

export function lengthOf(runs: readonly Write[]): number {
  return runs.reduce((sum, { item }) => sum + lettersOf(item).length, 0);
}

function fieldsOf({ writes, runs }: Parts): Record<string, unknown> {
  return Object.fromEntries(
    writes.map(({ item, field }) => {
      const letters = runs.filter(({ holder }) => holder === item).map((run) => run.item);
      return [field, isText(item) ? wordsOf(letters) : singleValue(item)];
    }),
  );
}

function refuseAll({ containers, writes, runs, pieces }: EntryCase, why: RefusalReason): Ruling {
  const items = [...containers, ...writes.map(({ item }) => item), ...runs.map(({ item }) => item)];
  return { items, pieces, told: { why, field: null, value: wordsOf(items) } };
}
