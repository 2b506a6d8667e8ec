/** The real server on a folder of its own, with a small city or the demo world: killed and started again at will. */

import { addItem } from "../../shared/document/item-commands.ts";
import { directoryUpdate } from "../../shared/document/whole-update.ts";
import type { Item } from "../../shared/model/item.ts";
import { programmeYearOf } from "../../shared/model/when.ts";
import { testBoard, writeFirstContent } from "./first-content.ts";
import { openTab, temporaryDir } from "./live-board.ts";
import { type RedisServer, startRedis } from "./redis-server.ts";
import { startServer } from "./server-process.ts";
import { city } from "./small-city.ts";

/** `small city`: its directory and no items, so that every figure on the screen is the test's own. */
export type FlowContent = "small city" | "demo";

export type FlowServer = {
  readonly url: string;
  /** Puts items into their programmes as somebody at another desk would; resolves when they are durable. */
  plans(items: readonly Item[]): Promise<void>;
  /** Ends the process as a power cut would. */
  isKilled(): Promise<void>;
  /** Runs again on the same folder and the same port, if it does not run. */
  isStartedAgain(): Promise<void>;
  /** The Redis that the server keeps everything in; null with the embedded store. */
  readonly redis: RedisServer | null;
  stop(): Promise<void>;
};

export type FlowStore = "embedded" | "redis";

export async function startFlowServer(content: FlowContent, storeKind: FlowStore = "embedded"): Promise<FlowServer> {
  const dir = temporaryDir();
  const redis = storeKind === "redis" ? await startRedis() : null;
  if (content === "small city") {
    const updates = [{ name: `${testBoard}/directory`, update: directoryUpdate(city) }];
    await writeFirstContent(dir.path, updates, redis?.url);
  }
  const settings = { DATA_DIR: dir.path, BOARD: testBoard, ...(redis ? { REDIS_URL: redis.url } : {}) };
  let process = await startServer(settings);
  const { url } = process;
  let isRunning = true;
  const end = async () => {
    if (isRunning) await process.end("SIGKILL");
    isRunning = false;
  };
  return {
    url,
    redis,
    plans: (items) => plan(process, items),
    isKilled: end,
    async isStartedAgain() {
      if (isRunning) return;
      process = await startServer({ ...settings, PORT: new URL(url).port });
      isRunning = true;
    },
    async stop() {
      await end();
      await redis?.remove();
      dir.remove();
    },
  };
}

type Server = Awaited<ReturnType<typeof startServer>>;

async function plan(server: Server, items: readonly Item[]): Promise<void> {
  const cookie = await server.signIn("thanh-binh");
  for (const [year, ofYear] of Map.groupBy(items, ({ when }) => programmeYearOf(when))) {
    const tab = openTab({ board: server, cookie, name: `${testBoard}/program/${year}` });
    await tab.synced;
    tab.doc.transact(() => {
      for (const item of ofYear) addItem(tab.doc, item);
    });
    await tab.saved();
    tab.close();
  }
}
