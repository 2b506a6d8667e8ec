import { createRoot } from "solid-js";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import { writeDirectory } from "../../shared/document/directory-codec.ts";
import { addItem } from "../../shared/document/item-commands.ts";
import { itemsOf } from "../../shared/document/roots.ts";
import { settlementsOf } from "../../shared/document/settlements.ts";
import type { Day } from "../../shared/kit/day.ts";
import type { Actor } from "../../shared/model/actor.ts";
import type { Item } from "../../shared/model/item.ts";
import { aboutOf, settlementIdOf } from "../../shared/rules/settling.ts";
import { an, city, item } from "../../test/world/small-city.ts";
import type { DocumentLink } from "../connection/document-link.ts";
import type { Board } from "../document/board.ts";
import { createBoardStore } from "../document/board-store.ts";
import type { Notice } from "../document/desk.ts";
import { createEdits } from "../document/edits.ts";
import { createPresence } from "../document/presence.ts";
import { createSettlementStore } from "../document/settlement-store.ts";
import { createHistory } from "../document/undo.ts";

vi.stubGlobal("localStorage", { getItem: () => null, setItem: () => {} });
vi.stubGlobal("document", { documentElement: { lang: "" } });
const { createDesk } = await import("../document/desk.ts");
const { createMoving } = await import("./moving.ts");

beforeEach(() => {
  vi.useFakeTimers({ now: new Date("2026-11-20T02:00:00Z") });
});
afterEach(() => {
  vi.useRealTimers();
});

const lan: Actor = { id: "lan", name: "Nguyễn Ngọc Lan", role: "officer", office: "council" };
const head: Actor = { id: "binh", name: "Lê Thanh Bình", role: "head", office: "party" };
const headOfCouncil: Actor = { id: "thu", name: "Ngô Thị Thu", role: "head", office: "council" };
const guest: Actor = { id: "khach", name: "Khách", role: "guest", office: null };
const tuesdayMorning = "cell|2026-11-24|morning|party";

/** A desk on the week of 23 November 2026 with these items; `elsewhere` changes them as others would. */
function sits(actor: Actor, ...items: readonly Item[]) {
  return createRoot((dispose) => {
    const doc = new Y.Doc();
    doc.transact(() => {
      for (const one of items) addItem(doc, one);
    });
    const store = createBoardStore();
    const directory = new Y.Doc();
    writeDirectory(directory, city);
    store.watchDirectory(directory);
    const settlements = createSettlementStore(() => "2026-11-20" as Day);
    const history = createHistory({ foreignCount: () => 0 });
    const programmes = { need() {}, docOf: () => doc, holderOf: () => doc, links: () => [], stop() {} };
    const edits = createEdits(programmes, history);
    store.watchProgramme(doc);
    store.catchUp();
    settlements.watchProgramme(doc);
    history.watch(doc, [itemsOf(doc), settlementsOf(doc)]);
    const awareness = new Awareness(new Y.Doc());
    const link = { attach: (attach: (body: unknown) => () => void) => attach({ provider: { awareness } }) };
    const presence = createPresence(link as unknown as DocumentLink);
    const board = { actor, store, settlements, edits, history, presence, undoAsks: () => null };
    const place = { view: "week", week: { year: 2026, week: 48 } } as const;
    const desk = createDesk(
      () => place,
      () => {},
      () => "none",
    );
    const moving = createMoving(board as unknown as Board, desk, () => null);
    return {
      ...{ moving, desk, store, edits, history },
      elsewhere: createEdits(programmes, createHistory({ foreignCount: () => 0 })),
      /** What the others hear of the hand once it has been still for a moment. */
      told() {
        vi.runOnlyPendingTimers();
        return awareness.getLocalState() ?? {};
      },
      said: (): Notice | null => desk.notice(),
      carries(id: string, target: string) {
        moving.pickUp(id, "pointer");
        moving.showAt(id, target);
        moving.drop(id, target);
      },
      leaves() {
        awareness.destroy();
        dispose();
      },
    };
  });
}

const free = { status: "registered", end: "10:00" } as const;

test("a card carried to another day keeps its hours; in another session its hour is open, and that is said", () => {
  const at = sits(lan, item("a", "08:00", free));
  at.carries("a", tuesdayMorning);
  expect(at.store.item("a")?.when).toMatchObject({ day: "2026-11-24", startMin: 480, endMin: 600 });
  expect(at.said()?.text).not.toContain("chưa có giờ");
  at.carries("a", "cell|2026-11-24|afternoon|party");
  expect(at.store.item("a")?.when).toEqual({ horizon: "session", day: "2026-11-24", session: "afternoon" });
  expect(at.said()?.text).toContain("chưa có giờ");
  at.leaves();
});

test("a card carried to another office says whose it is now", () => {
  const at = sits(lan, item("a", "08:00", free));
  at.carries("a", "office|people");
  expect(at.store.item("a")).toMatchObject({ office: "people", when: { day: "2026-11-23", startMin: 480 } });
  expect(at.said()?.text).toContain("UBND");
  at.leaves();
});

test("the way back beside the notice takes back the whole move", () => {
  const before = item("a", "08:00", free);
  const at = sits(lan, before);
  at.carries("a", "cell|2026-11-25|afternoon|council");
  at.said()?.action?.run();
  expect(at.store.item("a")).toMatchObject({ office: before.office, when: before.when });
  at.leaves();
});

test("let go where it stood, or over nothing, a card is put back: nothing is written and there is nothing to undo", () => {
  const at = sits(lan, item("a", "08:00", free));
  for (const target of ["cell|2026-11-23|morning|party", "session|2026-11-23|morning", "office|party", "no|place"]) {
    at.carries("a", target);
    expect(at.said()).toEqual({ text: "Đã trả lại chỗ cũ" });
  }
  expect(at.history.canUndo()).toBe(false);
  at.leaves();
});

test("what a head decided while it was in the hand stays where it is, and the notice says who may move it", () => {
  const at = sits(lan, item("a", "08:00", free));
  at.moving.pickUp("a", "pointer");
  at.elsewhere.patch("a", { status: "approved" });
  at.moving.drop("a", tuesdayMorning);
  expect(at.store.item("a")?.when).toMatchObject({ day: "2026-11-23" });
  expect(at.said()).toMatchObject({ tone: "warning", text: expect.stringContaining("Chánh Văn phòng Thành ủy") });
  expect(at.desk.held()).toBeNull();
  at.leaves();
});

test("what another office decided while it was in the hand is not taken over by one's own head", () => {
  const at = sits(headOfCouncil, item("a", "08:00", free));
  at.moving.pickUp("a", "pointer");
  at.elsewhere.patch("a", { status: "approved" });
  at.moving.drop("a", "office|council");
  expect(at.store.item("a")?.office).toBe("party");
  expect(at.said()?.tone).toBe("warning");
  at.leaves();
});

test("a head moves what the own office has decided, and does not hand it to an office that has not", () => {
  const at = sits(head, item("a", "08:00", { ...free, status: "approved" }));
  expect(at.moving.mayMove("a")).toBe(true);
  at.carries("a", tuesdayMorning);
  expect(at.store.item("a")?.when).toMatchObject({ day: "2026-11-24" });
  at.carries("a", "cell|2026-11-24|morning|council");
  expect(at.store.item("a")?.office).toBe("party");
  expect(at.said()?.tone).toBe("warning");
  at.leaves();
});

test("who may not move a card is told why: what is decided to an officer, everything to a guest", () => {
  const decided = item("a", "08:00", { ...free, status: "approved" });
  for (const [actor, why] of [
    [lan, "Chánh Văn phòng Thành ủy"],
    [guest, "Khách"],
  ] as const) {
    const at = sits(actor, decided);
    expect(at.moving.mayMove("a")).toBe(false);
    at.moving.refuse("a");
    expect(at.said()?.text).toContain(why);
    at.leaves();
  }
});

test("a card that somebody takes away while it is in the hand is let go of without a word of a move", () => {
  const at = sits(lan, item("a", "08:00", free));
  at.moving.pickUp("a", "pointer");
  at.elsewhere.remove("a");
  at.moving.showAt("a", tuesdayMorning);
  expect(at.desk.held()).toEqual({ id: "a", target: tuesdayMorning, candidate: null });
  at.moving.drop("a", tuesdayMorning);
  expect(at.store.item("a")).toBeUndefined();
  expect(at.said()?.text).toBe("Đã trả lại chỗ cũ");
  expect(at.desk.held()).toBeNull();
  at.leaves();
});

test("the notice counts the overlaps there that are open: what was settled about that place is not said again", () => {
  const chaired = { ...free, parties: { [an]: "chair" } } as const;
  const at = sits(lan, item("a", "08:00", chaired), item("b", "08:30", { ...chaired, day: "2026-11-24" }));
  at.carries("a", tuesdayMorning);
  expect(at.said()?.text).toMatch(/có 1 trùng lịch$/);
  const [overlap] = at.store.overlaps.of("a");
  if (!overlap) throw new Error("two chaired by one at one hour overlap");
  at.edits.decide({
    id: settlementIdOf(overlap),
    about: aboutOf(overlap),
    decision: {
      state: "settled",
      how: "accepted",
      print: overlap.fingerprint,
      by: { id: lan.id, name: lan.name },
      atMs: 1,
    },
    stepId: "step-one-abc",
  });
  at.carries("a", "cell|2026-11-26|morning|party");
  at.carries("a", tuesdayMorning);
  expect(at.said()?.text).not.toContain("trùng lịch");
  at.leaves();
});

test("others see what is in the hand and over which cell, also a phone's session, until it is let go or put back", () => {
  const at = sits(lan, item("a", "08:00", free));
  at.moving.pickUp("a", "pointer");
  expect(at.told()).toMatchObject({ hand: "a", over: undefined });
  at.moving.showAt("a", "session|2026-11-25|afternoon");
  expect(at.told()).toMatchObject({ hand: "a", over: "cell|2026-11-25|afternoon|party" });
  at.moving.showAt("a", null);
  expect(at.told()).toMatchObject({ hand: "a", over: undefined });
  at.moving.putBack("a");
  expect(at.told()).toMatchObject({ hand: undefined, over: undefined });
  at.carries("a", tuesdayMorning);
  expect(at.told()).toMatchObject({ hand: undefined, over: undefined });
  at.leaves();
});

test("while a card is held every session of the week says how well it would stand there; let go, none does", () => {
  const chaired = { ...free, parties: { [an]: "chair" } } as const;
  const at = sits(lan, item("a", "08:00", chaired), item("b", "08:30", { ...chaired, day: "2026-11-24" }));
  const fits = () => (["2026-11-24", "2026-11-25"] as Day[]).map((day) => at.desk.fitAt(day, "morning"));
  at.moving.pickUp("a", "keyboard");
  expect(at.said()?.text).toContain("Đang cầm: Việc a");
  expect(fits()).toEqual(["clash", "free"]);
  at.moving.putBack("a");
  expect(fits()).toEqual([null, null]);
  at.leaves();
});
