/**
 * Who has a document open, and what they have in hand (awareness). Kept in memory only, never in the log. Each socket
 * speaks for one id; the name on it is written here from the sign-in, so nobody can pose as another.
 */
import type { Actor } from "../../shared/model/actor.ts";
import type { Clock } from "../observe/clock.ts";
import type { Stop } from "../observe/stop.ts";
import { type PresenceState, presenceFrame } from "./frame.ts";
import { presenceBytesMax, presenceClockMax, presenceEveryMs, presenceIdsMax } from "./limits.ts";

/** What presence needs of a socket. */
export type Presenter = {
  readonly actor: Actor;
  presenceId: number | null;
  send(frame: Uint8Array): void;
};

const left = "null";

type Parts<P> = {
  readonly clock: Clock;
  /** Whoever hears of it. */
  readonly audience: ReadonlySet<P>;
  /** Takes an id for an actor; false when it is another's: a tab's presence and its edits go under one id. */
  readonly claim: (id: number, actorId: string) => boolean;
};

export class Presence<P extends Presenter> {
  readonly #clock: Clock;
  readonly #audience: ReadonlySet<P>;
  readonly #claim: Parts<P>["claim"];
  readonly #states = new Map<number, { readonly presenter: P; readonly state: PresenceState }>();
  /**
   * Last clock told per id, also of those who left: browsers drop what is not newer than the last they saw, and a
   * browser that comes back starts from its old clock.
   */
  readonly #told = new Map<number, { readonly clock: number; readonly actorId: string }>();
  readonly #changed = new Set<number>();
  #stopWaiting: Stop | null = null;

  constructor({ clock, audience, claim }: Parts<P>) {
    this.#clock = clock;
    this.#audience = audience;
    this.#claim = claim;
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
    if (id === null || this.#states.get(id)?.presenter !== presenter) return;
    this.#states.delete(id);
    this.#change(id);
  }

  /** Everybody's state but its own, for a socket that just came. */
  greet(presenter: P): void {
    const states = [...this.#states.values()].filter((held) => held.presenter !== presenter);
    if (states.length > 0) presenter.send(presenceFrame(states.map((held) => held.state)));
  }

  /** Ids remembered, of those who are here and those who left: bounded. */
  get rememberedCount(): number {
    return this.#told.size;
  }

  stop(): void {
    this.#stopWaiting?.();
  }

  #mayBind(presenter: P, state: PresenceState): boolean {
    if (state.id === presenter.presenceId) return true;
    const holder = this.#states.get(state.id)?.presenter;
    // The same person's tab comes back on a new socket before the old one is known to be dead.
    if (holder) return holder.actor.id === presenter.actor.id && presenter.presenceId === null;
    const told = this.#told.get(state.id);
    // An echo of somebody who just left is not news; their own tab, coming back, is.
    const isEcho = told !== undefined && told.actorId !== presenter.actor.id;
    return presenter.presenceId === null && !isEcho && this.#claim(state.id, presenter.actor.id);
  }

  #put(presenter: P, sent: PresenceState): void {
    const json = withUser(sent.json, presenter.actor);
    if (json === null || sent.clock > presenceClockMax) return;
    const holder = this.#states.get(sent.id)?.presenter;
    if (holder && holder !== presenter) holder.presenceId = null;
    presenter.presenceId = sent.id;
    const clock = Math.max(sent.clock, (this.#told.get(sent.id)?.clock ?? -1) + 1);
    this.#told.set(sent.id, { clock, actorId: presenter.actor.id });
    this.#states.set(sent.id, { presenter, state: { id: sent.id, clock, json } });
    this.#change(sent.id);
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
