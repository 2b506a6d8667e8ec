import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { keepNameOf, openKeeps, openKeepsAhead } from "./keeps.ts";
import type { Remembered } from "./remembered.ts";

const actorOf = (id: string) => ({ id, name: id, role: "officer", office: "party" }) as const;
const lan: Remembered = { actor: actorOf("lan"), board: "hanoi", epoch: "e1" };
const others: readonly Remembered[] = [
  { ...lan, actor: actorOf("huong") },
  { ...lan, epoch: "e2" },
  { ...lan, board: "da-nang" },
];
const nothing = { keep: null, refusedKeep: null };

/** A browser that refuses every database, and tells which it was asked for. */
let asked: string[] = [];
beforeEach(() => {
  asked = [];
  vi.stubGlobal("indexedDB", {
    open(name: string) {
      asked.push(name);
      throw new DOMException("The operation is insecure.", "SecurityError");
    },
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe("what this machine keeps for one person", () => {
  test("of the documents belongs to the person, the board and the life of its store: nobody else meets it", () => {
    const names = [lan, ...others].map(keepNameOf);
    expect(new Set(names).size).toBe(names.length);
    const promoted: Remembered = { ...lan, actor: { ...lan.actor, name: "Lan", role: "head", office: "people" } };
    expect(keepNameOf(promoted)).toBe(keepNameOf(lan));
  });

  test("of what was refused belongs to the person and the board over every life of its store", async () => {
    for (const at of [lan, ...others]) await openKeeps(at);
    const refused = asked.filter((name) => name.includes(" refused "));
    expect(refused).toHaveLength(4);
    expect(refused[2]).toBe(refused[0]);
    expect(new Set(refused).size).toBe(3);
  });

  test("is nothing, and no fault, where the browser refuses or has no database", async () => {
    expect(await openKeeps(lan)).toEqual(nothing);
    vi.stubGlobal("indexedDB", undefined);
    expect(await openKeeps(lan)).toEqual(nothing);
    expect(await openKeepsAhead(lan)(lan)).toEqual(nothing);
  });
});

describe("opened ahead for whoever was last here", () => {
  test("it is not opened twice when it is the same person, also when the board opens again later", async () => {
    const open = openKeepsAhead(lan);
    const opened = [...asked];
    expect(opened).toContain(keepNameOf(lan));
    const first = open(lan);
    expect(open(structuredClone(lan))).toBe(first);
    await first;
    expect(asked).toEqual(opened);
  });

  test("another person, another store or another board gets their own", async () => {
    for (const other of others) {
      asked = [];
      const open = openKeepsAhead(lan);
      await open(other);
      expect(asked.filter((name) => name === keepNameOf(other))).toHaveLength(1);
    }
  });

  test("nothing is opened before somebody is known where nobody was here", async () => {
    const open = openKeepsAhead(null);
    expect(asked).toEqual([]);
    await open(lan);
    expect(asked).toContain(keepNameOf(lan));
  });
});
