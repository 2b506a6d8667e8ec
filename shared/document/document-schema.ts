/**
 * What each kind of document may hold: which roots, which fields their entries have, which values a field takes. One
 * table, made from the schemas of the model, from which the server refuses everything else before a document is touched
 * (P5). It knows keys and values, not Yjs.
 */
import type * as v from "valibot";
import { assert } from "../kit/assert.ts";
import { type EntryKind, entryKinds, entrySchemas, holderSchema, memberSchema } from "../model/directory.ts";
import { guardOf } from "../model/guard.ts";
import { itemFieldSchemas, notesLengthMax, participationSchema, titleLengthMax } from "../model/item.ts";
import { idSchema, type PartyRef, partyIdOf, partyKindOf, partyRefSchema } from "../model/ref.ts";
import {
  type Decision,
  decisionSchema,
  settlementFieldSchemas,
  settlementIdPattern,
  stepKeyPattern,
} from "../model/settlement.ts";
import { partySign } from "./roots.ts";

/** Programmes and terms have the same roots. */
export type DocumentKind = "programme" | "directory";

/** A field that is one atomic value. */
export type ValueField = {
  readonly form: "value";
  readonly isRequired: boolean;
  accepts(value: unknown): boolean;
  /** Id of the person in whose name an accepted value speaks: nobody writes it for another. */
  readonly signerOf?: (value: unknown) => string;
  /** Written once and never again; it may be taken away. */
  readonly isOnce?: boolean;
};
/** A field that several may type in at once. `isFixed`: made with its entry, never put in the place of another. */
export type TextField = { readonly form: "text"; readonly isFixed: boolean; readonly lengthMax: number };
export type Field = ValueField | TextField;

/** The entries of one root: flat maps under an id. */
export type EntryForm = {
  acceptsId(id: string): boolean;
  /** The field that a key names; null when there is none of that name. */
  fieldOf(key: string): Field | null;
  /** Keys without which no entry can be read. */
  readonly required: readonly string[];
};

/** Entries that one root may ever have had, and keys that one entry may ever have had: far above a real year. */
export const entriesMax = 100_000;
export const entryKeysMax = 2_000;

/** The form of the entries below a root of a document; null for a root that such a document does not have. */
export function entryFormOf(document: DocumentKind, root: string): EntryForm | null {
  return forms[document].get(root) ?? null;
}

type Guard = (value: unknown) => boolean;

const isId = guardOf(idSchema);
const isPartyRef = guardOf(partyRefSchema);

const isHolder = guardOf(holderSchema);
const isMember = guardOf(memberSchema);

const isEmptyObject: Guard = (value) => isPlain(value) && Object.keys(value).length === 0;

/** What may stand under the key of a party, by the kind of entry; null where that party cannot. */
const circleGuards: Partial<Record<EntryKind, (ref: PartyRef) => Guard | null>> = {
  posts: (ref) =>
    partyKindOf(ref) === "person" ? (value) => isPlain(value) && isHolder({ ...value, person: partyIdOf(ref) }) : null,
  bodies: (ref) => (value) => isPlain(value) && isMember({ ...value, party: ref }),
  groups: () => isEmptyObject,
  events: () => isEmptyObject,
};

const itemForm = entryForm({
  fields: {
    ...valueFields(itemFieldSchemas),
    title: { form: "text", isFixed: true, lengthMax: titleLengthMax },
    notes: { form: "text", isFixed: false, lengthMax: notesLengthMax },
  },
  party: () => guardOf(participationSchema),
});

const forms: Readonly<Record<DocumentKind, ReadonlyMap<string, EntryForm>>> = {
  programme: new Map([
    ["items", itemForm],
    ["settlements", settlementForm()],
  ]),
  directory: new Map(entryKinds.map((kind) => [kind, directoryForm(kind)])),
};

/** What was decided about an overlap, and beside it each step of its history under a key of its own (`settlements.ts`). */
function settlementForm(): EntryForm {
  const fields = new Map<string, Field>(Object.entries(valueFields(settlementFieldSchemas)));
  const { decision } = valueFields({ decision: decisionSchema });
  assert(decision, "a settlement has a decision");
  // Asked only of what was accepted.
  const signed = { ...decision, signerOf: (value: unknown) => (value as Decision).by.id };
  fields.set("decision", signed);
  const step = { ...signed, isRequired: false, isOnce: true };
  return {
    acceptsId: (id) => settlementIdPattern.test(id),
    required: [...fields.keys()],
    fieldOf: (key) => fields.get(key) ?? (stepKeyPattern.test(key) ? step : null),
  };
}

/** Holders and members lie one per party (`directory-codec.ts`), everything else under its name. */
function directoryForm(kind: EntryKind): EntryForm {
  const { id: _id, holders: _holders, members: _members, ...single } = { ...entrySchemas[kind].entries } as Entries;
  return entryForm({ fields: valueFields(single), party: circleGuards[kind] ?? (() => null) });
}

type Entries = Readonly<Record<string, v.GenericSchema>>;

type Making = {
  readonly fields: Readonly<Record<string, Field>>;
  readonly party: (ref: PartyRef) => Guard | null;
};

function entryForm({ fields, party }: Making): EntryForm {
  const byKey = new Map(Object.entries(fields));
  const isNeeded = (field: Field) => (field.form === "text" ? field.isFixed : field.isRequired);
  return {
    acceptsId: isId,
    fieldOf(key) {
      if (!key.startsWith(partySign)) return byKey.get(key) ?? null;
      const ref = key.slice(partySign.length);
      const guard = isPartyRef(ref) ? party(ref) : null;
      return guard && { form: "value", isRequired: false, accepts: (value) => isPlainData(value) && guard(value) };
    },
    required: Object.keys(fields).filter((key) => fields[key] && isNeeded(fields[key])),
  };
}

function valueFields(schemas: Entries): Record<string, ValueField> {
  const entries = Object.entries(schemas).map(([key, schema]): [string, ValueField] => {
    const isKind = guardOf(schema);
    const accepts = (value: unknown) => isPlainData(value) && (isList(schema) || holdsNoList(value)) && isKind(value);
    // Undefined satisfies an optional schema; in a document a field that is not there has no key.
    const isRequired = schema.type !== "optional";
    return [key, { form: "value", isRequired, accepts: (value) => value !== undefined && accepts(value) }];
  });
  return Object.fromEntries(entries);
}

function isList(schema: v.GenericSchema): boolean {
  const { wrapped = schema } = schema as { readonly wrapped?: v.GenericSchema };
  return wrapped.type === "array";
}

/** To the library a list is an object in which everything is missing: where all of it may be, it would pass for one. */
function holdsNoList(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return true;
  return !Array.isArray(value) && Object.values(value).every(holdsNoList);
}

const depthMax = 8;

/**
 * Whether a value is what JSON can say and nothing else. A decoded key `__proto__` gives an object another prototype: it
 * would pass a schema by what it inherits, and arrive empty at everybody else.
 */
function isPlainData(value: unknown, depth = 0): boolean {
  if (typeof value !== "object" || value === null) return typeof value !== "bigint";
  if (depth === depthMax) return false;
  if (!Array.isArray(value) && !isPlain(value)) return false;
  return Object.values(value).every((member) => isPlainData(member, depth + 1));
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
