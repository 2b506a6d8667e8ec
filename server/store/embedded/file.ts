import { accessSync, constants, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { crc32 } from "node:zlib";
import { StoreRefused } from "../store.ts";

/** "LThg": told apart from any other SQLite file by the number SQLite keeps for that. */
const applicationId = 0x4c_54_68_67;
/** Raised with every change of {@link schema}; a file of a later one is never touched. */
const formatVersion = 1;

/** Came after the first stores were made: a file of this format without it gets it when it is opened. */
const companionSchema = `
  CREATE TABLE IF NOT EXISTS companion (document INTEGER PRIMARY KEY, upto INTEGER NOT NULL, bytes BLOB NOT NULL,
    sum INTEGER NOT NULL) STRICT;`;

const schema = `
  CREATE TABLE document (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, epoch TEXT NOT NULL, position INTEGER NOT NULL) STRICT;
  CREATE TABLE entry (document INTEGER NOT NULL, position INTEGER NOT NULL, bytes BLOB NOT NULL, sum INTEGER NOT NULL,
    PRIMARY KEY (document, position)) STRICT;
  CREATE TABLE snapshot (document INTEGER PRIMARY KEY, upto INTEGER NOT NULL, bytes BLOB NOT NULL, sum INTEGER NOT NULL) STRICT;
  ${companionSchema}
  CREATE TABLE key_value (key TEXT PRIMARY KEY, value TEXT NOT NULL, expires_at INTEGER NOT NULL) STRICT;
  PRAGMA application_id = ${applicationId};
  PRAGMA user_version = ${formatVersion};`;

export type OpenFile = { readonly database: DatabaseSync; close(): void };

/**
 * Opens the store of `directory`, or makes one where there is none. Throws {@link StoreRefused}, and changes nothing,
 * when what is there cannot be used: starting empty over old data would look like losing it.
 */
export function openFile(directory: string): OpenFile {
  makeDirectory(directory);
  const lock = takeLock(directory);
  try {
    const path = join(directory, "lien-thong.sqlite");
    if (!existsSync(path)) createFile(path);
    const database = openDatabase(path);
    return {
      database,
      close() {
        database.close();
        lock.close();
      },
    };
  } catch (error) {
    lock.close();
    throw error;
  }
}

/** Checksum of one row: also of where it stands, so a row that wandered is found. */
export function checksum(bytes: Uint8Array, place: string): number {
  return crc32(bytes, crc32(place));
}

function makeDirectory(directory: string): void {
  try {
    mkdirSync(directory, { recursive: true });
    accessSync(directory, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new StoreRefused(`The data directory ${directory} cannot be written (${wordsOf(error)}); set DATA_DIR.`);
  }
}

/**
 * A second process on the same file would not see what the first has in memory. The lock is a database of its own, so
 * that backup programs can still read the first; the operating system drops it when the process ends, however it ends.
 */
function takeLock(directory: string): DatabaseSync {
  const path = join(directory, "lien-thong.lock");
  let lock: DatabaseSync | undefined;
  try {
    lock = new DatabaseSync(path, { timeout: 0 });
    lock.exec("PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE");
    return lock;
  } catch (error) {
    lock?.close();
    if (wordsOf(error).includes("locked")) {
      throw new StoreRefused(`The data directory ${directory} is in use by another running server.`);
    }
    throw new StoreRefused(`The lock file ${path} cannot be used (${wordsOf(error)}).`);
  }
}

/** Made under another name first: a file of the right name is whole, so an empty one there was cut by someone else. */
function createFile(path: string): void {
  if (existsSync(`${path}-wal`)) {
    throw new StoreRefused(`The store file ${path} is gone but its -wal file is there; restore both from a backup.`);
  }
  const unfinished = `${path}.new`;
  rmSync(unfinished, { force: true });
  const database = new DatabaseSync(unfinished);
  database.exec(`BEGIN; ${schema} COMMIT;`);
  database.close();
  renameSync(unfinished, path);
}

function openDatabase(path: string): DatabaseSync {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(path, { timeout: 5000 });
    checkFormat(database, path);
    // FULL: a commit is answered only after fsync. The journal lives on over restarts, so it is set each time.
    database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
    checkWhole(database, path);
    database.exec(companionSchema);
    return database;
  } catch (error) {
    database?.close();
    if (error instanceof StoreRefused) throw error;
    throw damaged(path, wordsOf(error));
  }
}

function checkFormat(database: DatabaseSync, path: string): void {
  const application = pragma(database, "application_id");
  const version = pragma(database, "user_version");
  if (application !== applicationId) throw damaged(path, "it is not a store of this program");
  if (version > formatVersion) {
    throw new StoreRefused(
      `The store file ${path} was written by a newer version of the program (format ${version}, this one knows ${formatVersion}).`,
    );
  }
}

/** Reads everything once: a fault is told at the start, by the operator's hand, not at 7:30 on Monday. */
function checkWhole(database: DatabaseSync, path: string): void {
  const [first] = database.prepare("PRAGMA quick_check(1)").all();
  if (first?.quick_check !== "ok") throw damaged(path, String(first?.quick_check));
  const rows = database.prepare(
    `SELECT name, entry.position AS place, bytes, sum FROM entry JOIN document ON document.id = entry.document
     UNION ALL SELECT name, upto, bytes, sum FROM snapshot JOIN document ON document.id = snapshot.document`,
  );
  for (const { name, place, bytes, sum } of rows.iterate()) {
    const whole = bytes instanceof Uint8Array && checksum(bytes, `${name}:${place}`) === sum;
    if (!whole) throw damaged(path, `document ${name}, position ${place}`);
  }
}

function pragma(database: DatabaseSync, name: string): number {
  return Number(database.prepare(`PRAGMA ${name}`).get()?.[name]);
}

function damaged(path: string, what: string): StoreRefused {
  return new StoreRefused(
    `The store file ${path} is damaged or not ours (${what}); nothing was changed. Restore it from a backup, or set DATA_DIR.`,
  );
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
