/**
 * A process that appends until it is killed: `appender.ts <dataDir> <redisUrl or "">`. Entry number n of a document is the
 * text "n"; a snapshot of the first n is the text "upto n". One line per thing that the store has confirmed.
 */
import { writeSync } from "node:fs";
import { machineChance } from "../../server/observe/chance.ts";
import { machineClock } from "../../server/observe/clock.ts";
import { silentLog } from "../../server/observe/log.ts";
import { openStore } from "../../server/store/open-store.ts";

const [dataDir = "", redisUrl = ""] = process.argv.slice(2);
const config = { port: 0, host: "127.0.0.1", dataDir, redisUrl: redisUrl || null, board: "hanoi", demo: false };
const store = await openStore(config, { clock: machineClock, chance: machineChance, log: silentLog });
const bytesOf = (text: string) => new TextEncoder().encode(text);

/** Written at once and whole, so that a kill right after leaves no confirmed thing unsaid. */
const say = (words: string) => writeSync(1, `${words}\n`);

async function appendForEver(name: string): Promise<void> {
  let { epoch, position } = await store.load(name);
  for (;;) {
    const entries = Array.from({ length: 1 + (position % 3) }, (_, index) => bytesOf(String(position + 1 + index)));
    ({ epoch, position } = await store.append(name, entries, epoch));
    say(`${name} ${position}`);
    if (position % 7 > 2) continue;
    await store.snapshot(name, { bytes: bytesOf(`upto ${position}`), upto: position, epoch });
  }
}

await Promise.all(["hanoi/program/2026", "hanoi/directory"].map(appendForEver));
