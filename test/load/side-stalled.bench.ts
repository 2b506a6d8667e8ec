/**
 * What a browser costs that takes nothing, side by side: `node test/load/side-stalled.bench.ts [MiB]`. Ten people
 * write notes of 10,000 letters again and again, one of the readers has stopped reading. The same edits go out before without
 * the stalled reader, for each server until a turn of them adds nothing more, so that what the work itself takes (heaps that
 * grow to their working size) is in the memory already, and what is left is the stalled reader's.
 */
import { machineClock, pause } from "../../server/observe/clock.ts";
import { temporaryDir } from "../world/live-board.ts";
import { benchDocument } from "./sides/content.ts";
import { memoryMib, pinLoad, table } from "./sides/figures.ts";
import { keepingSides, type Side, type SideName, startSide } from "./sides/sides.ts";
import { Stopwatch } from "./sides/stopwatch.ts";
import { Typist } from "./sides/typist.ts";

const [mebibytes = 60] = process.argv.slice(2).map(Number);
const writerCount = 10;
const mib = 1024 * 1024;
const aheadMax = mib / 2;
const pollMs = 2;
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
  readonly isCut: boolean;
};

/** Sends `mebibytes` of edits, never far ahead of the reader; answers the most memory on the way. */
async function write(side: Side, typists: readonly Typist[], reader: Stopwatch): Promise<number> {
  const had = reader.bytes;
  let [sent, turn, most] = [0, 0, memoryMib(side.pid)];
  while (sent < mebibytes * mib) {
    sent += typists[turn++ % typists.length]?.rewriteNotes() ?? 0;
    await hears(reader, had + sent - aheadMax);
    most = Math.max(most, memoryMib(side.pid));
  }
  await hears(reader, had + sent);
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
  const [reading, others] = [new Stopwatch(), new Stopwatch()];
  reading.isRunning = true;
  const typists = Array.from({ length: writerCount }, () => {
    return new Typist({ side, name: benchDocument, observes: false, stopwatch: others });
  });
  const reader = new Typist({ side, name: benchDocument, observes: false, stopwatch: reading });
  await Promise.all([...typists, reader].map(({ ready }) => ready));
  for (const typist of typists) typist.edit();
  const first = memoryMib(side.pid);
  let [most, turns, added] = [first, 0, Number.POSITIVE_INFINITY];
  for (; added > settledMib && turns < turnsMax; turns++) {
    const reached = Math.max(most, await write(side, typists, reading));
    added = reached - most;
    most = reached;
  }
  const stalled = new Typist({ side, name: benchDocument, observes: false, stopwatch: others });
  await stalled.ready;
  stalled.stall();
  const withStalled = Math.max(most, await write(side, typists, reading));
  stalled.goOn();
  const isCut = await Promise.race([stalled.isCut, pause(machineClock, goodbyeMs).then(() => false)]);
  for (const typist of [...typists, reader, stalled]) typist.cut();
  await side.end("SIGKILL");
  dir.remove();
  return { growthMib: withStalled - most, withoutMib: most - first, turns, isCut };
}

pinLoad();
const rows: string[][] = [];
for (const name of keepingSides) {
  const { growthMib, withoutMib, turns, isCut } = await measure(name);
  const work = `${withoutMib.toFixed(0)} in ${turns} turns`;
  rows.push([name, work, growthMib.toFixed(0), isCut ? "cut" : "still connected"]);
}
const ours = Number(rows[0]?.[2]);
process.stdout.write(
  `\none stalled reader during ${mebibytes} MiB of edits\n\n` +
    table([["server", "growth by the work, MiB", "by the stalled reader", "the stalled reader"], ...rows]) +
    `\nours ${ours} MiB (wanted ≤ ${growthMibMax}): ${ours <= growthMibMax ? "met" : "MISSED"}\n`,
);
process.exit(0);
