import * as v from "valibot";
import { type Directory, directorySchema } from "../../shared/model/directory.ts";
import { type Item, itemSchema } from "../../shared/model/item.ts";

/**
 * What was on the screen when a page was left, so that the next one shows it at once, while the documents themselves (a
 * year is some megabytes) are still being opened. It belongs to one keep, and to the days it shows: anything else is no use.
 */
export type FirstLook = {
  readonly path: string;
  readonly directory: Directory;
  readonly items: readonly Item[];
};

const storedAs = "lien-thong.look";
const lookSchema = v.object({
  keep: v.string(),
  path: v.string(),
  directory: directorySchema,
  items: v.array(itemSchema),
});

/** Keeps the look for the next page. Too much for the browser's store is no harm: the next page then opens as a first one. */
export function saveLook(keep: string, look: FirstLook): void {
  try {
    localStorage.setItem(storedAs, JSON.stringify({ keep, ...look }));
  } catch {
    localStorage.removeItem(storedAs);
  }
}

/** The look left by a page of the same keep at the same address; null when there is none, or it is not of our form. */
export function loadLook(keep: string, path: string): FirstLook | null {
  const stored = localStorage.getItem(storedAs);
  // Compared before it is parsed: most pages open on another address.
  if (!stored?.startsWith(JSON.stringify({ keep, path }).slice(0, -1))) return null;
  try {
    const read = v.safeParse(lookSchema, JSON.parse(stored));
    return read.success ? read.output : null;
  } catch {
    return null;
  }
}

export function forgetLook(): void {
  localStorage.removeItem(storedAs);
}
