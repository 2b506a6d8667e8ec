import fc from "fast-check";
import * as decoding from "lib0/decoding";
import { describe, expect, test } from "vitest";
import { seed } from "../../test/world/seed.ts";
import {
  epochFrame,
  type Frame,
  isUpdateFrame,
  markerFrame,
  presenceFrame,
  readFrame,
  refusedFrame,
  stepOneFrame,
  stepTwoFrame,
  updateFrame,
} from "./frame.ts";

const bytes = fc.uint8Array({ maxLength: 300 });
const state = fc.record({
  id: fc.nat({ max: 2 ** 32 - 1 }),
  clock: fc.nat({ max: 2 ** 31 }),
  json: fc.string({ unit: "grapheme", maxLength: 40 }),
});
const frameArb = fc.oneof(
  bytes.map(stepOneFrame),
  bytes.map(stepTwoFrame),
  bytes.map(updateFrame),
  fc.array(state, { maxLength: 4 }).map(presenceFrame),
  fc.nat({ max: Number.MAX_SAFE_INTEGER }).map(markerFrame),
  fc.constant(new Uint8Array([3])),
);
const of = (...parts: (number | readonly number[])[]) => new Uint8Array(parts.flat());
/** A varuint of seven bits a byte, the lowest first. */
const varuint = (number: bigint): number[] =>
  number < 128n ? [Number(number)] : [Number(number & 127n) | 128, ...varuint(number >> 7n)];

describe("a message", () => {
  test("reads back as it was written", () => {
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

  test("has y-protocols' own bytes, or ours behind a type of ours", () => {
    expect([...stepOneFrame(of(0))]).toEqual([0, 0, 1, 0]);
    expect([...stepTwoFrame(of(0, 0))]).toEqual([0, 1, 2, 0, 0]);
    expect([...updateFrame(of(7))]).toEqual([0, 2, 1, 7]);
    expect([...presenceFrame([])]).toEqual([1, 1, 0]);
    expect([...presenceFrame([{ id: 5, clock: 2, json: "{}" }])]).toEqual([1, 6, 1, 5, 2, 2, 123, 125]);
    expect([...markerFrame(300)]).toEqual([102, 172, 2]);
    expect([...epochFrame("é")]).toEqual([104, 2, 195, 169]);
    expect(readFrame(of(3))).toEqual({ kind: "ask-presence" });
  });

  test("[P4] that tells of a refusal is one JSON text, Vietnamese letters and all", () => {
    const message = {
      refusals: [{ why: "decided", root: "items", entry: "a", field: "title", value: "Họp 😀" }],
      more: 1,
    } as const;
    const decoder = decoding.createDecoder(refusedFrame({ ...message, refusals: [...message.refusals] }));
    expect(decoding.readVarUint(decoder)).toBe(103);
    expect(JSON.parse(decoding.readVarString(decoder))).toEqual(message);
    expect(decoding.hasContent(decoder)).toBe(false);
  });

  test("begins as an edit does exactly when it is one", () => {
    fc.assert(
      fc.property(frameArb, (frame) => {
        expect(isUpdateFrame(frame)).toBe(readFrame(frame)?.kind === "update");
      }),
      { seed },
    );
    expect([of(), of(0), of(2), of(0, 1), of(1, 2)].some(isUpdateFrame)).toBe(false);
  });
});

describe("[P6] bytes that are no message", () => {
  test("never make the reader throw", () => {
    let [read, unread] = [0, 0];
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (noise) => {
        if (readFrame(noise)) read++;
        else unread++;
      }),
      { seed, numRuns: 5_000 },
    );
    expect(Math.min(read, unread)).toBeGreaterThan(0);
  });

  test("are any message cut at any place, and any message with something added", () => {
    fc.assert(
      fc.property(frameArb, fc.uint8Array({ minLength: 1, maxLength: 9 }), (frame, more) => {
        for (let length = 0; length < frame.length; length++) expect(readFrame(frame.subarray(0, length))).toBeNull();
        expect(readFrame(of([...frame], [...more]))).toBeNull();
      }),
      { seed, numRuns: 60 },
    );
  });

  test("are of a type that only a server says, that nobody says, or with a step that there is not", () => {
    for (let type = 4; type < 256; type++) if (type !== 102) expect(readFrame(of(type, 1, 0))).toBeNull();
    for (let step = 3; step < 128; step++) expect(readFrame(of(0, step, 1, 0))).toBeNull();
    expect(readFrame(of(2, 0))).toBeNull();
    expect([epochFrame("e"), refusedFrame({ refusals: [], more: 0 })].map(readFrame)).toEqual([null, null]);
  });

  test("have a length or a count that lies: it costs neither memory nor what lies beside it", () => {
    const lies = [10n, 255n, 2n ** 31n, 2n ** 32n - 1n, 2n ** 32n, 2n ** 53n - 1n, 2n ** 63n, 2n ** 70n].map(varuint);
    for (const lie of lies) {
      for (const step of [0, 1, 2]) expect(readFrame(of(0, step, lie, 1, 2, 3))).toBeNull();
      expect(readFrame(of(1, lie, 1, 5, 2, 2, 123, 125))).toBeNull();
      expect(readFrame(of(1, lie.length + 1, lie, 1))).toBeNull();
    }
    // In one buffer with what came after it, as a socket gives it: a text must end where its frame does.
    const buffer = of(1, 5, 1, 5, 2, 40, 123, Array(60).fill(65));
    expect(readFrame(buffer.subarray(0, 7))).toBeNull();
  });

  test("have something left over inside, where only the outer length would not show it", () => {
    expect(readFrame(of(1, 6, 1, 5, 2, 2, 123, 125))).not.toBeNull();
    expect(readFrame(of(1, 7, 1, 5, 2, 2, 123, 125, 9))).toBeNull();
    expect(readFrame(of(1, 2, 0, 0))).toBeNull();
    expect(readFrame(of(1, 0))).toBeNull();
  });

  test("hold letters that are no UTF-8: cut, too long, half a pair, beyond the last", () => {
    const texts = [[0xff], [0xc3], [0xc0, 0x80], [0xed, 0xa0, 0xbd], [0xf4, 0x90, 0x80, 0x80], [0x80], [0xe2, 0x82]];
    for (const text of texts) {
      const body = of(1, 5, 2, text.length, text);
      expect(readFrame(of(1, body.length, [...body])), text.join()).toBeNull();
    }
    const whole = [...new TextEncoder().encode("\ufeff😀")];
    const body = of(1, 5, 2, whole.length, whole);
    expect(readFrame(of(1, body.length, [...body]))).toMatchObject({ states: [{ json: "\ufeff😀" }] });
  });

  test("hold a number that no program holds exactly: what is answered would be another than was asked", () => {
    const most = 2n ** 53n - 1n;
    expect(readFrame(of(102, varuint(most)))).toEqual({ kind: "marker", marker: Number(most) });
    for (const number of [most + 1n, 2n ** 55n, 2n ** 56n - 1n, 2n ** 80n])
      expect(readFrame(of(102, varuint(number))), `${number}`).toBeNull();
    const body = of(1, varuint(2n ** 55n), 2, 2, 123, 125);
    expect(readFrame(of(1, body.length, [...body]))).toBeNull();
  });
});

test("a number written longer than it need be says the same, and never another kind of message", () => {
  const pairs: [Uint8Array, Frame][] = [
    [of(102, 135, 0), { kind: "marker", marker: 7 }],
    [of(230, 0, 7), { kind: "marker", marker: 7 }],
    [of(131, 0), { kind: "ask-presence" }],
    [of(128, 0, 130, 0, 129, 0, 7), { kind: "update", update: of(7) }],
    [of(129, 0, 129, 0, 0), { kind: "presence", states: [] }],
  ];
  for (const [longer, frame] of pairs) expect(readFrame(longer)).toEqual(frame);
});
