import { epochHeader } from "../../shared/protocol/download.ts";
import { later } from "../clock.ts";

/** `epoch` is the life of the document: what is downloaded is never mixed with another one. */
export type Downloaded = { readonly update: Uint8Array; readonly epoch: string };

/**
 * How long the server may say nothing: before it begins an answer, and in the middle of one, as on a line that died. The
 * socket then brings the document, as it does where there is none. A slow line may take as long as it needs.
 */
const silenceMaxMs = 5_000;

/**
 * A whole document for a machine that has nothing of it, in Yjs' update format V2: compressed, and a sixth of what the
 * socket would carry. Null when the server has none to give, or cannot be asked: the socket brings everything anyway.
 */
export async function downloadDocument(name: string, isOver: AbortSignal): Promise<Downloaded | null> {
  const patience = new AbortController();
  let stopWaiting = () => {};
  const onHeard = () => {
    stopWaiting();
    stopWaiting = later(silenceMaxMs, () => patience.abort());
  };
  try {
    onHeard();
    const answer = await fetch(`/api/documents/${name}`, { signal: AbortSignal.any([isOver, patience.signal]) });
    onHeard();
    const epoch = answer.ok ? answer.headers.get(epochHeader) : null;
    return epoch ? { update: await readBytes(answer, onHeard), epoch } : null;
  } catch {
    return null;
  } finally {
    stopWaiting();
  }
}

/** Everything of an answer's body; `onHeard` after each piece. Rejects where it is cut short. */
async function readBytes({ body }: Response, onHeard: () => void): Promise<Uint8Array> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  const reader = body?.getReader();
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    pieces.push(read.value);
    onHeard();
  }
  return new Uint8Array(await new Blob(pieces).arrayBuffer());
}
