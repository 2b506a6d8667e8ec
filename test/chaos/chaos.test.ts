import { expect, test } from "vitest";
import { seed } from "../world/seed.ts";
import { runChaos } from "./chaos.ts";

/** A shorter form of `npm run bench chaos`. */
const short = { kills: 4, clients: 5, editsPerSecond: 60 };

test.each(["embedded", "redis"] as const)(
  "[P1 P3 P7] kill -9 under load, %s: what was shown as saved is there, the rest follows, all have the same",
  { timeout: 240_000 },
  async (store) => {
    const figures = await runChaos({ store, seed: `${seed} ${store}`, ...short });
    expect(figures.lost).toBe(0);
    expect(figures.confirmed).toBeGreaterThan(50);
    expect(figures.caughtUnsaved).toBeGreaterThan(0);
    expect(Object.values(figures.kills).reduce((sum, count) => sum + count, 0)).toBe(short.kills);
    expect(figures.items).toBeGreaterThan(5);
  },
);
