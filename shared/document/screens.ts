import type * as Y from "yjs";
import { type Screen, type Show, screenFieldSchemas } from "../model/screen.ts";
import { flatEntries } from "./flat-entries.ts";
import { isSameValue } from "./same-value.ts";

/** The paired screens, in the directory document (root `screens`). Taking an entry away revokes its screen. */
export const screenEntries = flatEntries<Screen>("screens", screenFieldSchemas);

/** Chooses what a screen shows; nothing happens when there is no such screen. Call inside `doc.transact`. */
export function setShow(doc: Y.Doc, id: string, show: Show): void {
  const map = screenEntries.mapOf(doc).get(id);
  if (map && !isSameValue(map.get("show"), show)) map.set("show", show);
}
