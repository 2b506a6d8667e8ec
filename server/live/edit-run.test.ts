import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { addItem, removeItem } from "../../shared/document/item-commands.ts";
import { itemsOf } from "../../shared/document/roots.ts";
import type { Actor } from "../../shared/model/actor.ts";
import { randomEdit } from "../../test/simulation/edits.ts";
import { mattersOf, plainItem, writeMatter } from "../../test/world/matters.ts";
import { emptyAnswer, type Guest, roomName, roomsScene } from "../../test/world/rooms-scene.ts";
import { runs, seed } from "../../test/world/seed.ts";
import { createDice, type Dice } from "../demo/dice.ts";
import { markerFrame, updateFrame } from "./frame.ts";
import { allowances, appendEveryMs } from "./limits.ts";
import { LiveDocument } from "./live-document.ts";

const officer: Actor = { id: "huong", name: "Trần Thị Hương", role: "officer", office: "party" };
const guest: Actor = { id: "khach", name: "Đỗ Văn Khách", role: "guest", office: null };
const { caps } = allowances.update;

describe("taken together", () => {
  const joining = { actor: officer, caps };
  const tabOf = (updates: Uint8Array[]) => {
    const doc = new Y.Doc();
    doc.on("update", (update: Uint8Array, origin: unknown) => origin !== "server" && updates.push(update));
    return doc;
  };

  test("what two people do to two items is one change", () => {
    const [live, updates] = [new LiveDocument("programme"), [] as Uint8Array[]];
    writeMatter(tabOf(updates), "a", "Giao ban");
    writeMatter(tabOf(updates), "b", "Họp tổ");
    const news = live.together(() => {
      for (const update of updates) expect(live.join(update, joining)).toMatchObject({ bound: expect.any(Map) });
    });
    const copy = new Y.Doc();
    Y.applyUpdate(copy, news ?? new Uint8Array());
    expect(mattersOf(copy)).toEqual({ a: "Giao ban", b: "Họp tổ" });
    expect(live.together(() => expect(live.join(updates[0] ?? new Uint8Array(), joining)).toBe("nothing"))).toBeNull();
  });

  test("what is about the same item, is refused or has a hole is taken alone, and has changed nothing", () => {
    const [live, updates] = [new LiveDocument("programme"), [] as Uint8Array[]];
    const tab = tabOf(updates);
    addItem(tab, plainItem("a"));
    removeItem(tab, "a");
    addItem(tab, plainItem("b"));
    const [adds = new Uint8Array(), removes = new Uint8Array(), later = new Uint8Array()] = updates;
    live.together(() => {
      expect(live.join(later, joining)).toBe("alone");
      expect(live.join(adds, { actor: guest, caps })).toBe("alone");
      expect(live.join(adds, joining)).not.toBe("alone");
      expect(live.join(removes, joining)).toBe("alone");
    });
    expect(live.see((doc) => [...itemsOf(doc).keys()])).toEqual(["a"]);
    expect(live.together(() => expect(live.join(removes, joining)).not.toBe("alone"))).not.toBeNull();
    expect(live.see((doc) => itemsOf(doc).size)).toBe(0);
  });

  test("edits of people at work come to the same together as one by one", () => {
    const dice = createDice(`runs ${seed}`);
    let joined = 0;
    for (let run = 0; run < 2 * runs; run++) joined += compareRuns(dice);
    expect(joined).toBeGreaterThan(40 * runs);
  });

  /** Answers how many edits shared a change with the one before. */
  function compareRuns(dice: Dice): number {
    const [single, grouped, peer] = [new LiveDocument("programme"), new LiveDocument("programme"), new Y.Doc()];
    const updates: Uint8Array[] = [];
    const tabs = Array.from({ length: 4 }, () => tabOf(updates));
    for (let count = 0; count < 120; count++) {
      const tab = dice.pick(tabs);
      tab.transact(() => randomEdit(dice, "party").write(tab));
      for (const update of updates.slice(single.version)) single.take(update, { ...joining, when: "sure" });
      if (dice.below(4) === 0) Y.applyUpdate(tab, single.encode(), "server");
    }
    let joined = 0;
    for (let at = 0; at < updates.length; ) {
      const [from, until] = [at, Math.min(updates.length, at + 1 + dice.below(6))];
      const news = grouped.together(() => {
        for (let next = updates[at]; next && at < until; next = updates[++at])
          if (grouped.join(next, joining) === "alone") break;
      });
      if (news) Y.applyUpdate(peer, news);
      joined += Math.max(0, at - from - 1);
      const alone = at < until ? updates[at++] : undefined;
      const taken = alone && grouped.take(alone, { ...joining, when: "sure" });
      if (taken?.verdict === "taken" && taken.news) Y.applyUpdate(peer, taken.news);
    }
    const wanted = single.see(pictureOf);
    expect(grouped.see(pictureOf)).toEqual(wanted);
    expect(pictureOf(peer)).toEqual(wanted);
    return joined;
  }
});

/** All that is in it, how far each writer came, and what is gone. */
function pictureOf(doc: Y.Doc) {
  const { sv, ds } = Y.snapshot(doc);
  return { items: itemsOf(doc).toJSON(), sv, gone: ds.clients };
}

describe("in a room", () => {
  const scene = roomsScene();
  const opened = async (): Promise<Guest> => {
    const guestOf = await scene.enter();
    await guestOf.until("step-1");
    guestOf.socket.send(emptyAnswer);
    return guestOf;
  };
  const editOf = (id: string) => {
    const doc = new Y.Doc();
    writeMatter(doc, id, id);
    return updateFrame(Y.encodeStateAsUpdate(doc));
  };
  const settled = () => new Promise<void>((resolve) => setImmediate(resolve));
  const untilAppended = async (count: number) => {
    while (scene.store.appendCount < count) await settled();
  };

  test("what three people write within 22 ms is one entry and one frame, and each hears that it is saved", async () => {
    const [first, ...others] = [await opened(), await opened(), await opened(), await opened()];
    first.socket.send(editOf("first"));
    first.socket.send(markerFrame(1));
    await first.until("marker");
    others.forEach(({ socket }, at) => {
      socket.send(editOf(`k${at}`));
      socket.send(markerFrame(1));
    });
    for (const { socket } of others) await pinged(socket);
    expect(scene.store.appendCount).toBe(1);
    expect(others.flatMap(({ heard }) => heard).filter((frame) => frame?.kind === "marker")).toEqual([]);
    scene.clock.pass(appendEveryMs);
    await Promise.all(others.map(({ until }) => until("marker")));
    expect((await scene.store.load(roomName)).position).toBe(2);
  });

  test("who writes and goes at once has written", async () => {
    const [first, second] = [await opened(), await opened()];
    first.socket.send(editOf("first"));
    await untilAppended(1);
    second.socket.send(editOf("last"));
    second.socket.close();
    await second.closed;
    while (scene.door.clients.size > 1) await settled();
    first.socket.send(markerFrame(1));
    scene.clock.pass(appendEveryMs);
    await first.until("marker");
    expect((await scene.store.load(roomName)).position).toBe(2);
  });

  /** What was sent before has been received: a pong answers behind it. */
  const pinged = (socket: Guest["socket"]) =>
    new Promise<void>((resolve) => {
      socket.once("pong", () => resolve());
      socket.ping();
    });
});
