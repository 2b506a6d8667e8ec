import type { WebsocketProvider } from "y-websocket";
import { type Chance, returnTimeMs } from "./return-time.ts";

type Parts = {
  readonly chance: Chance;
  /** Runs `act` once after so long; the answer calls it off. */
  readonly later: (delayMs: number, act: () => void) => () => void;
  /** The server has closed for good. */
  readonly onRefused: (code: number) => void;
};

/**
 * Makes `provider` come back at a time of its own. The stock one waits 200 ms after the first loss and twice as long after
 * each further one, to the millisecond the same for everybody: after a restart a whole city would knock at once. A
 * connection that it closes itself (it heard nothing for 30 s) it goes on opening itself. Returns the stop.
 */
export function spreadReturns(provider: WebsocketProvider, { chance, later, onRefused }: Parts): () => void {
  let stopWaiting = () => {};
  provider.shouldReconnect = () => false;
  const onClosed = ({ code }: { readonly code: number }) => {
    const delayMs = returnTimeMs({ code, attempt: provider.wsUnsuccessfulReconnects }, chance);
    if (delayMs === null) return onRefused(code);
    stopWaiting();
    stopWaiting = later(delayMs, () => provider.connect());
  };
  provider.on("closed", onClosed);
  return () => {
    provider.off("closed", onClosed);
    stopWaiting();
  };
}
