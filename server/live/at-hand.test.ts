import { expect, test } from "vitest";
import { HandClock } from "../../test/world/hand-clock.ts";
import { roomsScene } from "../../test/world/rooms-scene.ts";
import { keepAtHand } from "./at-hand.ts";
import { idleMs } from "./limits.ts";

const scene = roomsScene();
const dayMs = 86_400_000;

test("[LV37] the directory and the year are held from the start, the next year from two weeks before it begins", () => {
  const calendar = new HandClock(Date.UTC(2026, 11, 17));
  const stop = keepAtHand({ rooms: scene.rooms, board: "hanoi", clock: calendar });
  scene.clock.pass(3 * idleMs);
  expect(scene.rooms.openCount).toBe(2);
  calendar.pass(2 * dayMs);
  expect(scene.rooms.openCount).toBe(3);
  // On New Year's Day the year that is over leaves like any other.
  calendar.pass(14 * dayMs);
  scene.clock.pass(idleMs);
  expect(scene.rooms.openCount).toBe(2);
  stop();
  scene.clock.pass(idleMs);
  expect([scene.rooms.openCount, calendar.waitingCount]).toEqual([0, 0]);
});
