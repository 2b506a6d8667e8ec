import * as Y from "yjs";
import { textOf } from "../../shared/document/roots.ts";
import { type Item, itemStatuses } from "../../shared/model/item.ts";
import { officeIds } from "../../shared/model/office.ts";
import type { Refusal } from "../../shared/protocol/refusal.ts";
import type { RefusedChange } from "./refused-change.ts";

/** A place of a document that something was written to. `field` null: the entry as a whole. */
export type Spot = { readonly root: string; readonly entry: string; readonly field: string | null };

type Around = {
  /** The document in which it was written: it still says all of it. */
  readonly doc: Y.Doc;
  readonly name: string;
  /** The item as the board shows it, if it is known. */
  readonly known: (id: string) => Item | undefined;
};

/**
 * What the server refused, as it was meant: the whole of a text, not the letters that came last. Where the document does not
 * say it any more, what the server told of it.
 */
export function refusalToChange(refusal: Refusal, around: Around): RefusedChange {
  const { root, entry, field, why, value } = refusal;
  const spot = entry === null ? null : { root, entry, field };
  const told = value === null ? null : parsed(value);
  const here = spot ? writtenAt(spot, around.doc) : null;
  // After a refusal that was not heard the server's word has taken the letters out of the text here already.
  const isCutHere = isText(field) && typeof here === "string" && value !== null && !here.includes(value);
  const wrote = isCutHere ? value : (here ?? told);
  // A deletion of the whole has no value; that it stands here all the same is what somebody else did since.
  const isDeletion = value === null && field === null && why !== "no-ground";
  return changeAt({ root, entry, field, why }, isDeletion ? null : wrote, around);
}

/** What stands at a place where something was written that the server will not hear of any more. */
export function lostToChange(spot: Spot, why: "closed" | "stale", around: Around): RefusedChange {
  return changeAt({ ...spot, why }, writtenAt(spot, around.doc), around);
}

function changeAt(
  place: Pick<RefusedChange, "root" | "entry" | "field" | "why">,
  wrote: unknown,
  { doc, name, known }: Around,
): RefusedChange {
  const { root, entry } = place;
  const map = entry === null ? undefined : entryOf(doc, root, entry);
  const item = root === "items" && entry !== null ? known(entry) : undefined;
  // Field by field: what was refused of an item may be what makes it one.
  const office = officeIds.find((one) => one === map?.get("office")) ?? item?.office ?? null;
  const status = itemStatuses.find((one) => one === map?.get("status")) ?? item?.status ?? null;
  return {
    ...place,
    document: name,
    matter: (map && nameOf(map)) ?? item?.title ?? nameIn(wrote) ?? "",
    office: root === "items" ? office : null,
    status: root === "items" ? status : null,
    wrote,
    more: 0,
  };
}

function entryOf(doc: Y.Doc, root: string, entry: string): Y.Map<unknown> | undefined {
  const map = doc.getMap(root).get(entry);
  return map instanceof Y.Map ? map : undefined;
}

/** Null when nothing is there: it was taken away, or never came to be. */
function writtenAt({ root, entry, field }: Spot, doc: Y.Doc): unknown {
  const map = entryOf(doc, root, entry);
  if (!map) return null;
  if (field === null) return map.toJSON();
  if (isText(field)) return textOf(map, field)?.toString() ?? null;
  return map.get(field) ?? null;
}

function isText(field: string | null): field is "title" | "notes" {
  return field === "title" || field === "notes";
}

/** A text comes as it is, everything else as JSON; a text may look like JSON and is none the worse for it. */
function parsed(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

function nameOf(map: Y.Map<unknown>): string | undefined {
  const name = textOf(map, "title")?.toString() ?? map.get("name");
  return typeof name === "string" ? name : undefined;
}

function nameIn(wrote: unknown): string | undefined {
  if (typeof wrote !== "object" || wrote === null) return undefined;
  const name: unknown = Reflect.get(wrote, "title") ?? Reflect.get(wrote, "name");
  return typeof name === "string" ? name : undefined;
}
