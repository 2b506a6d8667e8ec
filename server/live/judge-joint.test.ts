import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { difficultyEntries } from "../../shared/document/difficulties.ts";
import { putEntry } from "../../shared/document/directory-codec.ts";
import {
  addTopics,
  attend,
  closeJointSession,
  goToStep,
  jointSessionsOf,
  openJointSession,
  readJointSession,
  resolve,
  setLead,
} from "../../shared/document/joint-sessions.ts";
import { screenEntries, setShow } from "../../shared/document/screens.ts";
import type { Actor } from "../../shared/model/actor.ts";
import {
  attendanceMax,
  type JointSession,
  type Resolution,
  resolutionsMax,
  type Topic,
  topicsMax,
  type WalkStep,
} from "../../shared/model/joint-session.ts";
import type { Screen } from "../../shared/model/screen.ts";
import type { Refusal } from "../../shared/protocol/refusal.ts";
import { court, courtOf, guest, head, officer, otherHead, tab } from "../../test/world/inspect-scene.ts";
import type { Inspection } from "./inspect.ts";

const scope = { horizon: "week", period: "2026-W48" } as const;
const named = ({ id, name }: Actor) => ({ id, name });
const step = (by: Actor, topic: string | null = "aaaaaaaa"): WalkStep => ({
  topic,
  offers: [],
  by: named(by),
  atMs: 2,
});
const lead = (person: Actor, by: Actor) => ({ person: named(person), by: named(by), atMs: 3 });
const line = (by: Actor, id = "line-one"): Resolution & { id: string } => ({
  ...{ id, topic: "aaaaaaaa", verdict: "note", changes: [], by: named(by), atMs: 4 },
});
const late = (id: string): Topic & { id: string } => ({ id, of: "late", order: 0, item: "a" });
const there = (who: Actor, rest: { leftMs?: number } = {}) => ({
  ...{ person: named(who), office: who.office, joinedMs: 1, ...rest },
});

/** A session that `officer` has opened and leads. */
function meeting() {
  const server = court();
  const begin = tab();
  begin.doc.transact(() =>
    openJointSession(begin.doc, {
      id: "s",
      scope,
      opened: { by: named(officer), atMs: 1 },
      topics: [late("aaaaaaaa")],
    }),
  );
  expect(refusals(server.take(begin.last(), officer))).toEqual([]);
  const session = (): JointSession | null => readJointSession("s", jointSessionsOf(server.doc).get("s"));
  /** What the server answers to what somebody writes in one go. */
  const does = (who: Actor, act: (doc: Y.Doc) => void) => {
    const one = tab();
    one.hear(server);
    one.doc.transact(() => act(one.doc));
    return said(server.take(one.last(), who));
  };
  return { server, session, does };
}

describe("[P4] a joint session", () => {
  test("is opened by officers and heads in their own name, who then lead; never by a guest, for another, or twice", () => {
    const open =
      (opened: Actor, leads = opened) =>
      (doc: Y.Doc) => {
        openJointSession(doc, { id: "t", scope, opened: { by: named(opened), atMs: 1 }, topics: [] });
        if (leads !== opened) setLead(doc, "t", lead(leads, opened));
      };
    const { server, does } = meeting();
    expect(does(guest, open(guest))).toEqual(["a guest reads"]);
    expect(does(officer, open(head))).toEqual(["no-right null"]);
    expect(does(officer, open(officer, head))).toEqual(["no-right null"]);
    expect(does(otherHead, (doc) => doc.getMap("jointSessions").set("s", new Y.Map()))).toContain("made-twice null");
    expect(server.doc.getMap("jointSessions").size).toBe(1);
    expect(does(otherHead, open(otherHead))).toEqual([]);
  });

  test("is stepped, added to and closed by whoever leads, and by nobody else", () => {
    for (const who of [head, otherHead]) {
      const { session, does } = meeting();
      const before = session();
      expect(does(who, (doc) => goToStep(doc, "s", step(who)))).toEqual(["no-right step"]);
      expect(does(who, (doc) => goToStep(doc, "s", step(officer)))).toEqual(["no-right step"]);
      expect(does(who, (doc) => addTopics(doc, "s", [late("bbbbbbbb")]))).toEqual(["no-right ~bbbbbbbb"]);
      expect(does(who, (doc) => closeJointSession(doc, "s", { by: named(who), atMs: 9 }))).toEqual(["no-right closed"]);
      expect(session()).toEqual(before);
    }
    const { session, does } = meeting();
    expect(does(officer, (doc) => goToStep(doc, "s", step(officer)))).toEqual([]);
    expect(does(officer, (doc) => addTopics(doc, "s", [late("bbbbbbbb")]))).toEqual([]);
    expect(does(officer, (doc) => goToStep(doc, "s", step(head)))).toEqual(["no-right step"]);
    expect(does(officer, (doc) => closeJointSession(doc, "s", { by: named(officer), atMs: 9 }))).toEqual([]);
    expect(session()).toMatchObject({ step: { topic: "aaaaaaaa" }, topics: [{}, {}], closed: { atMs: 9 } });
  });

  test("is led on by whoever takes the lead or is handed it; who does either may step in the same update", () => {
    const { session, does } = meeting();
    expect(does(head, (doc) => setLead(doc, "s", lead(otherHead, head)))).toEqual(["no-right lead", "no-right ^3"]);
    expect(does(head, (doc) => setLead(doc, "s", lead(head, officer)))).toEqual(["no-right lead", "no-right ^3"]);
    expect(does(guest, (doc) => setLead(doc, "s", lead(guest, guest)))).toEqual(["a guest reads"]);
    const take = (doc: Y.Doc) => {
      goToStep(doc, "s", step(head));
      setLead(doc, "s", lead(head, head));
    };
    expect(does(head, take)).toEqual([]);
    expect(does(officer, (doc) => goToStep(doc, "s", step(officer)))).toEqual(["no-right step"]);
    const handOn = (doc: Y.Doc) => {
      setLead(doc, "s", lead(otherHead, head));
      goToStep(doc, "s", step(head, "bbbbbbbb"));
    };
    expect(does(head, handOn)).toEqual([]);
    expect(session()).toMatchObject({ lead: { person: { id: otherHead.id } }, step: { topic: "bbbbbbbb" } });
    expect(does(otherHead, (doc) => goToStep(doc, "s", step(otherHead)))).toEqual([]);
  });

  test("keeps for ever what it is about, who opened and who closed it", () => {
    const { server, session, does } = meeting();
    does(officer, (doc) => closeJointSession(doc, "s", { by: named(officer), atMs: 9 }));
    const before = session();
    for (const [act, told] of [
      [(map: Y.Map<unknown>) => map.set("scope", { horizon: "week", period: "2026-W49" }), "made-twice scope"],
      [(map: Y.Map<unknown>) => map.set("opened", { by: named(officer), atMs: 7 }), "made-twice opened"],
      [(map: Y.Map<unknown>) => map.set("closed", { by: named(officer), atMs: 7 }), "made-twice closed"],
      [(map: Y.Map<unknown>) => map.delete("closed"), "not-valid closed"],
      [(map: Y.Map<unknown>) => map.delete("lead"), "not-valid lead"],
      [(map: Y.Map<unknown>) => map.delete("~aaaaaaaa"), "not-valid ~aaaaaaaa"],
      [(map: Y.Map<unknown>) => map.delete("^1"), "not-valid ^1"],
      [(map: Y.Map<unknown>) => map.set("^1", lead(officer, officer)), "made-twice ^1"],
    ] as const)
      expect(does(officer, (doc) => act(jointSessionsOf(doc).get("s") ?? expect.fail("none")))).toEqual([told]);
    for (const who of [officer, head])
      expect(does(who, (doc) => jointSessionsOf(doc).delete("s"))).toEqual(["no-right null"]);
    expect(session()).toEqual(before);
    expect(server.doc.getMap("jointSessions").size).toBe(1);
  });

  test("nobody closes in the name of whoever opened it by writing again what stands there", () => {
    const { session, does } = meeting();
    expect(does(head, (doc) => setLead(doc, "s", lead(head, head)))).toEqual([]);
    expect(does(head, (doc) => closeJointSession(doc, "s", { by: named(officer), atMs: 1 }))).toEqual([
      "no-right closed",
    ]);
    expect(session()?.closed).toBeNull();
  });
});

describe("[P4] the decision log", () => {
  test("has lines of everybody's own, written once; only who wrote one takes it back", () => {
    const { session, does } = meeting();
    expect(does(otherHead, (doc) => resolve(doc, "s", line(otherHead)))).toEqual([]);
    expect(does(head, (doc) => resolve(doc, "s", line(otherHead, "line-two")))).toEqual(["no-right #line-two"]);
    expect(does(guest, (doc) => resolve(doc, "s", line(guest, "line-two")))).toEqual(["a guest reads"]);
    const change = (who: Actor) => (doc: Y.Doc) => resolve(doc, "s", { ...line(who), why: "khác" });
    expect(does(otherHead, change(otherHead))).toEqual(["made-twice #line-one"]);
    expect(does(officer, change(officer))).toEqual(["made-twice #line-one"]);
    const takeBack = (doc: Y.Doc) => jointSessionsOf(doc).get("s")?.delete("#line-one");
    expect(does(officer, takeBack)).toEqual(["no-right #line-one"]);
    expect(session()?.resolutions).toHaveLength(1);
    expect(does(otherHead, takeBack)).toEqual([]);
    expect(session()?.resolutions).toEqual([]);
    // Done again: under the same id, by the same person.
    expect(does(otherHead, (doc) => resolve(doc, "s", line(otherHead)))).toEqual([]);
  });

  test("undo takes a decision with its line back, and redo brings both", () => {
    const { server, session } = meeting();
    const one = tab();
    one.hear(server);
    const undo = new Y.UndoManager([jointSessionsOf(one.doc)], { captureTimeout: 0 });
    one.doc.transact(() => resolve(one.doc, "s", line(head)));
    expect(refusals(server.take(one.last(), head))).toEqual([]);
    undo.undo();
    expect(refusals(server.take(one.last(), head))).toEqual([]);
    expect(session()?.resolutions).toEqual([]);
    undo.redo();
    expect(refusals(server.take(one.last(), head))).toEqual([]);
    expect(session()?.resolutions).toHaveLength(1);
  });
});

describe("[P4] attendance", () => {
  test("is everybody's own word, under their own name, and stays", () => {
    const { session, does } = meeting();
    expect(does(head, (doc) => attend(doc, "s", there(head)))).toEqual([]);
    expect(does(head, (doc) => attend(doc, "s", there(head, { leftMs: 9 })))).toEqual([]);
    expect(does(head, (doc) => attend(doc, "s", there(otherHead)))).toEqual([`no-right &${otherHead.id}`]);
    expect(does(guest, (doc) => attend(doc, "s", there(guest)))).toEqual(["a guest reads"]);
    const asAnother = (doc: Y.Doc) => jointSessionsOf(doc).get("s")?.set(`&${otherHead.id}`, there(head));
    expect(does(head, asAnother)).toEqual([`not-valid &${otherHead.id}`]);
    const takeAway = (doc: Y.Doc) => jointSessionsOf(doc).get("s")?.delete(`&${head.id}`);
    expect(does(officer, takeAway)).toEqual([`not-valid &${head.id}`]);
    expect(session()?.present).toEqual([there(head, { leftMs: 9 })]);
  });
});

describe("[P6] a session stays small", () => {
  const key = (at: number) => String(at).padStart(8, "0");
  test.each<[string, number, (doc: Y.Doc, at: number) => void]>([
    // The one that it was opened with counts.
    ["topics", topicsMax - 1, (doc, at) => addTopics(doc, "s", [late(key(at))])],
    ["lines", resolutionsMax, (doc, at) => resolve(doc, "s", line(officer, key(at)))],
  ])("%s", (_what, most, add) => {
    const { does } = meeting();
    const all = (doc: Y.Doc) => Array.from({ length: most - 1 }, (_, at) => add(doc, at));
    expect(does(officer, all)).toEqual([]);
    const twoMore = (doc: Y.Doc) => [most, most + 1].map((at) => add(doc, at));
    expect(does(officer, twoMore)).toHaveLength(1);
    expect(does(officer, (doc) => add(doc, most + 2))).toHaveLength(1);
  });

  test("those present, in a new one too", () => {
    const many = Array.from({ length: attendanceMax + 1 }, (_, at) => `&p${at}`);
    const server = court();
    const one = tab();
    one.doc.transact(() => {
      openJointSession(one.doc, { id: "t", scope, opened: { by: named(officer), atMs: 1 }, topics: [] });
      addTopics(
        one.doc,
        "t",
        many.map((_, at) => late(key(at))),
      );
      addTopics(
        one.doc,
        "t",
        many.map((_, at) => late(key(1_000 + at))),
      );
    });
    expect(refusals(server.take(one.last(), officer))).toMatchObject([{ why: "not-valid", entry: "t", field: null }]);
  });
});

describe("[P4] what an office wrote down before", () => {
  const difficulty = (by: Actor, office = by.office ?? "party") => ({
    ...{ id: "d", scope, office, words: "Chưa có phòng", written: { by: named(by), atMs: 1 } },
  });
  const put =
    (by: Actor, office = by.office ?? "party") =>
    (doc: Y.Doc) =>
      difficultyEntries.put(doc, difficulty(by, office));

  test("is its own to write, change and take away", () => {
    const { server, does } = meeting();
    expect(does(otherHead, put(otherHead, "party"))).toEqual(["no-right null"]);
    expect(does(officer, put(head))).toEqual(["no-right null"]);
    expect(does(guest, put(guest))).toEqual(["a guest reads"]);
    expect(does(officer, put(officer))).toEqual([]);
    const change = (by: Actor) => (doc: Y.Doc) =>
      difficultyEntries.put(doc, { ...difficulty(by, "party"), words: "Đã có phòng" });
    expect(does(otherHead, change(otherHead))).toEqual(["no-right words", "no-right written"]);
    expect(does(head, change(head))).toEqual([]);
    expect(does(head, put(head, "council"))).toContain("no-right office");
    const takeAway = (doc: Y.Doc) => difficultyEntries.remove(doc, "d");
    expect(does(otherHead, takeAway)).toEqual(["no-right null"]);
    expect(does(head, takeAway)).toEqual([]);
    expect(difficultyEntries.read(server.doc).size).toBe(0);
  });
});

describe("[P4] a screen", () => {
  const show = (driver: Actor) =>
    ({ mode: "week", by: "day", isFrozen: false, turn: 0, driver: named(driver), atMs: 1 }) as const;
  const screen = (by: Actor): Screen => ({
    ...{ id: "m", name: "Phòng họp 1", modes: ["week"], language: "vi", theme: "light", distance: 6 },
    ...{ paired: { by: named(by), atMs: 1 }, show: show(by) },
  });

  test("is driven, renamed and revoked by officers and heads, who sign what it shows", () => {
    const server = courtOf("directory", Y.encodeStateAsUpdate(new Y.Doc()));
    const does = (who: Actor, act: (doc: Y.Doc) => void) => {
      const one = tab();
      one.hear(server);
      one.doc.transact(() => act(one.doc));
      return said(server.take(one.last(), who));
    };
    expect(does(guest, (doc) => screenEntries.put(doc, screen(guest)))).toEqual(["a guest reads"]);
    expect(does(officer, (doc) => screenEntries.put(doc, screen(head)))).toEqual(["no-right null"]);
    expect(does(officer, (doc) => screenEntries.put(doc, screen(officer)))).toEqual([]);
    expect(does(head, (doc) => setShow(doc, "m", { ...show(officer), turn: 1 }))).toEqual(["no-right show"]);
    expect(does(head, (doc) => setShow(doc, "m", { ...show(head), turn: 1 }))).toEqual([]);
    expect(does(guest, (doc) => setShow(doc, "m", show(guest)))).toEqual(["a guest reads"]);
    const other = (doc: Y.Doc) => screenEntries.mapOf(doc).get("m")?.set("modes", { 0: "week" });
    expect(does(head, other)).toEqual(["not-valid modes"]);
    expect(
      does(head, (doc) => screenEntries.put(doc, { ...screen(officer), name: "Phòng 2", show: show(head) })),
    ).toEqual([]);
    expect(does(guest, (doc) => screenEntries.remove(doc, "m"))).toEqual(["a guest reads"]);
    expect(does(otherHead, (doc) => screenEntries.remove(doc, "m"))).toEqual([]);
    expect(does(head, (doc) => putEntry(doc, "persons", { id: "an", name: "An", aliases: [] }))).toEqual([]);
  });
});

/** Why and of which field, as one word each. */
function said(found: Inspection): string[] {
  if (found.verdict === "refuse") return [found.why];
  return refusals(found).map(({ why, field }) => `${why} ${field}`);
}

function refusals(found: Inspection): readonly Refusal[] {
  expect(["accept", "nothing"]).toContain(found.verdict);
  return "refusals" in found ? found.refusals : [];
}
