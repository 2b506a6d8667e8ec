import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { addItem, patchItem, removeItem, setParty, writeText } from "../../shared/document/item-commands.ts";
import { itemsOf } from "../../shared/document/roots.ts";
import { decide, settlementsOf } from "../../shared/document/settlements.ts";
import { programmeUpdate } from "../../shared/document/whole-update.ts";
import type { Day } from "../../shared/kit/day.ts";
import type { Actor } from "../../shared/model/actor.ts";
import { titleLengthMax } from "../../shared/model/item.ts";
import { closeCode } from "../../shared/protocol/close-code.ts";
import type { Refusal } from "../../shared/protocol/refusal.ts";
import { court, head, officer, otherHead, tab } from "../../test/world/inspect-scene.ts";
import { plainItem } from "../../test/world/matters.ts";
import type { Inspection } from "./inspect.ts";

const monday = "2026-11-23" as Day;

describe("[P4] what one may not do is left out, and told", () => {
  const approved = plainItem("a", { status: "approved", title: "Họp BTV" });

  test.each<[string, (doc: Y.Doc) => void, string | null]>([
    ["a value", (doc) => patchItem(doc, "a", { when: { horizon: "day", day: monday } }), "when"],
    ["letters", (doc) => writeText(doc, "a", { field: "title", text: "Họp BTV mở rộng" }), "title"],
    ["taking letters away", (doc) => writeText(doc, "a", { field: "title", text: "Họp" }), "title"],
    ["first notes", (doc) => writeText(doc, "a", { field: "notes", text: "x" }), "notes"],
    ["a party", (doc) => setParty(doc, "a", { ref: "person:an", as: { role: "chair" } }), "@person:an"],
    ["back to registered", (doc) => patchItem(doc, "a", { status: "registered" }), "status"],
    ["removal", (doc) => removeItem(doc, "a"), null],
  ])("%s, of an item that its head has approved", (_what, act, field) => {
    const [server, { doc, hear, last, items }] = [court(approved), tab()];
    hear(server);
    const before = server.items();
    act(doc);
    expect(items()).not.toEqual(before);
    const found = server.take(last(), officer);
    expect(found).toMatchObject({
      verdict: "accept",
      refusals: [{ why: "decided", root: "items", entry: "a", field }],
    });
    expect(server.items()).toEqual(before);
    expect(court(approved).take(last(), otherHead)).toMatchObject({ refusals: [{ why: "decided" }] });
    const own = court(approved);
    expect(own.take(last(), head)).toMatchObject({ verdict: "accept", refusals: [] });
    expect(own.items()).toEqual(items());
  });

  test("approving is the head's of its office, also of a new item, also with the office changed on the way", () => {
    for (const [who, reason] of [
      [officer, "no-right"],
      [otherHead, "no-right"],
    ] as const) {
      const [server, { doc, hear, last }] = [court(plainItem("a")), tab()];
      hear(server);
      patchItem(doc, "a", { status: "approved" });
      expect(server.take(last(), who)).toMatchObject({
        refusals: [{ why: reason, field: "status", value: '"approved"' }],
      });
      doc.transact(() => patchItem(doc, "a", { status: "refused", office: "council" }));
      expect(server.take(last(), who).verdict).toBe("accept");
      expect(server.items().a).toMatchObject({ status: "registered" });
      addItem(doc, plainItem("b", { status: "approved" }));
      expect(server.take(last(), who)).toMatchObject({ refusals: [{ why: "decided", entry: "b", field: null }] });
      expect(server.items().b).toBeUndefined();
    }
  });

  test("of a mixed update the legal part is taken, later edits go on, and everybody but the sender agrees", () => {
    const [server, offline, peer] = [court(approved, plainItem("b")), tab(), tab()];
    offline.hear(server);
    peer.hear(server);
    offline.doc.transact(() => {
      patchItem(offline.doc, "a", { status: "cancelled" });
      writeText(offline.doc, "b", { field: "title", text: "b, hợp lệ" });
      addItem(offline.doc, plainItem("c", { title: "mới" }));
    });
    const found = server.take(offline.last(), officer);
    expect(found).toMatchObject({ refusals: [{ why: "decided", entry: "a", field: "status", value: '"cancelled"' }] });
    expect(server.items()).toMatchObject({
      a: { status: "approved" },
      b: { title: "b, hợp lệ" },
      c: { title: "mới" },
    });
    writeText(offline.doc, "c", { field: "title", text: "mới, tiếp" });
    expect(server.take(offline.last(), officer)).toMatchObject({ verdict: "accept", refusals: [] });
    peer.hear(server);
    expect(peer.items()).toEqual(server.items());
    expect(peer.items().c).toMatchObject({ title: "mới, tiếp" });
    expect(offline.items().a).toMatchObject({ status: "cancelled" });
  });

  test("what builds on something refused comes to nothing, and is told too", () => {
    const [server, { doc, hear, last, updates }] = [court(approved), tab()];
    hear(server);
    patchItem(doc, "a", { status: "registered" });
    patchItem(doc, "a", { status: "cancelled" });
    const [first = new Uint8Array()] = updates;
    expect(server.take(Y.mergeUpdates(updates), officer)).toMatchObject({ refusals: [{ field: "status" }] });
    const apart = court(approved);
    apart.take(first, officer);
    expect(apart.take(last(), officer)).toMatchObject({ refusals: [{ why: "no-ground" }] });
    expect(apart.items().a).toMatchObject({ status: "approved" });
  });

  test("who sends again what was refused, not having heard it, is told again", () => {
    const [server, { doc, hear, last }] = [court(approved), tab()];
    hear(server);
    patchItem(doc, "a", { status: "cancelled" });
    const refusals = refusalsOf(server.take(last(), officer));
    expect(refusals).toHaveLength(1);
    expect(refusalsOf(server.take(last(), officer))).toEqual(refusals);
    patchItem(doc, "a", { unexpected: true });
    server.take(last(), head);
    expect(refusalsOf(server.take(Y.encodeStateAsUpdate(doc), officer))).toContainEqual(refusals[0]);
    expect(server.items().a).toMatchObject({ status: "approved" });
  });
});

describe("[P4] a decision about an overlap is its maker's", () => {
  const about = { key: "k", kind: "room", resource: "p1", a: "a", b: "b" } as const;
  const step = (who: Actor, stepId: string, atMs = 1) => ({
    ...{ id: "room-1234567890", about, stepId },
    decision: { state: "settled", how: "accepted", print: "abc", by: { id: who.id, name: who.name }, atMs } as const,
  });
  const settled = (who: Actor) => {
    const [server, { doc, last }] = [court(), tab()];
    doc.transact(() => decide(doc, step(who, "step-one")));
    expect(server.take(last(), who)).toMatchObject({ refusals: [] });
    return server;
  };

  test("who decides signs with their own name", () => {
    const [server, { doc, last }] = [court(), tab()];
    doc.transact(() => decide(doc, step(head, "step-one")));
    expect(server.take(last(), officer)).toMatchObject({ refusals: [{ why: "no-right", root: "settlements" }] });
    expect(server.settlements()).toEqual({});
  });

  test("a step of the history is written once, and another's name is not put under a new one", () => {
    for (const [who, stepId, why] of [
      [officer, "step-one", "made-twice"],
      [head, "step-two", "no-right"],
    ] as const) {
      const [server, one] = [settled(head), tab()];
      one.hear(server);
      const before = server.settlements();
      one.doc.transact(() => decide(one.doc, step(who, stepId, 2)));
      expect(refusalsOf(server.take(one.last(), officer)).map((refusal) => refusal.why)).toContain(why);
      expect(Object.values(server.settlements()["room-1234567890"] ?? {})).toEqual(
        expect.arrayContaining([before["room-1234567890"]?.["#step-one"]]),
      );
    }
  });

  test("undo brings back the decision before one's own, whosever it was", () => {
    const [server, one] = [settled(head), tab()];
    one.hear(server);
    const before = server.settlements();
    const manager = new Y.UndoManager(settlementsOf(one.doc), { captureTimeout: 0 });
    one.doc.transact(() => decide(one.doc, step(officer, "step-two", 2)));
    server.take(one.last(), officer);
    expect(server.settlements()).not.toEqual(before);
    manager.undo();
    expect(server.take(one.last(), officer)).toMatchObject({ refusals: [] });
    expect(server.settlements()).toEqual(before);
  });
});

describe("[P5] what breaks the schema is left out, and told", () => {
  const wrong: [string, (doc: Y.Doc, item: Y.Map<unknown>) => void, string][] = [
    ["a value that its field does not take", (_, item) => item.set("status", "done"), "not-valid"],
    [
      "a day of invitation that is none",
      (_, item) => item.set("announced", { on: "2026-02-30", of: "2026-03-02" }),
      "not-valid",
    ],
    ["an invitation without its day", (_, item) => item.set("announced", { on: "2026-02-20" }), "not-valid"],
    ["a field that no item has", (_, item) => item.set("colour", "red"), "unknown-place"],
    ["a party that cannot be", (_, item) => item.set("@king:an", { role: "chair" }), "unknown-place"],
    ["taking away what every item has", (_, item) => item.delete("when"), "not-valid"],
    ["taking the matter away", (_, item) => item.delete("title"), "not-valid"],
    ["another text in place of the matter", (_, item) => item.set("title", new Y.Text("x")), "not-valid"],
    ["a word in place of a text", (_, item) => item.set("notes", "x"), "not-valid"],
    ["a text in place of a word", (_, item) => item.set("ref", new Y.Text("x")), "not-valid"],
    ["a map in place of a value", (_, item) => item.set("venue", new Y.Map()), "not-valid"],
    ["an empty item in place of one that is there", (doc) => itemsOf(doc).set("a", new Y.Map()), "not-valid"],
    ["an item without a when", (doc) => itemsOf(doc).set("b", itemWithout("when")), "not-valid"],
    ["an item without a matter", (doc) => itemsOf(doc).set("b", itemWithout("title")), "not-valid"],
    ["an id that is none", (doc) => itemsOf(doc).set("a b", itemWithout("")), "not-valid"],
    ["an item that is a text", (doc) => doc.getMap("items").set("b", new Y.Text("x")), "not-valid"],
    ["an item that is a word", (doc) => doc.getMap("items").set("b", "x"), "not-valid"],
    ["another root", (doc) => doc.getMap("secrets").set("b", 1), "unknown-place"],
    ["a text at the root", (doc) => doc.getText("note").insert(0, "x"), "unknown-place"],
    [
      "a matter too long",
      (doc) => writeText(doc, "a", { field: "title", text: "x".repeat(titleLengthMax + 1) }),
      "not-valid",
    ],
    ["a property of a text", (_, item) => (item.get("title") as Y.Text).setAttribute("x", 1), "unknown-place"],
  ];

  test.each(wrong)("%s", (_what, act, why) => {
    const [server, { doc, hear, last, items }] = [court(plainItem("a", { title: "Giao ban" })), tab()];
    hear(server);
    const before = server.items();
    const item = itemsOf(doc).get("a") ?? expect.fail("no item");
    act(doc, item);
    const found = server.take(last(), officer);
    expect(found).toMatchObject({ verdict: "accept" });
    expect(refusalsOf(found).map((one) => one.why)).toContain(why);
    expect(server.items()).toEqual(before);
    expect(items()).toBeDefined();
    // The next edit of the same tab that is allowed is taken.
    doc.transact(() => addItem(doc, plainItem("next")));
    expect(server.take(last(), officer)).toMatchObject({ verdict: "accept" });
    expect(server.items()).toHaveProperty("next");
  });

  test("a half-valid new item is refused whole: half of it would be no item", () => {
    const [server, { doc, last }] = [court(), tab()];
    addItem(doc, { ...plainItem("a", { title: "Họp" }), kind: "party" as never });
    const found = server.take(last(), officer);
    expect(found).toMatchObject({ refusals: [{ why: "not-valid", entry: "a", field: null }] });
    expect(JSON.stringify(found)).toContain("Họp");
    expect(server.items()).toEqual({});
  });

  test("rich text and documents within documents close the connection: no tab of ours makes any", () => {
    for (const act of [
      (doc: Y.Doc) => doc.getMap("items").set("x", new Y.Doc()),
      (doc: Y.Doc) => doc.getMap("items").set("x", new Uint8Array([1])),
      (doc: Y.Doc) => doc.getText("t").insert(0, "x", { bold: true }),
      (doc: Y.Doc) => doc.getText("t").insertEmbed(0, { image: "x" }),
      (doc: Y.Doc) => doc.getMap("items").set("x", new Y.XmlElement("b")),
      (doc: Y.Doc) => doc.getMap("items").set("x", new Y.Array()),
    ]) {
      const { doc, last } = tab();
      act(doc);
      expect(court().inspect(last())).toMatchObject({ verdict: "refuse", code: closeCode.malformed });
    }
  });
});

function itemWithout(field: string): Y.Map<unknown> {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, programmeUpdate([plainItem("b")]));
  const map = itemsOf(doc).get("b")?.clone() ?? new Y.Map();
  map.delete(field);
  return map;
}

function refusalsOf(found: Inspection): readonly Refusal[] {
  return "refusals" in found ? found.refusals : ("retold" in found && found.retold?.refusals) || [];
}
