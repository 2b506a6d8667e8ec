import { fold } from "../../shared/kit/fold.ts";
import { isSafeKey } from "../../shared/model/ref.ts";

const lengthMax = 60;

/**
 * An id for a new entry: the words of its name without marks, joined by "-"; a number behind it where that is taken.
 * Readable, because it shows up in logs, addresses and exported files; never changed when the name is.
 */
export function idForName(name: string, taken: { has(id: string): boolean }): string {
  const words = fold(name)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  const stem = words.slice(0, lengthMax).replace(/-$/, "") || "muc";
  const isFree = (id: string) => isSafeKey(id) && !taken.has(id);
  if (isFree(stem)) return stem;
  let number = 2;
  while (!isFree(`${stem}-${number}`)) number++;
  return `${stem}-${number}`;
}
