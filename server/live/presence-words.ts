/** What processes say to each other about who has a document open. Between processes of one version only, never kept. */
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import type { PresenceState } from "./frame.ts";

/** A tab's state with the actor whose socket said it. */
export type SignedState = PresenceState & { readonly actorId: string };

export type PresenceWords =
  /** Who has just come says this: everybody says all they have. */
  | { readonly kind: "ask" }
  /** What changed. */
  | { readonly kind: "news"; readonly states: readonly SignedState[] }
  /** Everybody who is on that process; whoever is not named is not there. */
  | { readonly kind: "all"; readonly states: readonly SignedState[] };

const kinds = ["ask", "news", "all"] as const;

export function encodeWords(words: PresenceWords): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, kinds.indexOf(words.kind));
    const states = words.kind === "ask" ? [] : words.states;
    encoding.writeVarUint(encoder, states.length);
    for (const { id, clock, json, actorId } of states) {
      encoding.writeVarUint(encoder, id);
      encoding.writeVarUint(encoder, clock);
      encoding.writeVarString(encoder, json);
      encoding.writeVarString(encoder, actorId);
    }
  });
}

/** Null for bytes that are none, of another version perhaps. */
export function readWords(bytes: Uint8Array): PresenceWords | null {
  try {
    const decoder = decoding.createDecoder(bytes);
    const kind = kinds[decoding.readVarUint(decoder)];
    const states = readStates(decoder);
    if (kind === undefined || decoding.hasContent(decoder)) return null;
    return kind === "ask" ? { kind } : { kind, states };
  } catch {
    // lib0 throws on bytes that end too early.
    return null;
  }
}

function readStates(decoder: decoding.Decoder): SignedState[] {
  const states: SignedState[] = [];
  for (let count = decoding.readVarUint(decoder); states.length < count; ) {
    const [id, clock] = [decoding.readVarUint(decoder), decoding.readVarUint(decoder)];
    states.push({ id, clock, json: decoding.readVarString(decoder), actorId: decoding.readVarString(decoder) });
  }
  return states;
}
