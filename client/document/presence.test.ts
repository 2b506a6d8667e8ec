import { createRoot } from "solid-js";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import type { DocumentLink } from "../connection/document-link.ts";
import { createPresence, handEveryMs, spotEveryMs } from "./presence.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A tab, and a count of how often it said something. */
function tab() {
  const awareness = new Awareness(new Y.Doc());
  const link = { attach: (attach: (body: unknown) => () => void) => attach({ provider: { awareness } }) };
  const presence = createRoot(() => createPresence(link as unknown as DocumentLink));
  let said = 0;
  awareness.on("update", () => said++);
  const state = () => awareness.getLocalState() ?? {};
  return { awareness, presence, state, said: () => said };
}

const others = (presence: ReturnType<typeof tab>["presence"], place: string) =>
  presence.over(place).map(({ name, hand }) => [name, hand]);

test("a hand that flies over a hundred places says so at most every 70 ms, and its last place for sure", () => {
  const { awareness, presence, state, said } = tab();
  for (let at = 0; at < 100; at++) {
    presence.showHand("a", `day|2026-11-${at}`);
    vi.advanceTimersByTime(10);
  }
  vi.advanceTimersByTime(handEveryMs);
  expect(said()).toBeLessThanOrEqual(1 + 1_000 / handEveryMs + 1);
  expect(state()).toMatchObject({ hand: "a", over: "day|2026-11-99" });
  presence.showHand(null);
  vi.advanceTimersByTime(handEveryMs);
  expect(state()).not.toMatchObject({ hand: "a" });
  awareness.destroy();
});

test("a pointer that flies over a hundred cards is said at most every 100 ms, and ends with the joint session", () => {
  const { awareness, presence, state, said } = tab();
  presence.showJoint({ id: "s", follows: true });
  const before = said();
  for (let at = 0; at < 100; at++) {
    presence.showSpot(`card-${at}`);
    vi.advanceTimersByTime(10);
  }
  vi.advanceTimersByTime(spotEveryMs);
  expect(said() - before).toBeLessThanOrEqual(12);
  expect(state()).toMatchObject({ joint: { id: "s", follows: true }, spot: "card-99" });
  presence.showJoint(null);
  expect(state()).not.toHaveProperty("spot.length");
  expect(JSON.parse(JSON.stringify(state()))).not.toHaveProperty("joint");
  awareness.destroy();
});

test("what others hold over a place is known under that place; a place longer than any is rubbish and passed over", () => {
  const { awareness, presence } = tab();
  const user = { id: "lan", name: "Lan", office: "party" };
  const hear = (over: string) => {
    awareness.states.set(7, { user, hand: "a", over });
    awareness.emit("change", [{ added: [7], updated: [], removed: [] }, "test"]);
  };
  hear("day|2026-11-24");
  expect(others(presence, "day|2026-11-24")).toEqual([["Lan", "a"]]);
  expect(others(presence, "day|2026-11-25")).toEqual([]);
  hear("x".repeat(500));
  expect(presence.others()).toEqual([]);
  awareness.destroy();
});
