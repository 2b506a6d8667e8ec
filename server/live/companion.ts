/**
 * What stands beside a snapshot in the store, so that a document can be opened without being built: what one has to know
 * of it to speak with a browser, and the whole of it in the form in which it is downloaded. The store knows nothing of
 * the form, and it never holds more than the snapshot does.
 */
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";

export type Companion = {
  /** The snapshot's state vector (Yjs). */
  readonly stateVector: Uint8Array;
  /** Everything deleted in the snapshot, as an update that brings nothing. */
  readonly deletions: Uint8Array;
  /** The snapshot as `packUpdate` makes it. */
  readonly packed: Uint8Array;
};

/** Another form gets another number: what an older or newer version of the program wrote is made anew. */
const form = 1;

export function companionToBytes({ stateVector, deletions, packed }: Companion): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, form);
    for (const part of [stateVector, deletions, packed]) encoding.writeVarUint8Array(encoder, part);
  });
}

/** Null for what is not of this form. */
export function bytesToCompanion(bytes: Uint8Array): Companion | null {
  try {
    const decoder = decoding.createDecoder(bytes);
    if (decoding.readVarUint(decoder) !== form) return null;
    const [stateVector, deletions, packed] = [part(decoder), part(decoder), part(decoder)];
    return decoding.hasContent(decoder) ? null : { stateVector, deletions, packed };
  } catch {
    // lib0 throws on bytes that end too early.
    return null;
  }
}

function part(decoder: decoding.Decoder): Uint8Array {
  return decoding.readVarUint8Array(decoder);
}
