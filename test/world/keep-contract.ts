import { expect, test } from "vitest";
import type { Keep, KeptUpdate } from "../../client/connection/keep.ts";

/** One machine: what it keeps under a name is there again whenever that is opened, in this tab or another. */
export type Machine = { open(name: string): Promise<Keep> };

const doc = "hanoi/program/2026";
const bytes = (...some: number[]) => new Uint8Array(some);
const shape = (rows: readonly KeptUpdate[]) =>
  rows.map(({ update, format, isUnsaved, label }) => [[...update].join(), format, isUnsaved, label]);
const unknown = { epoch: null, mustRebuild: false };

/** What every keep promises (`client/connection/keep.ts`); `machine` answers one that has kept nothing yet. */
export function keepContract(machine: () => Promise<Machine>): void {
  const opened = async () => {
    const here = await machine();
    return { here, keep: await here.open("keep") };
  };
  /** Another tab sees only what is on disk. */
  const inAnotherTab = async (here: Machine) => shape(await (await here.open("keep")).load(doc));

  test("nothing is kept of a document that was never here", async () => {
    const { keep } = await opened();
    expect(await keep.load(doc)).toEqual([]);
    expect(await keep.factsOf(doc)).toEqual(unknown);
    await keep.markSaved([1, 99]);
  });

  test("[P3] an own edit is on disk when it is said to be, unsaved until it is confirmed", async () => {
    const { here, keep } = await opened();
    const key = await keep.putOwn(doc, bytes(1, 0, 255), "type a title");
    expect(await inAnotherTab(here)).toEqual([["1,0,255", 1, true, "type a title"]]);
    await keep.markSaved([key]);
    expect(await inAnotherTab(here)).toEqual([["1,0,255", 1, false, "type a title"]]);
  });

  test("everything comes back in the order in which it was kept, each document by itself", async () => {
    const { keep } = await opened();
    const keys: number[] = [];
    for (let at = 0; at < 12; at++) keys.push(await keep.putOwn(at % 3 === 2 ? "hanoi/directory" : doc, bytes(at), ""));
    expect(new Set(keys).size).toBe(12);
    expect((await keep.load(doc)).map(({ update }) => update[0])).toEqual([0, 1, 3, 4, 6, 7, 9, 10]);
    expect((await keep.load(doc)).map(({ key }) => key)).toEqual(keys.filter((_, at) => at % 3 !== 2));
    expect((await keep.load("hanoi/directory")).map(({ update }) => update[0])).toEqual([2, 5, 8, 11]);
  });

  test("what an own edit may rest on is kept before it, though others' work is gathered", async () => {
    const { here, keep } = await opened();
    keep.putOthers(doc, bytes(1));
    keep.putOthers(doc, bytes(2));
    await keep.putOwn(doc, bytes(3), "");
    const rows = await inAnotherTab(here);
    expect(rows.map(([update]) => update).join()).toBe("1,2,3");
    expect(rows.at(-1)).toEqual(["3", 1, true, ""]);
    expect(rows.slice(0, -1).every(([, , isUnsaved]) => isUnsaved === false)).toBe(true);
  });

  test("a downloaded document is kept as it came, in its own format", async () => {
    const { keep } = await opened();
    keep.putWhole(doc, bytes(9, 9));
    await keep.putOwn(doc, bytes(1), "");
    expect(shape(await keep.load(doc))).toEqual([
      ["9,9", 2, false, ""],
      ["1", 1, true, ""],
    ]);
  });

  test("kept as one state again, what is unsaved stays as it is", async () => {
    const { here, keep } = await opened();
    const saved = await keep.putOwn(doc, bytes(1), "");
    await keep.putOwn(doc, bytes(2), "b");
    keep.putWhole(doc, bytes(3));
    await keep.putOwn("hanoi/directory", bytes(4), "");
    await keep.markSaved([saved]);
    await keep.compact(doc, bytes(7));
    expect(await inAnotherTab(here)).toEqual([
      ["2", 1, true, "b"],
      ["7", 1, false, ""],
    ]);
    expect(await keep.load("hanoi/directory")).toHaveLength(1);
  });

  test("which life a document has, and that it must be built anew, are told apart and both remembered", async () => {
    const { here, keep } = await opened();
    await Promise.all([keep.markForRebuild(doc), keep.putEpoch(doc, "e1")]);
    expect(await (await here.open("keep")).factsOf(doc)).toEqual({ epoch: "e1", mustRebuild: true });
    await keep.putEpoch(doc, "e2");
    expect(await keep.factsOf(doc)).toEqual({ epoch: "e2", mustRebuild: true });
    expect(await keep.factsOf("hanoi/directory")).toEqual(unknown);
  });

  test("[P4] a document built anew takes the old one's place in one step; another tab's unsaved edit stays", async () => {
    const { here, keep } = await opened();
    const own = await keep.putOwn(doc, bytes(1), "");
    await (await here.open("keep")).putOwn(doc, bytes(2), "another tab's");
    keep.putWhole(doc, bytes(3));
    await keep.markForRebuild(doc);
    await keep.rebuild(doc, { state: bytes(8), ownKeys: [own], keptApart: null });
    expect(await inAnotherTab(here)).toEqual([
      ["2", 1, true, "another tab's"],
      ["8", 1, false, ""],
    ]);
    expect(await keep.factsOf(doc)).toEqual(unknown);
  });

  test("of another life of the store everything stays apart under another name: it may be the last copy", async () => {
    const { keep } = await opened();
    const own = await keep.putOwn(doc, bytes(1), "a");
    keep.putWhole(doc, bytes(3));
    await keep.putEpoch(doc, "e1");
    await keep.rebuild(doc, { state: bytes(8), ownKeys: [own], keptApart: `${doc}@e1` });
    expect(shape(await keep.load(doc))).toEqual([["8", 1, false, ""]]);
    expect(shape(await keep.load(`${doc}@e1`))).toEqual([
      ["1", 1, false, "a"],
      ["3", 2, false, ""],
    ]);
  });

  test("what belongs to another person, or another life of the store, is never met", async () => {
    const { here, keep } = await opened();
    await keep.putOwn(doc, bytes(1), "");
    await keep.putEpoch(doc, "e1");
    const other = await here.open("another keep");
    expect(await other.load(doc)).toEqual([]);
    expect(await other.factsOf(doc)).toEqual(unknown);
  });
}
