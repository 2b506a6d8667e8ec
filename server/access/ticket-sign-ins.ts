import { createHash } from "node:crypto";
import * as v from "valibot";
import { type Chance, newId } from "../../shared/kit/id.ts";
import { type Actor, actorSchema } from "../../shared/model/actor.ts";
import type { Clock } from "../observe/clock.ts";
import { together } from "../observe/stop.ts";
import { type KeyStore, type Messenger, StoreUnavailable } from "../store/store.ts";
import { RecentSignIns } from "./recent-sign-ins.ts";
import { type SignIns, signInHoldMs } from "./sign-ins.ts";

/** What processes say to each other about sign-ins: the key of one that has ended. */
const endTopic = "sign-ins";

type Parts = { readonly keys: KeyStore & Messenger; readonly clock: Clock; readonly chance: Chance };

/**
 * Sign-ins kept in `keys`, so a restart keeps people signed in and any process of the board knows them. Only a hash of
 * the ticket is stored: who reads the store cannot sign in with what is there. The methods reject as the store does, but
 * while it is away whoever was found lately is found still.
 */
export function createSignIns({ keys, clock, chance }: Parts): SignIns {
  const recent = new RecentSignIns(clock);
  const tellers = new Set<(isEnded: (ticket: string) => boolean) => void>();
  return {
    async start(actor) {
      const ticket = newId(chance) + newId(chance);
      await keys.put(keyOf(ticket), JSON.stringify(actor), clock.now() + signInHoldMs);
      return ticket;
    },
    async find(ticket) {
      if (!isTicket(ticket)) return null;
      const key = keyOf(ticket);
      try {
        const actor = readActor(await keys.get(key));
        recent.learn(key, actor);
        return actor;
      } catch (error) {
        const actor = error instanceof StoreUnavailable ? recent.recall(key) : null;
        if (actor) return actor;
        throw error;
      }
    },
    async end(ticket) {
      if (!isTicket(ticket)) return;
      const key = keyOf(ticket);
      await keys.delete(key);
      recent.learn(key, null);
      keys.say(endTopic, new TextEncoder().encode(key));
      for (const tell of tellers) tell((other) => keyOf(other) === key);
    },
    async onEnd(tell) {
      const stopListening = await keys.listen(endTopic, (words) => {
        const key = new TextDecoder().decode(words);
        recent.learn(key, null);
        tell((other) => keyOf(other) === key);
      });
      tellers.add(tell);
      return together([() => void tellers.delete(tell), stopListening]);
    },
  };
}

function readActor(kept: string | null): Actor | null {
  if (kept === null) return null;
  // A ticket of an older version of the program may say less than we need: its holder signs in again.
  const actor = v.safeParse(actorSchema, JSON.parse(kept));
  return actor.success ? actor.output : null;
}

function isTicket(text: string | undefined): text is string {
  return text !== undefined && /^[\w-]{32}$/.test(text);
}

function keyOf(ticket: string): string {
  return `sign-in:${createHash("sha256").update(ticket).digest("base64url")}`;
}
