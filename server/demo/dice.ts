import { assert } from "../../shared/kit/assert.ts";
import type { Chance } from "../../shared/kit/id.ts";

/** Chance that can be thrown again: the same seed gives the same row of throws on every machine. */
export type Dice = {
  /** A whole number from 0 to `limit` − 1. */
  readonly below: (limit: number) => number;
  /** One of the list; throws on an empty one. */
  readonly pick: <T>(list: readonly T[]) => T;
  /** True `percent` times in a hundred. */
  readonly happens: (percent: number) => boolean;
  /** The list in a new order; the given one stays as it is. */
  readonly shuffle: <T>(list: readonly T[]) => T[];
  /** For `newId`. */
  readonly bytes: Chance;
};

/** Dice of a seed in words; other words, other dice, so that one more throw in May changes nothing in June. */
export function createDice(seed: string): Dice {
  const next = createSfc32(seed);
  const below = (limit: number) => Math.floor((next() / 2 ** 32) * limit);
  return {
    below,
    pick(list) {
      assert(list.length > 0, "nothing to pick from");
      return list[below(list.length)] as (typeof list)[number];
    },
    happens: (percent) => below(100) < percent,
    shuffle(list) {
      const keyed = list.map((value) => ({ value, key: next() }));
      return keyed.sort((a, b) => a.key - b.key).map(({ value }) => value);
    },
    bytes(bytes) {
      for (let at = 0; at < bytes.length; at++) bytes[at] = below(256);
      return bytes;
    },
  };
}

/** sfc32 (PractRand), fed by FNV-1a of the words: small, fast, and good enough for a made-up city. */
function createSfc32(seed: string): () => number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < seed.length; at++) hash = Math.imul(hash ^ seed.charCodeAt(at), 0x01000193);
  let [a, b, c, counter] = [hash | 0, 0x9e3779b9 | 0, 0x243f6a88 | 0, 1];
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  for (let warm = 0; warm < 12; warm++) next();
  return next;
}
