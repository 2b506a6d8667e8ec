/**
 * How long an edit takes to the others on each store: `node test/load/live.bench.ts [clients] [edits per second] [seconds]`.
 * A server as an operator runs it, in a process of its own, whose store syncs to the disk before anybody sees an edit; light
 * clients in this process, all in one programme. Time runs from handing an edit to the socket until a peer's socket hands the
 * frame over, both in this process, so one clock measures both ends.
 */
import { machineClock, pause } from "../../server/observe/clock.ts";
import { temporaryDir } from "../world/live-board.ts";
import { startRedis } from "../world/redis-server.ts";
import { benchDocument, demoContent, pour } from "./sides/content.ts";
import { cpuSeconds, memoryMib, pinLoad, quantile } from "./sides/figures.ts";
import { type Side, startOurs } from "./sides/sides.ts";
import { Stopwatch } from "./sides/stopwatch.ts";
import { allSeen, Typist, typeFor } from "./sides/typist.ts";

const [clientCount = 100, editsPerSecond = 100, seconds = 20] = process.argv.slice(2).map(Number);
const warmUpMs = 3_000;
const observerCount = 10;

async function measure(side: Side, words: string): Promise<void> {
  await pour(side, benchDocument, demoContent());
  const stopwatch = new Stopwatch();
  const typists = Array.from({ length: clientCount }, (_, at) => {
    return new Typist({ side, name: benchDocument, observes: at < observerCount, stopwatch });
  });
  await Promise.all(typists.map(({ ready }) => ready));
  await typeFor(warmUpMs, { typists, editsPerSecond });
  await allSeen(stopwatch);
  stopwatch.isRunning = true;
  const before = cpuSeconds(side.pid);
  const edits = await typeFor(seconds * 1000, { typists, editsPerSecond });
  const coreShare = (cpuSeconds(side.pid) - before) / seconds;
  await pause(machineClock, 500);
  stopwatch.isRunning = false;
  for (const typist of typists) typist.cut();
  const expected = edits * observerCount * (1 - 1 / clientCount);
  process.stdout.write(
    `${words}: ${clientCount} clients, ${(edits / seconds).toFixed(0)} edits/s for ${seconds} s\n` +
      `  edit → peer   ${percentiles(stopwatch.toPeerMs)}   (${stopwatch.toPeerMs.length} of ${expected.toFixed(0)} arrivals at ${observerCount} peers)\n` +
      `  edit → saved  ${percentiles(stopwatch.toSavedMs)}\n` +
      `  down ${(stopwatch.frames / seconds).toFixed(0)} frames/s, ${(stopwatch.bytes / seconds / 1024).toFixed(0)} KiB/s; ` +
      `server ${(100 * coreShare).toFixed(0)} % of a core, ${memoryMib(side.pid).toFixed(0)} MiB\n`,
  );
}

function percentiles(values: readonly number[]): string {
  const at = (share: number) => quantile(values, share).toFixed(1);
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms, most ${at(1)} ms`;
}

pinLoad();
const dir = temporaryDir();
const embedded = await startOurs({ DATA_DIR: dir.path });
await measure(embedded, "embedded store, fsync before anybody sees an edit");
await embedded.end("SIGTERM");
dir.remove();

const redis = await startRedis();
const server = await startOurs({ REDIS_URL: redis.url });
await measure(server, "redis on a Unix socket, appendfsync always");
await server.end("SIGTERM");
await redis.remove();
process.exit(0);
