/** What was to be written in the directory and was refused, in the words of the directory's own pages. */
import * as v from "valibot";
import { type Day, dayParts, parseDay } from "../../shared/kit/day.ts";
import { type EntryKind, entryKinds, memberSchema } from "../../shared/model/directory.ts";
import { partyRefSchema } from "../../shared/model/ref.ts";
import type { Names } from "../../shared/text/names.ts";
import { boardRuleWords } from "../text/board-rule-words.ts";
import { dateShort } from "../text/dates.ts";
import { directoryEntryWords } from "../text/directory-entry-words.ts";
import { directoryFieldWords } from "../text/directory-field-words.ts";
import { itemWords } from "../text/item-words.ts";
import { refusedWords } from "../text/refused-words.ts";
import { wordsOf } from "../text/words.ts";

const words = wordsOf(refusedWords);
const labels = wordsOf(directoryFieldWords);
const entries = wordsOf(directoryEntryWords);
const choices = wordsOf(boardRuleWords);
const nouns = wordsOf(itemWords);

/** What the kind of entry is called; null where the root map is none of the directory's. */
export function entryKindText(root: string): string | null {
  const kind = entryKinds.find((one) => one === root);
  return kind ? entries().kinds[kind] : null;
}

type Place = { readonly root: string; readonly field: string };

/** One field of an entry as its page would show it. What does not fit the field is shown as it came. */
export function entryLine(
  { root, field }: Place,
  wrote: unknown,
  names: Names,
): { readonly label: string; readonly text: string } {
  if (field.startsWith("@")) return circleLine(root, field.slice(1), wrote, names);
  const known: Readonly<Record<string, string>> = labels();
  const label = known[field] ?? field;
  if (wrote === null) return { label, text: words().takenAway };
  return { label, text: valueText({ root, field }, wrote, names) ?? asItCame(wrote) };
}

/** A holder of a post, a member of a body, group or event. */
function circleLine(root: string, ref: string, wrote: unknown, names: Names) {
  const label = root === ("posts" satisfies EntryKind) ? labels().holders : labels().members;
  const name = v.is(partyRefSchema, ref) ? names.of(ref).name : ref;
  if (wrote === null) return { label, text: `${name} — ${words().takenAway}` };
  const read = v.safeParse(v.partial(v.omit(memberSchema, ["party"])), wrote);
  if (!read.success) return { label, text: `${name} — ${asItCame(wrote)}` };
  const { as, from, to } = read.output;
  const span = from || to ? `${from ? whole(from) : ""}–${to ? whole(to) : ""}` : "";
  return { label, text: [name, as ? entries().seat[as] : "", span].filter(Boolean).join(", ") };
}

function valueText({ root, field }: Place, wrote: unknown, names: Names): string | null {
  if (typeof wrote === "boolean") return wrote ? words().yes : words().no;
  if (Array.isArray(wrote)) return wrote.every((one) => typeof one === "string") ? wrote.join("; ") : null;
  if (typeof wrote !== "string") return null;
  const day = parseDay(wrote);
  if (day && (field === "day" || field === "lastDay")) return whole(day);
  if (field === "head") return v.is(partyRefSchema, wrote) ? names.of(wrote).name : null;
  if (field === "body") return names.of(`body:${wrote}`).name;
  if (field === "partOf") return names.of(`room:${wrote}`).name;
  const chosen: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    office: nouns().office,
    kind: root === ("holidays" satisfies EntryKind) ? entries().dayKind : nouns().kind,
    length: { session: entries().wholeSession },
    ...{ ring: choices().ring, norm: choices().norm, overlap: choices().overlap },
    ...{ certainty: choices().certainty, severity: choices().severity },
  };
  return chosen[field]?.[wrote] ?? null;
}

/** "24/11/2026" */
function whole(day: Day): string {
  return `${dateShort(day)}/${dayParts(day).year}`;
}

/** What nobody foresaw: text as text, anything else as data. */
export function asItCame(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value ?? null);
}
