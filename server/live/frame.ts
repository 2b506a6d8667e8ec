/**
 * The bytes of a `/sync` socket (DESIGN §4): y-protocols' messages and the saved marker, read and written here and
 * nowhere else. Reading is strict: what is not exactly one message is none.
 */
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { messageType } from "../../shared/protocol/message.ts";
import type { RefusedMessage } from "../../shared/protocol/refusal.ts";

/** y-protocols `sync` subtypes. */
const syncStep = { stateVector: 0, answer: 1, update: 2 } as const;

export type Frame =
  /** "This is what I have; send the rest." */
  | { readonly kind: "step-1"; readonly stateVector: Uint8Array }
  /** The rest, in answer to a step 1. */
  | { readonly kind: "step-2"; readonly update: Uint8Array }
  | { readonly kind: "update"; readonly update: Uint8Array }
  | { readonly kind: "presence"; readonly states: readonly PresenceState[] }
  | { readonly kind: "ask-presence" }
  /** "Answer when everything before this is durable." */
  | { readonly kind: "marker"; readonly marker: number };

/** One tab's state as y-protocols' awareness carries it; `json` is "null" when the tab has left. */
export type PresenceState = { readonly id: number; readonly clock: number; readonly json: string };

/** Reads one message; null for bytes that are none. */
export function readFrame(bytes: Uint8Array): Frame | null {
  try {
    const decoder = decoding.createDecoder(bytes);
    const frame = readBody(decoder);
    return decoding.hasContent(decoder) ? null : frame;
  } catch {
    // lib0 throws on bytes that end too early and on letters that are no UTF-8.
    return null;
  }
}

/** Whether bytes begin as an edit does; they may still be no message. */
export function isUpdateFrame(bytes: Uint8Array): boolean {
  return bytes[0] === messageType.sync && bytes[1] === syncStep.update;
}

export function stepOneFrame(stateVector: Uint8Array): Uint8Array {
  return syncFrame(syncStep.stateVector, stateVector);
}

export function stepTwoFrame(update: Uint8Array): Uint8Array {
  return syncFrame(syncStep.answer, update);
}

export function updateFrame(update: Uint8Array): Uint8Array {
  return syncFrame(syncStep.update, update);
}

export function markerFrame(marker: number): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, messageType.saved);
    encoding.writeVarUint(encoder, marker);
  });
}

/** Which life of the document the socket is about to hear of. */
export function epochFrame(epoch: string): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, messageType.epoch);
    encoding.writeVarString(encoder, epoch);
  });
}

/** Tells a sender what was not taken. */
export function refusedFrame(message: RefusedMessage): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, messageType.refused);
    encoding.writeVarString(encoder, JSON.stringify(message));
  });
}

/** With no states it says nothing: the small message that keeps the stock provider from cutting a silent connection. */
export function presenceFrame(states: readonly PresenceState[]): Uint8Array {
  const body = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, states.length);
    for (const { id, clock, json } of states) {
      encoding.writeVarUint(encoder, id);
      encoding.writeVarUint(encoder, clock);
      encoding.writeVarString(encoder, json);
    }
  });
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, messageType.awareness);
    encoding.writeVarUint8Array(encoder, body);
  });
}

function readBody(decoder: decoding.Decoder): Frame | null {
  switch (decoding.readVarUint(decoder)) {
    case messageType.sync:
      return readSync(decoder);
    case messageType.awareness: {
      const states = readStates(decoding.readVarUint8Array(decoder));
      return states && { kind: "presence", states };
    }
    case messageType.queryAwareness:
      return { kind: "ask-presence" };
    case messageType.saved:
      return { kind: "marker", marker: readCount(decoder) };
    default:
      return null;
  }
}

function readSync(decoder: decoding.Decoder): Frame | null {
  const step = decoding.readVarUint(decoder);
  const bytes = decoding.readVarUint8Array(decoder);
  switch (step) {
    case syncStep.stateVector:
      return { kind: "step-1", stateVector: bytes };
    case syncStep.answer:
      return { kind: "step-2", update: bytes };
    case syncStep.update:
      return { kind: "update", update: bytes };
    default:
      return null;
  }
}

function readStates(bytes: Uint8Array): PresenceState[] | null {
  const decoder = decoding.createDecoder(bytes);
  const count = readCount(decoder);
  const states: PresenceState[] = [];
  // A count that lies ends in an error of the decoder, not in memory taken up front.
  while (states.length < count) {
    const id = readCount(decoder);
    const clock = readCount(decoder);
    states.push({ id, clock, json: decoding.readVarString(decoder) });
  }
  return decoding.hasContent(decoder) ? null : states;
}

/** A number that comes back as it was sent: lib0 rounds what is above 2^53. */
function readCount(decoder: decoding.Decoder): number {
  const count = decoding.readVarUint(decoder);
  if (!Number.isSafeInteger(count)) throw new RangeError("a number too large to be held");
  return count;
}

function syncFrame(step: number, bytes: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, messageType.sync);
    encoding.writeVarUint(encoder, step);
    encoding.writeVarUint8Array(encoder, bytes);
  });
}
