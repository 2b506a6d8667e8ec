/**
 * Why the server closes a `/sync` socket. 44xx: the stock provider stops for good and the client says why;
 * every other code: it comes back by itself (y-websocket 3.1).
 */
export const closeCode = {
  /** Not used for faults: the server goes away or restarts; come back. */
  restarting: 1012,
  /** The store cannot be read or written now; come back later. */
  unavailable: 1013,
  /** A frame that is no message of ours, or longer than allowed. The client rebuilds its document from the server. */
  malformed: 4400,
  /** No sign-in, or it has ended: sign in again. */
  signInNeeded: 4401,
  /** Signed in, but this may not be done here. */
  forbidden: 4403,
  /** No such document in the closed list. */
  unknownDocument: 4404,
  /**
   * The client holds content of another epoch of the document than the server: its unsaved changes are offered as text,
   * what it holds is not sent, and it opens the document anew.
   */
  staleEpoch: 4409,
  /** This person has as many sockets open as one may: close tabs, then reload. */
  tooMany: 4429,
} as const;

export type CloseCode = (typeof closeCode)[keyof typeof closeCode];
