/**
 * Presence between the processes of a board (DESIGN §6: any number of them). Nothing of it is kept: each process says what
 * changes on its own sockets, says all of it again every few seconds, and is forgotten when it says nothing.
 */
import { unreachable } from "../../shared/kit/assert.ts";
import type { Clock } from "../observe/clock.ts";
import { type Stop, together } from "../observe/stop.ts";
import type { Messenger } from "../store/store.ts";
import { presenceBeatMs, presenceLeaseMs, presenceSayEveryMs } from "./limits.ts";
import { encodeWords, type PresenceWords, readWords, type SignedState } from "./presence-words.ts";

/** The side of one document's presence that looks to other processes. */
export type PresenceSide = {
  /** What the sockets of this process say. */
  own(): readonly SignedState[];
  /** The state of an own id as it is now: its JSON is "null" when it has left. */
  ownOf(id: number): SignedState;
  /** Takes what another process said changed. */
  hear(node: string, states: readonly SignedState[]): void;
  /** Of that process, only these ids are still there. */
  keepOnly(node: string, ids: ReadonlySet<number>): void;
};

type Parts = {
  readonly name: string;
  readonly messenger: Messenger;
  readonly clock: Clock;
  readonly side: PresenceSide;
};

export class PresenceExchange {
  readonly #parts: Parts;
  readonly #heardMs = new Map<string, number>();
  readonly #changed = new Set<number>();
  readonly #stops: Stop[] = [];
  #stopWaiting: Stop | null = null;
  #isStopped = false;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Rejects as the store does. */
  async start(): Promise<void> {
    const { name, messenger, clock } = this.#parts;
    if (this.#isStopped) return;
    this.#stops.push(await messenger.listen(name, (bytes, from) => this.#hear(readWords(bytes), from)));
    if (this.#isStopped) return together(this.#stops)();
    this.#stops.push(clock.every(presenceBeatMs, () => this.#beat()));
    this.#say({ kind: "ask" });
    this.#sayAll();
  }

  /** Something about an own id has changed. */
  changed(id: number) {
    this.#changed.add(id);
    this.#stopWaiting ??= this.#parts.clock.after(presenceSayEveryMs, () => this.#sayNews());
  }

  /** Whoever is here is gone for the others, at once. */
  stop() {
    this.#isStopped = true;
    this.#stopWaiting?.();
    if (this.#stops.length > 0) this.#say({ kind: "all", states: [] });
    together(this.#stops)();
  }

  #hear(words: PresenceWords | null, from: string) {
    if (!words || this.#isStopped) return;
    const { side, clock } = this.#parts;
    switch (words.kind) {
      case "ask":
        return this.#sayAll();
      case "news":
        this.#heardMs.set(from, clock.now());
        return side.hear(from, words.states);
      case "all":
        this.#heardMs.set(from, clock.now());
        side.keepOnly(from, new Set(words.states.map(({ id }) => id)));
        return side.hear(from, words.states);
      default:
        return unreachable(words);
    }
  }

  #beat() {
    const { clock, side } = this.#parts;
    this.#sayAll();
    for (const [node, heardMs] of this.#heardMs) {
      if (clock.now() - heardMs <= presenceLeaseMs) continue;
      this.#heardMs.delete(node);
      side.keepOnly(node, new Set());
    }
  }

  #sayNews() {
    const { side } = this.#parts;
    this.#stopWaiting = null;
    const states = [...this.#changed].map((id) => side.ownOf(id));
    this.#changed.clear();
    this.#say({ kind: "news", states });
  }

  /** Of nobody there is nothing to say: silence is understood. */
  #sayAll() {
    const states = this.#parts.side.own();
    if (states.length > 0) this.#say({ kind: "all", states });
  }

  #say(words: PresenceWords) {
    this.#parts.messenger.say(this.#parts.name, encodeWords(words));
  }
}
