import { createEffect, createRoot } from "solid-js";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import * as Y from "yjs";
import { addItem } from "../../shared/document/item-commands.ts";
import { settlementsOf } from "../../shared/document/settlements.ts";
import type { Actor } from "../../shared/model/actor.ts";
import type { Item } from "../../shared/model/item.ts";
import { jointDesk } from "../../test/world/joint-desk.ts";
import { an, item } from "../../test/world/small-city.ts";
import { createJointReading } from "./joint-reading.ts";
import type { Other } from "./presence.ts";

const lan: Actor = { id: "lan", name: "Nguyễn Thị Lan", role: "officer", office: "party" };
const duc: Actor = { id: "duc", name: "Lê Minh Đức", role: "head", office: "council" };
const khach: Actor = { id: "khach", name: "Khách", role: "guest", office: null };
const scope = { horizon: "week", period: "2026-W48" } as const;
const room = { room: "p1", parties: { [an]: "chair" } } as const;

beforeEach(() => {
  vi.useFakeTimers({ now: new Date("2026-11-20T02:00:00Z") });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A board of one person over one document. */
function desk(actor: Actor, doc: Y.Doc) {
  return createRoot(() => jointDesk(actor, doc));
}

/** Two people over two documents that hear each other at once. */
function twoDesks(...items: readonly Item[]) {
  const [one, two] = [new Y.Doc(), new Y.Doc()];
  for (const each of items) one.transact(() => addItem(one, each));
  Y.applyUpdate(two, Y.encodeStateAsUpdate(one));
  one.on("update", (update: Uint8Array, origin: unknown) => origin !== two && Y.applyUpdate(two, update, one));
  two.on("update", (update: Uint8Array, origin: unknown) => origin !== one && Y.applyUpdate(one, update, two));
  return [desk(lan, one), desk(duc, two)] as const;
}

const other = (who: Actor, rest: Partial<Other>): Other => ({
  ...{ client: 1, id: who.id, name: who.name, office: who.office, open: null, hand: null, over: null },
  ...{ joint: null, spot: null, ...rest },
});

const clash = () => [item("a", "08:00", { ...room, end: "10:00" }), item("b", "09:00", { ...room, end: "11:00" })];

describe("a joint session at the desk", () => {
  test("opened with what is undecided, led by who opened it, seen by the others at once; none of it is in the undo", () => {
    const [mine, theirs] = twoDesks(...clash(), item("c", null, room));
    expect(theirs.joint.running()).toEqual([]);
    const id = mine.joint.open(scope);
    const [seen] = theirs.joint.running();
    expect(seen).toMatchObject({ id, lead: { person: { id: "lan" } }, present: [{ person: { id: "lan" } }] });
    expect(seen?.topics.map(({ of }) => of)).toEqual(["overlap", "overlap", "lacking"]);
    expect(mine.joint.joined()).toEqual({ id, follows: true });
    expect(mine.told.at(-1)).toEqual({ id, follows: true });
    mine.joint.goTo(id, { topic: seen?.topics[0]?.id ?? null, offers: [] });
    expect(mine.history.canUndo()).toBe(false);
    expect(theirs.joint.session(id)?.step?.topic).toBe(seen?.topics[0]?.id);
  });

  test("only who leads steps, takes an offer and ends it; the lead is handed over, or taken", () => {
    const [mine, theirs] = twoDesks(...clash());
    const id = mine.joint.open(scope);
    const offers = [{ kind: "accept", item: "a" }] as const;
    const step = () => mine.joint.session(id)?.step;
    theirs.joint.goTo(id, { topic: null, offers: [...offers] });
    expect(step()).toBeNull();
    mine.joint.goTo(id, { topic: null, offers: [...offers] });
    mine.joint.take(id, 1);
    expect(step()).toMatchObject({ offers, taking: 1 });
    mine.joint.take(id, null);
    expect(step()).not.toHaveProperty("taking");
    vi.advanceTimersByTime(1_000);
    mine.joint.handOver(id, { id: "duc", name: "Lê Minh Đức" });
    vi.advanceTimersByTime(1_000);
    theirs.joint.take(id, 1);
    expect(step()).toMatchObject({ taking: 1, by: { id: "duc" } });
    mine.joint.close(id);
    expect(mine.joint.session(id)?.closed).toBeNull();
    mine.joint.takeLead(id);
    mine.joint.close(id);
    expect(theirs.joint.running()).toEqual([]);
    const [ended] = theirs.joint.all();
    expect(ended).toMatchObject({ id, closed: { by: { id: "lan" }, open: ended?.topics.map((topic) => topic.id) } });
    expect(ended?.leads.map(({ person }) => person.id)).toEqual(["lan", "duc", "lan"]);
    expect(mine.joint.joined()).toBeNull();
  });

  test("who joins is written down with the hour, who leaves too; a guest is only seen", () => {
    const [mine, theirs] = twoDesks();
    const id = mine.joint.open(scope);
    theirs.joint.join(id);
    vi.advanceTimersByTime(60_000);
    theirs.joint.follow(false);
    expect(theirs.told).toEqual([
      { id, follows: true },
      { id, follows: false },
    ]);
    theirs.joint.leave();
    const at = Date.parse("2026-11-20T02:00:00Z");
    expect(mine.joint.session(id)?.present).toMatchObject([
      { person: { id: "duc" }, office: "council", joinedMs: at, leftMs: at + 60_000 },
      { person: { id: "lan" }, office: "party", joinedMs: at },
    ]);
    theirs.joint.join(id);
    expect(mine.joint.session(id)?.present[0]).not.toHaveProperty("leftMs");
    const guest = desk(khach, mine.doc);
    guest.joint.join(id);
    expect(guest.told).toEqual([{ id, follows: true }]);
    expect(mine.joint.session(id)?.present).toHaveLength(2);
  });

  test("who joins what the server said goes on, before the year is there, is written down once it is", () => {
    const [mine, theirs] = twoDesks();
    const id = mine.joint.open(scope);
    const told = mine.joint.session(id);
    const late = desk(duc, new Y.Doc());
    late.reading.showRemembered(told ? [told] : []);
    late.joint.join(id);
    expect(mine.joint.session(id)?.present.map(({ person }) => person.id)).toEqual(["lan"]);
    Y.applyUpdate(late.doc, Y.encodeStateAsUpdate(theirs.doc));
    Y.applyUpdate(theirs.doc, Y.encodeStateAsUpdate(late.doc));
    expect(
      mine.joint
        .session(id)
        ?.present.map(({ person }) => person.id)
        .sort(),
    ).toEqual(["duc", "lan"]);
  });

  test("who is in it: who leads first, a person with two tabs once; whoever leads and is not here is not among them", () => {
    const [mine, theirs] = twoDesks();
    const id = mine.joint.open(scope);
    theirs.joint.join(id);
    const at = (follows: boolean) => other(lan, { joint: { id, follows }, spot: "a" });
    theirs.setOthers([other(khach, { joint: { id, follows: true } }), at(false), at(true), other(duc, {})]);
    const said = () => theirs.joint.companions(id).map(({ id: who, leads, follows }) => [who, leads, follows]);
    expect(said()).toEqual([
      ["lan", true, true],
      ["duc", false, true],
      ["khach", false, true],
    ]);
    expect(theirs.joint.spotOf(id)).toBe("a");
    theirs.setOthers([]);
    expect(said()).toEqual([["duc", false, true]]);
    expect(theirs.joint.spotOf(id)).toBeNull();
  });

  test("what becomes undecided while it goes on comes on the agenda, once, by the hand of who leads", () => {
    const [mine, theirs] = twoDesks(item("a", "08:00", room));
    const id = mine.joint.open(scope);
    expect(mine.joint.session(id)?.topics).toEqual([]);
    const kinds = () => theirs.joint.session(id)?.topics.map(({ of }) => of);
    theirs.edits.add(item("b", null, { ...room, unexpected: true }));
    vi.advanceTimersByTime(5_000);
    expect(kinds()).toEqual(["lacking", "unexpected"]);
    theirs.edits.patch("b", { unexpected: undefined });
    vi.advanceTimersByTime(5_000);
    expect(
      theirs.joint
        .session(id)
        ?.topics.map(({ of }) => of)
        .slice(0, 2),
    ).toEqual(["lacking", "unexpected"]);
  });

  test("a session that was left lying is over for the banner, and goes on when somebody takes it up", () => {
    const [mine, theirs] = twoDesks();
    const id = mine.joint.open(scope);
    vi.advanceTimersByTime(13 * 3_600_000);
    theirs.edits.add(item("x", "08:00", room));
    const late = desk(duc, theirs.doc);
    expect(late.joint.running()).toEqual([]);
    late.joint.takeLead(id);
    expect(late.joint.running()).toMatchObject([{ id }]);
  });
});

describe("a decision of a joint session", () => {
  /** Opened with two overlaps of one pair; the second is moved away. */
  function decided() {
    const [mine, theirs] = twoDesks(...clash());
    const id = mine.joint.open(scope);
    const session = mine.joint.session(id) ?? expect.fail("none");
    const topic = session.topics[0] ?? expect.fail("no topic");
    const [overlap] = mine.store.overlaps
      .of("a")
      .filter(({ key }) => topic.of === "overlap" && key === topic.about.key);
    const { when } = item("b", "14:00", { end: "16:00" });
    const line = mine.joint.resolve({
      ...{ session, topic: topic.id, verdict: "move", edits: [{ id: "b", set: { when } }] },
      ...{ overlap: overlap ?? null, why: " dời sang chiều " },
    });
    const state = (of = theirs) => of.joint.topicState(of.joint.session(id) ?? session, topic).state;
    return { mine, theirs, id, topic, line, when, state };
  }

  test("changes the items, settles the overlap and is written down, all at once and for everybody", () => {
    const [before] = twoDesks(...clash());
    expect(before.store.overlaps.of("b")).toHaveLength(2);
    const { theirs, id, topic, when, state } = decided();
    expect(theirs.store.item("b")?.when).toEqual(when);
    expect(theirs.store.overlaps.of("b")).toEqual([]);
    expect(state()).toBe("decided");
    expect(theirs.joint.session(id)?.resolutions).toMatchObject([
      {
        ...{ topic: topic.id, verdict: "move", by: { id: "lan" }, why: "dời sang chiều" },
        changes: [{ item: "b", field: "when", before: { startMin: 540 }, after: { startMin: 840 } }],
      },
    ]);
  });

  test("is taken back whole by one undo, of whoever made it, and brought back whole", () => {
    const { mine, theirs, id, line, state } = decided();
    expect(mine.joint.isLast(line)).toBe(true);
    expect(theirs.joint.isLast(line)).toBe(false);
    expect(theirs.history.canUndo()).toBe(false);
    mine.history.undo();
    expect(theirs.joint.session(id)?.resolutions).toEqual([]);
    expect(theirs.store.overlaps.of("b")).toHaveLength(2);
    expect(settlementsOf(theirs.doc).size).toBe(0);
    expect(state()).toBe("open");
    mine.history.redo();
    expect(mine.joint.isLast(line)).toBe(true);
    expect(theirs.joint.session(id)?.resolutions).toHaveLength(1);
    expect(state()).toBe("decided");
  });

  test("is not the last any more once something else was done", () => {
    const { mine, line } = decided();
    mine.edits.type("a", { field: "title", text: "Việc khác" });
    expect(mine.joint.isLast(line)).toBe(false);
    mine.history.undo();
    expect(mine.joint.isLast(line)).toBe(true);
  });

  test("repaints what shows its topic, and no other session", () => {
    const [mine, theirs] = twoDesks(...clash());
    const id = mine.joint.open(scope);
    const elsewhere = theirs.joint.open({ horizon: "month", period: "2026-12" });
    const painted: string[] = [];
    createRoot(() => {
      createEffect(() => painted.push(`${theirs.joint.session(id)?.resolutions.length}`));
      createEffect(() => painted.push(`other ${theirs.joint.session(elsewhere)?.topics.length}`));
    });
    const session = mine.joint.session(id) ?? expect.fail("none");
    mine.joint.resolve({ session, topic: session.topics[0]?.id ?? "", verdict: "note" });
    expect(painted).toEqual(["0", "other 0", "1"]);
  });
});

describe("what an office writes down before", () => {
  test("is seen by all in its place, changed by its own office, and undoable", () => {
    const [mine, theirs] = twoDesks();
    mine.joint.difficulties.add({ scope, words: "  Chưa có phòng  ", item: "a" });
    theirs.joint.difficulties.add({ scope, words: "Thiếu xe" });
    mine.joint.difficulties.add({ scope: { horizon: "week", period: "2026-W49" }, words: "Tuần sau" });
    mine.joint.difficulties.add({ scope, words: "   " });
    const words = (of = theirs) => of.joint.difficulties.of(scope).map((one) => `${one.office}: ${one.words}`);
    expect(words()).toEqual(["council: Thiếu xe", "party: Chưa có phòng"]);
    const [council, party] = theirs.joint.difficulties.of(scope);
    theirs.joint.difficulties.change(party?.id ?? "", { words: "khác" });
    mine.joint.difficulties.remove(council?.id ?? "");
    expect(words()).toEqual(["council: Thiếu xe", "party: Chưa có phòng"]);
    mine.joint.difficulties.change(party?.id ?? "", { words: "Đã có phòng" });
    expect(theirs.joint.difficulties.of(scope)[1]).not.toHaveProperty("item");
    mine.history.undo();
    mine.history.undo();
    expect(words()).toEqual(["council: Thiếu xe", "party: Chưa có phòng"]);
    mine.joint.difficulties.remove(party?.id ?? "");
    expect(words()).toEqual(["council: Thiếu xe"]);
    desk(khach, mine.doc).joint.difficulties.add({ scope, words: "x" });
    expect(words()).toHaveLength(1);
  });
});

describe("before the documents are here", () => {
  test("what the server said goes on is shown, and gives way to the document; what is not in it goes", () => {
    const [mine] = twoDesks(...clash());
    const id = mine.joint.open(scope);
    const session = mine.joint.session(id) ?? expect.fail("none");
    const reading = createRoot(() => createJointReading());
    reading.showRemembered([session, { ...session, id: "gone" }]);
    expect(
      reading
        .all()
        .map((one) => one.id)
        .sort(),
    ).toEqual([id, "gone"].sort());
    const copy = new Y.Doc();
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(mine.doc));
    reading.watchProgramme(copy);
    reading.dropRemembered();
    expect(reading.all().map((one) => one.id)).toEqual([id]);
    mine.joint.goTo(id, { topic: null, offers: [] });
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(mine.doc));
    expect(reading.session(id)?.step?.topic).toBeNull();
  });

  test("a document that takes another's place says what became of its sessions", () => {
    const [mine] = twoDesks();
    const id = mine.joint.open(scope);
    const reading = createRoot(() => createJointReading());
    const stop = reading.watchProgramme(mine.doc);
    stop();
    expect(reading.session(id)?.id).toBe(id);
    reading.watchProgramme(new Y.Doc());
    expect(reading.session(id)).toBeUndefined();
    expect(reading.all()).toEqual([]);
  });
});
