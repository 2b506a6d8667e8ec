import type { Chance } from "../../shared/kit/id.ts";
import type { Config } from "../config/config.ts";
import type { Clock } from "../observe/clock.ts";
import { openEmbeddedStore } from "./embedded/embedded-store.ts";
import type { Store } from "./store.ts";

type Parts = { readonly clock: Clock; readonly chance: Chance };

/** The store that the settings choose. Rejects with {@link StoreRefused} when it cannot be used. */
export function openStore({ dataDir }: Config, { clock, chance }: Parts): Promise<Store> {
  return openEmbeddedStore({ dataDir, clock, chance });
}
