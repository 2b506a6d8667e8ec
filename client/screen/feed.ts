import { unreachable } from "../../shared/kit/assert.ts";

/**
 * The life of a screen's line to the server, without a socket or a clock: what is, what happens, what is to be done. A screen
 * stands alone in its room: whatever happens, it tries again, and it is never told to reload while nobody would answer.
 */
export type FeedState =
  /** A socket was asked for and has said nothing yet. */
  | { readonly at: "joining"; readonly attempt: number }
  | { readonly at: "live" }
  /** No line; the next try is due after a moment. */
  | { readonly at: "away"; readonly attempt: number }
  /** The server knows no such screen: a code is on the screen, and the line waits for it to be claimed. */
  | { readonly at: "unpaired" };

export type FeedEvent =
  /** The first frame of a socket. `mayRenew`: the server has another client than this one, and loading it is allowed now. */
  | { readonly type: "hello"; readonly mayRenew: boolean }
  | { readonly type: "revoked" }
  /** The socket is gone, for whatever reason. */
  | { readonly type: "lost" }
  /** Nothing was heard for longer than a line that stands is ever silent. */
  | { readonly type: "silent" }
  /** What was waited for is over. */
  | { readonly type: "due" }
  /** The machine woke, or has a network again. */
  | { readonly type: "woken" }
  | { readonly type: "paired" }
  /** Whether the server answered when it was asked if it lives. */
  | { readonly type: "answered" }
  | { readonly type: "unanswered" };

export type FeedEffect =
  | { readonly type: "connect" }
  | { readonly type: "close" }
  /** Wait for a time within these bounds, by chance; then it is due. */
  | { readonly type: "wait"; readonly leastMs: number; readonly belowMs: number }
  /** After a time within these bounds, ask whether the server lives. */
  | { readonly type: "ask"; readonly leastMs: number; readonly belowMs: number }
  | { readonly type: "reload" }
  /** Nothing of the programme stays on this machine. */
  | { readonly type: "forget" };

export type FeedStep = readonly [FeedState, readonly FeedEffect[]];

/** A line that stands brings a beat every four seconds; two and a half of them missing is no chance. */
export const silentMs = 10_000;
/** So long after the last frame the screen says how old its figures are. */
export const ageShownMs = 5_000;
/** A build that was loaded and is still not the server's is not loaded again before this. */
export const renewEveryMs = 10 * 60_000;

const firstWaitMs = 1_000;
const lastWaitMs = 8_000;
/** Thirty screens that hear of a new build do not fetch it in one instant. */
const renewBelowMs = 5_000;

export const feedBegun: FeedStep = [{ at: "joining", attempt: 0 }, [{ type: "connect" }]];

/** What comes of an event; every state answers every event. */
export function feedAfter(state: FeedState, event: FeedEvent): FeedStep {
  switch (state.at) {
    case "joining":
      return joiningAfter(state.attempt, event);
    case "live":
      return liveAfter(state, event);
    case "away":
      return awayAfter(state, event);
    case "unpaired":
      return event.type === "paired" ? feedBegun : [state, []];
    default:
      return unreachable(state);
  }
}

function joiningAfter(attempt: number, event: FeedEvent): FeedStep {
  switch (event.type) {
    case "hello":
      return [{ at: "live" }, event.mayRenew ? [{ type: "ask", leastMs: 0, belowMs: renewBelowMs }] : []];
    case "revoked":
      return unpaired;
    case "lost":
      return goneAway(attempt, []);
    case "silent":
      return goneAway(attempt, [{ type: "close" }]);
    case "due":
    case "woken":
    case "paired":
    case "answered":
    case "unanswered":
      return [{ at: "joining", attempt }, []];
    default:
      return unreachable(event);
  }
}

function liveAfter(state: FeedState, event: FeedEvent): FeedStep {
  switch (event.type) {
    case "revoked":
      return unpaired;
    case "lost":
      return goneAway(0, []);
    case "silent":
      return goneAway(0, [{ type: "close" }]);
    case "answered":
      return [state, [{ type: "reload" }]];
    case "hello":
    case "due":
    case "woken":
    case "paired":
    // The line stands, so the next greeting will bring the build up again.
    case "unanswered":
      return [state, []];
    default:
      return unreachable(event);
  }
}

function awayAfter(state: Extract<FeedState, { at: "away" }>, event: FeedEvent): FeedStep {
  switch (event.type) {
    case "due":
    case "woken":
      return [{ at: "joining", attempt: state.attempt + 1 }, [{ type: "connect" }]];
    case "hello":
    case "revoked":
    case "lost":
    case "silent":
    case "paired":
    case "answered":
    case "unanswered":
      return [state, []];
    default:
      return unreachable(event);
  }
}

const unpaired: FeedStep = [{ at: "unpaired" }, [{ type: "close" }, { type: "forget" }]];

/** 0.5 s to 1 s at first, doubling up to 4 s to 8 s: a city's screens do not come back in the same instant. */
function goneAway(attempt: number, before: readonly FeedEffect[]): FeedStep {
  const belowMs = Math.min(lastWaitMs, firstWaitMs * 2 ** Math.min(attempt, 10));
  return [{ at: "away", attempt }, [...before, { type: "wait", leastMs: belowMs / 2, belowMs }]];
}
