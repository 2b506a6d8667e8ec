import { createRoot, createSignal } from "solid-js";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import * as Y from "yjs";
import { addItem } from "../../shared/document/item-commands.ts";
import type { Day } from "../../shared/kit/day.ts";
import type { Actor } from "../../shared/model/actor.ts";
import type { Item } from "../../shared/model/item.ts";
import { createNames } from "../../shared/text/names.ts";
import { jointDesk, jointToday } from "../../test/world/joint-desk.ts";
import { an, binh, city, item } from "../../test/world/small-city.ts";
import type { Board } from "../document/board.ts";
import type { Desk, Notice, Side } from "../document/desk.ts";
import type { Seating } from "./seating.ts";

vi.stubGlobal("localStorage", { getItem: () => null, setItem: () => {} });
vi.stubGlobal("document", { documentElement: { lang: "" } });
const { createLeading } = await import("./leading.ts");

const lan: Actor = { id: "lan", name: "Nguyễn Ngọc Lan", role: "officer", office: "council" };
const scope = { horizon: "week", period: "2026-W48" } as const;
const quietMs = 600;

beforeEach(() => {
  vi.useFakeTimers({ now: new Date("2026-11-20T02:00:00Z") });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Lan leads the joint session of a week in which these items are planned; `elsewhere` changes them as others would; `forget` ends her undo, as a reload does. */
function leads(...items: readonly Item[]) {
  return createRoot((dispose) => {
    const doc = new Y.Doc();
    doc.transact(() => {
      for (const one of items) addItem(doc, one);
    });
    const { store, joint, history, elsewhere, forget, ...rest } = jointDesk(lan, doc);
    const names = () => createNames(city, jointToday());
    const board = { actor: lan, store, joint, history, ...rest, names, undoAsks: () => null };

    const [side, showSide] = createSignal<Side>("none");
    const said: string[] = [];
    const desk = { side, showSide, light() {}, say: (notice: Notice | null) => notice && said.push(notice.text) };
    const id = joint.open(scope);
    const session = () => joint.session(id) ?? null;
    const seating = {
      ...{ board: board as unknown as Board, desk: desk as unknown as Desk, session },
      ...{ leads: () => session()?.lead.person.id === lan.id, follows: () => false },
      ...{ arrive() {}, sayYouLead() {}, leave() {}, follow() {}, unfollow() {} },
    } satisfies Seating;
    const leading = createLeading(seating);
    const topics = () => session()?.topics ?? [];
    const step = () => session()?.step ?? null;
    const place = () => topics().findIndex((topic) => topic.id === step()?.topic) + 1;
    const stateOf = (number: number) => {
      const [now, topic] = [session(), topics()[number - 1]];
      return now && topic ? joint.topicState(now, topic).state : null;
    };
    return {
      leading,
      joint,
      store,
      history,
      session,
      topics,
      step,
      place,
      stateOf,
      said,
      elsewhere,
      forget,
      side,
      dispose,
    };
  });
}

const chaired = { room: "p1", status: "registered", parties: { [an]: "chair" } } as const;
/** One room asked for twice on Monday and on Tuesday, and something without an hour. */
const week = () => [
  item("a", "08:00", { ...chaired, end: "10:00" }),
  item("b", "09:00", { ...chaired, end: "11:00", parties: { [binh]: "chair" } }),
  item("c", "08:00", { ...chaired, day: "2026-11-24", end: "10:00" }),
  item("d", "09:00", { ...chaired, day: "2026-11-24", end: "11:00", parties: { [binh]: "chair" } }),
  item("e", null, { ...chaired, day: "2026-11-25", room: "p3" }),
];

test("the walk goes through the agenda both ways, past what is gone, and past the last to the end", () => {
  const { leading, topics, place, step, elsewhere, stateOf } = leads(...week());
  expect(topics().map(({ of }) => of)).toEqual(["overlap", "overlap", "lacking"]);
  leading.step(1);
  expect(place()).toBe(1);
  elsewhere.patch("c", { venue: { room: "p2" } });
  expect(stateOf(2)).toBe("gone");
  leading.step(1);
  expect(place()).toBe(3);
  leading.step(-1);
  expect(place()).toBe(1);
  leading.step(-1);
  expect(place()).toBe(1);
  leading.step(1);
  leading.step(1);
  expect(step()?.topic).toBeNull();
  leading.step(1);
  expect(step()?.topic).toBeNull();
  leading.step(-1);
  expect(place()).toBe(3);
});

test("a number shows an offer as about to be taken, again lets it go; Enter carries it out as one step and Enter goes on", () => {
  const { leading, step, place, store, stateOf, session, history } = leads(...week());
  leading.confirm();
  expect(place()).toBe(1);
  expect(step()?.offers.length).toBeGreaterThan(2);
  leading.confirm();
  expect(stateOf(1)).toBe("open");
  leading.take(9 + 1);
  expect(leading.taking()).toBeNull();
  leading.take(1);
  leading.take(1);
  expect(step()?.taking).toBeUndefined();
  leading.take(1);
  expect(step()?.taking).toBe(1);
  const before = [store.item("a"), store.item("b")];
  leading.confirm();
  expect(stateOf(1)).toBe("decided");
  expect(step()?.taking).toBeUndefined();
  const [line] = session()?.resolutions ?? [];
  expect(line).toMatchObject({ verdict: "other-room", by: { id: "lan" } });
  expect(leading.mayUndo(line?.id ?? "")).toBe(true);
  expect([store.item("a"), store.item("b")]).not.toEqual(before);
  leading.confirm();
  expect(place()).toBe(2);

  leading.undo();
  expect([store.item("a"), store.item("b")]).toEqual(before);
  expect(session()?.resolutions).toEqual([]);
  expect(history.canUndo()).toBe(false);
  expect(stateOf(1)).toBe("open");
});

test("going on leads to what nobody has decided, also before the present topic, and to the end when all is", () => {
  const { leading, place, step, topics, stateOf } = leads(...week());
  leading.goTo(topics()[2]?.id ?? null);
  leading.take(1);
  leading.confirm();
  expect(stateOf(3)).toBe("decided");
  leading.goOn();
  expect(place()).toBe(1);
  leading.decide("accept", [], "Họp hai phòng thông nhau");
  leading.goOn();
  expect(place()).toBe(2);
  leading.decide("postpone", [{ id: "d", set: { status: "postponed" } }], "");
  expect(stateOf(2)).toBe("decided");
  leading.goOn();
  expect(step()?.topic).toBeNull();
});

test("what came late is decided by a number too; of what was missing, that which was given since is not offered again", () => {
  const late = item("l", "08:00", { ...chaired, end: "09:00" });
  const vague = item("u", null, { parties: { [binh]: "chair" }, status: "registered", day: "2026-11-24" });
  const { leading, topics, step, stateOf, session, store, elsewhere } = leads(
    { ...late, registered: "2026-11-20" as Day },
    vague,
  );
  expect(topics().map(({ of }) => of)).toEqual(["lacking", "late"]);
  leading.step(1);
  expect(step()?.offers[0]).toMatchObject({ kind: "fill", item: "u", when: { day: "2026-11-24" }, room: "p1" });
  const { when } = item("u", "16:00", { day: "2026-11-24", end: "17:00" });
  elsewhere.patch("u", { when });
  expect(step()?.offers[0]).toEqual({ kind: "fill", item: "u", room: "p1" });
  leading.take(1);
  leading.confirm();
  expect(store.item("u")).toMatchObject({ when, venue: { room: "p1" } });
  vi.advanceTimersByTime(1_000);
  leading.goOn();
  const number = (step()?.offers.findIndex(({ when }) => when?.horizon === "week") ?? -1) + 1;
  leading.take(number);
  leading.confirm();
  expect(stateOf(2)).toBe("decided");
  expect(store.item("l")?.when).toEqual({ horizon: "week", period: "2026-W49" });
  expect(session()?.resolutions.at(-1)).toMatchObject({ verdict: "move", changes: [{ field: "when" }] });
});

test("that it stays needs no reason, and is not taken once it clashes with more than it said", () => {
  const late = { ...item("l", "08:00", { ...chaired, end: "09:00" }), registered: "2026-11-20" as Day };
  const { leading, step, stateOf, said, elsewhere } = leads(late);
  leading.step(1);
  expect(step()?.offers[0]).toEqual({ kind: "accept", item: "l" });
  leading.take(1);
  elsewhere.add(item("f", "08:30", { room: "p1", end: "11:00", status: "registered" }));
  leading.confirm();
  expect(stateOf(1)).toBe("open");
  expect(said.at(-1)).toContain("Lịch vừa thay đổi");
  expect(step()?.offers[0]).toMatchObject({ kind: "accept", clash: { kind: "room", item: "f", count: 1 } });
  leading.take(1);
  leading.confirm();
  expect(stateOf(1)).toBe("decided");
});

test("what is decided is out of reach of a number or a letter pressed by mistake; what was only noted is not", () => {
  const { leading, step, stateOf, session, topics } = leads(...week());
  leading.step(1);
  leading.decide("note", [], "Chờ ý kiến");
  expect(stateOf(1)).toBe("open");
  expect(step()?.offers.length).toBeGreaterThan(2);
  leading.word({ topic: topics()[0]?.id ?? "", verdict: "postpone" });
  expect(leading.wording()).not.toBeNull();
  leading.decide("accept", [], "Hai phòng thông nhau");
  expect(stateOf(1)).toBe("decided");
  expect(leading.wording()).toBeNull();
  leading.take(1);
  expect(leading.taking()).toBeNull();
  leading.word({ topic: topics()[0]?.id ?? "", verdict: "postpone" });
  expect(leading.wording()).toBeNull();
  expect(session()?.resolutions).toHaveLength(2);
});

test("what somebody else changes renumbers the offers a moment later; the one about to be taken keeps its choice or is let go", () => {
  const { leading, step, elsewhere } = leads(...week());
  leading.step(1);
  const chosen = step()?.offers.findIndex(({ kind }) => kind === "move") ?? -1;
  leading.take(chosen + 1);
  const offered = step()?.offers[chosen];
  // A room less: the offers that named it go, those below move up.
  elsewhere.add(item("f", "08:00", { ...chaired, room: "p2", end: "11:00" }));
  expect(step()?.offers[chosen]).toEqual(offered);
  vi.advanceTimersByTime(quietMs + 1);
  const now = step();
  expect(now?.offers.some(({ room, kind }) => kind === "other-room" && room === "p2")).toBe(false);
  expect(now?.taking === undefined ? offered : now.offers[now.taking - 1]).toEqual(offered);
});

test("an offer that no longer does what it said is not carried out, nor one that changes what a head has decided", () => {
  const { leading, step, said, elsewhere, stateOf } = leads(...week());
  leading.step(1);
  const number = (step()?.offers.findIndex(({ kind }) => kind === "other-room") ?? -1) + 1;
  const room = step()?.offers[number - 1]?.room ?? "";
  leading.take(number);
  elsewhere.add(item("f", "08:00", { room, end: "11:00", status: "registered" }));
  leading.confirm();
  expect(stateOf(1)).toBe("open");
  expect(said.at(-1)).toContain("Lịch vừa thay đổi");
  expect(step()?.offers.some(({ kind, room: other }) => kind === "other-room" && other === room)).toBe(false);

  const decided = week().map((one) => ({ ...one, status: "approved" as const }));
  const other = leads(...decided);
  other.leading.step(1);
  expect(other.step()?.offers.length).toBeGreaterThan(0);
  expect(other.leading.whyBarred(1)).toContain("Đã duyệt");
  other.leading.take(1);
  other.leading.confirm();
  expect(other.stateOf(1)).toBe("open");
  expect(other.said.at(-1)).toContain("Đã duyệt");
});

test("one's own decision is taken back whole by what its line says, and its topic has its ways on again", () => {
  const { leading, topics, session, step, stateOf, store, said, elsewhere } = leads(...week());
  const before = ["a", "b"].map(store.item);
  leading.step(1);
  leading.take(1);
  leading.confirm();
  const line = session()?.resolutions[0]?.id ?? "";
  const decided = ["a", "b"].map(store.item);
  // Something else is the last thing done here: undo would take that back.
  leading.goTo(topics()[2]?.id ?? null);
  leading.take(1);
  leading.confirm();
  expect([leading.mayUndo(line), leading.mayTakeBack(line)]).toEqual([false, true]);

  const moved = decided.find((item, at) => item !== before[at]) ?? expect.fail("nothing moved");
  elsewhere.patch(moved.id, { venue: { text: "Nơi khác" } });
  expect(leading.mayTakeBack(line)).toBe(false);
  leading.takeBack(line);
  expect(session()?.resolutions).toHaveLength(2);
  elsewhere.patch(moved.id, { venue: moved.venue });

  leading.goTo(topics()[0]?.id ?? null);
  leading.takeBack(line);
  expect(["a", "b"].map(store.item)).toEqual(before);
  expect(session()?.resolutions.map(({ topic }) => topic)).toEqual([topics()[2]?.id]);
  expect(stateOf(1)).toBe("open");
  expect(said.at(-1)).toContain("Đã rút quyết định");
  expect(step()?.offers.length).toBeGreaterThan(2);

  leading.undo();
  expect(["a", "b"].map(store.item)).toEqual(decided);
  expect(stateOf(1)).toBe("decided");
});

test("what was accepted is open again once that is taken back, also by a page that has no undo; not by anybody else", () => {
  const { leading, topics, session, step, stateOf, elsewhere, forget } = leads(...week());
  leading.step(1);
  leading.decide("accept", [], "Hai phòng thông nhau");
  expect([stateOf(1), step()?.offers]).toEqual(["decided", []]);
  forget();
  const line = session()?.resolutions[0]?.id ?? "";
  expect([leading.mayUndo(line), leading.mayTakeBack(line)]).toEqual([false, true]);
  leading.takeBack(line);
  expect([stateOf(1), session()?.resolutions]).toEqual(["open", []]);
  expect(step()?.offers.length).toBeGreaterThan(2);
  // Noted since: somebody has gone on with it.
  leading.decide("accept", [], "Hai phòng thông nhau");
  const again = session()?.resolutions[0]?.id ?? "";
  vi.advanceTimersByTime(1_000);
  leading.decide("note", [], "Hỏi lại");
  expect(leading.mayTakeBack(again)).toBe(false);
  expect(leading.mayTakeBack("none")).toBe(false);
  elsewhere.resolve(session() ?? expect.fail("none"), {
    ...{ id: "others-line", topic: topics()[1]?.id ?? "", verdict: "accept", changes: [] },
    ...{ by: { id: "duc", name: "Đức" }, atMs: Date.now() },
  });
  expect(leading.mayTakeBack("others-line")).toBe(false);
});
