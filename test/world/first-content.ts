import type { FirstUpdate } from "../../server/live/seed.ts";
import { seedBoard } from "../../server/live/seed.ts";
import { machineChance } from "../../server/observe/chance.ts";
import { machineClock } from "../../server/observe/clock.ts";
import { silentLog } from "../../server/observe/log.ts";
import { openStore } from "../../server/store/open-store.ts";

/** The board every test server serves. */
export const testBoard = "hanoi";

/**
 * Fills an empty data folder before a server starts on it. The directory must be among the updates: a board that has one
 * is left as it is, so the demo world never comes.
 */
export async function writeFirstContent(
  dataDir: string,
  updates: readonly FirstUpdate[],
  redisUrl: string | null = null,
): Promise<void> {
  const parts = { clock: machineClock, chance: machineChance, log: silentLog };
  const config = { port: 0, host: "127.0.0.1", dataDir, redisUrl, board: testBoard, demo: true };
  const store = await openStore(config, parts);
  const directory = `${testBoard}/directory`;
  await seedBoard({ store, log: silentLog, directory, firstUpdates: () => updates });
  await store.close();
}
