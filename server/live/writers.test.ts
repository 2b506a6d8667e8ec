import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { beginnerId } from "../../shared/document/whole-update.ts";
import { refusalReasons, refusedMessage } from "../../shared/protocol/refusal.ts";
import { seed } from "../../test/world/seed.ts";
import { claimsMax, toldRefusalsMax } from "./limits.ts";
import { packEntry, readEntry } from "./log-entry.ts";
import { noNotes, Writers } from "./writers.ts";

const bind = (writers: Writers, client: number, actorId: string) =>
  writers.learn({ bound: new Map([[client, actorId]]), refused: new Map() });

describe("whose a client id is", () => {
  test("[P4] whoever wrote under it first has it for good, also against a later claim and a later note", () => {
    const writers = new Writers();
    bind(writers, 7, "huong");
    bind(writers, 7, "lan");
    expect(writers.claim(7, "lan")).toBe(false);
    expect([writers.mayWrite(7, "huong", true), writers.mayWrite(7, "lan", true)]).toEqual([true, false]);
  });

  test("who has shown themselves under it may be the only one to begin writing", () => {
    const writers = new Writers();
    expect([writers.claim(7, "huong"), writers.claim(7, "lan"), writers.claim(7, "huong")]).toEqual([
      true,
      false,
      true,
    ]);
    expect([writers.mayWrite(7, "huong", false), writers.mayWrite(7, "lan", false)]).toEqual([true, false]);
  });

  test("what the document holds of nobody, nobody goes on with", () => {
    const writers = new Writers();
    expect([writers.mayWrite(7, "huong", true), writers.mayWrite(7, "huong", false)]).toEqual([false, true]);
    expect([writers.mayWrite(beginnerId, "huong", false), writers.claim(beginnerId, "huong")]).toEqual([false, false]);
  });

  test("claims and told refusals are bounded: the oldest goes first, bindings stay", () => {
    const writers = new Writers();
    const message = refusedMessage([{ why: "decided", root: "items", entry: "a", field: null, value: null }]);
    for (let id = 2; id < claimsMax + 4; id++) writers.claim(id, "huong");
    expect([writers.holderOf(2), writers.holderOf(4)]).toEqual([null, "huong"]);
    for (let id = 2; id < toldRefusalsMax + 4; id++) {
      writers.learn({ bound: new Map([[id, "lan"]]), refused: new Map([[id, message]]) });
    }
    expect([writers.refusedOf(2), writers.refusedOf(4)]).toEqual([null, message]);
    expect(writers.holderOf(2)).toBe("lan");
  });
});

describe("entries of the log", () => {
  const notes = fc.record({
    bound: fc
      .array(fc.tuple(fc.nat({ max: 2 ** 32 - 1 }), fc.constantFrom("huong", "lan", "Trần Thị Hương")))
      .map((pairs) => new Map(pairs)),
    refused: fc
      .array(fc.tuple(fc.nat({ max: 2 ** 32 - 1 }), fc.constantFrom(...refusalReasons), fc.string()))
      .map(
        (all) =>
          new Map(
            all.map(([id, why, value]) => [
              id,
              refusedMessage([{ why, root: "items", entry: "a", field: null, value: value.toWellFormed() }]),
            ]),
          ),
      ),
  });

  test("update and notes come back as they went in", () => {
    let noted = 0;
    fc.assert(
      fc.property(fc.uint8Array(), notes, (bytes, note) => {
        const update = new Uint8Array([1, ...bytes]);
        const read = readEntry(packEntry({ update, notes: note }));
        expect([...read.update]).toEqual([...update]);
        expect(new Map([...read.notes.bound].sort())).toEqual(new Map([...note.bound].sort()));
        expect(read.notes.refused).toEqual(note.refused);
        noted += note.bound.size + note.refused.size;
      }),
      { seed, numRuns: 300 },
    );
    expect(noted).toBeGreaterThan(300);
  });

  test("an entry that says nothing new of writers is the bare update, as every log before had it", () => {
    const update = new Uint8Array([0, 0]);
    expect(packEntry({ update, notes: noNotes })).toBe(update);
    expect(readEntry(update)).toEqual({ update, notes: noNotes });
  });
});
