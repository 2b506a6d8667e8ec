import fc from "fast-check";
import * as encoding from "lib0/encoding";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import type { Actor } from "../../shared/model/actor.ts";
import { closeCode } from "../../shared/protocol/close-code.ts";
import { seed } from "../../test/world/seed.ts";
import { inspectUpdate } from "./inspect.ts";

const officer: Actor = { id: "huong", name: "Trần Thị Hương", role: "officer", office: "party" };
const guest: Actor = { id: "khach", name: "Đỗ Văn Khách", role: "guest", office: null };

/** A tab: a document, and each update it made, in order. */
function tab() {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array, origin: unknown) => {
    if (origin !== "remote") updates.push(update);
  });
  return { doc, updates, titles: doc.getMap<string>("titles"), note: doc.getText("note") };
}

const inspect = (doc: Y.Doc, update: Uint8Array | undefined, actor = officer) =>
  inspectUpdate({ doc, update: update ?? new Uint8Array(), actor });
const verdict = (doc: Y.Doc, update: Uint8Array | undefined, actor = officer) => inspect(doc, update, actor).verdict;

describe("what is taken", () => {
  test("new content, in the order it was made", () => {
    const [server, { updates, titles, note, doc }] = [new Y.Doc(), tab()];
    titles.set("a", "1");
    titles.set("a", "2");
    note.insert(0, "abc");
    note.delete(1, 1);
    titles.delete("a");
    doc.getMap("items").set("nested", new Y.Map());
    for (const update of updates) {
      expect(verdict(server, update)).toBe("accept");
      Y.applyUpdate(server, update);
    }
    expect(server.store.pendingStructs).toBeNull();
    expect(server.getText("note").toString()).toBe("ac");
  });

  test("what the document has already is nothing, from whomever, with its whole delete set", () => {
    const [server, { updates, titles, note, doc }] = [new Y.Doc(), tab()];
    titles.set("a", "1");
    note.insert(0, "abcdef");
    note.delete(1, 3);
    for (const update of updates) Y.applyUpdate(server, update);
    for (const update of [...updates, Y.encodeStateAsUpdate(doc), new Uint8Array([0, 0])]) {
      expect(verdict(server, update)).toBe("nothing");
      expect(verdict(server, update, guest)).toBe("nothing");
    }
  });

  test("half known, half new is new", () => {
    const [server, { updates, note, doc }] = [new Y.Doc(), tab()];
    note.insert(0, "ab");
    Y.applyUpdate(server, updates[0] ?? new Uint8Array());
    note.insert(2, "cd");
    expect(verdict(server, Y.encodeStateAsUpdate(doc))).toBe("accept");
  });

  test("what was gathered away from the network comes as one", () => {
    const [server, one, two] = [new Y.Doc(), tab(), tab()];
    one.titles.set("a", "1");
    Y.applyUpdate(two.doc, Y.encodeStateAsUpdate(one.doc), "remote");
    two.titles.set("a", "2");
    two.note.insert(0, "x");
    expect(verdict(server, Y.mergeUpdates([...one.updates, ...two.updates]))).toBe("accept");
  });
});

describe("what builds on something missing", () => {
  test("a later update of the same tab", () => {
    const [server, { updates, titles }] = [new Y.Doc(), tab()];
    titles.set("a", "1");
    titles.set("b", "2");
    expect(verdict(server, updates[1])).toBe("gap");
  });

  test("an edit on what another tab wrote", () => {
    const [server, one, two] = [new Y.Doc(), tab(), tab()];
    one.note.insert(0, "ab");
    Y.applyUpdate(two.doc, Y.encodeStateAsUpdate(one.doc), "remote");
    two.note.insert(1, "x");
    expect(verdict(server, two.updates[0])).toBe("gap");
    Y.applyUpdate(server, Y.encodeStateAsUpdate(one.doc));
    expect(verdict(server, two.updates[0])).toBe("accept");
  });

  test("a field of an item that is not there", () => {
    const [server, one, two] = [new Y.Doc(), tab(), tab()];
    const item = new Y.Map<string>();
    one.doc.getMap("items").set("a", item);
    Y.applyUpdate(two.doc, Y.encodeStateAsUpdate(one.doc), "remote");
    const same = two.doc.getMap<Y.Map<string>>("items").get("a");
    same?.set("title", "Giao ban");
    expect(verdict(server, two.updates[0])).toBe("gap");
  });

  test("a merge with a hole in it", () => {
    const [server, { updates, note }] = [new Y.Doc(), tab()];
    note.insert(0, "a");
    note.insert(1, "b");
    note.insert(2, "c");
    expect(verdict(server, Y.mergeUpdates([updates[0], updates[2]].filter((update) => update !== undefined)))).toBe(
      "gap",
    );
  });

  test("a delete of what nobody has written yet: it would strike its writer's next edit", () => {
    const server = new Y.Doc();
    const victim = tab();
    victim.note.insert(0, "mine");
    Y.applyUpdate(server, Y.encodeStateAsUpdate(victim.doc));
    const { clientID } = victim.doc;
    for (const clock of [0, 3, 4, 1000]) {
      expect(verdict(server, deleting(clientID, clock, 5)), `from ${clock}`).toBe("gap");
    }
    expect(verdict(server, deleting(clientID, 1, 3))).toBe("accept");
    expect(verdict(server, deleting(4711, 0, 1))).toBe("gap");
  });
});

describe("what is refused", () => {
  test.each([
    ["nothing", []],
    ["cut short", [1, 1, 5]],
    ["30 million structs in 9 bytes", [1, 128, 135, 167, 14, 1, 0, 0, 1]],
    ["an unknown kind of content", [1, 1, 1, 0, 0x0f, 1, 1, 97, 0]],
  ])("%s is no update", (_what, bytes) => {
    expect(inspect(new Y.Doc(), new Uint8Array(bytes))).toMatchObject({ verdict: "refuse", code: closeCode.malformed });
  });

  test("a struct of no length, which would lie beside its neighbour for ever", () => {
    // One GC struct of length 0 by writer 1 at clock 0.
    expect(verdict(new Y.Doc(), new Uint8Array([1, 1, 1, 0, 0, 0, 0]))).toBe("refuse");
  });

  test("a struct that points at itself, where Yjs would fail half-way", () => {
    // One string "a" by writer 1 at clock 0, right of (1, 0).
    const selfish = new Uint8Array([1, 1, 1, 0, 0x84, 1, 0, 1, 97, 0]);
    expect(verdict(new Y.Doc(), selfish)).toBe("gap");
  });

  test("a guest's edit and a guest's delete, but not what a guest only repeats", () => {
    const [server, { updates, note }] = [new Y.Doc(), tab()];
    note.insert(0, "abc");
    expect(inspect(server, updates[0], guest)).toMatchObject({ verdict: "refuse", code: closeCode.forbidden });
    Y.applyUpdate(server, updates[0] ?? new Uint8Array());
    note.delete(0, 1);
    expect(inspect(server, updates[1], guest)).toMatchObject({ verdict: "refuse", code: closeCode.forbidden });
  });
});

describe("whatever is sent", () => {
  const edits = fc.array(
    fc.record({
      who: fc.nat({ max: 2 }),
      at: fc.nat({ max: 20 }),
      what: fc.constantFrom("write", "cut", "set", "hear"),
    }),
    { minLength: 5, maxLength: 40 },
  );

  test("updates that arrive in any order and number are taken or asked for, and nothing ever waits in the document", () => {
    let accepted = 0;
    let gaps = 0;
    fc.assert(
      fc.property(edits, fc.array(fc.nat(), { minLength: 10, maxLength: 60 }), (steps, order) => {
        const tabs = play(steps);
        const updates = tabs.flatMap((one) => one.updates);
        const server = new Y.Doc();
        for (const pick of order) {
          const update = updates[pick % updates.length];
          const found = verdict(server, update);
          if (found === "gap") gaps++;
          if (found !== "accept" || !update) continue;
          accepted++;
          Y.applyUpdate(server, update);
          expect([server.store.pendingStructs, server.store.pendingDs]).toEqual([null, null]);
          expect(verdict(server, update)).toBe("nothing");
        }
      }),
      { seed, numRuns: 300 },
    );
    expect(Math.min(accepted, gaps)).toBeGreaterThan(300);
  });

  test("[P6] bytes that were tampered with never make it throw, change the document, or wait in it", () => {
    let verdicts = new Set<string>();
    fc.assert(
      fc.property(
        edits,
        fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { minLength: 1, maxLength: 4 }),
        (steps, faults) => {
          const [one] = play(steps);
          const server = new Y.Doc();
          Y.applyUpdate(server, one?.updates[0] ?? new Uint8Array([0, 0]));
          const bytes = one ? Y.encodeStateAsUpdate(one.doc).slice() : new Uint8Array();
          for (const [place, value] of faults) bytes[place % bytes.length] = value;
          const before = Y.encodeStateAsUpdate(server);
          const found = verdict(server, bytes);
          verdicts = verdicts.add(found);
          expect(Y.encodeStateAsUpdate(server)).toEqual(before);
        },
      ),
      { seed, numRuns: 2000 },
    );
    expect([...verdicts].sort()).toEqual(["accept", "gap", "nothing", "refuse"]);
  });

  function play(steps: readonly { who: number; at: number; what: string }[]) {
    const tabs = [tab(), tab(), tab()];
    for (const { who, at, what } of steps) {
      const one = tabs[who] ?? tab();
      if (what === "write") one.note.insert(Math.min(at, one.note.length), "ab");
      else if (what === "cut")
        one.note.delete(Math.min(at, one.note.length), Math.min(1, Math.max(0, one.note.length - at)));
      else if (what === "set") one.titles.set(`k${at % 3}`, `${who}`);
      else for (const other of tabs) Y.applyUpdate(one.doc, Y.encodeStateAsUpdate(other.doc), "remote");
    }
    if (tabs.every(({ updates }) => updates.length === 0)) tabs[0]?.titles.set("k", "0");
    return tabs;
  }
});

/** An update that carries no content and deletes one range of one writer. */
function deleting(client: number, clock: number, length: number): Uint8Array {
  return encoding.encode((encoder) => {
    for (const value of [0, 1, client, 1, clock, length]) encoding.writeVarUint(encoder, value);
  });
}
