/**
 * Hocuspocus as its documentation sets it up: the Database extension over SQLite, everything else as it comes. Settings from
 * the environment: PORT, DATA_DIR.
 */
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Database } from "@hocuspocus/extension-database";
import { Server } from "@hocuspocus/server";

const file = new DatabaseSync(join(process.env.DATA_DIR, "documents.sqlite"));
file.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
file.exec("CREATE TABLE IF NOT EXISTS documents (name TEXT PRIMARY KEY, data BLOB NOT NULL)");
const read = file.prepare("SELECT data FROM documents WHERE name = ?");
const write = file.prepare("INSERT OR REPLACE INTO documents (name, data) VALUES (?, ?)");

const server = new Server({
  port: Number(process.env.PORT),
  address: "127.0.0.1",
  quiet: true,
  extensions: [
    new Database({
      fetch: async ({ documentName }) => read.get(documentName)?.data ?? null,
      store: async ({ documentName, state }) => void write.run(documentName, state),
    }),
  ],
});
await server.listen();
process.stdout.write("listening\n");
