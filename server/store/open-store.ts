import type { Chance } from "../../shared/kit/id.ts";
import type { Config } from "../config/config.ts";
import type { Clock } from "../observe/clock.ts";
import { storeWarned } from "../observe/events.ts";
import type { Log } from "../observe/log.ts";
import { openEmbeddedStore } from "./embedded/embedded-store.ts";
import { openRedisStore } from "./redis/redis-store.ts";
import type { Store } from "./store.ts";

type Parts = { readonly clock: Clock; readonly chance: Chance; readonly log: Log };

/** The store that the settings choose. Rejects with {@link StoreRefused} when it cannot be used. */
export async function openStore({ dataDir, redisUrl }: Config, parts: Parts): Promise<Store> {
  const store = redisUrl
    ? await openRedisStore({ url: redisUrl, ...parts })
    : await openEmbeddedStore({ dataDir, ...parts });
  const readiness = await store.canAppend();
  const warnings = readiness.can ? readiness.warnings : [readiness.why];
  for (const warning of warnings) storeWarned(parts.log, { why: warning });
  return store;
}
