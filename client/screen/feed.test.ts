import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seed } from "../../test/world/seed.ts";
import { type FeedEvent, type FeedState, feedAfter, feedBegun } from "./feed.ts";

const states: readonly FeedState[] = [
  { at: "joining", attempt: 0 },
  { at: "joining", attempt: 3 },
  { at: "live" },
  { at: "away", attempt: 0 },
  { at: "away", attempt: 9 },
  { at: "unpaired" },
];
const events: readonly FeedEvent[] = [
  { type: "hello", mayRenew: false },
  { type: "hello", mayRenew: true },
  { type: "revoked" },
  { type: "lost" },
  { type: "silent" },
  { type: "due" },
  { type: "woken" },
  { type: "paired" },
  { type: "answered" },
  { type: "unanswered" },
];

/** What each event does in each state, as one line: where it leads, and what is done. */
function table(): Record<string, string> {
  return Object.fromEntries(
    states.flatMap((state) =>
      events.map((event) => {
        const [next, effects] = feedAfter(state, event);
        const name = (one: FeedState) => ("attempt" in one ? `${one.at} ${one.attempt}` : one.at);
        const word = event.type === "hello" ? `hello${event.mayRenew ? " of another build" : ""}` : event.type;
        const isSame = name(next) === name(state) && effects.length === 0;
        const done = effects.map((one) => ("belowMs" in one ? `${one.type} <${one.belowMs}` : one.type));
        return [`${name(state)} × ${word}`, isSame ? "stays" : [name(next), ...done].join(", ")];
      }),
    ),
  );
}

describe("the line of a screen", () => {
  test("answers every event in every state, and does so as written here", () => {
    const moving = Object.entries(table()).filter(([, what]) => what !== "stays");
    expect(Object.keys(table())).toHaveLength(states.length * events.length);
    expect(Object.fromEntries(moving)).toEqual({
      "joining 0 × hello": "live",
      "joining 0 × hello of another build": "live, ask <5000",
      "joining 0 × revoked": "unpaired, close, forget",
      "joining 0 × lost": "away 0, wait <1000",
      "joining 0 × silent": "away 0, close, wait <1000",
      "joining 3 × hello": "live",
      "joining 3 × hello of another build": "live, ask <5000",
      "joining 3 × revoked": "unpaired, close, forget",
      "joining 3 × lost": "away 3, wait <8000",
      "joining 3 × silent": "away 3, close, wait <8000",
      "live × revoked": "unpaired, close, forget",
      "live × lost": "away 0, wait <1000",
      "live × silent": "away 0, close, wait <1000",
      "live × answered": "live, reload",
      "away 0 × due": "joining 1, connect",
      "away 0 × woken": "joining 1, connect",
      "away 9 × due": "joining 10, connect",
      "away 9 × woken": "joining 10, connect",
      "unpaired × paired": "joining 0, connect",
    });
  });

  test("comes back within eight seconds however often it has failed, never twice as fast as it may", () => {
    for (let attempt = 0; attempt < 2_000; attempt += 7) {
      const [, effects] = feedAfter({ at: "joining", attempt }, { type: "lost" });
      const [wait] = effects;
      if (wait?.type !== "wait") throw new Error("no wait");
      expect(wait.leastMs).toBeGreaterThanOrEqual(500);
      expect(wait.belowMs).toBeLessThanOrEqual(8_000);
      expect(wait.leastMs * 2).toBe(wait.belowMs);
    }
  });

  test("whatever happens, it is live, trying, waiting for its next try, or offering a code: nothing is the end", () => {
    let reloads = 0;
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...events), { maxLength: 40 }), (happened) => {
        let [state] = feedBegun;
        for (const event of happened) {
          const [next, effects] = feedAfter(state, event);
          // A reload during an outage would leave an error page on the wall for good.
          if (effects.some(({ type }) => type === "reload")) {
            reloads += 1;
            expect([state.at, event.type]).toEqual(["live", "answered"]);
          }
          if (next.at === "away" && state.at !== "away") expect(effects.some(({ type }) => type === "wait")).toBe(true);
          if (next.at === "joining" && state.at !== "joining")
            expect(effects.some(({ type }) => type === "connect")).toBe(true);
          state = next;
        }
        const [after] = feedAfter(state, { type: state.at === "unpaired" ? "paired" : "due" });
        expect(["joining", "live"]).toContain(after.at);
      }),
      { seed, numRuns: 1_000 },
    );
    expect(reloads).toBeGreaterThan(5);
  });
});
