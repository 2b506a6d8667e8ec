import type { KeyStore } from "../../server/store/store.ts";
import type { HandClock } from "./hand-clock.ts";

/** The small values of a store, in memory. */
export function memoryKeys(clock: HandClock): KeyStore {
  const kept = new Map<string, { readonly value: string; readonly expiresAtMs: number }>();
  const find = (key: string) => {
    const found = kept.get(key);
    return found && found.expiresAtMs > clock.now() ? found.value : null;
  };
  return {
    put: async (key, value, expiresAtMs) => void kept.set(key, { value, expiresAtMs }),
    putNew: async (key, value, expiresAtMs) => find(key) === null && kept.set(key, { value, expiresAtMs }).size > 0,
    get: async (key) => find(key),
    async take(key) {
      const value = find(key);
      kept.delete(key);
      return value;
    },
    delete: async (key) => void kept.delete(key),
  };
}
