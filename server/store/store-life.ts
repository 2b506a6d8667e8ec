import { type Chance, newId } from "../../shared/kit/id.ts";
import type { Clock } from "../observe/clock.ts";
import type { KeyStore } from "./store.ts";

const key = "store-life";
const holdMs = 100 * 365 * 86_400_000;

/**
 * Names the life of this store: a new name when it began anew (emptied, another folder). What a browser keeps for a reload
 * without a network is kept under this name, so that it never mixes with a store that knows nothing of it.
 */
export async function storeLife({
  keys,
  clock,
  chance,
}: {
  keys: KeyStore;
  clock: Clock;
  chance: Chance;
}): Promise<string> {
  const known = await keys.get(key);
  if (known !== null) return known;
  const life = newId(chance);
  await keys.put(key, life, clock.now() + holdMs);
  return life;
}
