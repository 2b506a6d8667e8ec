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
 * and are judged by the server when it is back. Where the server says who is here and not more, nobody else goes on: what
 * they left unsaved would go out under another name.
 */
export async function findEntry(): Promise<Entry> {
  const [actor, facts] = await Promise.all([orNull(readActor()), orNull(readBoardFacts())]);
  if (actor?.answer === null) return { kind: "sign-in" };
  if (actor && facts) return enter(actor.answer, facts.answer);
  const last = recall();
  const isTheirs = last !== null && (actor === null || actor.answer.id === last.actor.id);
  return isTheirs ? { kind: "board", at: last } : { kind: "unreachable" };
}

/** Null where none came, for whatever reason. */
async function orNull<Value>(asked: Promise<Value>): Promise<{ readonly answer: Value } | null> {
  try {
    return { answer: await asked };
  } catch {
    return null;
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
