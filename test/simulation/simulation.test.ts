import { expect, test } from "vitest";
import { runs, seed } from "../world/seed.ts";
import { runSimulation } from "./run.ts";
import type { Happened } from "./world.ts";

/** A run is only worth something when all of this happened in it, in all runs together at least so often. */
const wanted: Happened = {
  edits: 1_000,
  saved: 900,
  connections: 150,
  breaks: 40,
  vanishes: 10,
  reloads: 40,
  keptOverReload: 20,
  serverKilled: 15,
  serverRestarts: 8,
  allLeave: 3,
  refused: 50,
  repliesLost: 15,
  bellsLost: 50,
  holesFilled: 15,
  batches: 70,
  snapshots: 1,
  updatesSeen: 700,
  statesOfOthers: 50,
  trespass: 20,
  decided: 3,
  meet: 100,
  resolutions: 10,
  refusals: 8,
  rebuilds: 6,
};

test("[P1–P5 P7] whatever fails in between, whoever trespasses: everybody ends with the same document, and nothing of it is lost", {
  timeout: 150_000 + 5_000 * runs,
}, async () => {
  const happened: Record<string, number> = {};
  for (let run = 0; run < runs; run++) add(happened, (await runSimulation(`simulation ${seed} ${run}`)).happened);
  const tooSeldom = Object.entries(wanted).filter(([what, least]) => (happened[what] ?? 0) < (least * runs) / 12);
  expect(tooSeldom, JSON.stringify(happened)).toEqual([]);
});

test("the same seed is the same run, to the last deed", async () => {
  const [one, other] = [await runSimulation(`again ${seed}`), await runSimulation(`again ${seed}`)];
  expect(one.trace.length).toBeGreaterThan(300);
  expect(other).toEqual(one);
});

function add(sums: Record<string, number>, happened: Happened) {
  for (const [name, count] of Object.entries(happened)) sums[name] = (sums[name] ?? 0) + count;
}
