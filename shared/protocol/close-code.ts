/**
 * Why the server closes a `/sync` socket, and what the client does then. 44xx: the stock provider stops for good; every other
 * code, and none: it comes back by itself (y-websocket 3.1), with everything unsaved still here, and says it again then.
 */
export const closeCode = {
  /** Not used for faults: the server goes away or restarts. The client comes back after a moment of its own. */
  restarting: 1012,
  /** The store cannot be read or written now. The client comes back, later each time. */
  unavailable: 1013,
  /**
   * A frame that is no message of ours, or longer than allowed, or written as another's. The client opens the document anew
   * from the server by itself, drops what it kept of it, and offers what was unsaved as text. Closed again within ten
   * seconds it stops, says so, and leaves a reload to the person.
   */
  malformed: 4400,
  /** No sign-in, or it has ended. The client says so and leads to it; what is unsaved stays kept and goes out after. */
  signInNeeded: 4401,
  /** Signed in, but this may not be done here. The client stops, says so, and offers what is unsaved as text. */
  forbidden: 4403,
  /** No such document in the closed list. The client stops, says so, and offers what is unsaved as text. */
  unknownDocument: 4404,
  /**
   * The client holds content of another epoch of the document than the server. It sends none of it, opens the document anew
   * as after `malformed`, offers what was unsaved as text, and keeps the rest under another name: it may be the last copy.
   */
  staleEpoch: 4409,
  /** This person has as many sockets open as one may. The client says so; what is unsaved stays kept and goes out later. */
  tooMany: 4429,
} as const;

export type CloseCode = (typeof closeCode)[keyof typeof closeCode];
