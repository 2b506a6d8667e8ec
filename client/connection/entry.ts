import type { Actor } from "../../shared/model/actor.ts";
import { readActor, readBoardFacts } from "./api.ts";
import { type Remembered, recall, remember } from "./remembered.ts";

/** What the page can do now: open a board, ask who one is, or wait for a server. */
export type Entry =
  | { readonly kind: "board"; readonly at: Remembered }
  | { readonly kind: "sign-in" }
  | { readonly kind: "unreachable" };

/**
 * Finds out who is here. Without a server, whoever was last here goes on with what this machine keeps: their edits wait
 * and are judged by the server when it is back.
 */
export async function findEntry(): Promise<Entry> {
  try {
    const [actor, facts] = await Promise.all([readActor(), readBoardFacts()]);
    return actor ? enter(actor, facts) : { kind: "sign-in" };
  } catch {
    const last = recall();
    return last ? { kind: "board", at: last } : { kind: "unreachable" };
  }
}

/** After signing in: the board opens and is remembered for a reload without a network. */
export async function enterAs(actor: Actor): Promise<Entry> {
  return enter(actor, await readBoardFacts());
}

function enter(actor: Actor, { board, epoch }: { board: string; epoch: string }): Entry {
  const at = { actor, board, epoch };
  remember(at);
  return { kind: "board", at };
}
