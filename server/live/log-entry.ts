/**
 * The bytes of one entry of the log, and of a snapshot: an update, and before it what the log keeps of its writers. Most
 * entries say nothing new about writers and are the bare update. The store sees bytes.
 */
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import * as v from "valibot";
import { refusedMessageSchema } from "../../shared/protocol/refusal.ts";
import { noNotes, type WriterNotes } from "./writers.ts";

export type LogEntry = { readonly update: Uint8Array; readonly notes: WriterNotes };

/** No update begins like this: it would have 2^32 − 1 writers. */
const mark = new Uint8Array([255, 255, 255, 255, 15]);

export function packEntry({ update, notes }: LogEntry): Uint8Array {
  if (notes.bound.size === 0 && notes.refused.size === 0) return update;
  return encoding.encode((encoder) => {
    encoding.writeUint8Array(encoder, mark);
    writeBound(encoder, notes.bound);
    encoding.writeVarUint(encoder, notes.refused.size);
    for (const [client, message] of notes.refused) {
      encoding.writeVarUint(encoder, client);
      encoding.writeVarString(encoder, JSON.stringify(message));
    }
    encoding.writeUint8Array(encoder, update);
  });
}

/** Throws on bytes that no {@link packEntry} made; the store's checksums are there so that none come. */
export function readEntry(bytes: Uint8Array): LogEntry {
  if (!mark.every((byte, at) => bytes[at] === byte)) return { update: bytes, notes: noNotes };
  const decoder = decoding.createDecoder(bytes);
  decoder.pos = mark.length;
  const bound = readBound(decoder);
  const refused = new Map();
  for (let left = decoding.readVarUint(decoder); left > 0; left--) {
    const client = decoding.readVarUint(decoder);
    const message = v.safeParse(refusedMessageSchema, JSON.parse(decoding.readVarString(decoder)));
    // A later version may say it otherwise; whom it was for has heard it by then.
    if (message.success) refused.set(client, message.output);
  }
  return { update: bytes.subarray(decoder.pos), notes: { bound, refused } };
}

/** By actor: a person has many ids over the years, and the name is written once. */
function writeBound(encoder: encoding.Encoder, bound: WriterNotes["bound"]): void {
  const idsByActor = Map.groupBy(bound.keys(), (client) => bound.get(client) ?? "");
  encoding.writeVarUint(encoder, idsByActor.size);
  for (const [actorId, ids] of idsByActor) {
    encoding.writeVarString(encoder, actorId);
    encoding.writeVarUint(encoder, ids.length);
    for (const id of ids) encoding.writeUint32(encoder, id);
  }
}

function readBound(decoder: decoding.Decoder): Map<number, string> {
  const bound = new Map<number, string>();
  for (let actors = decoding.readVarUint(decoder); actors > 0; actors--) {
    const actorId = decoding.readVarString(decoder);
    for (let ids = decoding.readVarUint(decoder); ids > 0; ids--) bound.set(decoding.readUint32(decoder), actorId);
  }
  return bound;
}
