/**
 * Who writes under which Yjs client id in one document. An id belongs to whoever first wrote under it, or showed
 * themselves with it, and to nobody else for good: otherwise one could write what another's browser is about to write, and
 * the other's edit would be taken for a repetition.
 */
import { beginnerId } from "../../shared/document/whole-update.ts";
import type { RefusedMessage } from "../../shared/protocol/refusal.ts";
import { claimsMax, toldRefusalsMax } from "./limits.ts";

/** What the log keeps of writers, beside the update that brought it. */
export type WriterNotes = {
  /** Newly bound: client id → actor id. */
  readonly bound: ReadonlyMap<number, string>;
  /** What was refused of a writer's edits last: its browser may not have heard it. */
  readonly refused: ReadonlyMap<number, RefusedMessage>;
};

export const noNotes: WriterNotes = { bound: new Map(), refused: new Map() };

export class Writers {
  readonly #bound = new Map<number, string>();
  readonly #refused = new Map<number, RefusedMessage>();
  /** Of tabs that showed themselves and have written nothing yet: not in the log, gone with the process. */
  readonly #claims = new Map<number, string>();

  /** Whose id it is; null when it is nobody's yet. */
  holderOf(client: number): string | null {
    return this.#bound.get(client) ?? this.#claims.get(client) ?? null;
  }

  /** Whether `actorId` may write under `client`; `isKnown` tells that the document holds something of it already. */
  mayWrite(client: number, actorId: string, isKnown: boolean): boolean {
    if (client === beginnerId) return false;
    const holder = this.holderOf(client);
    // What is there without a holder was begun by the server or came from elsewhere: nobody goes on with it.
    return holder === null ? !isKnown : holder === actorId;
  }

  isBound(client: number): boolean {
    return this.#bound.has(client);
  }

  /** A tab shows itself under this id. Answers false when the id is another's. */
  claim(client: number, actorId: string): boolean {
    const holder = this.holderOf(client);
    if (holder !== null) return holder === actorId;
    if (client === beginnerId) return false;
    if (this.#claims.size >= claimsMax) this.#forgetOldest(this.#claims);
    this.#claims.set(client, actorId);
    return true;
  }

  /** Takes notes of the log in, from this process or another. The first binding of an id stands. */
  learn({ bound, refused }: WriterNotes) {
    for (const [client, actorId] of bound) {
      if (!this.#bound.has(client)) this.#bound.set(client, actorId);
      this.#claims.delete(client);
    }
    for (const [client, message] of refused) {
      this.#refused.delete(client);
      this.#refused.set(client, message);
      if (this.#refused.size > toldRefusalsMax) this.#forgetOldest(this.#refused);
    }
  }

  /** Whether anything was ever refused of anybody whose browser may not know. */
  get hasRefused(): boolean {
    return this.#refused.size > 0;
  }

  /** What was last refused of a writer; null when nothing ever was. */
  refusedOf(client: number): RefusedMessage | null {
    return this.#refused.get(client) ?? null;
  }

  /** Everything, for a snapshot. */
  notes(): WriterNotes {
    return { bound: this.#bound, refused: this.#refused };
  }

  #forgetOldest(map: Map<number, unknown>) {
    const [oldest] = map.keys();
    if (oldest !== undefined) map.delete(oldest);
  }
}
