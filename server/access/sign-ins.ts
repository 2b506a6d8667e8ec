import type { Actor } from "../../shared/model/actor.ts";

/** Who is signed in. A ticket is a secret of 32 characters that the browser keeps in a cookie. */
export type SignIns = {
  /** Starts a sign-in; answers its ticket. */
  start(actor: Actor): Promise<string>;
  /** Who holds `ticket`, or null when nobody does or its time is over. */
  find(ticket: string | undefined): Promise<Actor | null>;
  /** Ends it for every request that comes after, and within a minute for its open sockets. */
  end(ticket: string | undefined): Promise<void>;
};

/** A sign-in lasts a working day and the night shift after it; then one signs in again. */
export const signInHoldMs = 16 * 60 * 60 * 1000;
