/**
 * How fast the overlap index is: `npx node --expose-gc test/load/overlaps.bench.ts`. Prints build, probe, upsert, slot search and
 * memory for programmes of several sizes. Build is the best of five runs (the first, cold one is shown beside it).
 */
import { performance } from "node:perf_hooks";
import { addDays, type Day } from "../../shared/kit/day.ts";
import type { Minute } from "../../shared/kit/minute.ts";
import type { Item, Participation } from "../../shared/model/item.ts";
import type { PartyRef } from "../../shared/model/ref.ts";
import { createOverlapIndex } from "../../shared/rules/overlap-index.ts";
import { searchSlots } from "../../shared/rules/slot-search.ts";
import { benchDirectory, benchItems, type Manner, seeded, usualStarts } from "./bench-programme.ts";

const runs: readonly Manner[] = [
  { count: 1_000, years: 1, planned: true },
  { count: 10_000, years: 1, planned: true },
  { count: 10_000, years: 1, planned: false },
  { count: 100_000, years: 10, planned: true },
];

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

/** The middle, the far end and the worst of a list of times in milliseconds. */
function spread(timesMs: number[]): string {
  timesMs.sort((a, b) => a - b);
  const at = (share: number) => timesMs[Math.min(timesMs.length - 1, Math.floor(timesMs.length * share))] ?? 0;
  return `p50 ${at(0.5).toFixed(3)} · p99 ${at(0.99).toFixed(3)} · max ${at(1).toFixed(1)} ms`;
}

function heapBytes(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
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

function bench(manner: Manner): void {
  const directory = benchDirectory();
  const items = benchItems(manner);
  const before = heapBytes();
  let index = createOverlapIndex(directory);
  const cold = cost(() => void index.build(items));
  const bytes = Math.round((heapBytes() - before) / items.length);
  const builds = Array.from({ length: 5 }, () => {
    index = createOverlapIndex(directory);
    return cost(() => void index.build(items));
  });
  const warm = builds.reduce((best, each) => (each.wallMs < best.wallMs ? each : best));
  const built = index.counts();
  const next = seeded(11);
  const moved = mover(manner.years);
  const chosen = Array.from({ length: 5_000 }, () => items[Math.floor(next() * items.length)]);
  const candidates = chosen.flatMap((item) => (item ? [moved(item)] : []));
  const probes = candidates.map((item) => timed(() => void index.probe(item)));
  const upserts = candidates.map((item) => timed(() => void index.upsert(item)));
  const searches = chosen.slice(0, 60).flatMap((item) => (item ? [partyOfTwelve(item)] : []));
  const found = searches.map((item) =>
    timed(() => void searchSlots(index, { item, from: "2026-05-04" as Day, to: "2026-05-31" as Day, most: 10 })),
  );
  const total = built.certain + built.probable + built.possible;
  console.log(
    `${items.length} items over ${manner.years} year(s), ${manner.planned ? "planned" : "by lot"}: ${total} overlaps`,
  );
  console.log(`  build   ${told(warm)} (cold ${told(cold)})`);
  console.log(`  probe   ${spread(probes)}`);
  console.log(`  upsert  ${spread(upserts)}`);
  console.log(`  slots   ${spread(found)} (best ten for twelve parties over four weeks)`);
  console.log(`  memory  ${globalThis.gc ? `${bytes} bytes an item` : "run with --expose-gc"}`);
}

for (const manner of runs) bench(manner);
