/** A store without a disk: what outlives every process, and the connections of processes to it, which fail as told. */
import * as Y from "yjs";
import type { Dice } from "../../server/demo/dice.ts";
import { readEntry } from "../../server/live/log-entry.ts";
import type { Clock } from "../../server/observe/clock.ts";
import type { ReadDocument } from "../../server/store/redis/documents.ts";
import { Watcher } from "../../server/store/redis/watcher.ts";
import {
  type Appended,
  type DocumentStore,
  EpochChanged,
  type LoadedDocument,
  type Messenger,
  type Snapshot,
  StoreUnavailable,
} from "../../server/store/store.ts";

type Entry = { readonly position: number; readonly bytes: Uint8Array; readonly node: string };

type Kept = {
  readonly epoch: string;
  snapshot: Uint8Array | null;
  companion: Uint8Array | null;
  upto: number;
  entries: Entry[];
  position: number;
  /** Everything ever appended: what the invariants measure by. */
  readonly whole: Y.Doc;
};

/** What happens to the next things that one process asks of the store; in percent, and in milliseconds. */
export type Faults = {
  delayMaxMs: number;
  /** It answers that it cannot be reached, having done nothing. */
  refused: number;
  /** The same answer, having done it: the reply was lost. */
  replyLost: number;
  /** Bells that nobody hears. */
  bellLost: number;
};

export const noFaults: Faults = { delayMaxMs: 4, refused: 0, replyLost: 0, bellLost: 0 };

/** How often a watcher looks by itself whether it missed a bell. */
const beatMs = 5_000;
/** A bell that is heard is heard soon, however slow the store is. */
const bellDelayMaxMs = 40;

const nothing = { epoch: null, snapshot: null, companion: null, position: 0 } as const;

/** What lies on the disk, and every bell that rings. */
export class Disk {
  readonly #kept = new Map<string, Kept>();
  readonly #ears = new Set<(topic: string, words: Uint8Array, from: string) => void>();
  readonly #bells = new Set<(name: string, entry: Entry, epoch: string) => void>();
  readonly counts = { appends: 0, snapshots: 0, refused: 0, repliesLost: 0, bellsLost: 0, holesFilled: 0 };

  /** The document as the log has it; empty when it has nothing. */
  whole(name: string): Y.Doc {
    return this.#kept.get(name)?.whole ?? new Y.Doc();
  }

  load(name: string): LoadedDocument {
    const kept = this.#kept.get(name);
    if (!kept) return { ...nothing, entries: [] };
    return { ...kept, entries: kept.entries.map(({ bytes }) => bytes) };
  }

  readAfter(name: string, after: number): ReadDocument {
    const kept = this.#kept.get(name);
    if (!kept) return { ...nothing, upto: 0, entries: [], end: 0 };
    return { ...kept, end: kept.position, entries: kept.entries.filter(({ position }) => position > after) };
  }

  append(name: string, { entries, epoch, node }: { entries: readonly Uint8Array[]; epoch: string; node: string }) {
    const began = !this.#kept.has(name);
    const kept = this.#kept.get(name) ?? this.#begin(name, epoch);
    if (kept.epoch !== epoch) throw new EpochChanged(name);
    for (const bytes of entries) {
      const entry = { position: ++kept.position, bytes, node };
      kept.entries.push(entry);
      Y.applyUpdate(kept.whole, readEntry(bytes).update);
      this.counts.appends++;
      for (const ring of this.#bells) ring(name, entry, kept.epoch);
    }
    return { epoch: kept.epoch, position: kept.position, began };
  }

  epochOf(name: string): string | null {
    return this.#kept.get(name)?.epoch ?? null;
  }

  snapshot(name: string, { bytes, upto, epoch, companion = null }: Snapshot): "kept" | "older" {
    const kept = this.#kept.get(name);
    if (kept?.epoch !== epoch || upto <= kept.upto || upto > kept.position) return "older";
    Object.assign(kept, {
      snapshot: bytes,
      companion,
      upto,
      entries: kept.entries.filter(({ position }) => position > upto),
    });
    this.counts.snapshots++;
    return "kept";
  }

  listen(ring: (name: string, entry: Entry, epoch: string) => void): () => void {
    this.#bells.add(ring);
    return () => this.#bells.delete(ring);
  }

  say(topic: string, words: Uint8Array, from: string) {
    for (const hear of this.#ears) hear(topic, words, from);
  }

  hearWords(hear: (topic: string, words: Uint8Array, from: string) => void): () => void {
    this.#ears.add(hear);
    return () => this.#ears.delete(hear);
  }

  #begin(name: string, epoch: string): Kept {
    const kept = { ...nothing, epoch, upto: 0, entries: [], whole: new Y.Doc() };
    this.#kept.set(name, kept);
    return kept;
  }
}

type Parts = {
  readonly disk: Disk;
  /** Of the process: with it, it stops. */
  readonly clock: Clock;
  /** Of the world: what is under way to the store when its process dies may still arrive. */
  readonly world: Clock;
  readonly dice: Dice;
  readonly faults: Faults;
  /** The process, as it signs its entries. */
  readonly node: string;
};

/** The connection of one process to the disk. */
export function connectStore({ disk, clock, world, dice, faults, node }: Parts): DocumentStore & Messenger {
  const wait = (by: Clock) => new Promise<void>((resolve) => void by.after(1 + dice.below(faults.delayMaxMs), resolve));

  /** There and back, each late; the world may change in between. */
  async function ask<Answer>(act: () => Answer): Promise<Answer> {
    await wait(dice.happens(50) ? world : clock);
    if (dice.happens(faults.refused)) {
      disk.counts.refused++;
      throw new StoreUnavailable("made to fail");
    }
    const answer = act();
    const isLost = dice.happens(faults.replyLost);
    await wait(clock);
    if (!isLost) return answer;
    disk.counts.repliesLost++;
    throw new StoreUnavailable("made to lose the reply");
  }

  return {
    load: (name) => ask(() => disk.load(name)),
    append: (name, entries, epoch): Promise<Appended> =>
      ask(() => disk.append(name, { entries, node, epoch: epoch ?? disk.epochOf(name) ?? `life-${dice.below(1e9)}` })),
    snapshot: (name, snapshot) => ask(() => disk.snapshot(name, snapshot)),
    // This disk loses nothing.
    restore: () => Promise.reject(new StoreUnavailable("nothing was lost")),
    say: (topic, words) => disk.say(topic, words, node),
    async listen(topic, hear) {
      return disk.hearWords((said, words, from) => {
        if (said !== topic || from === node || dice.happens(faults.bellLost)) return;
        clock.after(bellDelayMaxMs, () => hear(words, from));
      });
    },
    async watch(name, from, watching) {
      const read = async (after: number) => {
        const found = await ask(() => disk.readAfter(name, after));
        if (found.entries.length > 0) disk.counts.holesFilled++;
        return found;
      };
      const watcher = new Watcher({ ...watching, node, from, read, began: () => {} });
      let heardMs = 0;
      const stopListening = disk.listen((rung, entry, epoch) => {
        if (rung !== name) return;
        if (dice.happens(faults.bellLost)) return void disk.counts.bellsLost++;
        // Bells of one sender keep their order and may come twice.
        heardMs = Math.max(heardMs, clock.now() + 1 + dice.below(bellDelayMaxMs));
        const bell = bellOf(entry, epoch);
        for (let times = dice.happens(5) ? 2 : 1; times > 0; times--)
          clock.after(heardMs - clock.now(), () => watcher.ring(bell));
      });
      const stopBeating = clock.every(beatMs, () => void watcher.catchUp());
      await watcher.catchUp();
      const stop = () => {
        watcher.stop();
        stopListening();
        stopBeating();
      };
      return { stop, catchUp: () => watcher.reach() };
    },
  };
}

function bellOf({ position, node, bytes }: Entry, epoch: string): Buffer {
  return Buffer.concat([Buffer.from(`${position} ${node} ${epoch} `), bytes]);
}
