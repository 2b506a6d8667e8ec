/** The real server on a folder of its own, with a small city or the demo world: killed and started again at will. */

import { seedBoard } from "../../server/live/seed.ts";
import { machineChance } from "../../server/observe/chance.ts";
import { machineClock } from "../../server/observe/clock.ts";
import { silentLog } from "../../server/observe/log.ts";
import { openStore } from "../../server/store/open-store.ts";
import { addItem } from "../../shared/document/item-commands.ts";
import { directoryUpdate } from "../../shared/document/whole-update.ts";
import type { Item } from "../../shared/model/item.ts";
import { programmeYearOf } from "../../shared/model/when.ts";
import { openTab, temporaryDir } from "./live-board.ts";
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
  /** Starts again on the same folder and the same port. */
  isStartedAgain(): Promise<void>;
  stop(): Promise<void>;
};

const board = "hanoi";

export async function startFlowServer(content: FlowContent): Promise<FlowServer> {
  const dir = temporaryDir();
  if (content === "small city") await seedSmallCity(dir.path);
  let process = await startServer({ DATA_DIR: dir.path, BOARD: board });
  const { url } = process;
  let isRunning = true;
  const end = async () => {
    if (isRunning) await process.end("SIGKILL");
    isRunning = false;
  };
  return {
    url,
    plans: (items) => plan(process, items),
    isKilled: end,
    async isStartedAgain() {
      process = await startServer({ DATA_DIR: dir.path, BOARD: board, PORT: new URL(url).port });
      isRunning = true;
    },
    async stop() {
      await end();
      dir.remove();
    },
  };
}

/** Written before the first start: a board whose directory exists is not filled with the demo world. */
async function seedSmallCity(dataDir: string): Promise<void> {
  const parts = { clock: machineClock, chance: machineChance, log: silentLog };
  const config = { port: 0, host: "127.0.0.1", dataDir, redisUrl: null, board, demo: true };
  const store = await openStore(config, parts);
  const directory = `${board}/directory`;
  await seedBoard({
    store,
    log: silentLog,
    directory,
    firstUpdates: () => [{ name: directory, update: directoryUpdate(city) }],
  });
  await store.close();
}

type Server = Awaited<ReturnType<typeof startServer>>;

async function plan(server: Server, items: readonly Item[]): Promise<void> {
  const cookie = await server.signIn("thanh-binh");
  for (const [year, ofYear] of Map.groupBy(items, ({ when }) => programmeYearOf(when))) {
    const tab = openTab({ board: server, cookie, name: `${board}/program/${year}` });
    await tab.synced;
    tab.doc.transact(() => {
      for (const item of ofYear) addItem(tab.doc, item);
    });
    await tab.saved();
    tab.close();
  }
}
