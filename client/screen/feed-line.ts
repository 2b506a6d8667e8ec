import { feedCloseCode, type ScreenFrame, screenFeedVersion } from "../../shared/protocol/screen-feed.ts";
import { type FeedEffect, type FeedEvent, type FeedState, feedAfter, feedBegun, silentMs } from "./feed.ts";

type Stop = () => void;

/** What a line needs of the world: a socket, time, chance, and somebody who is told. */
export type FeedLineParts = {
  /** Opens `/screen-feed`. `onLost` comes once, also when it could not be opened. Returns how to close it without a word. */
  readonly open: (heard: { onFrame(text: string): void; onLost(code: number): void }) => Stop;
  /** Whether the server answers at all. */
  readonly isAlive: () => Promise<boolean>;
  /** Whether this build of the server is to be loaded: another than ours, and not tried a moment ago. */
  readonly mayRenew: (build: string) => boolean;
  readonly reload: (build: string) => void;
  readonly later: (delayMs: number, act: () => void) => Stop;
  /** A whole number from `leastMs` up to, not including, `belowMs`. */
  readonly between: (leastMs: number, belowMs: number) => number;
  readonly told: {
    state(state: FeedState): void;
    /** Anything that was heard and understood, views among it. */
    frame(frame: ScreenFrame): void;
    /** Nothing of the programme may stay on this machine. */
    forget(): void;
  };
};

export type FeedLine = {
  /** A code was claimed: the screen has a credential now. */
  paired(): void;
  /** The machine woke, or has a network again: not waiting any longer. */
  woken(): void;
  stop(): void;
};

/** Runs the life of a line (`feed.ts`) on a real socket. */
export function makeFeedLine(parts: FeedLineParts): FeedLine {
  let state: FeedState = feedBegun[0];
  let closeSocket: Stop = () => {};
  let stopSilence: Stop = () => {};
  let stopWaiting: Stop = () => {};
  let stopAsking: Stop = () => {};
  let build = "";

  const hear = () => {
    stopSilence();
    stopSilence = parts.later(silentMs, () => happen({ type: "silent" }));
  };
  const leave = () => {
    stopSilence();
    stopAsking();
    closeSocket();
    closeSocket = () => {};
  };
  const open = () => {
    let isMine = true;
    const close = parts.open({
      onFrame: (text) => isMine && onFrame(text),
      onLost: (code) => {
        if (!isMine) return;
        isMine = false;
        leave();
        happen({ type: code === feedCloseCode.unpaired ? "revoked" : "lost" });
      },
    });
    closeSocket = () => {
      isMine = false;
      close();
    };
    hear();
  };
  const onFrame = (text: string) => {
    const frame = readFrame(text);
    if (!frame) return;
    if (frame.type === "hello") {
      build = frame.build;
      happen({ type: "hello", mayRenew: parts.mayRenew(build) });
      // A server of another version cannot be understood: nothing of it counts as heard, and the screen says how old it is.
      if (frame.version !== screenFeedVersion) return;
    }
    if (frame.type === "revoked") return happen({ type: "revoked" });
    hear();
    parts.told.frame(frame);
  };
  const perform = (effect: FeedEffect) => {
    switch (effect.type) {
      case "connect":
        return open();
      case "close":
        return leave();
      case "wait":
        stopWaiting();
        stopWaiting = parts.later(parts.between(effect.leastMs, effect.belowMs), () => happen({ type: "due" }));
        return;
      case "ask":
        stopAsking = parts.later(parts.between(effect.leastMs, effect.belowMs), async () => {
          happen({ type: (await parts.isAlive()) ? "answered" : "unanswered" });
        });
        return;
      case "reload":
        return parts.reload(build);
      case "forget":
        return parts.told.forget();
    }
  };
  const happen = (event: FeedEvent) => enter(feedAfter(state, event));
  const enter = ([next, effects]: ReturnType<typeof feedAfter>) => {
    if (next.at !== "away") stopWaiting();
    state = next;
    parts.told.state(state);
    for (const effect of effects) perform(effect);
  };

  enter(feedBegun);
  return {
    paired: () => happen({ type: "paired" }),
    woken: () => happen({ type: "woken" }),
    stop() {
      stopWaiting();
      leave();
    },
  };
}

const frameTypes = ["hello", "view", "beat", "revoked"];

/** A frame of the server; null for what is none. Its inside is trusted: it comes from where the page comes from. */
function readFrame(text: string): ScreenFrame | null {
  try {
    const frame: unknown = JSON.parse(text);
    const isFrame = typeof frame === "object" && frame !== null && "type" in frame;
    return isFrame && frameTypes.includes(String(frame.type)) ? (frame as ScreenFrame) : null;
  } catch {
    return null;
  }
}
