import { crc32 } from "node:zlib";
import { type LoadedDocument, StoreDamaged } from "../store.ts";

/** The keys of one document. The braces are Redis Cluster's hash tag: all of them live in one slot. */
export function documentKeys(name: string) {
  const tag = `lien-thong:{${name}}`;
  return { all: [`${tag}:life`, `${tag}:log`, `${tag}:snapshot`], bell: `${tag}:bell`, call: `${tag}:call` };
}

/** Of one entry or snapshot; Redis gives the position, and the order of the stream's ids vouches for it. */
export function checksum(name: string, bytes: Uint8Array): string {
  return String(crc32(bytes, crc32(name)));
}

/** One entry with the node that appended it. */
export type ReadEntry = { readonly position: number; readonly bytes: Uint8Array; readonly node: string };

/** What `readScript` answered, checked. */
export type ReadDocument = Omit<LoadedDocument, "entries"> & {
  /** Position of the snapshot; meaningful only when there is one. */
  readonly upto: number;
  readonly entries: readonly ReadEntry[];
  /** Where the log ends: before the position asked for when its last entries were lost. */
  readonly end: number;
};

/**
 * Makes sense of a reply of `readScript` for what comes after position `after`. Throws {@link StoreDamaged} when a
 * checksum is wrong or a position is missing.
 */
export function readReply(name: string, after: number, reply: unknown): ReadDocument {
  const [life, snapshot, log] = arrayOf(reply);
  const [epochBytes, positionBytes, pieces] = arrayOf(life);
  const [epoch, position] = [textOf(epochBytes), textOf(positionBytes)];
  if (epoch === null) {
    if (Number(pieces) > 0) throw new StoreDamaged(`${name}: its life is gone`);
    return { epoch, position: 0, snapshot: null, companion: null, upto: 0, entries: [], end: 0 };
  }
  const [uptoText, snapshotBytes, snapshotSum, companionBytes, companionSum] = arrayOf(snapshot);
  const upto = Number(textOf(uptoText) ?? after);
  const entries = arrayOf(log).map((entry) => readEntry(name, entry));
  checkOrder(name, upto, entries);
  const last = entries.at(-1)?.position ?? upto;
  if (last < Number(position ?? 0)) throw new StoreDamaged(`${name}: the log ends before ${position}`);
  const bytes = snapshotBytes instanceof Uint8Array ? snapshotBytes : null;
  if (bytes) checkSum(name, { position: upto, bytes, sum: textOf(snapshotSum) });
  const beside = companionBytes instanceof Uint8Array && companionBytes.length > 0 ? companionBytes : null;
  const companion = beside && checksum(name, beside) === textOf(companionSum) ? beside : null;
  return { epoch, position: last, snapshot: bytes, companion, upto, entries, end: Number(position ?? 0) };
}

function readEntry(name: string, entry: unknown): ReadEntry {
  const [id, fields] = arrayOf(entry);
  const position = Number.parseInt(textOf(id) ?? "", 10);
  const [, bytes, , sum, , node] = arrayOf(fields);
  if (!(bytes instanceof Uint8Array)) throw new StoreDamaged(`${name}: position ${position} holds no bytes`);
  checkSum(name, { position, bytes, sum: textOf(sum) });
  return { position, bytes, node: textOf(node) ?? "" };
}

function checkOrder(name: string, upto: number, entries: readonly ReadEntry[]): void {
  for (const [index, { position }] of entries.entries()) {
    if (position !== upto + 1 + index) throw new StoreDamaged(`${name}: position ${upto + 1 + index} is missing`);
  }
}

type Summed = { readonly position: number; readonly bytes: Uint8Array; readonly sum: string | null };

function checkSum(name: string, { position, bytes, sum }: Summed): void {
  if (checksum(name, bytes) === sum) return;
  throw new StoreDamaged(`${name}: position ${position} does not match its checksum`);
}

function arrayOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function textOf(value: unknown): string | null {
  return value instanceof Uint8Array ? Buffer.from(value).toString() : null;
}
