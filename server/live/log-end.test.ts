import { expect, test } from "vitest";
import { HandClock } from "../../test/world/hand-clock.ts";
import { retryMaxMs } from "./limits.ts";
import { LogEnd } from "./log-end.ts";

const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

test("where nobody else appends there is nothing to wait for", async () => {
  const end = new LogEnd(new HandClock());
  expect(end.mayBeAhead).toBe(false);
  end.begin({ stop: () => {}, catchUp: null });
  await end.reach(() => true);
  expect(end.mayBeAhead).toBe(false);
});

test("a store that is away is asked again until it answers, or until nobody wants to know", async () => {
  const clock = new HandClock();
  const end = new LogEnd(clock);
  let asked = 0;
  end.begin({ stop: () => {}, catchUp: () => (++asked < 3 ? Promise.reject(new Error("away")) : Promise.resolve()) });
  let isReached = false;
  const reaching = end.reach(() => true).then(() => (isReached = true));
  for (const count of [1, 2]) {
    await settled();
    expect([asked, isReached]).toEqual([count, false]);
    clock.pass(retryMaxMs);
  }
  await reaching;
  expect(asked).toBe(3);
  await end.reach(() => false);
  expect([asked, clock.waitingCount]).toEqual([3, 0]);
});
