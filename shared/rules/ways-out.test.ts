import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { ruledIndex } from "../../test/world/ruled-city.ts";
import { an, item } from "../../test/world/small-city.ts";
import { attendedBy, chairedBy } from "../../test/world/told-overlaps.ts";
import { addItem } from "../document/item-commands.ts";
import { applyEdits } from "../document/item-edits.ts";
import { readItem } from "../document/item-reading.ts";
import { itemsOf } from "../document/roots.ts";
import type { Day } from "../kit/day.ts";
import { type Item, partiesWithRole } from "../model/item.ts";
import { type OverlapKind, sidesOf } from "../model/overlap.ts";
import { type WayOut, wayOutKinds } from "../model/slot.ts";
import { withEdit } from "./item-edit.ts";
import { waysOut } from "./ways-out.ts";

function boardOf(...items: readonly Item[]) {
  const index = ruledIndex(items);
  const find = (id: string) => items.find((each) => each.id === id);
  const overlapOf = (id: string, kind: OverlapKind) => {
    const found = index.of(id).find((each) => each.kind === kind);
    if (!found) throw new Error(`no ${kind} on ${id}`);
    return found;
  };
  const ways = (id: string, kind: OverlapKind) =>
    waysOut(overlapOf(id, kind), { index, item: find, from: "2026-11-23" as Day, to: "2026-11-27" as Day });
  return { index, find, overlapOf, ways };
}

const kindsOf = (ways: readonly WayOut[]) => [...new Set(ways.map(({ kind }) => kind))].sort();

describe("ways out", () => {
  test("of a person needed twice: move, proxy, optional, shorten, swap, accept, each solving it and told with what follows", () => {
    const board = boardOf(
      chairedBy("a", "08:00", "post:bt", { title: "Giao ban", end: "09:30" }),
      attendedBy("b", "09:00", an, { title: "Lễ phát động", end: "10:00" }),
    );
    const ways = board.ways("a", "person");
    expect(kindsOf(ways).every((kind) => wayOutKinds.includes(kind))).toBe(true);
    expect(kindsOf(ways)).toEqual(["accept", "make-optional", "move", "proxy", "shorten", "swap"]);
    for (const way of ways) {
      if (way.kind === "accept") continue;
      const after = ruledIndex(
        ["a", "b"].map((id) => {
          const own = board.find(id) as Item;
          const edit = way.edits.find((each) => each.id === id);
          return edit ? withEdit(own, edit) : own;
        }),
      );
      const key = board.overlapOf("a", "person").key;
      const left = after.of("a").find((each) => each.key === key);
      expect(left?.severity ?? "hint", `${way.kind} solves it`).toBe("hint");
      expect(new Set([...after.all()].map((each) => each.key))).toEqual(
        new Set([...way.after.created, ...way.after.eased].map((each) => each.key)),
      );
    }
    const proxies = ways.filter(({ kind, item: id }) => kind === "proxy" && id === "b");
    expect(proxies.map(({ standIn }) => standIn)).toContain("person:chi");
    expect(proxies.at(0)?.edits).toEqual([
      { id: "b", parties: { [an]: null, "person:binh": { role: "attend", for: an } } },
    ]);
    const swap = ways.find(({ kind }) => kind === "swap");
    expect(swap?.edits.map(({ set }) => set?.when)).toMatchObject([
      { startMin: 540, endMin: 630 },
      { startMin: 480, endMin: 540 },
    ]);
    expect(ways.find(({ kind }) => kind === "make-optional")).toMatchObject({ item: "b", party: an });
  });

  test("of two that exchange their hours neither loses its length: not the whole day, nor over midnight", () => {
    const swapped = (a: Item, b: Item) =>
      boardOf(a, b)
        .ways("a", "person")
        .filter(({ kind }) => kind === "swap");
    const day = chairedBy("a", "07:30", an, { session: "allday", at: "UBND xã Ba Vì" });
    expect(swapped(day, chairedBy("b", "08:00", an, { day: "2026-11-23" }))).toEqual([]);
    const long = chairedBy("a", "18:00", an, { end: "22:00", kind: "ceremony" });
    expect(swapped(long, chairedBy("b", "21:00", an, { end: "21:30", kind: "ceremony" }))).toEqual([]);
  });

  test("a whole day is moved as a whole day and never shortened to an hour", () => {
    const board = boardOf(
      chairedBy("a", "07:30", an, { session: "allday", at: "UBND xã Ba Vì", kind: "trip" }),
      chairedBy("b", "09:00", an, { room: "p1", end: "10:00" }),
    );
    const ways = board.ways("a", "person").filter(({ item: id }) => id === "a");
    expect(ways.filter(({ kind }) => kind === "shorten")).toEqual([]);
    const moves = ways.filter(({ kind }) => kind === "move");
    expect(moves.length).toBeGreaterThan(0);
    for (const { slot } of moves) expect(slot?.when).toMatchObject({ session: "allday" });
  });

  test("nobody stands in for the head at his own reception of citizens", () => {
    const board = boardOf(
      chairedBy("a", "08:00", an, { kind: "reception", title: "Tiếp công dân định kỳ" }),
      chairedBy("b", "08:15", an),
    );
    const proxies = board.ways("a", "person").filter(({ kind }) => kind === "proxy");
    expect(proxies.length).toBeGreaterThan(0);
    expect(proxies.every(({ item: id }) => id === "b")).toBe(true);
  });

  test("of a room taken twice: another room first, and whoever gives way first", () => {
    const board = boardOf(item("a", "08:00", { room: "p2", body: "body:btv" }), item("b", "08:00", { room: "p2" }));
    const [first] = board.ways("a", "room");
    expect(first).toMatchObject({
      kind: "other-room",
      item: "b",
      room: "p3",
      edits: [{ id: "b", set: { venue: { room: "p3" } } }],
    });
    expect(first?.after).toMatchObject({ created: [], displaced: [] });
    expect(first?.after.gone.map(({ kind }) => kind)).toEqual(["room"]);
  });

  test("a hall too small: a larger room", () => {
    const board = boardOf(item("a", "08:00", { room: "ht", seats: 8 }));
    expect(board.ways("a", "capacity").map(({ kind, room }) => `${kind} ${room}`)).toEqual(
      expect.arrayContaining(["other-room p1", "other-room p2"]),
    );
  });

  test("of one matter twice: the one that goes first gets everybody, the other is called off and points to it", () => {
    const title = "Hội nghị tổng kết công tác phòng, chống tham nhũng năm 2026";
    const board = boardOf(
      item("a", "08:00", { title, parties: { [an]: "chair", "unit:nv": "prepare" } }),
      item("b", "14:00", {
        title,
        office: "people",
        status: "registered",
        room: "p2",
        parties: { "person:binh": "chair", "person:chi": "attend" },
      }),
    );
    const merge = board.ways("a", "subject").find(({ kind }) => kind === "merge");
    const [kept, given] = (merge?.edits ?? []).map((edit) => withEdit(board.find(edit.id) as Item, edit));
    expect(kept).toMatchObject({ id: "a", venue: { room: "p2" } });
    expect(kept && partiesWithRole(kept, "chair")).toEqual([an]);
    expect(kept && partiesWithRole(kept, "attend")).toEqual(["person:binh", "person:chi"]);
    expect(given).toMatchObject({ id: "b", status: "cancelled", parent: "a" });
    expect(merge?.after.created).toEqual([]);
  });

  test("a way that would push another into trouble comes after one that does not, and names who would be displaced", () => {
    const board = boardOf(
      chairedBy("a", "08:00", an, { end: "09:00", room: "p2" }),
      chairedBy("b", "08:30", an, { end: "09:30", room: "p3" }),
      chairedBy("c", "14:00", "person:binh", { end: "15:00" }),
    );
    const what = board.index.whatIf([
      withEdit(board.find("b") as Item, {
        id: "b",
        set: { when: (board.find("c") as Item).when },
        parties: { "person:binh": { role: "attend" } },
      }),
    ]);
    expect(what.gone.map(({ kind }) => kind)).toEqual(["person"]);
    expect(what.created.map(({ resource }) => resource)).toEqual(["person:binh"]);
    expect(what.displaced).toEqual(["c"]);
    const costs = board
      .ways("a", "person")
      .map(({ after }) => after.created.filter(({ severity }) => severity !== "hint").length);
    expect(costs).toEqual([...costs].sort((x, y) => x - y));
  });

  test("to look is not to do: the board tells the same before and after", () => {
    const board = boardOf(
      chairedBy("a", "08:00", an),
      chairedBy("b", "08:30", an),
      item("c", "08:00", { body: "body:btv" }),
    );
    const picture = () =>
      JSON.stringify([
        board.index.counts(),
        [...board.index.all()].map(({ key, fingerprint }) => key + fingerprint).sort(),
      ]);
    const before = picture();
    for (const overlap of [...board.index.all()]) board.ways(sidesOf(overlap)[0]?.item ?? "", overlap.kind);
    expect(picture()).toBe(before);
  });

  test("in the document the edits of one way out come and go together", () => {
    const board = boardOf(chairedBy("a", "08:00", an), attendedBy("b", "08:30", an, { title: "Lễ" }));
    const doc = new Y.Doc();
    for (const id of ["a", "b"]) addItem(doc, board.find(id) as Item);
    const way = board.ways("a", "person").find(({ kind }) => kind === "proxy");
    const undo = new Y.UndoManager(itemsOf(doc), { trackedOrigins: new Set(["me"]), captureTimeout: 0 });
    doc.transact(() => applyEdits(doc, [...(way?.edits ?? []), { id: "gone", set: { status: "cancelled" } }]), "me");
    const read = (id: string) => readItem(id, itemsOf(doc).get(id) ?? new Y.Map());
    const [edit] = way?.edits ?? [];
    expect(read(edit?.id ?? "")).toEqual(edit && withEdit(board.find(edit.id) as Item, edit));
    undo.undo();
    for (const id of ["a", "b"]) expect(read(id)).toEqual(board.find(id));
  });
});
