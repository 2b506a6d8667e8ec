/**
 * The form of an entry: what its fields are called, which values they take, who signs them and what becomes of them. The
 * tables of `document-schema.ts` are made of it; it knows keys and values, not Yjs.
 */
import type * as v from "valibot";
import { exactGuardOf } from "../model/exact-guard.ts";

/** A field that is one atomic value. */
export type ValueField = {
  readonly form: "value";
  readonly isRequired: boolean;
  accepts(value: unknown): boolean;
  /** Id of the person in whose name an accepted value speaks: nobody writes it for another. */
  readonly signerOf?: (value: unknown) => string;
  /** What stands in the entry already may be written again by anybody: an undo brings another's decision back. */
  readonly isRestorable?: boolean;
  /** Written once and never again; it may be taken away, unless `leaves` says otherwise. */
  readonly isOnce?: boolean;
  /** Who may take it away: whoever may write it when missing, only its signer, or nobody. */
  readonly leaves?: "by-signer" | "never";
  /** The keys it is one of. */
  readonly family?: Family;
};
/** Keys that begin with one sign; an entry has had `most` of them at most. */
export type Family = { readonly sign: string; readonly most: number };
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
  /** Keys by which rights are judged. Of one update their changes are judged first, in this order. */
  readonly standing: readonly string[];
};

export type Guard = (value: unknown) => boolean;
export type Schemas = Readonly<Record<string, v.GenericSchema>>;

/** The fields of a table of schemas; an optional one may be missing. */
export function valueFields<Table extends Schemas>(schemas: Table): { [Key in keyof Table]: ValueField } {
  const entries = Object.entries(schemas).map(([key, schema]) => [key, valueField(schema)] as const);
  return Object.fromEntries(entries) as { [Key in keyof Table]: ValueField };
}

/** Undefined satisfies an optional schema; in a document a field that is not there has no key. */
export function valueField(schema: v.GenericSchema): ValueField {
  const isKind = exactGuardOf(schema);
  const accepts: Guard = (value) => value !== undefined && isPlainData(value) && isKind(value);
  return { form: "value", isRequired: schema.type !== "optional", accepts };
}

const depthMax = 8;

/**
 * Whether a value is what JSON can say and nothing else. A decoded key `__proto__` gives an object another prototype: it
 * would pass a schema by what it inherits, and arrive empty at everybody else.
 */
export function isPlainData(value: unknown, depth = 0): boolean {
  if (typeof value !== "object" || value === null) return typeof value !== "bigint";
  if (depth === depthMax) return false;
  if (!Array.isArray(value) && !isPlain(value)) return false;
  return Object.values(value).every((member) => isPlainData(member, depth + 1));
}

export function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
