/**
 * How fast the overlap index is: `npm run bench -- overlaps`. Prints build, probe, upsert, slot search and memory for programmes
 * of several sizes, what is wanted of each beside it, and whether it was met. Build is the best of a few (the first, cold one is
 * shown beside it).
 */
import { performance } from "node:perf_hooks";
import { addDays, type Day } from "../../shared/kit/day.ts";
import type { Minute } from "../../shared/kit/minute.ts";
import type { Item, Participation } from "../../shared/model/item.ts";
import type { PartyRef } from "../../shared/model/ref.ts";
import { createOverlapIndex, type OverlapIndex } from "../../shared/rules/overlap-index.ts";
import { searchSlots } from "../../shared/rules/slot-search.ts";
import { benchDirectory, benchItems, type Manner, seeded, usualStarts } from "./bench-programme.ts";

/** What is wanted at most: milliseconds (of `upsert`, `probe`, `slots` the 99th percentile) and bytes an item. */
type Wanted = {
  readonly buildMs: number;
  readonly upsertMs: number;
  readonly probeMs?: number;
  readonly slotsMs?: number;
  readonly bytes: number;
};

const ofYear: Wanted = { buildMs: 100, upsertMs: 0.5, probeMs: 0.3, slotsMs: 20, bytes: 1_024 };
const ofDecade: Wanted = { buildMs: 1_500, upsertMs: 1, bytes: 1_024 };

/** Nobody plans by lot, and a small board is no question of speed: those two show how it grows. */
const runs: readonly (Manner & { readonly wanted?: Wanted })[] = [
  { count: 1_000, years: 1, planned: true },
  { count: 10_000, years: 1, planned: true, wanted: ofYear },
  { count: 10_000, years: 1, planned: false },
  { count: 100_000, years: 10, planned: true, wanted: ofDecade },
];

/** The best of so many builds: on a machine that others use most of them are disturbed. */
const buildsOf = (count: number) => Math.min(40, Math.max(6, 300_000 / count));
const searchesMade = 200;

function timed(run: () => void): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

type Cost = { readonly wallMs: number; readonly cpuMs: number };

/** Wall and processor time: on a shared machine the wall also counts the others, the processor also counts the collector. */
function cost(run: () => void): Cost {
  const start = process.cpuUsage();
  const wallMs = timed(run);
  const { user, system } = process.cpuUsage(start);
  return { wallMs, cpuMs: (user + system) / 1000 };
}

function told({ wallMs, cpuMs }: Cost): string {
  return `${wallMs.toFixed(0)} ms, ${cpuMs.toFixed(0)} ms of processor`;
}

type Spread = { readonly p50: number; readonly p99: number; readonly max: number };

/** The middle, the far end and the worst of a list of times in milliseconds. */
function spreadOf(timesMs: number[]): Spread {
  timesMs.sort((a, b) => a - b);
  const at = (share: number) => timesMs[Math.min(timesMs.length - 1, Math.floor(timesMs.length * share))] ?? 0;
  return { p50: at(0.5), p99: at(0.99), max: at(1) };
}

function spread({ p50, p99, max }: Spread): string {
  return `p50 ${p50.toFixed(3)} · p99 ${p99.toFixed(3)} · max ${max.toFixed(1)} ms`;
}

/** What is alive, in the heap and beside it; null where the collector cannot be called. */
function liveBytes(): number | null {
  if (!globalThis.gc) return null;
  // Once more for what only the first round let go.
  globalThis.gc();
  globalThis.gc();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function print(
  name: string,
  told: string,
  judged?: { readonly figure: number; readonly most: number | undefined },
): void {
  const { figure, most } = judged ?? {};
  const verdict =
    figure === undefined || most === undefined
      ? ""
      : ` (wanted ≤ ${most.toLocaleString("en")}): ${figure <= most ? "met" : "MISSED"}`;
  console.log(`  ${name.padEnd(7)} ${told}${verdict}`);
}

function mover(years: number): (item: Item) => Item {
  const next = seeded(7);
  return (item) => {
    const day = addDays("2026-03-02" as Day, Math.floor(next() * 300 * years));
    const startMin = (usualStarts[Math.floor(next() * usualStarts.length)] ?? 480) as Minute;
    return { ...item, when: { horizon: "time", day, startMin } };
  };
}

/** The item with twelve people who must be there, as a conference of many has. */
function partyOfTwelve(item: Item): Item {
  const parties: Record<PartyRef, Participation> = {};
  for (let at = 0; at < 12; at++) parties[`person:p${at * 5}`] = { role: at === 0 ? "chair" : "attend" };
  return { ...item, parties };
}

/** The same as they come out of a document: every text in one piece, no two items sharing a part. */
function asRead(items: readonly Item[]): Item[] {
  return JSON.parse(JSON.stringify(items));
}

type Run = Manner & { readonly items: readonly Item[]; readonly wanted: Wanted | undefined };

const directory = benchDirectory();

function fresh(items: readonly Item[]): OverlapIndex {
  const index = createOverlapIndex(directory);
  index.build(items);
  return index;
}

/** Times the builds, and leaves one behind: of the memory of an index nothing counts but what lives on. */
function benchBuild({ items, years, planned, wanted }: Run): OverlapIndex {
  const cold = cost(() => void fresh(items));
  const warm = Array.from({ length: buildsOf(items.length) }, () => cost(() => void fresh(items)));
  const best = warm.reduce((least, each) => (each.wallMs < least.wallMs ? each : least));
  // Of a small board several: a heap of its own accord moves by a megabyte.
  const copies = Math.ceil(10_000 / items.length);
  const before = liveBytes();
  const held = Array.from({ length: copies }, () => fresh(items));
  // As a board does, which shows the overlaps of every item.
  for (const index of held) for (const { id } of items) index.of(id);
  const after = liveBytes();
  const [index = fresh(items)] = held;
  const { certain, probable, possible } = index.counts();
  console.log(
    `${items.length} items over ${years} year(s), ${planned ? "planned" : "by lot"}: ${certain + probable + possible} overlaps`,
  );
  print("build", `${told(best)} (cold ${told(cold)})`, { figure: best.wallMs, most: wanted?.buildMs });
  const bytes = before === null || after === null ? null : Math.round((after - before) / items.length / copies);
  if (bytes === null) print("memory", "run with --expose-gc");
  else print("memory", `${bytes} bytes an item`, { figure: bytes, most: wanted?.bytes });
  return index;
}

function bench({ wanted, ...manner }: (typeof runs)[number]): void {
  const items = asRead(benchItems(manner));
  const index = benchBuild({ ...manner, items, wanted });
  const next = seeded(11);
  const moved = mover(manner.years);
  const chosen = Array.from({ length: 5_000 }, () => items[Math.floor(next() * items.length)]).filter(
    (item) => item !== undefined,
  );
  const candidates = chosen.map(moved);
  const probes = spreadOf(candidates.map((item) => timed(() => void index.probe(item))));
  print("probe", spread(probes), { figure: probes.p99, most: wanted?.probeMs });
  const upserts = spreadOf(candidates.map((item) => timed(() => void index.upsert(item))));
  print("upsert", spread(upserts), { figure: upserts.p99, most: wanted?.upsertMs });
  const [from, to] = ["2026-05-04" as Day, "2026-05-31" as Day];
  const searches = chosen.slice(0, searchesMade).map(partyOfTwelve);
  const found = spreadOf(searches.map((item) => timed(() => void searchSlots(index, { item, from, to, most: 10 }))));
  print("slots", `${spread(found)}, best ten for twelve parties over four weeks`, {
    figure: found.p99,
    most: wanted?.slotsMs,
  });
}

for (const manner of runs) bench(manner);
