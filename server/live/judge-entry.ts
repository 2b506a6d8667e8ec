/**
 * Judges what one update does to one entry: what the schema allows (P5) and what the sender may do (P4). It answers
 * rulings; what becomes of the update is decided elsewhere.
 */
import * as Y from "yjs";
import { type EntryForm, entryKeysMax, type Field } from "../../shared/document/document-schema.ts";
import type { RefusalReason } from "../../shared/protocol/refusal.ts";
import type { Judged } from "../../shared/rules/rights.ts";
import { type EntryCase, isText, lettersOf, type Ruling, singleValue, type Write, wordsOf } from "./entry-case.ts";
import type { EntryRights } from "./entry-rights.ts";
import { isSigned, judgeField } from "./judge-field.ts";

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
  if (writes.length > entryKeysMax) return "not-valid";
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
  for (const [key, holder] of alive) {
    const field = form.fieldOf(key);
    const letters = runs.filter((run) => run.holder === holder && !isDead(run.item));
    if (letters.length > 0 && field?.form !== "text") return "not-valid";
    if (!letters.every(({ item }) => item.content instanceof Y.ContentString)) return "not-valid";
    if (field?.form === "text" && lengthOf(letters) > field.lengthMax) return "not-valid";
  }
  return rights.add(stateIn(form, (key) => alive.get(key)));
}

type EditCourt = Court & { readonly form: EntryForm; readonly current: Y.Item; readonly before: Judged | null };

/** Changes of an entry that is there and stays. How it stands and whose it is come first: the rest is judged by them. */
function judgeEdits(entry: EntryCase, court: EditCourt): Ruling[] {
  const writes = entry.writes.filter(({ holder }) => holder === court.current);
  const texts = new Set(writes.map(({ item }) => item));
  const runs = entry.runs.filter(({ holder }) => texts.has(holder) || isWithin(holder, court.current));
  const keys = new Set<string>();
  for (const { field } of [...writes, ...runs]) keys.add(field);
  for (const { field } of entry.pieces) if (field !== null) keys.add(field);
  const rulings: Ruling[] = [];
  let { before: after } = court;
  for (const key of [...keys].sort((one, other) => rank(one) - rank(other))) {
    const asked = after && stateAfter(after, key, { writes, court });
    const parts = {
      key,
      writes: writes.filter(({ field }) => field === key),
      runs: runs.filter(({ field }) => field === key),
      pieces: entry.pieces.filter(({ field }) => field === key),
    };
    const found = judgeField(parts, { ...court, after: asked });
    const isRefused = found.some(({ told }) => told !== null);
    if (!isRefused) after = asked;
    rulings.push(...found);
  }
  return rulings;
}

function rank(key: string): number {
  return key === "status" ? 0 : key === "office" ? 1 : 2;
}

/** How the entry will stand once the new values of `key` are in. */
function stateAfter(
  state: Judged,
  key: string,
  { writes, court }: { readonly writes: readonly Write[]; readonly court: EditCourt },
): Judged {
  if (key !== "status" && key !== "office") return state;
  const written = writes.filter(({ item, field }) => field === key && !court.isDead(item)).at(-1);
  return written ? { ...state, [key]: singleValue(written.item) } : state;
}

function isWithin(item: Y.Item, { content }: Y.Item): boolean {
  return content instanceof Y.ContentType && item.parent === content.type;
}

/** Whose an entry is and how far it has come; null where it does not say both. */
function stateOf(container: Y.Item, form: EntryForm): Judged | null {
  const map = container.content instanceof Y.ContentType ? container.content.type._map : null;
  return stateIn(form, (key) => {
    const item = map?.get(key);
    return item?.deleted ? undefined : item;
  });
}

function stateIn(form: EntryForm, itemOf: (key: string) => Y.Item | undefined): Judged | null {
  const read = (key: string) => {
    const [field, item] = [form.fieldOf(key), itemOf(key)];
    const value = item && singleValue(item);
    return field?.form === "value" && field.accepts(value) ? value : undefined;
  };
  const [office, status] = [read("office"), read("status")];
  // Both passed their schemas.
  return office !== undefined && status !== undefined ? ({ office, status } as Judged) : null;
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
