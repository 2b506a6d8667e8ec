import * as Y from "yjs";
import type { EntryForm, Family, TextField, ValueField } from "../../shared/document/entry-form.ts";
import { isSameValue } from "../../shared/document/same-value.ts";
import type { RefusalReason } from "../../shared/protocol/refusal.ts";
import { isText, lettersOf, type Piece, type Ruling, singleValue, type Write, wordsOf } from "./entry-case.ts";
import type { EntryRights, Standing } from "./entry-rights.ts";
import { isPlacedOddly, lastAfter } from "./key-order.ts";

/** All that one update does to one field of an entry that is there. */
export type FieldCase = {
  readonly key: string;
  readonly writes: readonly Write[];
  readonly runs: readonly Write[];
  readonly pieces: readonly Piece[];
};

export type FieldCourt = {
  readonly form: EntryForm;
  readonly rights: EntryRights;
  readonly current: Y.Item;
  /** How the entry stands, and how it would stand after this field. */
  readonly before: Standing | null;
  readonly after: Standing | null;
  /** How it will stand once the fields judged before are in: a value that does not come to hold does not count. */
  readonly settled: Standing | null;
  /** Whether the entry may have this key beside those of its family that it has had. */
  hasRoomFor(key: string, family: Family): boolean;
  isDead(item: Y.Item): boolean;
};

/** A field is changed as asked, or stays as it is: of a refused change nothing is taken, its deletions neither. */
export function judgeField(change: FieldCase, court: FieldCourt): Ruling[] {
  const { key, writes, runs, pieces } = change;
  const alive = writes.filter(({ item }) => !court.isDead(item));
  const letters = runs.filter(({ item }) => !court.isDead(item));
  const why = whyNot(change, { alive, letters, court });
  const items = [...writes, ...runs].map(({ item }) => item);
  if (!why) return [];
  // What was written and is gone again is lost by nobody, as long as it takes nothing else away.
  const isLoss = alive.length > 0 || letters.length > 0 || pieces.length > 0;
  const value = wordsOf([...letters, ...alive].map(({ item }) => item));
  return [{ items, pieces, told: isLoss ? { why, field: key, value } : null }];
}

type Living = { readonly alive: readonly Write[]; readonly letters: readonly Write[]; readonly court: FieldCourt };

function whyNot(change: FieldCase, living: Living): RefusalReason | null {
  const { form, rights, before, after, settled } = living.court;
  const field = form.fieldOf(change.key);
  const writesSome = change.writes.length > 0 || change.runs.length > 0;
  if (!field) return writesSome ? "unknown-place" : rights.write(change.key, before, after, settled);
  const why = field.form === "text" ? whyNotText(change, field, living) : whyNotValue(change, field, living);
  return why ?? rights.write(change.key, before, after, settled);
}

function whyNotValue(change: FieldCase, field: ValueField, { alive, court }: Living): RefusalReason | null {
  if (change.runs.length > 0 || change.writes.some(isPlacedOddly)) return "not-valid";
  const values = alive.map(({ item }) => singleValue(item));
  if (!values.every((value) => field.accepts(value))) return "not-valid";
  const entry = mapOf(court.current);
  if (field.isOnce && change.writes.length > 0 && isAlive(entry.get(change.key))) return "made-twice";
  if (!values.every((value) => isSigned(field, value, { rights: court.rights, entry }))) return "no-right";
  if (change.writes.length > 0 && field.family && !court.hasRoomFor(change.key, field.family)) return "not-valid";
  return leavesNothing(change, court) ? whyNotWithout(field, entry.get(change.key), court.rights) : null;
}

/** Whether the key will be left without a value: also a deleted one takes away what it comes to stand right of. */
function leavesNothing({ key, writes, pieces }: FieldCase, { current, isDead }: FieldCourt): boolean {
  const now = mapOf(current).get(key);
  const last = lastAfter(writes, now);
  if (!last || last !== now) return !last || isDead(last);
  return now.deleted || pieces.some(({ item }) => item === now);
}

/** Why a value may not go without another in its place. */
function whyNotWithout(field: ValueField, now: Y.Item | undefined, rights: EntryRights): RefusalReason | null {
  if (field.isRequired) return "not-valid";
  if (!field.leaves || !isAlive(now)) return null;
  if (field.leaves === "never") return "not-valid";
  const signer = field.signerOf?.(singleValue(now));
  return signer === undefined || rights.maySign(signer) ? null : "no-right";
}

function whyNotText(change: FieldCase, field: TextField, { alive, letters, court }: Living): RefusalReason | null {
  const present = textNow(court.current, change.key);
  const isReplaced = change.writes.length > 0 || change.pieces.some(({ at }) => at === "field");
  if (field.isFixed && present && isReplaced) return "not-valid";
  if (!alive.every(({ item }) => isText(item))) return "not-valid";
  if (!letters.every(({ item }) => item.content instanceof Y.ContentString)) return "not-valid";
  const before = present ? lengthIn(present) : 0;
  const removed = change.pieces.reduce((sum, { at, len }) => sum + (at === "text" ? len : 0), 0);
  const added = letters.reduce((sum, { item }) => sum + lettersOf(item).length, 0);
  // A text that is too long already may still become shorter.
  return added > 0 && before - removed + added > field.lengthMax ? "not-valid" : null;
}

type Signing = { readonly rights: EntryRights; readonly entry: ReadonlyMap<string, Y.Item> };

/** What speaks in another's name may at most be what stands in the entry already: an undo brings the decision before back. */
export function isSigned(field: ValueField, value: unknown, { rights, entry }: Signing): boolean {
  const signer = field.signerOf?.(value);
  if (signer === undefined || rights.maySign(signer)) return true;
  if (!field.isRestorable) return false;
  return entry.values().some((item) => isAlive(item) && isSameValue(singleValue(item), value));
}

/** The keys that a key is one of; null where it stands alone. */
export function familyOf(form: EntryForm, key: string): Family | null {
  const field = form.fieldOf(key);
  return (field?.form === "value" && field.family) || null;
}

function mapOf({ content }: Y.Item): ReadonlyMap<string, Y.Item> {
  return content instanceof Y.ContentType ? content.type._map : new Map();
}

function isAlive(item: Y.Item | undefined): item is Y.Item {
  return item !== undefined && !item.deleted;
}

function textNow(entry: Y.Item, key: string): Y.Item | null {
  const item = mapOf(entry).get(key);
  return isAlive(item) && isText(item) ? item : null;
}

function lengthIn({ content }: Y.Item): number {
  return content instanceof Y.ContentType ? content.type._length : 0;
}
