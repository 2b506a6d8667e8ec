/**
 * What a browser costs that takes nothing, side by side: `node test/load/side-stalled.bench.ts [MiB]`. Ten people
 * write notes of 10,000 letters again and again, one of the readers has stopped reading. The same edits go out before without
 * the stalled reader, for each server until a turn of them adds nothing more, so that what the work itself takes (heaps that
 * grow to their working size) is in the memory already, and what is left is the stalled reader's. Two more people tell how long a small edit takes among all that, with and without it.
 */
import { machineClock, pause } from "../../server/observe/clock.ts";
import { temporaryDir } from "../world/live-board.ts";
import { benchDocument } from "./sides/content.ts";
import { memoryMib, pinLoad, quantile, table } from "./sides/figures.ts";
import { keepingSides, type Side, type SideName, startSide } from "./sides/sides.ts";
import { Stopwatch } from "./sides/stopwatch.ts";
import { Typist } from "./sides/typist.ts";

const [mebibytes = 60] = process.argv.slice(2).map(Number);
const writerCount = 10;
const mib = 1024 * 1024;
const aheadMax = mib / 2;
const pollMs = 2;
/** One small edit after so many long ones. */
const smallEvery = 5;
const silenceMs = 2_000;
/** A reader that reads again learns within this time that it was cut. */
const goodbyeMs = 3_000;
/** What the issue asks of ours. */
const growthMibMax = 8;
/** The memory has its working size when a turn adds no more than this; it is not waited for longer than so many turns. */
const settledMib = 2;
const turnsMax = 8;

type Growth = {
  readonly growthMib: number;
  /** What the work itself added, over how many turns in which everybody read. */
  readonly withoutMib: number;
  readonly turns: number;
  /** How long a small edit takes, 95 of 100, in the last turn without the stalled reader and beside it. */
  readonly calmMs: number;
  readonly besideMs: number;
  readonly isCut: boolean;
};

type Crowd = {
  readonly side: Side;
  readonly typists: readonly Typist[];
  /** What one reader hears. */
  readonly reading: Stopwatch;
  /** Makes a small edit now and then, which `small` times. */
  readonly other: Typist;
  readonly small: Stopwatch;
};

/** Sends `mebibytes` of edits, never far ahead of the reader; answers the most memory on the way. */
async function write({ side, typists, reading, other, small }: Crowd): Promise<number> {
  const had = reading.bytes;
  small.toPeerMs.length = 0;
  let [sent, turn, most] = [0, 0, memoryMib(side.pid)];
  while (sent < mebibytes * mib) {
    sent += typists[turn++ % typists.length]?.rewriteNotes() ?? 0;
    if (turn % smallEvery === 0) other.edit();
    await hears(reading, had + sent - aheadMax);
    most = Math.max(most, memoryMib(side.pid));
  }
  await hears(reading, had + sent);
  return Math.max(most, memoryMib(side.pid));
}

/** Resolves when the reader has heard so many bytes, or nothing more comes: edits that share a frame are a little shorter. */
async function hears(reader: Stopwatch, bytes: number): Promise<void> {
  let [last, silentMs] = [reader.bytes, 0];
  while (reader.bytes < bytes && silentMs < silenceMs) {
    await pause(machineClock, pollMs);
    silentMs = reader.bytes === last ? silentMs + pollMs : 0;
    last = reader.bytes;
  }
}

async function measure(name: SideName): Promise<Growth> {
  const dir = temporaryDir();
  const side = await startSide(name, dir.path);
  const [reading, small, unheard] = [new Stopwatch(), new Stopwatch(), new Stopwatch()];
  reading.isRunning = small.isRunning = true;
  const sits = (stopwatch: Stopwatch, observes = false) =>
    new Typist({ side, name: benchDocument, observes, stopwatch });
  const typists = Array.from({ length: writerCount }, () => sits(unheard));
  const [reader, other, watcher] = [sits(reading), sits(small), sits(small, true)];
  await Promise.all([...typists, reader, other, watcher].map(({ ready }) => ready));
  const crowd = { side, typists, reading, other, small };
  for (const typist of typists) typist.edit();
  const first = memoryMib(side.pid);
  let [most, turns, added] = [first, 0, Number.POSITIVE_INFINITY];
  for (; added > settledMib && turns < turnsMax; turns++) {
    const reached = Math.max(most, await write(crowd));
    added = reached - most;
    most = reached;
  }
  const calmMs = quantile(small.toPeerMs, 0.95);
  const stalled = sits(unheard);
  await stalled.ready;
  stalled.stall();
  const withStalled = Math.max(most, await write(crowd));
  const besideMs = quantile(small.toPeerMs, 0.95);
  stalled.goOn();
  const isCut = await Promise.race([stalled.isCut, pause(machineClock, goodbyeMs).then(() => false)]);
  for (const typist of [...typists, reader, other, watcher, stalled]) typist.cut();
  await side.end("SIGKILL");
  dir.remove();
  return { growthMib: withStalled - most, withoutMib: most - first, turns, calmMs, besideMs, isCut };
}

pinLoad();
const rows: string[][] = [];
for (const name of keepingSides) {
  const { growthMib, withoutMib, turns, calmMs, besideMs, isCut } = await measure(name);
  const work = `${withoutMib.toFixed(0)} in ${turns} turns`;
  const times = [calmMs.toFixed(0), besideMs.toFixed(0), (besideMs / calmMs).toFixed(2)];
  rows.push([name, work, growthMib.toFixed(0), ...times, isCut ? "cut" : "still connected"]);
}
const ours = Number(rows[0]?.[2]);
process.stdout.write(
  `\none stalled reader during ${mebibytes} MiB of edits\n\n` +
    table([
      [
        "server",
        "growth by the work, MiB",
        "by the stalled reader",
        "small edit p95 ms without it",
        "with it",
        "÷",
        "the stalled reader",
      ],
      ...rows,
    ]) +
    `\nours ${ours} MiB (wanted ≤ ${growthMibMax}): ${ours <= growthMibMax ? "met" : "MISSED"}\n`,
);
process.exit(0);
