import fc from "fast-check";
import { expect, test } from "vitest";
import { seed } from "../../test/world/seed.ts";
import { markerFrame, presenceFrame, readFrame, stepOneFrame, stepTwoFrame, updateFrame } from "./frame.ts";

const bytes = fc.uint8Array({ maxLength: 300 });
const state = fc.record({
  id: fc.nat({ max: 2 ** 32 - 1 }),
  clock: fc.nat({ max: 2 ** 31 }),
  json: fc.string({ unit: "grapheme", maxLength: 40 }),
});

test("every message reads back as it was written", () => {
  fc.assert(
    fc.property(bytes, fc.array(state), fc.nat({ max: Number.MAX_SAFE_INTEGER }), (body, states, marker) => {
      expect(readFrame(stepOneFrame(body))).toEqual({ kind: "step-1", stateVector: body });
      expect(readFrame(stepTwoFrame(body))).toEqual({ kind: "step-2", update: body });
      expect(readFrame(updateFrame(body))).toEqual({ kind: "update", update: body });
      expect(readFrame(presenceFrame(states))).toEqual({ kind: "presence", states });
      expect(readFrame(markerFrame(marker))).toEqual({ kind: "marker", marker });
    }),
    { seed },
  );
});

test("the bytes are y-protocols' own", () => {
  expect([...stepOneFrame(new Uint8Array([0]))]).toEqual([0, 0, 1, 0]);
  expect([...stepTwoFrame(new Uint8Array([0, 0]))]).toEqual([0, 1, 2, 0, 0]);
  expect([...updateFrame(new Uint8Array([7]))]).toEqual([0, 2, 1, 7]);
  expect([...presenceFrame([])]).toEqual([1, 1, 0]);
  expect([...presenceFrame([{ id: 5, clock: 2, json: "{}" }])]).toEqual([1, 6, 1, 5, 2, 2, 123, 125]);
  expect([...markerFrame(300)]).toEqual([102, 172, 2]);
  expect(readFrame(new Uint8Array([3]))).toEqual({ kind: "ask-presence" });
});

test("[P6] no bytes make the reader throw, and a message with anything cut off or added is none", () => {
  let read = 0;
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (noise) => {
      if (readFrame(noise)) read++;
    }),
    { seed, numRuns: 5000 },
  );
  expect(read).toBeGreaterThan(0);
  const whole = [
    stepTwoFrame(new Uint8Array([1, 2, 3])),
    markerFrame(7),
    presenceFrame([{ id: 1, clock: 1, json: "{}" }]),
  ];
  for (const frame of whole) {
    expect(readFrame(frame.subarray(0, -1))).toBeNull();
    expect(readFrame(new Uint8Array([...frame, 0]))).toBeNull();
  }
});

test("a count that lies takes no memory", () => {
  const liar = new Uint8Array([1, 6, 255, 255, 255, 255, 15, 1]);
  expect(readFrame(liar)).toBeNull();
});
