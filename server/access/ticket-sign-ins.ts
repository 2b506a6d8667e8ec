import { createHash } from "node:crypto";
import * as v from "valibot";
import { type Chance, newId } from "../../shared/kit/id.ts";
import { actorSchema } from "../../shared/model/actor.ts";
import type { Clock } from "../observe/clock.ts";
import type { KeyStore } from "../store/store.ts";
import { type SignIns, signInHoldMs } from "./sign-ins.ts";

type Parts = { readonly keys: KeyStore; readonly clock: Clock; readonly chance: Chance };

/**
 * Sign-ins kept in `keys`, so a restart keeps people signed in and any process of the board knows them. Only a hash of
 * the ticket is stored: who reads the store cannot sign in with what is there. The methods reject as the store does.
 */
export function createSignIns({ keys, clock, chance }: Parts): SignIns {
  return {
    async start(actor) {
      const ticket = newId(chance) + newId(chance);
      await keys.put(keyOf(ticket), JSON.stringify(actor), clock.now() + signInHoldMs);
      return ticket;
    },
    async find(ticket) {
      if (!isTicket(ticket)) return null;
      const kept = await keys.get(keyOf(ticket));
      if (kept === null) return null;
      // A ticket of an older version of the program may say less than we need: its holder signs in again.
      const actor = v.safeParse(actorSchema, JSON.parse(kept));
      return actor.success ? actor.output : null;
    },
    async end(ticket) {
      if (isTicket(ticket)) await keys.delete(keyOf(ticket));
    },
  };
}

function isTicket(text: string | undefined): text is string {
  return text !== undefined && /^[\w-]{32}$/.test(text);
}

function keyOf(ticket: string): string {
  return `sign-in:${createHash("sha256").update(ticket).digest("base64url")}`;
}
