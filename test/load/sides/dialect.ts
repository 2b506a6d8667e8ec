/** How a server wants the frames of y-protocols: as they are, or in an envelope of its own. */
import * as encoding from "lib0/encoding";
import { messageType } from "../../../shared/protocol/message.ts";

export type Dialect = {
  /** What is said first, before anything of y-protocols. */
  readonly greeting: (name: string) => readonly Uint8Array[];
  readonly wrap: (name: string, frame: Uint8Array) => Uint8Array;
  /** The frame inside; null for what y-protocols knows nothing of. */
  readonly unwrap: (name: string, bytes: Uint8Array) => Uint8Array | null;
};

export const plainDialect: Dialect = {
  greeting: () => [],
  wrap: (_name, frame) => frame,
  unwrap: (_name, bytes) => bytes,
};

/** Hocuspocus' own: every message begins with the name of its document; 4 is a sync message that asks nothing back. */
const hocuspocusType = { auth: 2, syncReply: 4 } as const;

export const hocuspocusDialect: Dialect = {
  greeting: (name) => [
    encoding.encode((encoder) => {
      encoding.writeVarString(encoder, name);
      encoding.writeVarUint(encoder, hocuspocusType.auth);
      encoding.writeVarUint(encoder, 0);
      encoding.writeVarString(encoder, "token");
    }),
  ],
  wrap: (name, frame) =>
    encoding.encode((encoder) => {
      encoding.writeVarString(encoder, name);
      encoding.writeUint8Array(encoder, frame);
    }),
  unwrap(name, bytes) {
    // Names are short and plain letters: one byte of length, one byte each.
    const frame = bytes.subarray(name.length + 1);
    if (frame[0] === hocuspocusType.syncReply) {
      const copy = frame.slice();
      copy[0] = messageType.sync;
      return copy;
    }
    return frame[0] === messageType.sync ? frame : null;
  },
};
