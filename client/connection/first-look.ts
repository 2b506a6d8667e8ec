import type { Day } from "../../shared/kit/day.ts";
import type { Directory } from "../../shared/model/directory.ts";
import type { Item } from "../../shared/model/item.ts";
import type { JointSession } from "../../shared/model/joint-session.ts";
import { readStored, store } from "../stored.ts";

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

/**
 * A look belongs to one keep, and to the address whose days it shows: anywhere else it is no use. And to the build that
 * wrote it: what the same program wrote is read without going through the schema, which would cost a twentieth of a second
 * of the time that it is to save.
 */
type LeftAt = { readonly keep: string; readonly path: string; readonly build: string };

const storedAs = "lien-thong.look";

/** Keeps the look for the next page. Too much for the browser's store is no harm: the next page then opens as a first one. */
export function saveLook({ keep, path, build }: LeftAt, { directory, items }: Omit<FirstLook, "sessions">): void {
  store("machine", storedAs, JSON.stringify({ keep, path, build, directory, items }));
}

/** The look left by a page of the same keep and build at the same address; null when there is none, or it was cut. */
export function loadLook({ keep, path, build }: LeftAt): FirstLook | null {
  const stored = readStored("machine", storedAs);
  // Compared before it is parsed: most pages open on another address.
  if (!stored?.startsWith(JSON.stringify({ keep, path, build }).slice(0, -1))) return null;
  try {
    const { directory, items }: Pick<FirstLook, "directory" | "items"> = JSON.parse(stored);
    // A session has gone on since: an old step would only lead astray.
    return { directory, items, sessions: [] };
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
  store("machine", storedAs, null);
}
