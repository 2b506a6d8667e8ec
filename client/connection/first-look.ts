import * as v from "valibot";
import type { Day } from "../../shared/kit/day.ts";
import { type Directory, directorySchema } from "../../shared/model/directory.ts";
import { type Item, itemSchema } from "../../shared/model/item.ts";
import type { JointSession } from "../../shared/model/joint-session.ts";

/**
 * What is shown at once, while the documents themselves (a year is some megabytes) are still being opened: what was on
 * the screen when the last page was left, or else what the server says stands on these days.
 */
export type FirstLook = {
  readonly directory: Directory;
  readonly items: readonly Item[];
  /** Joint sessions of these days that have not ended, so that who comes late sees the step at once. */
  readonly sessions: readonly JointSession[];
};

/** A look belongs to one keep, and to the address whose days it shows: anywhere else it is no use. */
type LeftAt = { readonly keep: string; readonly path: string };

const storedAs = "lien-thong.look";
const lookSchema = v.object({
  keep: v.string(),
  path: v.string(),
  directory: directorySchema,
  items: v.array(itemSchema),
});

/** Keeps the look for the next page. Too much for the browser's store is no harm: the next page then opens as a first one. */
export function saveLook({ keep, path }: LeftAt, { directory, items }: Omit<FirstLook, "sessions">): void {
  try {
    localStorage.setItem(storedAs, JSON.stringify({ keep, path, directory, items }));
  } catch {
    localStorage.removeItem(storedAs);
  }
}

/** The look left by a page of the same keep at the same address; null when there is none, or it is not of our form. */
export function loadLook({ keep, path }: LeftAt): FirstLook | null {
  const stored = localStorage.getItem(storedAs);
  // Compared before it is parsed: most pages open on another address.
  if (!stored?.startsWith(JSON.stringify({ keep, path }).slice(0, -1))) return null;
  try {
    const read = v.safeParse(lookSchema, JSON.parse(stored));
    // A session has gone on since: an old step would only lead astray.
    return read.success ? { ...read.output, sessions: [] } : null;
  } catch {
    return null;
  }
}

/** What the server says stands from `first` to `last`; null when it cannot say so faster than the documents do. */
export async function fetchLook({
  first,
  last,
}: {
  readonly first: Day;
  readonly last: Day;
}): Promise<FirstLook | null> {
  try {
    const answer = await fetch(`/api/look/${first}/${last}`);
    // Our own server's word, written from the same types: reading it through the schema would cost what it is to save.
    return answer.status === 200 ? ((await answer.json()) as FirstLook) : null;
  } catch {
    return null;
  }
}

export function forgetLook(): void {
  localStorage.removeItem(storedAs);
}
