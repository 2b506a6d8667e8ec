import type { Actor } from "../../shared/model/actor.ts";
import type { Stop } from "../observe/stop.ts";

/** Who is signed in. A ticket is a secret of 32 characters that the browser keeps in a cookie. */
export type SignIns = {
  /** Starts a sign-in; answers its ticket. */
  start(actor: Actor): Promise<string>;
  /** Who holds `ticket`, or null when nobody does or its time is over. */
  find(ticket: string | undefined): Promise<Actor | null>;
  /** Ends it for every request that comes after, and on every process for its open sockets. */
  end(ticket: string | undefined): Promise<void>;
  /**
   * Tells of every sign-in that ends, here or on another process, as a question: whether a ticket is that one. What
   * cannot be told (Redis was away just then) is found by asking {@link find} now and then.
   */
  onEnd(tell: (isEnded: (ticket: string) => boolean) => void): Promise<Stop>;
};

/** A sign-in lasts a working day and the night shift after it; then one signs in again. */
export const signInHoldMs = 16 * 60 * 60 * 1000;
