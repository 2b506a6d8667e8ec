import { createHash } from "node:crypto";
import { type Chance, newId } from "../../shared/kit/id.ts";
import type { Clock } from "../observe/clock.ts";
import { together } from "../observe/stop.ts";
import { type KeyStore, type Messenger, StoreUnavailable } from "../store/store.ts";
import type { Credentials } from "./credentials.ts";
import { credentialHoldMs, currentHoldMs, foundMax } from "./limits.ts";

type Parts = { readonly keys: KeyStore & Messenger; readonly clock: Clock; readonly chance: Chance };

/** What processes say to each other about screens: the id of one that was given another credential. */
const issueTopic = "screens";

/**
 * Two keys: hash → screen, which lasts as long again each time it is used, and screen → hash of the one that counts, which
 * is written only where a screen is given one. So giving it another is one write, and no process that has just looked at
 * the old one can bring that back.
 */
export function createCredentials({ keys, clock, chance }: Parts): Credentials {
  /** Found here before; asked only while the store is away. */
  const found = new Map<string, string>();
  const tellers = new Set<(screen: string) => void>();
  const learn = (hash: string, screen: string | null) => {
    found.delete(hash);
    if (screen !== null) found.set(hash, screen);
    const [oldest] = found.keys();
    if (found.size > foundMax && oldest !== undefined) found.delete(oldest);
  };
  const keep = (hash: string, screen: string) => keys.put(screenKey(hash), screen, clock.now() + credentialHoldMs);

  async function look(hash: string): Promise<string | null> {
    const screen = await keys.get(screenKey(hash));
    if (screen === null || (await keys.get(currentKey(screen))) !== hash) return null;
    await keep(hash, screen);
    return screen;
  }

  return {
    async issue(screen) {
      const credential = newId(chance) + newId(chance);
      const before = await keys.get(currentKey(screen));
      await keep(hashOf(credential), screen);
      await keys.put(currentKey(screen), hashOf(credential), clock.now() + currentHoldMs);
      if (before !== null) await keys.delete(screenKey(before));
      keys.say(issueTopic, new TextEncoder().encode(screen));
      for (const tell of tellers) tell(screen);
      return credential;
    },
    async find(credential) {
      if (credential === undefined || !/^[\w-]{32}$/.test(credential)) return null;
      const hash = hashOf(credential);
      try {
        const screen = await look(hash);
        learn(hash, screen);
        return screen;
      } catch (error) {
        const screen = error instanceof StoreUnavailable ? found.get(hash) : undefined;
        if (screen !== undefined) return screen;
        throw error;
      }
    },
    async isCurrent(credential, screen) {
      try {
        return (await keys.get(currentKey(screen))) === hashOf(credential);
      } catch {
        return null;
      }
    },
    async end(screen) {
      const hash = await keys.take(currentKey(screen));
      if (hash === null) return;
      learn(hash, null);
      await keys.delete(screenKey(hash));
    },
    async onIssue(tell) {
      const stopListening = await keys.listen(issueTopic, (words) => tell(new TextDecoder().decode(words)));
      tellers.add(tell);
      return together([() => void tellers.delete(tell), stopListening]);
    },
  };
}

function hashOf(credential: string): string {
  return createHash("sha256").update(credential).digest("base64url");
}

function screenKey(hash: string): string {
  return `screen:${hash}`;
}

function currentKey(screen: string): string {
  return `screen-now:${screen}`;
}
