import { expect, test } from "vitest";
import { createDice } from "../../server/demo/dice.ts";
import { runs, seed } from "../world/seed.ts";
import { aims } from "./aims.ts";
import { besiege, newTally, type Outcome } from "./siege.ts";

const shots = 500 * runs;

/** What ends the connection at once, and never comes as far as the rules of the document. */
const neverJudged = [
  "writes what somebody is about to write",
  "goes on in the middle of what somebody wrote",
  "lets two writers wait for each other",
  "says nothing of no length",
  "says what Yjs does not know",
];

test("[P4 P5] no update changes what is decided, breaks the schema or disturbs who is at work, whatever is written in it", {
  timeout: 150_000 + 10_000 * runs,
}, () => {
  const tally = newTally();
  const joined = besiege(createDice(`siege ${seed}`), shots, tally);
  const counts = (outcome: Outcome) => Object.values(tally).reduce((sum, of) => sum + (of[outcome] ?? 0), 0);
  expect(joined).toBeGreaterThan(shots / 200);
  // A siege in which everything bounced off at the gate would prove nothing.
  expect(counts("taken")).toBeGreaterThan(shots / 50);
  expect(counts("taken in part")).toBeGreaterThan(shots / 10);
  expect(counts("nothing of it taken")).toBeGreaterThan(shots / 100);
  expect(counts("gap")).toBeGreaterThan(shots / 100);
  expect(counts("sent away")).toBeLessThan(shots / 1.5);
  const judged = Object.entries(tally).filter(([, { "sent away": away = 0, ...other }]) => sum(other) > 0);
  expect(judged.map(([name]) => name).sort()).toEqual(
    Object.keys(aims)
      .filter((name) => !neverJudged.includes(name))
      .sort(),
  );
  for (const [name, outcomes] of Object.entries(tally))
    expect(sum(outcomes), name).toBeGreaterThan(shots / Object.keys(aims).length / 3);
});

function sum(outcomes: Partial<Record<Outcome, number>>): number {
  return Object.values(outcomes).reduce((total, count) => total + count, 0);
}
