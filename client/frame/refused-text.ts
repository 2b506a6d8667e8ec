import * as v from "valibot";
import { type Item, itemFieldSchemas, itemStatuses, participationSchema } from "../../shared/model/item.ts";
import { partyRefSchema } from "../../shared/model/ref.ts";
import type { Venue } from "../../shared/model/venue.ts";
import type { Names } from "../../shared/text/names.ts";
import { onlyHeadMay } from "../document/permission.ts";
import type { RefusedChange } from "../document/refused-change.ts";
import { announcedWords } from "../text/announced-words.ts";
import { dateShort, whenText } from "../text/dates.ts";
import { inspectorWords } from "../text/inspector-words.ts";
import { itemWords } from "../text/item-words.ts";
import { refusedWords } from "../text/refused-words.ts";
import { wordsOf } from "../text/words.ts";
import { asItCame, entryKindText, entryLine } from "./refused-entry-text.ts";

const words = wordsOf(refusedWords);
const labels = wordsOf(inspectorWords);
const nouns = wordsOf(itemWords);
const announced = wordsOf(announcedWords);

/** What was refused of one entry for one reason, as it is read: about what, why, and line by line what was to be written. */
export type RefusedParagraph = {
  readonly changes: readonly RefusedChange[];
  readonly matter: string;
  readonly why: string;
  readonly wrote: readonly Line[];
};
/** `label` is empty where the text speaks for itself. */
type Line = { readonly label: string; readonly text: string };

/** What putting it into words needs: what things are called now. */
type Around = {
  readonly names: Names;
  readonly item: (id: string) => Item | undefined;
  /** Why an item may not be changed here now; null when it may. */
  readonly whyFixed: (item: Item) => string | null;
};

const withWhy = v.object({ why: v.string() });
/** One decision, a settlement with the one that stands, or a difficulty: its words, alone or with the rest. */
const typed = v.union([v.object({ decision: withWhy }), withWhy, v.object({ words: v.string() }), v.string()]);

/** In the order in which the entries were first refused. */
export function refusedToParagraphs(changes: readonly RefusedChange[], around: Around): RefusedParagraph[] {
  const groups = Map.groupBy(changes, (change) =>
    JSON.stringify([change.document, change.root, change.entry, whyOf(change, around)]),
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first
      ? [{ changes: group, ...headOf(first, around), wrote: group.flatMap((one) => wroteOf(one, around.names)) }]
      : [];
  });
}

/** All of them as one text to be pasted into a message. */
export function refusedToText(changes: readonly RefusedChange[], around: Around): string {
  const parts = refusedToParagraphs(changes, around).map(({ matter, why, wrote }) =>
    [matter, ...wrote.map(lineToText), `(${why})`].join("\n"),
  );
  return parts.join("\n\n");
}

function headOf(change: RefusedChange, around: Around): Pick<RefusedParagraph, "matter" | "why"> {
  const { entry, office, more } = change;
  if (entry === null && more > 0) return { matter: words().untold, why: words().more(more) };
  // What it is called for everybody: here its matter may be what was refused.
  const kind = entryKindText(change.root);
  const meeting = meetingText(change.root);
  const matter = meeting ?? (around.item(entry ?? "")?.title || change.matter || kind || nouns().untitled);
  const place = office === null ? (kind === null ? "" : words().directory) : nouns().officeShort[office];
  return { matter: place === "" ? matter : `${matter} (${place})`, why: whyOf(change, around) };
}

export function lineToText({ label, text }: Line): string {
  return label === "" ? text : `${label}: ${text}`;
}

function whyOf({ why, status, office, root, entry }: RefusedChange, { item, whyFixed }: Around): string {
  // A browser that did not hear the refusal is told of a part of it only; that the item is decided says it all.
  const now = root === "items" && (why === "not-valid" || why === "no-ground") ? item(entry ?? "") : undefined;
  const fixed = now && whyFixed(now);
  if (fixed) return fixed;
  if (why !== "decided") return words().why[why];
  const decided = itemStatuses.find((one) => one === status);
  return decided && office ? onlyHeadMay(decided, office) : words().why["no-right"];
}

function wroteOf({ entry, field, wrote, root }: RefusedChange, names: Names): Line[] {
  if (entry === null) return [];
  if (meetingText(root) !== null) return typedLines(wrote);
  const isItem = root === "items";
  const line = (key: string, value: unknown) =>
    isItem ? itemLine(key, value, names) : entryLine({ root, field: key }, value, names);
  if (field !== null) return [line(field, wrote)];
  if (typeof wrote !== "object" || wrote === null)
    return [{ label: "", text: isItem ? words().removal : words().entryRemoval }];
  const pairs = Object.entries(wrote).filter(([, value]) => value !== undefined && value !== "");
  return pairs.map(([key, value]) => line(key, value));
}

/** What was decided or written down rather than entered; null for any other root. */
function meetingText(root: string): string | null {
  if (root === "settlements") return words().settlement;
  if (root === "jointSessions") return words().resolution;
  return root === "difficulties" ? words().difficulty : null;
}

/** Of a decision or a difficulty: what a person typed; the rest of it is chosen again in a moment. */
function typedLines(wrote: unknown): Line[] {
  const read = v.safeParse(typed, wrote);
  if (!read.success) return [];
  const said = read.output;
  if (typeof said === "string") return [{ label: "", text: said }];
  const text = "words" in said ? said.words : "decision" in said ? said.decision.why : said.why;
  return [{ label: "", text }];
}

/** A field of an item. What is not of the schema is shown as it came: it was refused for that, maybe. */
function itemLine(field: string, value: unknown, names: Names): Line {
  if (field.startsWith("@")) return partyLine(field.slice(1), value, names);
  const label = fieldLabel(field);
  if (value === null) return { label, text: words().takenAway };
  return { label, text: itemText(field, value, names) ?? asItCame(value) };
}

function itemText(field: string, value: unknown, names: Names): string | null {
  const as = <Field extends keyof typeof itemFieldSchemas>(name: Field): Item[Field] | null => {
    const read = v.safeParse(itemFieldSchemas[name], value);
    // What passed the schema of a field is of its type; TypeScript does not follow the table.
    return read.success ? (read.output as Item[Field]) : null;
  };
  const said = <Value>(read: Value | null | undefined, say: (value: Value) => string) =>
    read === null || read === undefined ? null : say(read);
  switch (field) {
    case "when":
      return said(as("when"), (when) => whenText(when));
    case "office":
      return said(as("office"), (office) => nouns().office[office]);
    case "kind":
      return said(as("kind"), (kind) => nouns().kind[kind]);
    case "status":
      return said(as("status"), (status) => nouns().status[status]);
    case "venue":
      return said(as("venue"), (venue) => venueText(venue, names));
    case "due":
      return said(as("due"), (due) => dateShort(due));
    case "announced":
      return said(as("announced"), ({ on, of }) => announced().onFor(dateShort(on), dateShort(of)));
    case "body":
      return said(as("body"), (body) => names.of(body).name);
    case "unexpected":
      return said(as("unexpected"), (unexpected) => (unexpected ? words().yes : words().no));
    default:
      return null;
  }
}

function partyLine(ref: string, value: unknown, names: Names): Line {
  const party = v.safeParse(partyRefSchema, ref);
  const name = party.success ? names.of(party.output).name : ref;
  const part = v.safeParse(participationSchema, value);
  if (!part.success) return { label: words().party, text: `${name} — ${words().takenAway}` };
  const { role, for: stoodFor, agreed } = part.output;
  const proxy = stoodFor === undefined ? [] : [words().standsIn(names.of(stoodFor).name)];
  if (agreed !== undefined) proxy.push(labels().agreed(names.of(agreed).name));
  return { label: words().party, text: [`${name} — ${nouns().role[role]}`, ...proxy].join(", ") };
}

function venueText({ room, text, assembly, online }: Venue, names: Names): string {
  const parts = [
    room === undefined ? text : names.of(`room:${room}`).name,
    assembly === undefined ? undefined : words().assembly(assembly),
    online && words().online(online.points, online.delegates),
  ];
  return parts.filter((part) => part !== undefined).join(", ");
}

function fieldLabel(field: string): string {
  const { matter, notes, when, office, kind, status, venue, due, body, ref, unexpected } = labels();
  const known: Readonly<Record<string, string>> = {
    ...{ title: matter, notes, when, office, kind, status, venue, due, body, ref, unexpected },
    announced: announced().label.invited,
  };
  return known[field] ?? field;
}
