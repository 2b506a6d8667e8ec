import type { Doc } from "yjs";
import type { Clock } from "../observe/clock.ts";
import type { Stop } from "../observe/stop.ts";
import { DurableWaits, Glances } from "./glances.ts";
import { followEveryMs } from "./limits.ts";
import type { LiveDocument } from "./live-document.ts";

/**
 * Whoever follows a document without a socket. It keeps nothing of the document itself: what it is told is plain data, and
 * durable (P2).
 */
export type Follower<Seen> = {
  /**
   * Called with the document once it is there, and again with the one that takes its place, after the stop of the one
   * before. `changed` asks for a look, soon and once, however often it is called.
   */
  begin(doc: Doc, changed: () => void): Stop;
  /** What it wants to know of the document at this moment. */
  look(): Seen;
  /** What it saw, once everything in it is in the log. In order. */
  tell(seen: Seen): void;
  /** Somebody who has the document open says something else of themselves; `states` are JSON, of everybody. */
  hear?(states: () => readonly string[]): void;
};

type Moment = { readonly pushed: number; readonly durable: number };

type Parts = {
  readonly clock: Clock;
  readonly document: Pick<LiveDocument, "see" | "isBuilt" | "version">;
  /** How many edits were accepted, and how many of them are durable. */
  readonly moment: () => Moment;
  /** Everybody's presence now. */
  readonly states: () => readonly string[];
  /** What is stored may turn out not to fit together when it has to be built. */
  readonly orFail: (act: () => void) => void;
};

/** Those who read one document without a socket: once, or as it changes. Nobody is told what could still be lost. */
export class Readers {
  readonly #parts: Parts;
  readonly #glances = new Glances();
  readonly #waits = new DurableWaits();
  readonly #followings = new Set<Following>();
  #isOpen = false;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** The document is there. */
  open() {
    this.#isOpen = true;
    for (const following of this.#followings) following.begin();
  }

  /** See {@link Room.glance}. Null while the document is not built. */
  async glance<Seen>(key: string, look: (doc: Doc) => Seen): Promise<Seen | null> {
    const { document } = this.#parts;
    if (!document.isBuilt) return null;
    const seen = this.#glances.see(key, document.version, () => document.see(look));
    return (await this.#isDurable()) ? seen : null;
  }

  /** `onEnd` when the document is closed under it. */
  follow<Seen>(follower: Follower<Seen>, onEnd: () => void): Stop {
    const following = this.#following(follower, onEnd);
    this.#followings.add(following);
    if (this.#isOpen) following.begin();
    return () => {
      if (this.#followings.delete(following)) following.stop();
    };
  }

  /** Presence has changed. */
  hear() {
    for (const following of this.#followings) following.hear();
  }

  release(durable: number) {
    this.#waits.release(durable);
  }

  stop() {
    this.#isOpen = false;
    this.#waits.stop();
    for (const following of [...this.#followings]) {
      this.#followings.delete(following);
      following.stop();
      following.end();
    }
  }

  #isDurable(): Promise<boolean> {
    const { pushed, durable } = this.#parts.moment();
    return this.#waits.until(pushed, durable);
  }

  #following<Seen>(follower: Follower<Seen>, onEnd: () => void): Following {
    const { clock, document, states, orFail } = this.#parts;
    let stopFollower: Stop = () => {};
    let stopWaiting: Stop | null = null;
    let state: "idle" | "due" | "looking" | "looking, changed" | "stopped" = "idle";
    let lookedMs = Number.NEGATIVE_INFINITY;

    /** Never in the turn of the change itself: that may be in the middle of being accepted. */
    const changed = () => {
      if (state === "looking") state = "looking, changed";
      if (state !== "idle") return;
      state = "due";
      stopWaiting = clock.after(Math.max(0, lookedMs + followEveryMs - clock.now()), () => orFail(look));
    };
    const look = () => {
      lookedMs = clock.now();
      state = "looking";
      const seen = follower.look();
      void this.#isDurable().then((isDurable) => {
        if (state === "stopped") return;
        const isBehind = state === "looking, changed";
        state = "idle";
        if (isDurable) follower.tell(seen);
        if (isBehind) changed();
      });
    };
    return {
      begin: () =>
        orFail(() => {
          stopFollower = document.see((doc) => follower.begin(doc, changed));
          changed();
          if (states().length > 0) follower.hear?.(states);
        }),
      hear: () => follower.hear?.(states),
      stop() {
        state = "stopped";
        stopWaiting?.();
        stopFollower();
      },
      end: onEnd,
    };
  }
}

type Following = { begin(): void; hear(): void; stop: Stop; end(): void };
