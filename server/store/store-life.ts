import { type Chance, newId } from "../../shared/kit/id.ts";
import type { Clock } from "../observe/clock.ts";
import { type KeyStore, StoreUnavailable } from "./store.ts";

const key = "store-life";
const holdMs = 100 * 365 * 86_400_000;

type Parts = { readonly keys: KeyStore; readonly clock: Clock; readonly chance: Chance };

/**
 * Names the life of this store: a new name when it began anew (emptied, another folder). What a browser keeps for a reload
 * without a network is kept under this name, so that it never mixes with a store that knows nothing of it. While the store
 * is away its last known life is told: a page opened then shows what it kept.
 */
export function createStoreLife({ keys, clock, chance }: Parts): () => Promise<string> {
  let last: string | null = null;
  const find = async () => {
    const known = await keys.get(key);
    if (known !== null) return known;
    const life = newId(chance);
    await keys.put(key, life, clock.now() + holdMs);
    return life;
  };
  return async () => {
    try {
      last = await find();
    } catch (error) {
      if (!(error instanceof StoreUnavailable) || last === null) throw error;
    }
    return last;
  };
}
