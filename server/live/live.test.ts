import { describe, expect, test } from "vitest";
import { heardFrame, presenceGone, presenceOf, roundTrip } from "../../test/world/hearing.ts";
import type { Tab } from "../../test/world/live-board.ts";
import { openSocket, openTab, until } from "../../test/world/live-board.ts";
import { liveScene } from "../../test/world/live-scene.ts";
import { mattersOf, writeMatter } from "../../test/world/matters.ts";
import { presenceFrame } from "./frame.ts";

const scene = liveScene();

const titles = (tab: Tab) => mattersOf(tab.doc);
const write = (tab: Tab, id: string, title: string) => writeMatter(tab.doc, id, title);

describe("editing together", () => {
  test("what two people write at once is on both screens in the end", async () => {
    const [huong, lan] = await Promise.all([scene.openedTabOf("huong"), scene.openedTabOf("lan")]);
    write(huong, "a", "Giao ban");
    write(lan, "b", "Tiếp xúc cử tri");
    await Promise.all([huong, lan].map((tab) => until(tab.doc, () => Object.keys(titles(tab)).length === 2)));
    expect(titles(huong)).toEqual({ a: "Giao ban", b: "Tiếp xúc cử tri" });
    expect(titles(lan)).toEqual(titles(huong));
  });

  test("two documents know nothing of each other", async () => {
    const programme = await scene.openedTabOf("huong");
    write(programme, "a", "2026");
    await programme.saved();
    const directory = await scene.tabOf("huong", { name: "hanoi/directory" });
    await directory.synced;
    expect(titles(directory)).toEqual({});
  });

  test("[P2] nobody sees an edit before it is in the log, and the writer is not told that it is saved", async () => {
    const [huong, lan] = await Promise.all([scene.openedTabOf("huong"), scene.openedTabOf("lan")]);
    scene.store.hold();
    write(huong, "a", "chưa ghi");
    const saved = huong.saved();
    await roundTrip(lan);
    expect(titles(lan)).toEqual({});
    expect(huong.answered).toEqual([]);
    scene.store.letGo();
    await Promise.all([saved, until(lan.doc, () => titles(lan).a === "chưa ghi")]);
  });

  test("[P2] who joins while an append is pending gets the document only when that is durable", async () => {
    const huong = await scene.openedTabOf("huong");
    scene.store.hold();
    write(huong, "a", "chưa ghi");
    await roundTrip(huong);
    const lan = await scene.tabOf("lan");
    const other = await scene.socketOf("quang-anh");
    await heardFrame(other, "step-1");
    expect(titles(lan)).toEqual({});
    expect(lan.provider.synced).toBe(false);
    scene.store.letGo();
    await lan.synced;
    expect(titles(lan)).toEqual({ a: "chưa ghi" });
    other.socket.terminate();
  });

  test("what comes while an append is in flight becomes one append and one frame", async () => {
    const [huong, lan] = await Promise.all([scene.openedTabOf("huong"), scene.openedTabOf("lan")]);
    scene.store.hold();
    for (let index = 0; index < 50; index++) write(huong, `k${index}`, "x");
    await roundTrip(huong);
    const before = scene.store.appendCount;
    let frames = 0;
    lan.doc.on("update", () => frames++);
    const saved = huong.saved();
    scene.store.letGo();
    await Promise.all([saved, until(lan.doc, () => Object.keys(titles(lan)).length === 50)]);
    expect(scene.store.appendCount - before).toBeLessThanOrEqual(2);
    expect(frames).toBeLessThanOrEqual(3);
  });

  test("while the store cannot be reached nothing is dropped, and it is saved once it can", async () => {
    const [huong, lan] = await Promise.all([scene.openedTabOf("huong"), scene.openedTabOf("lan")]);
    scene.store.fail();
    write(huong, "a", "1");
    write(lan, "b", "2");
    await Promise.all([roundTrip(huong), roundTrip(lan)]);
    expect([huong.answered, lan.answered]).toEqual([[], []]);
    const saved = Promise.all([huong.saved(), lan.saved()]);
    scene.store.letGo();
    await saved;
    await until(huong.doc, () => titles(huong).b === "2");
    expect(titles(huong)).toEqual({ a: "1", b: "2" });
  });

  test("[P7] a restart keeps every edit and every sign-in, and duplicates nothing", async () => {
    const cookie = await scene.board.signIn("huong");
    const huong = scene.keep(openTab({ board: scene.board, cookie }));
    await huong.synced;
    write(huong, "a", "một lần");
    await huong.saved();
    huong.close();
    await scene.restart();
    const again = scene.keep(openTab({ board: scene.board, cookie }));
    await again.synced;
    expect(titles(again)).toEqual({ a: "một lần" });
  });
});

describe("who may come in", () => {
  test("without a sign-in the socket is closed for good with 4401", async () => {
    const tab = scene.keep(openTab({ board: scene.board }));
    expect(await tab.refused).toBe(4401);
    expect(tab.provider.shouldConnect).toBe(false);
  });

  test("an invented or ended ticket is no sign-in", async () => {
    const invented = scene.keep(openTab({ board: scene.board, cookie: `lien-thong=${"x".repeat(32)}` }));
    const cookie = await scene.board.signIn("huong");
    await fetch(`${scene.board.url}/api/sign-in`, { method: "DELETE", headers: { cookie } });
    const ended = scene.keep(openTab({ board: scene.board, cookie }));
    expect(await Promise.all([invented.refused, ended.refused])).toEqual([4401, 4401]);
  });

  test.each(["hanoi/program/1999", "da-nang/program/2026", "hanoi/secrets", "hanoi/directory/x"])(
    "document %s does not exist: 4404",
    async (name) => {
      const tab = await scene.tabOf("huong", { name });
      expect(await tab.refused).toBe(4404);
    },
  );

  test.each([
    { origin: "http://evil.example" },
    { origin: "null" },
    { origin: "http://127.0.0.1:1" },
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
  ])("a page of another origin gets no socket: %o", async (headers) => {
    const cookie = await scene.board.signIn("huong");
    expect(await openSocket({ board: scene.board, cookie, headers }).ended).toBe(403);
  });

  test("our own page gets one", async () => {
    const cookie = await scene.board.signIn("huong");
    const headers = { origin: scene.board.url, "sec-fetch-site": "same-origin" };
    const socket = openSocket({ board: scene.board, cookie, headers });
    await socket.opened;
    socket.socket.terminate();
  });

  test("there is no socket anywhere else", async () => {
    const cookie = await scene.board.signIn("huong");
    expect(await openSocket({ board: scene.board, cookie, path: "/api/board" }).ended).toBe(404);
  });
});

describe("presence", () => {
  test("others see the name of the sign-in, whatever the tab says", async () => {
    const [huong, lan] = await Promise.all([scene.openedTabOf("huong"), scene.openedTabOf("lan")]);
    huong.provider.awareness.setLocalState({ user: { id: "lan", name: "Nguyễn Ngọc Lan" }, open: "item-1" });
    await presenceOf(lan, (state) => state.open === "item-1");
    expect(lan.provider.awareness.getStates().get(huong.doc.clientID)).toEqual({
      user: { id: "huong", name: "Trần Thị Hương", office: "party" },
      open: "item-1",
    });
  });

  test("nobody speaks for another's tab", async () => {
    const [huong, lan] = await Promise.all([scene.openedTabOf("huong"), scene.openedTabOf("lan")]);
    huong.provider.awareness.setLocalState({ open: "mine" });
    await presenceOf(lan, (state) => state.open === "mine");
    const intruder = await scene.socketOf("quang-anh");
    intruder.send(presenceFrame([{ id: huong.doc.clientID, clock: 99, json: '{"open":"stolen"}' }]));
    intruder.send(presenceFrame([{ id: huong.doc.clientID, clock: 100, json: "null" }]));
    intruder.send(presenceFrame([{ id: 4711, clock: 1, json: '{"open":"own"}' }]));
    await presenceOf(lan, (state) => state.open === "own");
    expect(lan.provider.awareness.getStates().get(huong.doc.clientID)).toMatchObject({ open: "mine" });
    intruder.socket.terminate();
    await presenceGone(lan, 4711);
    expect(lan.provider.awareness.getStates().has(huong.doc.clientID)).toBe(true);
  });

  test("who comes later is told who is there; who leaves is gone", async () => {
    const huong = await scene.openedTabOf("huong");
    huong.provider.awareness.setLocalState({ open: "item-1" });
    const lan = await scene.openedTabOf("lan");
    await presenceOf(lan, (state) => state.open === "item-1");
    huong.close();
    await presenceGone(lan, huong.doc.clientID);
  });

  test("a tab that comes back is seen again at once, though its own count starts from the old one", async () => {
    const [huong, lan] = await Promise.all([scene.openedTabOf("huong"), scene.openedTabOf("lan")]);
    huong.provider.awareness.setLocalState({ open: "item-1" });
    await presenceOf(lan, (state) => state.open === "item-1");
    const gone = presenceGone(lan, huong.doc.clientID);
    huong.provider.ws?.close();
    await gone;
    await presenceOf(lan, (state) => state.open === "item-1");
  });
});
