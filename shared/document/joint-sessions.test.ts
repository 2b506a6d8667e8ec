import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { seed } from "../../test/world/seed.ts";
import type { Resolution, Topic, WalkStep } from "../model/joint-session.ts";
import type { Screen } from "../model/screen.ts";
import { difficultyEntries } from "./difficulties.ts";
import {
  addTopics,
  attend,
  closeJointSession,
  goToStep,
  jointSessionsOf,
  observeJointSessions,
  openJointSession,
  readJointSession,
  readJointSessions,
  resolve,
  setLead,
} from "./joint-sessions.ts";
import { screenEntries, setShow } from "./screens.ts";

const huong = { id: "huong", name: "Trần Thị Hương" };
const nam = { id: "nam", name: "Lê Nam" };
const scope = { horizon: "week", period: "2026-W48" } as const;
const late = (id: string, order: number) =>
  ({ id, of: "late", order, item: `item-${id}` }) satisfies Topic & { id: string };
const step = (topic: string | null, atMs = 1, by = huong): WalkStep => ({ topic, offers: [], by, atMs });
const note = (id: string, topic: string, atMs: number): Resolution & { id: string } => ({
  ...{ id, topic, verdict: "note", changes: [], by: huong, atMs },
});

function opened(): Y.Doc {
  const doc = new Y.Doc();
  const topics = [late("bbbbbbbb", 1), late("aaaaaaaa", 0)];
  doc.transact(() => openJointSession(doc, { id: "s", scope, opened: { by: huong, atMs: 1 }, topics }));
  return doc;
}

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}

function sync(a: Y.Doc, b: Y.Doc): void {
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a, Y.encodeStateVector(b)));
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b, Y.encodeStateVector(a)));
}

const read = (doc: Y.Doc) => readJointSessions(doc).get("s");

describe("a joint session in the document", () => {
  test("is led by whoever opened it, its agenda in its order, and nobody has stepped yet", () => {
    expect(read(opened())).toMatchObject({
      ...{ id: "s", scope, opened: { by: huong, atMs: 1 }, step: null, closed: null },
      lead: { person: huong, by: huong, atMs: 1 },
      topics: [{ id: "aaaaaaaa" }, { id: "bbbbbbbb" }],
      resolutions: [],
      present: [],
    });
  });

  test("keeps the step, who leads, who was there and what was decided, and ends once", () => {
    const doc = opened();
    doc.transact(() => {
      goToStep(doc, "s", step("aaaaaaaa", 2));
      setLead(doc, "s", { person: nam, by: huong, atMs: 3 });
      attend(doc, "s", { person: nam, office: "council", joinedMs: 2 });
      resolve(doc, "s", note("line-two", "aaaaaaaa", 9));
      resolve(doc, "s", note("line-one", "bbbbbbbb", 4));
      closeJointSession(doc, "s", { by: nam, atMs: 10, open: ["aaaaaaaa"] });
      closeJointSession(doc, "s", { by: huong, atMs: 11 });
      attend(doc, "s", { person: nam, office: "council", joinedMs: 2, leftMs: 12 });
    });
    expect(read(copyOf(doc))).toMatchObject({
      step: { topic: "aaaaaaaa" },
      lead: { person: nam },
      closed: { by: nam, atMs: 10, open: ["aaaaaaaa"] },
      leads: [
        { person: huong, by: huong, atMs: 1 },
        { person: nam, by: huong, atMs: 3 },
      ],
      present: [{ person: nam, office: "council", joinedMs: 2, leftMs: 12 }],
      resolutions: [{ id: "line-one" }, { id: "line-two" }],
    });
  });

  test("what two add to it at once is all there, the same on both sides", () => {
    const one = opened();
    const two = copyOf(one);
    one.transact(() => {
      addTopics(one, "s", [late("cccccccc", 2), late("dddddddd", 3)]);
      resolve(one, "s", note("line-one", "cccccccc", 4));
      attend(one, "s", { person: huong, office: "party", joinedMs: 2 });
      goToStep(one, "s", step("aaaaaaaa", 5));
    });
    two.transact(() => {
      addTopics(two, "s", [late("cccccccc", 2), late("eeeeeeee", 2)]);
      resolve(two, "s", { ...note("line-two", "eeeeeeee", 3), by: nam });
      attend(two, "s", { person: nam, office: "council", joinedMs: 1 });
      goToStep(two, "s", step("bbbbbbbb", 6, nam));
    });
    sync(one, two);
    expect(read(one)).toEqual(read(two));
    expect(read(one)?.topics.map(({ id }) => id[0])).toEqual(["a", "b", "c", "e", "d"]);
    expect(read(one)?.resolutions.map(({ id }) => id)).toEqual(["line-two", "line-one"]);
    expect(read(one)?.present.map(({ person }) => person.id)).toEqual(["nam", "huong"]);
    expect(["aaaaaaaa", "bbbbbbbb"]).toContain(read(one)?.step?.topic);
  });

  test("a topic on the agenda stays as it is, and commands about no session do nothing", () => {
    const doc = opened();
    doc.transact(() => {
      addTopics(doc, "s", [late("aaaaaaaa", 99)]);
      for (const act of [() => goToStep(doc, "x", step(null)), () => resolve(doc, "x", note("line-one", "a", 1))])
        act();
      addTopics(doc, "x", [late("aaaaaaaa", 1)]);
      closeJointSession(doc, "x", { by: huong, atMs: 1 });
    });
    expect(read(doc)?.topics[0]?.order).toBe(0);
    expect([...readJointSessions(doc).keys()]).toEqual(["s"]);
  });

  test("a decision and the edits of its step leave and come back together", () => {
    const doc = opened();
    const items = doc.getMap("items");
    const undo = new Y.UndoManager([items, jointSessionsOf(doc)], { captureTimeout: 0 });
    doc.transact(() => {
      items.set("i", 1);
      resolve(doc, "s", note("line-one", "aaaaaaaa", 4));
    });
    undo.undo();
    expect([items.size, read(doc)?.resolutions]).toEqual([0, []]);
    undo.redo();
    expect([items.size, read(doc)?.resolutions.length]).toEqual([1, 1]);
  });

  test("whoever listens hears once for each transaction, until they stop", () => {
    const doc = opened();
    const heard: string[][] = [];
    const stop = observeJointSessions(doc, (ids) => heard.push([...ids]));
    doc.transact(() => {
      goToStep(doc, "s", step("aaaaaaaa"));
      attend(doc, "s", { person: nam, office: null, joinedMs: 1 });
    });
    stop();
    goToStep(doc, "s", step("bbbbbbbb"));
    expect(heard).toEqual([["s"]]);
  });

  test("whatever lies under its keys, what is good of it is read; without what every session has it is none", () => {
    const doc = opened();
    const map = jointSessionsOf(doc).get("s") ?? expect.fail("no session");
    const before = read(doc);
    const keys = fc.oneof(fc.string(), fc.constantFrom("step", "closed", "~aaaaaaa1", "#line-one", "&nam", "@x"));
    fc.assert(
      fc.property(keys, fc.jsonValue(), (key, value) => {
        if (map.has(key) || key === "") return;
        map.set(key, value);
        expect(read(doc)).toEqual(before);
        map.delete(key);
      }),
      { seed, numRuns: 300 },
    );
    for (const key of ["scope", "opened", "lead"]) {
      const was = map.get(key);
      map.set(key, "x");
      expect(readJointSession("s", map), key).toBeNull();
      map.set(key, was);
    }
  });
});

test("a difficulty is put in, changed by what differs, heard of and taken away", () => {
  const doc = new Y.Doc();
  const heard: string[] = [];
  const stop = difficultyEntries.observe(doc, (ids) => heard.push(...ids));
  const written = { by: huong, atMs: 1 };
  const first = { id: "d", scope, office: "party", item: "i", words: "Chưa có phòng", written } as const;
  doc.transact(() => difficultyEntries.put(doc, first));
  expect(difficultyEntries.read(doc).get("d")).toEqual(first);
  const { item: _item, ...second } = { ...first, words: "Đã có phòng" };
  doc.transact(() => difficultyEntries.put(doc, second));
  expect(difficultyEntries.read(doc).get("d")).toEqual(second);
  difficultyEntries.remove(doc, "d");
  stop();
  doc.transact(() => difficultyEntries.put(doc, first));
  expect(heard).toEqual(["d", "d", "d"]);
  difficultyEntries.mapOf(doc).get("d")?.set("words", "");
  expect(difficultyEntries.read(doc).size).toBe(0);
});

test("a screen is driven by one atomic value, and is gone once its entry is", () => {
  const doc = new Y.Doc();
  const show = { mode: "week", by: "day", isFrozen: false, turn: 0, driver: huong, atMs: 1 } as const;
  const screen: Screen = {
    ...{ id: "m", name: "Phòng họp 1", modes: ["week", "session"], language: "vi", theme: "light", distance: 6 },
    ...{ paired: { by: huong, atMs: 1 }, show },
  };
  doc.transact(() => screenEntries.put(doc, screen));
  expect(screenEntries.read(doc).get("m")).toEqual(screen);
  setShow(doc, "m", { ...show, mode: "session", turn: 3, driver: nam });
  setShow(doc, "other", show);
  expect(screenEntries.read(doc).get("m")?.show).toMatchObject({ mode: "session", turn: 3, driver: nam });
  // What is not said stands as the schema has it.
  const { by: _by, turn: _turn, isFrozen: _frozen, ...bare } = show;
  screenEntries.mapOf(doc).get("m")?.set("show", bare);
  expect(screenEntries.read(doc).get("m")?.show).toEqual(show);
  screenEntries.remove(doc, "m");
  expect(screenEntries.read(doc).size).toBe(0);
});
