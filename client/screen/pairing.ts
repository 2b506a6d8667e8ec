import { unreachable } from "../../shared/kit/assert.ts";
import type { Pairing } from "../../shared/protocol/screen-feed.ts";

/**
 * How a screen comes by its credential (RFC 8628 in shape), without HTTP or a clock. It needs no hand at the screen: a code
 * that is over renews itself, a server that does not answer is asked again, a server that asks for patience gets it.
 */
export type PairingState =
  /** A code was asked for. */
  | { readonly at: "asking"; readonly attempt: number }
  /** The server gave none; the next try is due after a moment. */
  | { readonly at: "waiting"; readonly attempt: number }
  /** The code stands on the screen until `untilMs`. `isHeard`: whether the server answered when it was last asked. */
  | {
      readonly at: "shown";
      readonly pairing: Pairing;
      readonly everyMs: number;
      readonly untilMs: number;
      readonly isHeard: boolean;
    }
  | { readonly at: "paired" };

export type PairingEvent =
  | { readonly type: "given"; readonly pairing: Pairing; readonly nowMs: number }
  /** The server did not answer, or could not. */
  | { readonly type: "unanswered" }
  /** What was waited for is over. */
  | { readonly type: "due"; readonly nowMs: number }
  /** Nobody has claimed the code yet. */
  | { readonly type: "pending" }
  /** Asked too often. */
  | { readonly type: "slow-down" }
  /** The code is over or was turned down. */
  | { readonly type: "ended" }
  | { readonly type: "handed" };

export type PairingEffect =
  | { readonly type: "ask-code" }
  | { readonly type: "ask-token"; readonly secret: string }
  | { readonly type: "wait"; readonly ms: number }
  | { readonly type: "begin" };

export type PairingStep = readonly [PairingState, readonly PairingEffect[]];

/** RFC 8628, 3.5: what `slow-down` adds to the pause between two questions. */
export const slowDownMs = 5_000;
const firstRetryMs = 1_000;
const lastRetryMs = 8_000;

export const pairingBegun: PairingStep = askFor(0);

/** What comes of an event; what no longer matters changes nothing. */
export function pairingAfter(state: PairingState, event: PairingEvent): PairingStep {
  switch (state.at) {
    case "asking":
      return askingAfter(state, event);
    case "waiting":
      return event.type === "due" ? askFor(state.attempt + 1) : [state, []];
    case "shown":
      return shownAfter(state, event);
    case "paired":
      return [state, []];
    default:
      return unreachable(state);
  }
}

function askingAfter(state: Extract<PairingState, { at: "asking" }>, event: PairingEvent): PairingStep {
  switch (event.type) {
    case "given": {
      const { pairing, nowMs } = event;
      const everyMs = pairing.intervalSeconds * 1_000;
      const untilMs = nowMs + pairing.expiresInSeconds * 1_000;
      return [{ at: "shown", pairing, everyMs, untilMs, isHeard: true }, [{ type: "wait", ms: everyMs }]];
    }
    case "unanswered":
    case "slow-down":
      return waitFor(state.attempt);
    case "due":
    case "pending":
    case "ended":
    case "handed":
      return [state, []];
    default:
      return unreachable(event);
  }
}

function shownAfter(state: Extract<PairingState, { at: "shown" }>, event: PairingEvent): PairingStep {
  const askAgain = (everyMs: number, isHeard: boolean): PairingStep => [
    { ...state, everyMs, isHeard },
    [{ type: "wait", ms: everyMs }],
  ];
  switch (event.type) {
    case "due":
      if (event.nowMs >= state.untilMs) return askFor(0);
      return [state, [{ type: "ask-token", secret: state.pairing.secret }]];
    case "pending":
      return askAgain(state.everyMs, true);
    case "slow-down":
      return askAgain(state.everyMs + slowDownMs, true);
    case "unanswered":
      return askAgain(state.everyMs, false);
    case "ended":
      return askFor(0);
    case "handed":
      return [{ at: "paired" }, [{ type: "begin" }]];
    case "given":
      return [state, []];
    default:
      return unreachable(event);
  }
}

function askFor(attempt: number): PairingStep {
  return [{ at: "asking", attempt }, [{ type: "ask-code" }]];
}

function waitFor(attempt: number): PairingStep {
  return [
    { at: "waiting", attempt },
    [{ type: "wait", ms: Math.min(lastRetryMs, firstRetryMs * 2 ** Math.min(attempt, 10)) }],
  ];
}
