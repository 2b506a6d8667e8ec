import * as v from "valibot";
import type { Seen, SeenById } from "../../shared/protocol/screen-feed.ts";
import type { Clock } from "../observe/clock.ts";
import type { KeyStore } from "../store/store.ts";
import { credentialHoldMs, seenLapseMs } from "./limits.ts";

const keptSchema = v.object({ atMs: v.number(), address: v.string(), isConnected: v.boolean() });

/** When and where from each screen was last there, for the list of screens; over all processes. */
export class SeenScreens {
  readonly #keys: KeyStore;
  readonly #clock: Clock;

  constructor({ keys, clock }: { readonly keys: KeyStore; readonly clock: Clock }) {
    this.#keys = keys;
    this.#clock = clock;
  }

  /** Writes it down; what cannot be written now is written next time. */
  note(screen: string, address: string, isConnected: boolean): void {
    const nowMs = this.#clock.now();
    const kept = { atMs: nowMs, address, isConnected } satisfies v.InferOutput<typeof keptSchema>;
    this.#keys.put(keyOf(screen), JSON.stringify(kept), nowMs + credentialHoldMs).catch(() => {});
  }

  forget(screen: string): void {
    this.#keys.delete(keyOf(screen)).catch(() => {});
  }

  /** Rejects as the store does. */
  async of(screens: Iterable<string>): Promise<SeenById> {
    const found = await Promise.all([...screens].map(async (id) => [id, await this.#one(id)] as const));
    return Object.fromEntries(found.flatMap(([id, seen]) => (seen ? [[id, seen]] : [])));
  }

  async #one(screen: string): Promise<Seen | null> {
    const kept = await this.#keys.get(keyOf(screen));
    const read = v.safeParse(keptSchema, kept === null ? null : JSON.parse(kept));
    if (!read.success) return null;
    const { atMs, address, isConnected } = read.output;
    // A process that was killed could not say that its screens are gone.
    return { seenMs: atMs, address, isConnected: isConnected && this.#clock.now() - atMs < seenLapseMs };
  }
}

function keyOf(screen: string): string {
  return `screen-seen:${screen}`;
}
