import type { DatabaseSync, SQLOutputValue } from "node:sqlite";
import { assert, unreachable } from "../../../shared/kit/assert.ts";
import { type Appended, EpochChanged, type LoadedDocument, lossOf, type Snapshot, StoreDamaged } from "../store.ts";
import { checksum } from "./file.ts";
import type { Answers, Request } from "./request.ts";

type Row = Readonly<Record<string, SQLOutputValue>>;
type Append = Extract<Request, { ask: "append" }>;
type Restore = Extract<Request, { ask: "restore" }>;
type PutNew = Extract<Request, { ask: "put-new" }>;

/** Answers one request on the open database. The caller owns the transaction. */
export type Tables = (request: Request) => Answers[keyof Answers];

export function createTables(database: DatabaseSync): Tables {
  const documents = documentTables(database);
  const keys = keyTable(database);
  return (request) => {
    switch (request.ask) {
      case "load":
        return documents.load(request.name);
      case "append":
        return documents.append(request);
      case "restore":
        return documents.restore(request);
      case "snapshot":
        return documents.snapshot(request.name, request.snapshot);
      case "put":
        return keys.put(request.key, request.value, request.expiresAtMs);
      case "put-new":
        return keys.putNew(request);
      case "get":
        return keys.get(request.key, request.nowMs);
      case "take":
        return keys.take(request.key, request.nowMs);
      case "delete":
        return keys.delete(request.key);
      case "try":
        return keys.deleteExpired(request.nowMs);
      case "close":
        return null;
      default:
        return unreachable(request);
    }
  };
}

function documentTables(database: DatabaseSync) {
  const find = database.prepare("SELECT id, epoch, position FROM document WHERE name = ?");
  const begin = database.prepare("INSERT INTO document (name, epoch, position) VALUES (?, ?, 0) RETURNING id");
  const advance = database.prepare("UPDATE document SET position = ? WHERE id = ?");
  const addEntry = database.prepare("INSERT INTO entry (document, position, bytes, sum) VALUES (?, ?, ?, ?)");
  const entriesOf = database.prepare(
    "SELECT position, bytes, sum FROM entry WHERE document = ? AND position > ? ORDER BY position",
  );
  const dropEntries = database.prepare("DELETE FROM entry WHERE document = ? AND position <= ?");
  const snapshotOf = database.prepare("SELECT upto, bytes, sum FROM snapshot WHERE document = ?");
  const companionOf = database.prepare("SELECT bytes, sum FROM companion WHERE document = ? AND upto = ?");
  const putCompanion = database.prepare(
    "INSERT OR REPLACE INTO companion (document, upto, bytes, sum) VALUES (?, ?, ?, ?)",
  );
  const dropCompanion = database.prepare("DELETE FROM companion WHERE document = ?");
  const putSnapshot = database.prepare(
    "INSERT OR REPLACE INTO snapshot (document, upto, bytes, sum) VALUES (?, ?, ?, ?)",
  );

  const write = (name: string, entries: readonly Uint8Array[], newEpoch: string | null): Appended => {
    const found = find.get(name);
    const epoch = found ? String(found.epoch) : newEpoch;
    assert(epoch !== null, "a document that has a life is there, or lost");
    const id = numberOf(found ?? begin.get(name, epoch) ?? {}, "id");
    let position = found ? numberOf(found, "position") : 0;
    for (const bytes of entries) {
      position++;
      addEntry.run(id, position, bytes, checksum(bytes, `${name}:${position}`));
    }
    advance.run(position, id);
    return { epoch, position, began: !found };
  };

  return {
    load(name: string): LoadedDocument {
      const document = find.get(name);
      if (!document) return { epoch: null, snapshot: null, companion: null, entries: [], position: 0 };
      const snapshot = snapshotOf.get(numberOf(document, "id"));
      const upto = snapshot ? numberOf(snapshot, "upto") : 0;
      const companion = companionOf.get(numberOf(document, "id"), upto);
      const entries = entriesOf.all(numberOf(document, "id"), upto);
      const position = numberOf(document, "position");
      for (const [index, entry] of entries.entries()) {
        if (entry.position !== upto + 1 + index)
          throw new StoreDamaged(`${name}: entry ${upto + 1 + index} is missing`);
      }
      if (upto + entries.length !== position) throw new StoreDamaged(`${name}: the log ends before ${position}`);
      return {
        epoch: String(document.epoch),
        snapshot: snapshot ? wholeBytes(name, upto, snapshot) : null,
        companion: companion ? soundBytes(name, upto, companion) : null,
        entries: entries.map((entry) => wholeBytes(name, numberOf(entry, "position"), entry)),
        position,
      };
    },

    append({ name, entries, epoch, newEpoch }: Append): Appended {
      const found = find.get(name);
      const loss = epoch === null ? null : lossOf(epoch, found ? String(found.epoch) : null);
      if (loss) throw loss;
      return write(name, entries, newEpoch);
    },

    restore({ name, entry, epoch, newEpoch }: Restore): Appended {
      const found = find.get(name);
      const loss = found ? lossOf(epoch, String(found.epoch)) : null;
      if (loss instanceof EpochChanged) throw loss;
      return write(name, [entry], newEpoch);
    },

    snapshot(name: string, { bytes, upto, epoch, companion }: Snapshot): "kept" | "older" {
      const document = find.get(name);
      if (document?.epoch !== epoch || upto > numberOf(document, "position")) return "older";
      const id = numberOf(document, "id");
      const held = snapshotOf.get(id);
      if (held && numberOf(held, "upto") >= upto) return "older";
      putSnapshot.run(id, upto, bytes, checksum(bytes, `${name}:${upto}`));
      dropCompanion.run(id);
      if (companion) putCompanion.run(id, upto, companion, checksum(companion, `${name}:${upto}`));
      dropEntries.run(id, upto);
      return "kept";
    },
  };
}

function keyTable(database: DatabaseSync) {
  const put = database.prepare("INSERT OR REPLACE INTO key_value (key, value, expires_at) VALUES (?, ?, ?)");
  const get = database.prepare("SELECT value FROM key_value WHERE key = ? AND expires_at > ?");
  const drop = database.prepare("DELETE FROM key_value WHERE key = ?");
  const dropExpired = database.prepare("DELETE FROM key_value WHERE expires_at <= ?");
  const touch = database.prepare("INSERT OR REPLACE INTO key_value (key, value, expires_at) VALUES ('try', '', ?)");
  const kept = (key: string, nowMs: number): string | null => {
    const value = get.get(key, nowMs)?.value;
    return value === undefined ? null : String(value);
  };
  return {
    put(key: string, value: string, expiresAtMs: number) {
      put.run(key, value, expiresAtMs);
      return null;
    },
    putNew({ key, value, expiresAtMs, nowMs }: PutNew) {
      if (kept(key, nowMs) !== null) return false;
      put.run(key, value, expiresAtMs);
      return true;
    },
    get: kept,
    take(key: string, nowMs: number) {
      const value = kept(key, nowMs);
      if (value !== null) drop.run(key);
      return value;
    },
    delete(key: string) {
      drop.run(key);
      return null;
    },
    /** A real write, so that a full disk is noticed by it. */
    deleteExpired(nowMs: number) {
      touch.run(nowMs);
      dropExpired.run(nowMs);
      return null;
    },
  };
}

function numberOf(row: Row, column: string): number {
  const value = row[column];
  if (typeof value !== "number") throw new StoreDamaged(`column ${column} holds no number`);
  return value;
}

function wholeBytes(name: string, position: number, row: Row): Uint8Array {
  const bytes = soundBytes(name, position, row);
  if (bytes) return bytes;
  throw new StoreDamaged(`${name}: position ${position} does not match its checksum`);
}

function soundBytes(name: string, position: number, { bytes, sum }: Row): Uint8Array | null {
  return bytes instanceof Uint8Array && checksum(bytes, `${name}:${position}`) === sum ? bytes : null;
}
