import { readFileSync } from "node:fs";
import { join } from "node:path";
import { documentNameToText } from "../shared/protocol/document-name.ts";
import { startBoardServer } from "./board-server.ts";
import { ConfigError, processConfig } from "./config/config.ts";
import { demoUpdates } from "./demo/demo-updates.ts";
import { stopMaxMs } from "./live/limits.ts";
import { seedBoard } from "./live/seed.ts";
import { machineChance } from "./observe/chance.ts";
import { machineClock } from "./observe/clock.ts";
import { stopping } from "./observe/events.ts";
import { createLog } from "./observe/log.ts";
import { todayInHanoi } from "./observe/today.ts";
import { openStore } from "./store/open-store.ts";
import { StoreRefused } from "./store/store.ts";

/** Any other number is another demo city. */
const demoSeed = 1;

const projectDir = join(import.meta.dirname, "..");
const log = createLog();
const parts = { clock: machineClock, chance: machineChance, log };

try {
  const config = processConfig();
  const store = await openStore(config, parts);
  if (config.demo) {
    const directory = documentNameToText({ kind: "directory", board: config.board });
    const firstUpdates = () => demoUpdates(config.board, todayInHanoi(machineClock), demoSeed);
    await seedBoard({ store, log, directory, firstUpdates });
  }
  const { version } = JSON.parse(readFileSync(join(projectDir, "package.json"), "utf8"));
  const clientDir = join(projectDir, "dist/client");
  const server = await startBoardServer({ ...parts, config, store, clientDir, version: String(version) });
  process.stdout.write(`Listening on ${server.url}\n`);
  stopOn(["SIGTERM", "SIGINT"], server.stop);
} catch (error) {
  process.stderr.write(`${sentenceOf(error)}\n`);
  process.exit(1);
}

function stopOn(signals: readonly NodeJS.Signals[], stop: () => Promise<void>): void {
  let isStopping = false;
  for (const signal of signals) {
    process.on(signal, async () => {
      // Whoever asks twice does not want to wait. Nothing that was shown as saved is lost by it.
      if (isStopping) process.exit(1);
      isStopping = true;
      stopping(log, { signal });
      machineClock.after(stopMaxMs, () => process.exit(1));
      await stop();
      process.exit(0);
    });
  }
}

/** What the operator can do something about is one sentence; our own faults show where they happened. */
function sentenceOf(error: unknown): string {
  if (error instanceof ConfigError || error instanceof StoreRefused) return error.message;
  if (!(error instanceof Error)) return String(error);
  const isAddress = "code" in error && (error.code === "EADDRINUSE" || error.code === "EACCES");
  return isAddress ? `The address cannot be used (${error.message}); set PORT or HOST.` : String(error.stack);
}
