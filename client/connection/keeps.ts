import * as Y from "yjs";
import { type Keep, openKeep } from "./keep.ts";
import { openRefusedKeep, type RefusedKeep } from "./refused-keep.ts";
import type { Remembered } from "./remembered.ts";

/** What this machine keeps for one person on one board. Each is null where the browser keeps nothing. */
export type Keeps = { readonly keep: Keep | null; readonly refusedKeep: RefusedKeep | null };

/** The name of what is kept of the documents: another person, or another life of the store, has another. */
export function keepNameOf({ actor, board, epoch }: Remembered): string {
  return `lien-thong ${board} ${epoch} ${actor.id}`;
}

export async function openKeeps(at: Remembered): Promise<Keeps> {
  const [keep, refusedKeep] = await Promise.all([
    openKeep(keepNameOf(at), Y.mergeUpdates).catch(() => null),
    openRefusedKeep(`lien-thong refused ${at.board} ${at.actor.id}`).catch(() => null),
  ]);
  return { keep, refusedKeep };
}

/**
 * Opens at once what whoever was last here keeps: a browser takes as long for it as the server for saying who is here, and
 * mostly it is the same person. Answers what to open for whoever it is.
 */
export function openKeepsAhead(last: Remembered | null): (at: Remembered) => Promise<Keeps> {
  const ahead = last && { name: keepNameOf(last), keeps: openKeeps(last) };
  return (at) => (ahead && keepNameOf(at) === ahead.name ? ahead.keeps : openKeeps(at));
}
