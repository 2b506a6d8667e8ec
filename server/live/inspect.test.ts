import fc from "fast-check";
import * as encoding from "lib0/encoding";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { addItem, patchItem, removeItem, setParty, writeText } from "../../shared/document/item-commands.ts";
import { itemsOf } from "../../shared/document/roots.ts";
import { closeCode } from "../../shared/protocol/close-code.ts";
import { court, guest, head, officer, type Tab, tab } from "../../test/world/inspect-scene.ts";
import { plainItem, writeMatter } from "../../test/world/matters.ts";
import { seed } from "../../test/world/seed.ts";

describe("what is taken", () => {
  test("new content, in the order it was made", () => {
    const [server, { doc, updates }] = [court(), tab()];
    addItem(doc, plainItem("a"));
    patchItem(doc, "a", { status: "postponed", venue: { room: "p1" } });
    writeText(doc, "a", { field: "title", text: "Giao ban tuần" });
    writeText(doc, "a", { field: "title", text: "Giao tuần" });
    writeText(doc, "a", { field: "notes", text: "mang tài liệu" });
    setParty(doc, "a", { ref: "person:an", as: { role: "chair" } });
    setParty(doc, "a", { ref: "person:an", as: null });
    patchItem(doc, "a", { venue: undefined });
    removeItem(doc, "a");
    for (const update of updates) expect(server.take(update)).toMatchObject({ verdict: "accept", refusals: [] });
    expect(server.doc.store.pendingStructs).toBeNull();
    expect(server.items()).toEqual({});
  });

  test("what the document has already is nothing, from whomever, with its whole delete set", () => {
    const [server, { doc, updates }] = [court(), tab()];
    writeMatter(doc, "a", "Giao ban");
    writeMatter(doc, "a", "Gi ban");
    for (const update of updates) server.take(update);
    for (const update of [...updates, Y.encodeStateAsUpdate(doc), new Uint8Array([0, 0])]) {
      expect(server.inspect(update)).toEqual({ verdict: "nothing", retold: null });
      expect(server.inspect(update, guest).verdict).toBe("nothing");
    }
  });

  test("half known, half new is new, also where a run of letters has grown meanwhile", () => {
    const [server, { doc }] = [court(), tab()];
    writeMatter(doc, "a", "ab");
    server.take(Y.encodeStateAsUpdate(doc));
    writeMatter(doc, "a", "abcd");
    expect(server.take(Y.encodeStateAsUpdate(doc)).verdict).toBe("accept");
    expect(server.items().a).toMatchObject({ title: "abcd" });
  });

  test("what was gathered away from the network comes as one, over several reloads", () => {
    const [server, one, two] = [court(), tab(), tab()];
    writeMatter(one.doc, "a", "1");
    two.hear(one);
    writeMatter(two.doc, "a", "12");
    expect(server.take(Y.mergeUpdates([...one.updates, ...two.updates])).verdict).toBe("accept");
    expect(server.items().a).toMatchObject({ title: "12" });
  });

  test("undo of a removal brings the item back under its id", () => {
    const [server, { doc, updates }] = [court(), tab()];
    const manager = new Y.UndoManager(itemsOf(doc), { captureTimeout: 0 });
    addItem(doc, plainItem("a", { title: "Giao ban", notes: "ghi chú", parties: { "person:an": { role: "chair" } } }));
    removeItem(doc, "a");
    manager.undo();
    for (const update of updates) expect(server.take(update)).toMatchObject({ verdict: "accept", refusals: [] });
    expect(server.items().a).toMatchObject({ title: "Giao ban", notes: "ghi chú", "@person:an": { role: "chair" } });
    expect(server.take(Y.encodeStateAsUpdate(doc)).verdict).toBe("nothing");
  });

  test("an edit of what somebody else takes away at the same time comes to nothing, and nobody is told off", () => {
    const [server, one, two] = [court(plainItem("a")), tab(), tab()];
    one.hear(server);
    two.hear(server);
    removeItem(one.doc, "a");
    patchItem(two.doc, "a", { status: "postponed" });
    writeText(two.doc, "a", { field: "title", text: "muộn" });
    server.take(one.last());
    const found = two.updates.map((update) => server.take(update));
    expect(found.map((one) => ("refusals" in one ? one.refusals : []))).toEqual(found.map(() => []));
    expect(found.some(({ verdict }) => verdict === "accept")).toBe(true);
    expect(server.items()).toEqual({});
  });

  test("two people's values for one field: who loses is not told off, whatever comes first", () => {
    const [server, one, two] = [court(plainItem("a")), tab(), tab()];
    one.hear(server);
    two.hear(server);
    patchItem(one.doc, "a", { status: "postponed" });
    patchItem(two.doc, "a", { status: "cancelled" });
    server.take(one.last());
    two.hear(server);
    // What two has by now holds its own value as already replaced, or the other's.
    expect(server.take(Y.encodeStateAsUpdate(two.doc))).toMatchObject({ refusals: [] });
    one.hear(server);
    two.hear(server);
    expect(one.items()).toEqual(server.items());
    expect(two.items()).toEqual(server.items());
  });
});

describe("what builds on something missing", () => {
  test("a later update of the same tab, an edit on another's, a merge with a hole", () => {
    const [server, one, two] = [court(), tab(), tab()];
    for (const text of ["a", "ab", "abc"]) writeMatter(one.doc, "a", text);
    two.hear(one);
    writeMatter(two.doc, "a", "abcd");
    expect(server.inspect(one.updates[1]).verdict).toBe("gap");
    expect(server.inspect(two.last()).verdict).toBe("gap");
    const [first = new Uint8Array(), , third = new Uint8Array()] = one.updates;
    expect(server.inspect(Y.mergeUpdates([first, third])).verdict).toBe("gap");
    server.take(Y.encodeStateAsUpdate(one.doc));
    expect(server.inspect(two.last()).verdict).toBe("accept");
  });

  test("a delete of what nobody has written yet: it would strike its writer's next edit", () => {
    const [server, { doc }] = [court(), tab()];
    writeMatter(doc, "a", "mine");
    server.take(Y.encodeStateAsUpdate(doc));
    const end = Y.getState(doc.store, doc.clientID);
    for (const clock of [end - 1, end, 1000]) {
      expect(server.inspect(deleting(doc.clientID, clock, 5)).verdict, `from ${clock}`).toBe("gap");
    }
    expect(server.inspect(deleting(4711, 0, 1)).verdict).toBe("gap");
  });
});

describe("what closes the connection", () => {
  test.each([
    ["nothing", []],
    ["cut short", [1, 1, 5]],
    ["30 million structs in 9 bytes", [1, 128, 135, 167, 14, 1, 0, 0, 1]],
    ["an unknown kind of content", [1, 1, 1, 0, 0x0f, 1, 1, 97, 0]],
    ["a struct of no length, which would lie beside its neighbour for ever", [1, 1, 9, 0, 0, 0, 0]],
    ["a struct that points at itself, where Yjs would fail half-way", [1, 1, 9, 0, 0x84, 9, 0, 1, 97, 0]],
    ["two that wait for each other", [2, 1, 9, 0, 0x84, 8, 0, 1, 97, 1, 8, 0, 0x84, 9, 0, 1, 97, 0]],
    ["one writer twice", [2, 1, 9, 0, 0, 1, 1, 9, 1, 0, 1, 0]],
    ["a tail", [0, 0, 0]],
  ])("%s is no update", (_what, bytes) => {
    expect(court().inspect(new Uint8Array(bytes))).toMatchObject({ verdict: "refuse", code: closeCode.malformed });
  });

  test("a guest's edit and a guest's delete, but not what a guest only repeats", () => {
    const [server, { doc, last }] = [court(), tab()];
    writeMatter(doc, "a", "abc");
    expect(server.inspect(last(), guest)).toMatchObject({ verdict: "refuse", code: closeCode.forbidden });
    server.take(last());
    expect(server.inspect(last(), guest).verdict).toBe("nothing");
    writeMatter(doc, "a", "ab");
    expect(server.inspect(last(), guest)).toMatchObject({ verdict: "refuse", code: closeCode.forbidden });
  });

  test("[P4] nobody writes under another's client id, nor under one the document was begun with", () => {
    const [server, victim] = [court(plainItem("begun")), tab()];
    victim.hear(server);
    writeMatter(victim.doc, "a", "của tôi");
    server.take(victim.last(), officer);
    const thief = tab();
    thief.hear(victim);
    thief.doc.clientID = victim.doc.clientID;
    writeMatter(thief.doc, "a", "của tôi, sửa trộm");
    expect(server.inspect(thief.last(), head)).toMatchObject({ verdict: "refuse", code: closeCode.malformed });
    expect(server.inspect(thief.last(), officer).verdict).toBe("accept");
    const beginner = tab();
    beginner.hear(server);
    beginner.doc.clientID = 1;
    writeMatter(beginner.doc, "begun", "sửa");
    expect(server.inspect(beginner.last(), officer)).toMatchObject({ verdict: "refuse", code: closeCode.malformed });
  });

  test("[P4] nobody writes under the id of a tab that has only shown itself", () => {
    const [server, thief] = [court(), tab(4711)];
    expect(server.writers.claim(4711, officer.id)).toBe(true);
    expect(server.writers.claim(4711, head.id)).toBe(false);
    writeMatter(thief.doc, "a", "x");
    expect(server.inspect(thief.last(), head).verdict).toBe("refuse");
    expect(server.inspect(thief.last(), officer).verdict).toBe("accept");
  });
});

describe("whatever is sent", () => {
  const edits = fc.array(
    fc.record({
      who: fc.nat({ max: 2 }),
      at: fc.nat({ max: 20 }),
      what: fc.constantFrom("write", "cut", "set", "drop", "hear"),
    }),
    { minLength: 5, maxLength: 40 },
  );

  test("updates that arrive in any order and number are taken or asked for, and nothing ever waits in the document", () => {
    const count = { accept: 0, gap: 0, refused: 0 };
    fc.assert(
      fc.property(edits, fc.array(fc.nat(), { minLength: 10, maxLength: 60 }), (steps, order) => {
        const tabs = play(steps);
        const updates = tabs.flatMap((one) => one.updates);
        const server = court();
        for (const pick of order) {
          const update = updates[pick % updates.length] ?? new Uint8Array();
          const found = server.take(update, officer);
          if (found.verdict === "gap") count.gap++;
          if (found.verdict !== "accept") continue;
          count.accept++;
          count.refused += found.refusals.filter(({ why }) => why !== "made-twice" && why !== "no-ground").length;
          expect([server.doc.store.pendingStructs, server.doc.store.pendingDs]).toEqual([null, null]);
          expect(server.inspect(update).verdict).toBe("nothing");
        }
      }),
      { seed, numRuns: 300 },
    );
    expect(Math.min(count.accept, count.gap)).toBeGreaterThan(300);
    expect(count.refused).toBe(0);
  });

  test("[P6] bytes that were tampered with never make it throw, change the document, or wait in it", () => {
    const verdicts = new Set<string>();
    const faultsIn = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(edits, faultsIn, (steps, faults) => {
        const [one] = play(steps);
        const server = court();
        if (one?.updates[0]) server.take(one.updates[0], officer);
        const bytes = one ? Y.encodeStateAsUpdate(one.doc).slice() : new Uint8Array();
        for (const [place, value] of faults) bytes[place % bytes.length] = value;
        const before = Y.encodeStateAsUpdate(server.doc);
        verdicts.add(server.inspect(bytes).verdict);
        expect(Y.encodeStateAsUpdate(server.doc)).toEqual(before);
      }),
      { seed, numRuns: 2000 },
    );
    expect([...verdicts].sort()).toEqual(["accept", "gap", "nothing", "refuse"]);
  });

  function play(steps: readonly { who: number; at: number; what: string }[]): Tab[] {
    const tabs = [tab(), tab(), tab()];
    for (const { who, at, what } of steps) {
      const one = tabs[who] ?? tab();
      const id = `k${at % 3}-${who}`;
      const item = itemsOf(one.doc).get(id);
      if (what === "hear") for (const other of tabs) one.hear(other);
      else if (!item) writeMatter(one.doc, id, "ab");
      else if (what === "write") writeText(one.doc, id, { field: "title", text: "abc".repeat(at) });
      else if (what === "cut") writeText(one.doc, id, { field: "title", text: "b" });
      else if (what === "set") patchItem(one.doc, id, { unexpected: at % 2 === 0 });
      else removeItem(one.doc, id);
    }
    if (tabs.every(({ updates }) => updates.length === 0)) writeMatter(tabs[0]?.doc ?? new Y.Doc(), "k", "0");
    return tabs;
  }
});

/** An update that carries no content and deletes one range of one writer. */
function deleting(client: number, clock: number, length: number): Uint8Array {
  return encoding.encode((encoder) => {
    for (const value of [0, 1, client, 1, clock, length]) encoding.writeVarUint(encoder, value);
  });
}
