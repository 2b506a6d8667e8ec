import { hc } from "hono/client";
// The one type the browser side takes from the server: the shape of its HTTP side, no code.
import type { Api } from "../../server/http/api.ts";
import type { Actor } from "../../shared/model/actor.ts";
import { language } from "../text/language.ts";

/** The typed calls; what speaks of screens has a file of its own. */
export const api = hc<Api>("/", { headers: () => ({ "accept-language": language() }) }).api;

/** Which board this is and which life of the store: content kept under another epoch belongs to another store. */
export type BoardFacts = { readonly board: string; readonly epoch: string };

export async function readBoardFacts(): Promise<BoardFacts> {
  const answer = await api.board.$get();
  if (!answer.ok) throw new Error(`board: ${answer.status}`);
  return answer.json();
}

/** Who is signed in; null when nobody is. Rejects when the server cannot be reached. */
export async function readActor(): Promise<Actor | null> {
  const answer = await api["sign-in"].$get();
  if (!answer.ok) throw new Error(`sign-in: ${answer.status}`);
  return (await answer.json()).actor;
}

/** The people one can try the board as; null where the server has no demo sign-in. */
export async function readDemoPeople(): Promise<readonly Actor[] | null> {
  const answer = await api["sign-in"].demo.$get();
  return answer.ok ? answer.json() : null;
}

export async function signInAs(id: string): Promise<Actor> {
  const answer = await api["sign-in"].demo.$post({ json: { as: id } });
  if (!answer.ok) throw new Error(`sign-in: ${answer.status}`);
  return (await answer.json()).actor;
}

export async function signOut(): Promise<void> {
  await api["sign-in"].$delete();
}
