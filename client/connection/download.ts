import { epochHeader } from "../../shared/protocol/download.ts";
import { later } from "../clock.ts";

/** `epoch` is the life of the document: what is downloaded is never mixed with another one. */
export type Downloaded = { readonly update: Uint8Array; readonly epoch: string };

/** How long the server may take to begin an answer; the socket then brings the document, as it does where there is none. */
const answerMaxMs = 5_000;

/**
 * A whole document for a machine that has nothing of it, in Yjs' update format V2: compressed, and a sixth of what the
 * socket would carry. Null when the server has none to give, or cannot be asked: the socket brings everything anyway.
 */
export async function downloadDocument(name: string, isOver: AbortSignal): Promise<Downloaded | null> {
  const patience = new AbortController();
  const stopWaiting = later(answerMaxMs, () => patience.abort());
  try {
    const answer = await fetch(`/api/documents/${name}`, { signal: AbortSignal.any([isOver, patience.signal]) });
    stopWaiting();
    const epoch = answer.headers.get(epochHeader);
    return epoch ? { update: new Uint8Array(await answer.arrayBuffer()), epoch } : null;
  } catch {
    return null;
  } finally {
    stopWaiting();
  }
}
