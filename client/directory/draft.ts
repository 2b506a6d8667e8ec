import * as v from "valibot";
import { type Entry, type EntryKind, entrySchemas } from "../../shared/model/directory.ts";
import { type PartyRef, partyIdOf } from "../../shared/model/ref.ts";
import { type Field, type FieldKey, fieldsByKind } from "./fields.ts";

/** An entry as it stands in the form: everything as typed, valid or not. */
export type Draft = { readonly [Key in FieldKey]?: DraftValue };
export type DraftValue = string | boolean | readonly Link[];

/** One row of a list of holders or members; empty text where nothing is said. */
export type Link = { readonly party: PartyRef; readonly as: string; readonly from: string; readonly to: string };

/** Why a field cannot be saved; its sentence stands in the words under the same name. */
export type ProblemCode = "missing" | "too-long" | "no-number" | "out-of-range" | "no-day" | "turned-round" | "invalid";

export type Checked<Kind extends EntryKind> =
  | { readonly entry: Entry<Kind>; readonly problems?: never }
  | { readonly entry?: never; readonly problems: Problems };

/** At most one problem a field: the first one met. */
export type Problems = { readonly [Key in FieldKey]?: ProblemCode };

/** The form of an existing entry, or of a new one when `entry` is null. */
export function entryToDraft(kind: EntryKind, entry: Entry | null): Draft {
  const values: Record<string, unknown> = entry ?? {};
  return Object.fromEntries(fieldsByKind[kind].map((field) => [field.key, valueToDraft(field, values[field.key])]));
}

/** Checks a form by the schema of its kind: the entry it says, or what is wrong at which field. */
export function draftToEntry<Kind extends EntryKind>(kind: Kind, id: string, draft: Draft): Checked<Kind> {
  const raw: Record<string, unknown> = { id };
  const problems: { [Key in FieldKey]?: ProblemCode } = {};
  for (const field of fieldsByKind[kind]) {
    const value = draftToValue(field, draft[field.key]);
    if (value !== undefined) raw[field.key] = value;
    else if (field.isRequired) problems[field.key] = "missing";
    if (hasTurnedDates(draft[field.key])) problems[field.key] = "turned-round";
  }
  const result = v.safeParse(entrySchemas[kind], raw);
  if (result.success && Object.keys(problems).length === 0) return { entry: result.output as Entry<Kind> };
  for (const issue of result.issues ?? []) {
    const key = issue.path?.[0]?.key as FieldKey;
    problems[key] ??= problemOf(
      fieldsByKind[kind].find((field) => field.key === key),
      issue,
    );
  }
  return { problems };
}

/**
 * What to save when the entry changed elsewhere while its form was open: fields this person touched as typed here, all
 * others as they are there now; of a list, the rows added, changed and removed here.
 */
export function mergeDrafts({ base, mine, theirs }: { base: Draft; mine: Draft; theirs: Draft }): Draft {
  const merged: { [Key in FieldKey]?: DraftValue } = { ...theirs };
  for (const [key, value] of Object.entries(mine) as [FieldKey, DraftValue][]) {
    if (isSameValue(value, base[key])) continue;
    const other = theirs[key];
    merged[key] =
      typeof value === "object" && typeof other === "object"
        ? mergeLinks({ base: base[key], mine: value, theirs: other })
        : value;
  }
  return merged;
}

/** Whether two forms say the same. */
export function isSameDraft(a: Draft, b: Draft): boolean {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]) as Set<FieldKey>;
  return [...keys].every((key) => isSameValue(a[key], b[key]));
}

function isSameValue(a: DraftValue | undefined, b: DraftValue | undefined): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

function mergeLinks(sides: { base: DraftValue | undefined; mine: readonly Link[]; theirs: readonly Link[] }): Link[] {
  const base = new Map((typeof sides.base === "object" ? sides.base : []).map((link) => [link.party, link]));
  const mine = new Map(sides.mine.map((link) => [link.party, link]));
  const theirs = new Map(sides.theirs.map((link) => [link.party, link]));
  const kept = sides.theirs.filter(({ party }) => mine.has(party) || !base.has(party));
  const touched = sides.mine.filter((link) => JSON.stringify(link) !== JSON.stringify(base.get(link.party)));
  const touchedByParty = new Map(touched.map((link) => [link.party, link]));
  return [
    ...kept.map((link) => touchedByParty.get(link.party) ?? link),
    ...touched.filter(({ party }) => !theirs.has(party)),
  ];
}

function valueToDraft(field: Field, value: unknown): DraftValue {
  switch (field.form) {
    case "yes-no":
      return value === true;
    case "lines":
      return Array.isArray(value) ? value.join("\n") : "";
    case "links":
      return Array.isArray(value) ? value.map(toLink).sort(bySeat) : [];
    case "party":
      return typeof value === "string" ? (field.idOnly ? `${field.kinds[0]}:${value}` : value) : "";
    default:
      return value === undefined ? "" : String(value);
  }
}

/** Who presides stands first; otherwise the order of the directory. A row keeps its place while its seat is edited. */
function bySeat(a: Link, b: Link): number {
  const rank = ({ as }: Link) => (as === "chair" ? 0 : as === "deputy" ? 1 : 2);
  return rank(a) - rank(b);
}

/** A member as the directory keeps it: a bare ref, `{ person, …dates }` or `{ party, as, …dates }`. */
function toLink(member: PartyRef | Readonly<Record<string, string | undefined>>): Link {
  if (typeof member === "string") return { party: member, as: "", from: "", to: "" };
  const { person, party, as = "", from = "", to = "" } = member;
  return { party: (party ?? `person:${person ?? ""}`) as PartyRef, as, from, to };
}

function draftToValue(field: Field, value: DraftValue | undefined): unknown {
  if (value === undefined) return undefined;
  if (typeof value === "boolean") return value || undefined;
  if (typeof value === "object") return value.map((link) => linkToMember(field, link));
  const text = value.normalize("NFC").trim();
  if (field.form === "lines") return linesOf(text);
  if (text === "") return undefined;
  if (field.form === "number") return Number(text);
  if (field.form === "length") return text === "session" ? text : Number(text);
  if (field.form === "party" && field.idOnly) return partyIdOf(text as PartyRef);
  return text;
}

function linesOf(text: string): string[] {
  return [...new Set(text.split("\n").map((line) => line.trim()))].filter((line) => line !== "");
}

function linkToMember(field: Field, { party, as, from, to }: Link): unknown {
  const dates = { ...(from && { from }), ...(to && { to }) };
  if (field.key === "holders") return { person: partyIdOf(party), ...dates };
  return field.form === "links" && field.parts.length === 0 ? party : { party, ...(as && { as }), ...dates };
}

function hasTurnedDates(value: DraftValue | undefined): boolean {
  return typeof value === "object" && value.some(({ from, to }) => from !== "" && to !== "" && to < from);
}

function problemOf(field: Field | undefined, issue: v.BaseIssue<unknown>): ProblemCode {
  if (issue.input === undefined) return "missing";
  if (issue.type === "max_length") return "too-long";
  if (issue.type === "min_value" || issue.type === "max_value") return "out-of-range";
  if (field?.form === "number" || field?.form === "length") return isNumber(issue) ? "out-of-range" : "no-number";
  return field?.form === "day" ? "no-day" : "invalid";
}

/** Of a union (a length is a word or a number) the issues of its members lie below. */
function isNumber(issue: v.BaseIssue<unknown>): boolean {
  return typeof issue.input === "number" && Number.isInteger(issue.input);
}
