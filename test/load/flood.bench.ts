/**
 * What one flooding browser does to the others: `node test/load/flood.bench.ts [seconds]`. Forty people at work, alone and
 * beside somebody who sends twenty times faster than anybody may. Server on one processor, load on the other.
 */
import * as Y from "yjs";
import { markerFrame, presenceFrame, stepTwoFrame, updateFrame } from "../../server/live/frame.ts";
import { machineClock, pause } from "../../server/observe/clock.ts";
import { temporaryDir } from "../world/live-board.ts";
import { writeMatter } from "../world/matters.ts";
import { benchDocument } from "./sides/content.ts";
import { cpuSeconds, memoryMib, pinLoad, quantile, table } from "./sides/figures.ts";
import type { Line } from "./sides/line.ts";
import { type Side, startOurs } from "./sides/sides.ts";
import { Stopwatch } from "./sides/stopwatch.ts";
import { Typist, typeFor } from "./sides/typist.ts";

const [seconds = 10] = process.argv.slice(2).map(Number);
const [clientCount, observerCount, editsPerSecond] = [40, 10, 100];
const warmUp = { forMs: 3_000, editsPerSecond: 500 };
/** So much waits in this process for the flooded socket: what the server does not read, the sender keeps. */
const aheadBytesMax = 1024 * 1024;
/** Four thousand a second, twenty times what is taken: more, and this process could not hear the others in time. */
const [tickMs, perTick] = [5, 20];
/** What the issue asks. */
const slowerMax = 2;

/** Sends one piece of a flood. */
type Send = (line: Line, index: number) => void;

const floods: Readonly<Record<string, () => Send>> = {
  "nobody floods": () => () => {},
  markers: () => (line, index) => line.send(markerFrame(index)),
  "words of presence": () => (line, index) =>
    line.send(presenceFrame([{ id: 77, clock: index, json: '{"hand":"a"}' }])),
  "small edits": () => {
    const doc = new Y.Doc();
    let send = (_update: Uint8Array) => {};
    doc.on("update", (update: Uint8Array) => send(update));
    return (line, index) => {
      send = (update) => line.send(updateFrame(update));
      writeMatter(doc, `flood-${index % 20}`, `${index}`);
    };
  },
  "long edits": () => {
    const update = longUpdate();
    return (line) => line.send(updateFrame(update));
  },
};

type Figures = {
  readonly toPeerMs: readonly number[];
  readonly memory: number;
  readonly coreShare: number;
  readonly sent: number;
};

async function measure(flood: Send): Promise<Figures> {
  const dir = temporaryDir();
  const side = await startOurs({ DATA_DIR: dir.path });
  const stopwatch = new Stopwatch();
  const typists = Array.from({ length: clientCount }, (_, at) => {
    return new Typist({ side, name: benchDocument, observes: at < observerCount, stopwatch });
  });
  await Promise.all(typists.map(({ ready }) => ready));
  await typeFor(warmUp.forMs, { typists, editsPerSecond: warmUp.editsPerSecond });
  const flooding = await startFlood(side, flood);
  stopwatch.isRunning = true;
  const before = cpuSeconds(side.pid);
  await typeFor(seconds * 1000, { typists, editsPerSecond });
  const coreShare = (cpuSeconds(side.pid) - before) / seconds;
  await pause(machineClock, 500);
  stopwatch.isRunning = false;
  const memory = memoryMib(side.pid);
  const sent = flooding.stop();
  for (const typist of typists) typist.cut();
  await side.end("SIGKILL");
  dir.remove();
  return { toPeerMs: stopwatch.toPeerMs, memory, coreShare, sent };
}

async function startFlood(side: Side, flood: Send): Promise<{ stop(): number }> {
  const line = await side.connect(benchDocument, () => {});
  line.send(stepTwoFrame(new Uint8Array([0, 0])));
  let index = 0;
  const stopFilling = machineClock.every(tickMs, () => {
    for (let made = 0; made < perTick && line.waitingBytes < aheadBytesMax; made++) flood(line, index++);
  });
  return {
    stop() {
      stopFilling();
      line.cut();
      return index;
    },
  };
}

/** Some 200 KiB that the document has after the first time. */
function longUpdate(): Uint8Array {
  const doc = new Y.Doc();
  doc.transact(() => {
    for (let at = 0; at < 1_000; at++) writeMatter(doc, `long-${at}`, "Hội nghị giao ban");
  });
  return Y.encodeStateAsUpdate(doc);
}

pinLoad();
const rows: string[][] = [];
let calm = Number.NaN;
let worst = 0;
for (const [name, make] of Object.entries(floods)) {
  const { toPeerMs, memory, coreShare, sent } = await measure(make());
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => quantile(toPeerMs, share));
  if (Number.isNaN(calm)) calm = p99 ?? Number.NaN;
  else worst = Math.max(worst, (p99 ?? 0) / calm);
  const times = [p50, p95, p99].map((ms) => (ms ?? 0).toFixed(1));
  const slower = ((p99 ?? 0) / calm).toFixed(2);
  rows.push([name, ...times, slower, `${(100 * coreShare).toFixed(0)} %`, memory.toFixed(0), String(sent)]);
}
process.stdout.write(
  `\n${clientCount} people, ${editsPerSecond} edits/s, ${seconds} s, and one who floods\n\n` +
    table([
      ["flood of", "p50 ms", "p95 ms", "p99 ms", "÷ calm", "of a core", "memory, MiB", "handed to the socket"],
      ...rows,
    ]) +
    `\nworst p99 ÷ calm ${worst.toFixed(2)} (wanted < ${slowerMax}): ${worst < slowerMax ? "met" : "MISSED"}\n`,
);
process.exit(0);
