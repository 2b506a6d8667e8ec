import * as v from "valibot";

/**
 * Why the server did not take a part of an update.
 * `no-right`: the sender may not do this to this entry. `decided`: the entry is decided (approved, refused, held), and only
 * the head of its office changes it. `not-valid`: the value breaks the schema, or an entry without a field that every
 * entry has. `made-twice`: an entry of this id is there already. `unknown-place`: no root, field or kind of content that
 * the document has. `no-ground`: it builds on something that was refused before.
 */
export const refusalReasons = ["no-right", "decided", "not-valid", "made-twice", "unknown-place", "no-ground"] as const;

export type RefusalReason = (typeof refusalReasons)[number];

/** Longest `value`, in UTF-16 units: enough for a matter; a longer one is cut. */
export const refusedValueMax = 2_000;
/** Longest name of a root, an entry or a field that the schema knows, with room; only what is no such name is longer, and cut. */
export const refusedNameMax = 640;
/** Most refusals told at once; `more` counts the rest. */
export const refusalsMax = 40;

const nameSchema = v.pipe(v.string(), v.maxLength(refusedNameMax));

/**
 * One thing that was not taken. `root` and `entry` say which entry (`items`, the item's id), `field` which of its fields;
 * null means the entry as a whole. `value` is what was to be written there: the text itself, or JSON; null for a deletion.
 */
export const refusalSchema = v.strictObject({
  why: v.picklist(refusalReasons),
  root: nameSchema,
  entry: v.nullable(nameSchema),
  field: v.nullable(nameSchema),
  value: v.nullable(v.pipe(v.string(), v.maxLength(refusedValueMax))),
});

export type Refusal = v.InferOutput<typeof refusalSchema>;

/**
 * What `[103, json]` carries down: parts of what this browser sent are not in the document and never will be. Its own
 * document differs from everybody's from now on and must be built anew, under a new client id; the rest of what it sent
 * was taken. Told again when a browser that did not hear it sends the same once more.
 */
export const refusedMessageSchema = v.strictObject({
  refusals: v.pipe(v.array(refusalSchema), v.minLength(1), v.maxLength(refusalsMax)),
  more: v.pipe(v.number(), v.integer(), v.minValue(0)),
});

export type RefusedMessage = v.InferOutput<typeof refusedMessageSchema>;

/** The message for `refusals`, cut to its limits: however long the names that somebody made up, it is never longer. */
export function refusedMessage(refusals: readonly Refusal[]): RefusedMessage {
  return { refusals: refusals.slice(0, refusalsMax).map(cutRefusal), more: Math.max(0, refusals.length - refusalsMax) };
}

function cutRefusal({ why, root, entry, field, value }: Refusal): Refusal {
  return {
    why,
    root: cut(root, refusedNameMax),
    entry: entry === null ? null : cut(entry, refusedNameMax),
    field: field === null ? null : cut(field, refusedNameMax),
    value: value === null ? null : cut(value, refusedValueMax),
  };
}

/** Never ends in half a surrogate pair: UTF-8 cannot carry it. */
function cut(text: string, lengthMax: number): string {
  return text.length <= lengthMax ? text : text.slice(0, lengthMax).toWellFormed();
}
