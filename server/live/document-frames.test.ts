import { expect, test } from "vitest";
import { documentFrames } from "./document-frames.ts";
import { readFrame } from "./frame.ts";

const [snapshot, rest] = [new Uint8Array([1, 2, 3]), new Uint8Array([4])];

test("a document in pieces is some updates, and an answer at the end", () => {
  expect(documentFrames([snapshot, rest]).map((frame) => readFrame(frame))).toEqual([
    { kind: "update", update: snapshot },
    { kind: "step-2", update: rest },
  ]);
  expect(documentFrames([snapshot]).map((frame) => readFrame(frame)?.kind)).toEqual(["step-2"]);
});

test("however many ask, each piece is put into a frame once", () => {
  const [first, again] = [documentFrames([snapshot, rest]), documentFrames([snapshot, rest])];
  expect(again[0]).toBe(first[0]);
  expect(again[1]).toBe(first[1]);
  // The same piece at the end of another document is another frame.
  expect(documentFrames([snapshot])[0]).not.toBe(first[0]);
});
