/** What a chaos run stands on: server processes over one of the two stores, each of which can be killed and started again. */
import * as Y from "yjs";
import { readEntry } from "../../server/live/log-entry.ts";
import { machineChance } from "../../server/observe/chance.ts";
import { machineClock } from "../../server/observe/clock.ts";
import { silentLog } from "../../server/observe/log.ts";
import { openStore } from "../../server/store/open-store.ts";
import { temporaryDir } from "../world/live-board.ts";
import { startRedis } from "../world/redis-server.ts";
import { type ServerProcess, startServer } from "../world/server-process.ts";

/** Something that can be killed with -9. */
export type Killable = {
  readonly words: string;
  kill(): Promise<void>;
  start(): Promise<void>;
};

export type StandingServer = Pick<ServerProcess, "url" | "signIn"> & {
  /** Stops it as a deploy does (SIGTERM); answers its exit code. */
  stop(): Promise<number | null>;
  start(): Promise<void>;
};

export type Ground = {
  /** One per server process, in the order of {@link killables}; they keep their address over restarts. */
  readonly servers: readonly StandingServer[];
  readonly killables: readonly Killable[];
  /** Reads the document from the store as it lies there, past every server. */
  read(name: string): Promise<Y.Doc>;
  remove(): Promise<void>;
};

export type StoreKind = "embedded" | "redis";

export async function prepareGround(kind: StoreKind): Promise<Ground> {
  const dir = temporaryDir();
  const redis = kind === "redis" ? await startRedis() : null;
  const env = redis ? { REDIS_URL: redis.url } : { DATA_DIR: dir.path };
  const servers = [await startAgain(env)];
  if (redis) servers.push(await startAgain(env));
  const redisKillable: Killable[] = redis ? [{ words: "redis", kill: redis.kill, start: redis.start }] : [];
  return {
    servers,
    killables: [...servers, ...redisKillable],
    async read(name) {
      const config = { port: 0, host: "127.0.0.1", dataDir: dir.path, redisUrl: redis?.url ?? null };
      const parts = { clock: machineClock, chance: machineChance, log: silentLog };
      const store = await openStore({ ...config, board: "hanoi", demo: false }, parts);
      const { snapshot, entries } = await store.load(name);
      await store.close();
      const doc = new Y.Doc();
      for (const entry of [snapshot, ...entries]) if (entry) Y.applyUpdate(doc, readEntry(entry).update);
      return doc;
    },
    async remove() {
      for (const server of servers) await server.kill();
      await redis?.remove();
      dir.remove();
    },
  };
}

/** A server that comes back at the address it had. */
async function startAgain(env: Readonly<Record<string, string>>) {
  let process: ServerProcess | null = await startServer(env);
  const { url, signIn } = process;
  return {
    ...{ url, signIn, words: "server" },
    async kill() {
      await process?.end("SIGKILL");
      process = null;
    },
    async stop() {
      const code = (await process?.end("SIGTERM")) ?? null;
      process = null;
      return code;
    },
    async start() {
      process = await startServer({ ...env, PORT: new URL(url).port });
    },
  };
}
