/**
 * How our costs grow: `node test/load/growth.bench.ts [seconds]`. Three sizes each of clients, documents, items and people who ever
 * wrote; server on one processor, load on the other, embedded store. The tables go into `server/README.md`.
 */
import { machineClock, pause } from "../../server/observe/clock.ts";
import { temporaryDir } from "../world/live-board.ts";
import { cpuSeconds, memoryMib, pinLoad, quantile, starvedSeconds, table } from "./sides/figures.ts";
import { type Side, startSide } from "./sides/sides.ts";
import { Stopwatch } from "./sides/stopwatch.ts";
import { allSeen, Typist, typeFor } from "./sides/typist.ts";

const [seconds = 4] = process.argv.slice(2).map(Number);

type Load = {
  readonly clients: number;
  readonly documents: number;
  readonly editsPerSecond: number;
  /** What the documents hold before, in all. */
  readonly items: number;
  /** Browsers that ever wrote in them: each is a client to Yjs for good. */
  readonly writers: number;
};

const usual: Load = { clients: 100, documents: 1, editsPerSecond: 100, items: 0, writers: 0 };
const warmUp = { forMs: 2_500, editsPerSecond: 500 };
const observerCount = 10;

const series: readonly { readonly of: string; readonly loads: readonly Load[] }[] = [
  { of: "people in one document", loads: [50, 100, 200, 400].map((clients) => ({ ...usual, clients })) },
  { of: "edits a second", loads: [50, 200, 800].map((editsPerSecond) => ({ ...usual, editsPerSecond })) },
  { of: "documents among 100 people", loads: [1, 10, 50].map((documents) => ({ ...usual, documents })) },
  { of: "items in the document", loads: [1_000, 5_000, 15_000].map((items) => ({ ...usual, clients: 20, items })) },
  {
    of: "browsers that ever wrote in it",
    loads: [100, 1_000, 5_000].map((writers) => ({ ...usual, clients: 20, writers })),
  },
];

/** Items as one pasted schedule after the other, and an item each by browsers that then leave. */
async function prepare(side: Side, { items, writers }: Load, name: string): Promise<void> {
  const stopwatch = new Stopwatch();
  const perPaste = 500;
  for (let left = items; left > 0; left -= perPaste) {
    const typist = new Typist({ side, name, observes: false, stopwatch });
    await typist.ready;
    typist.addItems(Math.min(left, perPaste));
    await typist.allSaved();
    typist.cut();
  }
  const atOnce = 20;
  for (let left = writers; left > 0; left -= atOnce) {
    const crowd = Array.from({ length: atOnce }, () => new Typist({ side, name, observes: false, stopwatch }));
    await Promise.all(crowd.map(({ ready }) => ready));
    for (const typist of crowd) typist.edit();
    await Promise.all(crowd.map((typist) => typist.allSaved()));
    for (const typist of crowd) typist.cut();
  }
}

async function measure(load: Load): Promise<string[]> {
  const dir = temporaryDir();
  const side = await startSide("lien-thong", dir.path);
  const names = Array.from({ length: load.documents }, (_, at) => `hanoi/program/${2040 + at}`);
  for (const name of names) await prepare(side, load, name);
  const stopwatch = new Stopwatch();
  const typists = Array.from({ length: load.clients }, (_, at) => {
    const name = names[at % names.length] ?? "";
    return new Typist({ side, name, observes: at < observerCount, stopwatch });
  });
  await Promise.all(typists.map(({ ready }) => ready));
  await typeFor(warmUp.forMs, { typists, editsPerSecond: warmUp.editsPerSecond });
  await allSeen(stopwatch);
  stopwatch.isRunning = true;
  const [before, starvedBefore] = [cpuSeconds(side.pid), starvedSeconds(side.pid)];
  const edits = await typeFor(seconds * 1000, { typists, editsPerSecond: load.editsPerSecond });
  const used = cpuSeconds(side.pid) - before;
  const starved = starvedSeconds(side.pid) - starvedBefore;
  await pause(machineClock, 500);
  stopwatch.isRunning = false;
  const memory = memoryMib(side.pid);
  for (const typist of typists) typist.cut();
  await side.end("SIGKILL");
  dir.remove();
  return [
    ...[`${((100 * used) / seconds).toFixed(0)} %`, ((used * 1e6) / edits).toFixed(0)],
    ...[0.5, 0.95].map((share) => quantile(stopwatch.toPeerMs, share).toFixed(1)),
    memory.toFixed(0),
    `${((100 * starved) / seconds).toFixed(0)} %`,
  ];
}

pinLoad();
for (const { of, loads } of series) {
  const rows: string[][] = [];
  for (const load of loads) rows.push([sizeOf(load, loads), ...(await measure(load))]);
  process.stdout.write(
    `\n${table([[of, "of a core", "CPU µs an edit", "p50 ms", "p95 ms", "memory MiB", "starved"], ...rows])}`,
  );
}
process.exit(0);

/** The one number in which the loads of a series differ. */
function sizeOf(load: Load, loads: readonly Load[]): string {
  const keys = Object.keys(load) as (keyof Load)[];
  const key = keys.find((one) => new Set(loads.map((other) => other[one])).size > 1);
  return key ? load[key].toLocaleString("en") : "";
}
