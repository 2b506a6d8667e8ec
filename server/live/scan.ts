/**
 * A first walk over the bytes of an update (V1) that makes no object of them: how many structs and ranges there are, and
 * whether all of it is content that documents of ours have. Decoding comes only after that: a mebibyte of two-byte structs
 * would become 500,000 objects, and some kinds of content make documents of their own while they are read.
 */
import * as decoding from "lib0/decoding";

export type Scan = { readonly structs: number; readonly ranges: number };

/** Struct kinds of yjs 13.6 (`readClientsStructRefs`), the low five bits of a struct's first byte. */
const kind = { gc: 0, deleted: 1, string: 4, type: 7, any: 8, skip: 10 } as const;
/** Type refs of yjs 13.6 (`typeRefs`). */
const mapRef = 1;
const textRef = 2;

const lowFive = 31;
const hasOrigin = 128;
const hasRightOrigin = 64;
const hasParentSub = 32;

/** Yjs draws ids from 32 bits; more would lose its last digits on the way through its own arithmetic. */
const clientMax = 2 ** 32 - 1;
/** A value of ours is four levels deep at most. */
const anyDepthMax = 12;

/** Null for what is no update, or holds anything that no document of ours has. */
export function scanUpdate(bytes: Uint8Array): Scan | null {
  try {
    const decoder = decoding.createDecoder(bytes);
    const structs = scanStructs(decoder);
    const ranges = scanDeletes(decoder);
    return decoding.hasContent(decoder) ? null : { structs, ranges };
  } catch {
    // lib0 throws on bytes that end too early and on numbers beyond 2^53, we on what is not ours.
    return null;
  }
}

class NotOurs extends Error {}

function scanStructs(decoder: decoding.Decoder): number {
  let count = 0;
  const seen = new Set<number>();
  for (let blocks = decoding.readVarUint(decoder); blocks > 0; blocks--) {
    const structs = decoding.readVarUint(decoder);
    const client = decoding.readVarUint(decoder);
    // Of two blocks of one writer Yjs reads only the second, after looking at both.
    if (client > clientMax || seen.has(client)) throw new NotOurs();
    seen.add(client);
    decoding.readVarUint(decoder);
    for (let index = 0; index < structs; index++) scanStruct(decoder);
    count += structs;
  }
  return count;
}

function scanStruct(decoder: decoding.Decoder): void {
  const info = decoding.readUint8(decoder);
  const of = info & lowFive;
  // Of these two Yjs ignores the flags in one place and minds them in another.
  if (of === kind.gc || of === kind.skip) {
    if (info !== of) throw new NotOurs();
    return void decoding.readVarUint(decoder);
  }
  if (info & hasOrigin) scanId(decoder);
  if (info & hasRightOrigin) scanId(decoder);
  if (!(info & (hasOrigin | hasRightOrigin))) scanParent(decoder, info);
  scanContent(decoder, of);
}

function scanParent(decoder: decoding.Decoder, info: number): void {
  if (decoding.readVarUint(decoder) === 1) skipBytes(decoder);
  else scanId(decoder);
  if (info & hasParentSub) skipBytes(decoder);
}

function scanContent(decoder: decoding.Decoder, of: number) {
  switch (of) {
    case kind.deleted:
      return void decoding.readVarUint(decoder);
    case kind.string:
      return skipBytes(decoder);
    case kind.type: {
      const ref = decoding.readVarUint(decoder);
      if (ref === mapRef || ref === textRef) return;
      throw new NotOurs();
    }
    case kind.any: {
      for (let left = decoding.readVarUint(decoder); left > 0; left--) scanAny(decoder, 0);
      return;
    }
    default:
      // Documents in documents, bytes, embeds and formats: nothing of ours holds any.
      throw new NotOurs();
  }
}

/** Kinds of lib0's `any`, from 127 downwards. */
function scanAny(decoder: decoding.Decoder, depth: number) {
  if (depth > anyDepthMax) throw new NotOurs();
  switch (decoding.readUint8(decoder)) {
    case 127:
    case 126:
    case 121:
    case 120:
      return;
    case 125:
      return void decoding.readVarInt(decoder);
    case 124:
      return skip(decoder, 4);
    case 123:
      return skip(decoder, 8);
    case 119:
      return skipBytes(decoder);
    case 118: {
      for (let left = decoding.readVarUint(decoder); left > 0; left--) {
        skipBytes(decoder);
        scanAny(decoder, depth + 1);
      }
      return;
    }
    case 117: {
      for (let left = decoding.readVarUint(decoder); left > 0; left--) scanAny(decoder, depth + 1);
      return;
    }
    default:
      // Big integers and bytes.
      throw new NotOurs();
  }
}

function scanDeletes(decoder: decoding.Decoder): number {
  let count = 0;
  for (let writers = decoding.readVarUint(decoder); writers > 0; writers--) {
    if (decoding.readVarUint(decoder) > clientMax) throw new NotOurs();
    const ranges = decoding.readVarUint(decoder);
    for (let index = 0; index < ranges; index++) scanId(decoder);
    count += ranges;
  }
  return count;
}

/** Two numbers: a writer and a clock, or a clock and a length. */
function scanId(decoder: decoding.Decoder): void {
  decoding.readVarUint(decoder);
  decoding.readVarUint(decoder);
}

function skipBytes(decoder: decoding.Decoder): void {
  skip(decoder, decoding.readVarUint(decoder));
}

function skip(decoder: decoding.Decoder, count: number): void {
  if (count > decoder.arr.length - decoder.pos) throw new NotOurs();
  decoder.pos += count;
}
