/**
 * What it costs to bring an edit to the others, side by side: `node test/load/side-delivery.bench.ts [seconds] [rate…]`.
 * A hundred people in one programme of 760 items; the server on one processor, the load on the other. Ours appends each edit
 * and syncs it to the disk before anybody sees it. Time runs from handing an edit to the socket until a peer's socket hands
 * it over; the processor time is all that the server's process used meanwhile, receiving, keeping and sending.
 * "Starved" is how long its threads stood ready while the processor was another program's: above a few per cent, times and
 * ratios are the machine's.
 */
import { machineClock, pause } from "../../server/observe/clock.ts";
import { temporaryDir } from "../world/live-board.ts";
import { benchDocument, demoContent, pour } from "./sides/content.ts";
import { canPin, cpuSeconds, pinLoad, quantile, starvedSeconds, table } from "./sides/figures.ts";
import { allSides, type SideName, startSide } from "./sides/sides.ts";
import { Stopwatch } from "./sides/stopwatch.ts";
import { allSeen, Typist, typeFor } from "./sides/typist.ts";

const [seconds = 8, ...rates] = process.argv.slice(2).map(Number);
/**
 * First so many edits, fast, for all alike: a server has run for days when it is measured in an office, and its code is
 * compiled. After 4 s V8's own threads still compiled for 11 ms of every second, after 20 s for one.
 */
const warmUp = { forMs: 20_000, editsPerSecond: 1_000 };
const settleMs = 1_000;
const clientCount = 100;
const observerCount = 10;
/** What the issue asks of ours. */
const cpuShareMax = 0.7;
/**
 * A server that stood ready for longer than this share of the time was kept from its work by other programs. Its own threads
 * stand in each other's way too, on the one processor: up to 15 % on a quiet machine.
 */
const starvedShareMax = 0.25;
const attempts = 3;

type Delivery = {
  readonly side: SideName;
  readonly cpuMicros: number;
  readonly framesPerSecond: number;
  readonly toPeerMs: readonly number[];
  readonly toSavedMs: readonly number[];
  readonly arrivedShare: number;
  readonly coreShare: number;
  readonly starvedShare: number;
};

async function measure(name: SideName, editsPerSecond: number): Promise<Delivery> {
  const dir = temporaryDir();
  const side = await startSide(name, dir.path);
  if (name !== "relay") await pour(side, benchDocument, demoContent());
  const stopwatch = new Stopwatch();
  const typists = Array.from({ length: clientCount }, (_, at) => {
    return new Typist({ side, name: benchDocument, observes: at < observerCount, stopwatch });
  });
  await Promise.all(typists.map(({ ready }) => ready));
  await typeFor(warmUp.forMs, { typists, editsPerSecond: warmUp.editsPerSecond });
  await allSeen(stopwatch);
  await typeFor(settleMs, { typists, editsPerSecond });
  stopwatch.isRunning = true;
  const [before, starvedBefore] = [cpuSeconds(side.pid), starvedSeconds(side.pid)];
  const edits = await typeFor(seconds * 1000, { typists, editsPerSecond });
  const used = cpuSeconds(side.pid) - before;
  const starved = starvedSeconds(side.pid) - starvedBefore;
  await pause(machineClock, 500);
  stopwatch.isRunning = false;
  for (const typist of typists) typist.cut();
  await side.end("SIGKILL");
  dir.remove();
  const expected = edits * observerCount * (1 - 1 / clientCount);
  return {
    side: name,
    cpuMicros: (used * 1e6) / (edits * (clientCount - 1)),
    framesPerSecond: stopwatch.frames / seconds,
    toPeerMs: stopwatch.toPeerMs,
    toSavedMs: stopwatch.toSavedMs,
    arrivedShare: stopwatch.toPeerMs.length / expected,
    coreShare: used / seconds,
    starvedShare: starved / seconds,
  };
}

/** Again when others had the processor, a few times; the least disturbed counts. */
async function measureUndisturbed(name: SideName, editsPerSecond: number): Promise<Delivery> {
  let best = await measure(name, editsPerSecond);
  for (let at = 1; at < attempts && best.starvedShare > starvedShareMax; at++) {
    const again = await measure(name, editsPerSecond);
    if (again.starvedShare < best.starvedShare) best = again;
  }
  return best;
}

function report(editsPerSecond: number, measured: readonly Delivery[]): void {
  const cpuOf = (name: SideName) => measured.find(({ side }) => side === name)?.cpuMicros ?? Number.NaN;
  const rows = measured.map((one) => [
    one.side,
    one.cpuMicros.toFixed(1),
    (one.cpuMicros / cpuOf("hocuspocus")).toFixed(2),
    ...[0.5, 0.95, 0.99].map((share) => quantile(one.toPeerMs, share).toFixed(1)),
    one.toSavedMs.length > 0 ? quantile(one.toSavedMs, 0.95).toFixed(1) : "–",
    `${(100 * one.arrivedShare).toFixed(1)} %`,
    one.framesPerSecond.toFixed(0),
    `${(100 * one.coreShare).toFixed(0)} %`,
    `${(100 * one.starvedShare).toFixed(0)} %`,
  ]);
  const head = ["server", "CPU µs per delivered edit", "÷ hocuspocus", "p50 ms", "p95 ms", "p99 ms"];
  const titles = [...head, "durable p95 ms", "arrived", "frames/s", "of a core", "starved"];
  process.stdout.write(
    `\n${clientCount} clients, ${editsPerSecond} edits/s, ${seconds} s after ${warmUp.forMs / 1000} s of warm-up\n\n${table([titles, ...rows])}`,
  );
  process.stdout.write(`\n${verdict(editsPerSecond, measured)}\n`);
}

function verdict(editsPerSecond: number, measured: readonly Delivery[]): string {
  const ours = measured.find(({ side }) => side === "lien-thong");
  const theirs = measured.find(({ side }) => side === "hocuspocus");
  if (!ours || !theirs) return "nothing to compare";
  const share = ours.cpuMicros / theirs.cpuMicros;
  const p95 = quantile(ours.toPeerMs, 0.95);
  const p95Max = editsPerSecond <= 100 ? 25 : 40;
  const isDisturbed = Math.max(ours.starvedShare, theirs.starvedShare) > starvedShareMax;
  const judge = (isMet: boolean) => (isDisturbed ? "not judged, the machine was busy" : isMet ? "met" : "MISSED");
  return (
    `ours ÷ hocuspocus ${share.toFixed(2)} (wanted ≤ ${cpuShareMax}): ${judge(share <= cpuShareMax)}; ` +
    `p95 ${p95.toFixed(1)} ms (wanted ≤ ${p95Max}): ${judge(p95 <= p95Max)}`
  );
}

pinLoad();
process.stdout.write(canPin ? "server on processor 0, load on processor 1\n" : "not pinned: no taskset here\n");
for (const rate of rates.length > 0 ? rates : [100, 1_000]) {
  const measured: Delivery[] = [];
  for (const side of allSides) measured.push(await measureUndisturbed(side, rate));
  report(rate, measured);
}
process.exit(0);
