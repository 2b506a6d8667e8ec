import type { WebSocket } from "ws";
import { personSocketsMax } from "./limits.ts";

/** How many sockets each person has in this process, by all their sign-ins together: nobody alone can fill it. */
export class PersonSockets {
  readonly #counts = new Map<string, number>();

  /** Counts `socket` until it is closed; false when the person has as many as one may. */
  mayAdd(personId: string, socket: Pick<WebSocket, "once">): boolean {
    const count = this.#counts.get(personId) ?? 0;
    if (count >= personSocketsMax) return false;
    this.#counts.set(personId, count + 1);
    socket.once("close", () => this.#remove(personId));
    return true;
  }

  /** People who have a socket here. */
  get personCount(): number {
    return this.#counts.size;
  }

  #remove(personId: string): void {
    const left = (this.#counts.get(personId) ?? 1) - 1;
    if (left === 0) this.#counts.delete(personId);
    else this.#counts.set(personId, left);
  }
}
