/**
 * Who has a document open, and what they have in hand (awareness). Kept in memory only, never in the log. Each socket
 * speaks for one id; the name on it is written here from the sign-in, so nobody can pose as another.
 */
import type { Actor } from "../../shared/model/actor.ts";
import type { Clock } from "../observe/clock.ts";
import type { Stop } from "../observe/stop.ts";
import type { Messenger } from "../store/store.ts";
import { type PresenceState, presenceFrame } from "./frame.ts";
import { presenceBytesMax, presenceClockMax, presenceEveryMs, presenceIdsMax } from "./limits.ts";
import { PresenceExchange, type PresenceSide } from "./presence-exchange.ts";
import type { SignedState } from "./presence-words.ts";

/** What presence needs of a socket. */
export type Presenter = {
  readonly actor: Actor;
  presenceId: number | null;
  send(frame: Uint8Array): void;
};

const left = "null";

type Parts<P> = {
  /** Of the document. */
  readonly name: string;
  readonly messenger: Messenger;
  readonly clock: Clock;
  /** Whoever hears of it. */
  readonly audience: ReadonlySet<P>;
  /** Takes an id for an actor; false when it is another's: a tab's presence and its edits go under one id. */
  readonly claim: (id: number, actorId: string) => boolean;
  /** Everybody was just told of a change. */
  readonly onTold?: () => void;
};

/** Who an id is: a socket here, or the name of another process that has it. */
type Held<P> = {
  readonly holder: P | string;
  readonly actorId: string;
  readonly state: PresenceState;
  /** The clock under which another process said it; here it is told under our own. */
  readonly saidClock: number;
};

export class Presence<P extends Presenter> implements PresenceSide {
  readonly #clock: Clock;
  readonly #audience: ReadonlySet<P>;
  readonly #claim: Parts<P>["claim"];
  readonly #onTold: () => void;
  readonly #exchange: PresenceExchange;
  readonly #states = new Map<number, Held<P>>();
  /**
   * Last clock told per id, also of those who left: browsers drop what is not newer than the last they saw, and a
   * browser that comes back starts from its old clock.
   */
  readonly #told = new Map<number, { readonly clock: number; readonly actorId: string }>();
  readonly #changed = new Set<number>();
  #stopWaiting: Stop | null = null;

  constructor({ name, messenger, clock, audience, claim, onTold = () => {} }: Parts<P>) {
    this.#clock = clock;
    this.#audience = audience;
    this.#claim = claim;
    this.#onTold = onTold;
    this.#exchange = new PresenceExchange({ name, messenger, clock, side: this });
  }

  /** Takes what a socket says of itself. What it says of others (the stock provider echoes them) is dropped. */
  take(presenter: P, states: readonly PresenceState[]): void {
    for (const state of states) {
      if (state.json === left) {
        if (state.id === presenter.presenceId) this.leave(presenter);
      } else if (this.#mayBind(presenter, state)) {
        this.#put(presenter, state);
      }
    }
  }

  /** The socket is gone, and so is what it said. */
  leave(presenter: P): void {
    const id = presenter.presenceId;
    presenter.presenceId = null;
    if (id === null || this.#states.get(id)?.holder !== presenter) return;
    this.#states.delete(id);
    this.#change(id);
    this.#exchange.changed(id);
  }

  /** Everybody's state but its own, for a socket that just came. */
  greet(presenter: P): void {
    const states = [...this.#states.values()].filter((held) => held.holder !== presenter);
    if (states.length > 0) presenter.send(presenceFrame(states.map((held) => held.state)));
  }

  own(): SignedState[] {
    const own = [...this.#states.values()].filter(({ holder }) => typeof holder !== "string");
    return own.map(({ state, actorId }) => ({ ...state, actorId }));
  }

  ownOf(id: number): SignedState {
    const held = this.#states.get(id);
    if (held && typeof held.holder !== "string") return { ...held.state, actorId: held.actorId };
    const told = this.#told.get(id);
    return { id, clock: told?.clock ?? 0, json: left, actorId: told?.actorId ?? "" };
  }

  hear(node: string, states: readonly SignedState[]): void {
    for (const state of states) {
      if (state.json !== left) this.#putOther(node, state);
      else if (this.#states.get(state.id)?.holder === node) this.#drop(state.id);
    }
  }

  keepOnly(node: string, ids: ReadonlySet<number>): void {
    for (const [id, { holder }] of this.#states) if (holder === node && !ids.has(id)) this.#drop(id);
  }

  /** Whose tab shows itself under this id now, on any process; null when none does. */
  actorIdOf(id: number): string | null {
    return this.#states.get(id)?.actorId ?? null;
  }

  /** What everybody here says of themselves, as JSON, each with the name that its server wrote in. */
  told(): readonly string[] {
    return [...this.#states.values()].map(({ state }) => state.json);
  }

  /** Ids shown to others now. */
  get presentCount(): number {
    return this.#states.size;
  }

  /** Ids remembered, of those who are here and those who left: bounded. */
  get rememberedCount(): number {
    return this.#told.size;
  }

  /** Begins to hear of those on other processes, and they of ours. Rejects as the store does. */
  connect(): Promise<void> {
    return this.#exchange.start();
  }

  stop(): void {
    this.#exchange.stop();
    this.#stopWaiting?.();
  }

  #mayBind(presenter: P, state: PresenceState): boolean {
    if (state.id === presenter.presenceId) return true;
    const held = this.#states.get(state.id);
    // The same person's tab comes back on a new socket, or process, before the old one is known to be dead.
    if (held) return held.actorId === presenter.actor.id && presenter.presenceId === null;
    const told = this.#told.get(state.id);
    // An echo of somebody who just left is not news; their own tab, coming back, is.
    const isEcho = told !== undefined && told.actorId !== presenter.actor.id;
    return presenter.presenceId === null && !isEcho && this.#claim(state.id, presenter.actor.id);
  }

  #put(presenter: P, sent: PresenceState): void {
    const json = withUser(sent.json, presenter.actor);
    if (json === null || sent.clock > presenceClockMax) return;
    const holder = this.#states.get(sent.id)?.holder;
    if (holder && typeof holder !== "string" && holder !== presenter) holder.presenceId = null;
    presenter.presenceId = sent.id;
    this.#hold({ ...sent, json, actorId: presenter.actor.id }, presenter);
    this.#exchange.changed(sent.id);
  }

  /** What another process says of an id: not of one that is another's, nor what is older than what is known of it here. */
  #putOther(node: string, said: SignedState): void {
    const held = this.#states.get(said.id);
    const isKnown = held?.holder === node && held.saidClock >= said.clock;
    const isOlder = held !== undefined && held.holder !== node && held.saidClock >= said.clock;
    if (isKnown || isOlder || !this.#mayHold(said) || !this.#claim(said.id, said.actorId)) return;
    // The tab has gone on to the other process.
    if (held && typeof held.holder !== "string") held.holder.presenceId = null;
    this.#hold(said, node);
  }

  #mayHold({ id, actorId, json, clock }: SignedState): boolean {
    const held = this.#states.get(id);
    if (held && held.actorId !== actorId) return false;
    const isBounded = held !== undefined || this.#states.size < presenceIdsMax;
    // Longer than what a tab may say by the name that its server wrote into it.
    return isBounded && clock <= presenceClockMax && json.length <= 2 * presenceBytesMax;
  }

  /** Told under a clock that nobody here has seen of this id. */
  #hold({ id, clock: saidClock, json, actorId }: SignedState, holder: P | string): void {
    const clock = Math.max(saidClock, (this.#told.get(id)?.clock ?? -1) + 1);
    this.#told.set(id, { clock, actorId });
    const known = typeof holder === "string" ? saidClock : clock;
    this.#states.set(id, { holder, actorId, state: { id, clock, json }, saidClock: known });
    this.#change(id);
  }

  #drop(id: number): void {
    this.#states.delete(id);
    this.#change(id);
  }

  #change(id: number): void {
    this.#changed.add(id);
    if (this.#told.size > presenceIdsMax) this.#forgetOldest();
    this.#stopWaiting ??= this.#clock.after(presenceEveryMs, () => this.#tell());
  }

  #forgetOldest(): void {
    for (const id of this.#told.keys()) {
      if (this.#told.size <= presenceIdsMax / 2) return;
      if (!this.#states.has(id) && !this.#changed.has(id)) this.#told.delete(id);
    }
  }

  #tell(): void {
    this.#stopWaiting = null;
    const states = [...this.#changed].map((id) => this.#stateOf(id));
    this.#changed.clear();
    const frame = presenceFrame(states);
    for (const presenter of this.#audience) {
      const isOwn = states.some(({ id }) => id === presenter.presenceId);
      // A browser takes a newer clock of its own id for the truth, and would lose what it did since.
      if (!isOwn) presenter.send(frame);
      else if (states.length > 1) presenter.send(presenceFrame(states.filter(({ id }) => id !== presenter.presenceId)));
    }
    this.#onTold();
  }

  #stateOf(id: number): PresenceState {
    const held = this.#states.get(id);
    if (held) return held.state;
    const told = this.#told.get(id);
    const clock = (told?.clock ?? 0) + 1;
    this.#told.set(id, { clock, actorId: told?.actorId ?? "" });
    return { id, clock, json: left };
  }
}

/** The state with the signed-in user written over what was sent; null for what is no state. */
function withUser(json: string, { id, name, office }: Actor): string | null {
  if (json.length > presenceBytesMax) return null;
  try {
    const state: unknown = JSON.parse(json);
    if (typeof state !== "object" || state === null || Array.isArray(state)) return null;
    return JSON.stringify({ ...state, user: { id, name, office } });
  } catch {
    return null;
  }
}
