/** Frames as a broken or hostile program would send them: real ones, changed here and there, and pure noise. */
import * as encoding from "lib0/encoding";
import type { Dice } from "../../server/demo/dice.ts";
import { presenceFrame, readFrame, stepOneFrame, stepTwoFrame, updateFrame } from "../../server/live/frame.ts";

type Change = (frame: Uint8Array, dice: Dice, corpus: readonly Uint8Array[]) => Uint8Array;

/** Where a varuint begins or ends, a length overflows, a sign turns. */
const tellingBytes = [0, 1, 2, 3, 8, 10, 64, 101, 102, 103, 104, 118, 127, 128, 129, 192, 224, 255];

const changes: readonly Change[] = [
  (frame, dice) => withByte(frame, dice.below(frame.length), frame[dice.below(frame.length)] ?? 0),
  (frame, dice) => {
    const at = dice.below(frame.length);
    return withByte(frame, at, (frame[at] ?? 0) ^ (1 << dice.below(8)));
  },
  (frame, dice) => withByte(frame, dice.below(frame.length), dice.pick(tellingBytes)),
  // The first bytes say what the rest is.
  (frame, dice) => withByte(frame, dice.below(Math.min(8, frame.length)), dice.pick(tellingBytes)),
  (frame, dice) => frame.subarray(0, dice.below(frame.length)),
  (frame, dice) => joined([frame, dice.bytes(new Uint8Array(1 + dice.below(40)))]),
  (frame, dice, corpus) => {
    const other = dice.pick(corpus);
    return joined([frame.subarray(0, dice.below(frame.length)), other.subarray(dice.below(other.length))]);
  },
  (frame, dice) => {
    const [at, length] = [dice.below(frame.length), 1 + dice.below(20)];
    return joined([frame.subarray(0, at), frame.subarray(at, at + length), frame.subarray(at)]);
  },
  (frame, dice) => {
    const at = dice.below(frame.length);
    return joined([frame.subarray(0, at), frame.subarray(at + 1 + dice.below(6))]);
  },
  // A number that lies: of structs, of writers, of bytes to come.
  (frame, dice) => {
    const at = dice.below(frame.length);
    const lie = encoding.encode((encoder) => encoding.writeVarUint(encoder, 2 ** dice.below(53)));
    return joined([frame.subarray(0, at), lie, frame.subarray(at + 1)]);
  },
];

/** One frame: mostly a real one with one to three changes, now and then a real one as it is, or noise. */
export function mutatedFrame(corpus: readonly Uint8Array[], dice: Dice): Uint8Array {
  const at = dice.below(100);
  if (at < 3) return dice.bytes(new Uint8Array(dice.below(200)));
  const frame = dice.pick(corpus);
  if (at < 6) return frame;
  const change = (bytes: Uint8Array) => changed(bytes, dice, corpus);
  return at < 35 ? change(frame) : rewrapped(frame, change);
}

function changed(bytes: Uint8Array, dice: Dice, corpus: readonly Uint8Array[]): Uint8Array {
  let now = bytes;
  for (let count = 1 + dice.below(3); count > 0 && now.length > 0; count--) now = dice.pick(changes)(now, dice, corpus);
  return now;
}

/** The same message with another content: its outermost lengths are right, so it is read on. */
function rewrapped(frame: Uint8Array, change: (bytes: Uint8Array) => Uint8Array): Uint8Array {
  const read = readFrame(frame);
  switch (read?.kind) {
    case "step-1":
      return stepOneFrame(change(read.stateVector));
    case "step-2":
      return stepTwoFrame(change(read.update));
    case "update":
      return updateFrame(change(read.update));
    case "presence":
      return presenceFrame(read.states.map((state) => ({ ...state, json: textOf(change(bytesOf(state.json))) })));
    default:
      return change(frame);
  }
}

const bytesOf = (text: string) => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

function withByte(frame: Uint8Array, at: number, byte: number): Uint8Array {
  const changed = Uint8Array.from(frame);
  changed[at] = byte;
  return changed;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(Buffer.concat(parts));
}
