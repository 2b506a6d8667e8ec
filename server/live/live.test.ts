import { afterEach, beforeEach, describe, expect, test } from "vitest";
import * as Y from "yjs";
import { type GatedStore, gateStore } from "../../test/world/gated-store.ts";
import type { Tab, TabOptions } from "../../test/world/live-board.ts";
import { type LiveBoard, openSocket, openTab, startBoard, temporaryDir, until } from "../../test/world/live-board.ts";
import { markerFrame, presenceFrame, readFrame, stepTwoFrame, updateFrame } from "./frame.ts";
import { caughtUpBytesMax, frameBytesMax, updateBytesMax } from "./limits.ts";

let dir: ReturnType<typeof temporaryDir>;
let board: LiveBoard;
let store: GatedStore;
const tabs: Tab[] = [];

beforeEach(async () => {
  dir = temporaryDir();
  board = await start();
});

afterEach(async () => {
  for (const tab of tabs.splice(0)) tab.close();
  store.letGo();
  await board.stop();
  dir.remove();
});

function start(): Promise<LiveBoard> {
  return startBoard({
    dataDir: dir.path,
    wrap: (real) => {
      store = gateStore(real);
      return store;
    },
  });
}

async function tabOf(person: string, options: Partial<TabOptions> = {}): Promise<Tab> {
  const tab = openTab({ board, cookie: await board.signIn(person), ...options });
  tabs.push(tab);
  return tab;
}

async function openedTabOf(person: string): Promise<Tab> {
  const tab = await tabOf(person);
  await tab.synced;
  return tab;
}

async function socketOf(person: string) {
  const socket = openSocket({ board, cookie: await board.signIn(person) });
  await socket.opened;
  return socket;
}

const titles = (tab: Tab) => tab.doc.getMap("titles").toJSON();
const write = (tab: Tab, key: string, value: string) => tab.doc.getMap("titles").set(key, value);

describe("editing together", () => {
  test("what two people write at once is on both screens in the end", async () => {
    const [huong, lan] = await Promise.all([openedTabOf("huong"), openedTabOf("lan")]);
    write(huong, "a", "Giao ban");
    write(lan, "b", "Tiếp xúc cử tri");
    await Promise.all([huong, lan].map((tab) => until(tab.doc, () => Object.keys(titles(tab)).length === 2)));
    expect(titles(huong)).toEqual({ a: "Giao ban", b: "Tiếp xúc cử tri" });
    expect(titles(lan)).toEqual(titles(huong));
  });

  test("two documents know nothing of each other", async () => {
    const programme = await openedTabOf("huong");
    write(programme, "a", "2026");
    await programme.saved();
    const directory = await tabOf("huong", { name: "hanoi/directory" });
    await directory.synced;
    expect(titles(directory)).toEqual({});
  });

  test("[P2] nobody sees an edit before it is in the log, and the writer is not told that it is saved", async () => {
    const [huong, lan] = await Promise.all([openedTabOf("huong"), openedTabOf("lan")]);
    store.hold();
    write(huong, "a", "chưa ghi");
    const saved = huong.saved();
    await roundTrip(lan);
    expect(titles(lan)).toEqual({});
    expect(huong.answered).toEqual([]);
    store.letGo();
    await Promise.all([saved, until(lan.doc, () => titles(lan).a === "chưa ghi")]);
  });

  test("[P2] who joins while an append is pending gets the document only when that is durable", async () => {
    const huong = await openedTabOf("huong");
    store.hold();
    write(huong, "a", "chưa ghi");
    await roundTrip(huong);
    const lan = await tabOf("lan");
    const other = await socketOf("quang-anh");
    await heardFrame(other, "step-1");
    expect(titles(lan)).toEqual({});
    expect(lan.provider.synced).toBe(false);
    store.letGo();
    await lan.synced;
    expect(titles(lan)).toEqual({ a: "chưa ghi" });
    other.socket.terminate();
  });

  test("what comes while an append is in flight becomes one append and one frame", async () => {
    const [huong, lan] = await Promise.all([openedTabOf("huong"), openedTabOf("lan")]);
    store.hold();
    for (let index = 0; index < 50; index++) write(huong, `k${index}`, "x");
    await roundTrip(huong);
    const before = store.appendCount;
    let frames = 0;
    lan.doc.on("update", () => frames++);
    const saved = huong.saved();
    store.letGo();
    await Promise.all([saved, until(lan.doc, () => Object.keys(titles(lan)).length === 50)]);
    expect(store.appendCount - before).toBeLessThanOrEqual(2);
    expect(frames).toBeLessThanOrEqual(3);
  });

  test("while the store cannot be reached nothing is dropped, and it is saved once it can", async () => {
    const [huong, lan] = await Promise.all([openedTabOf("huong"), openedTabOf("lan")]);
    store.fail();
    write(huong, "a", "1");
    write(lan, "b", "2");
    await Promise.all([roundTrip(huong), roundTrip(lan)]);
    expect([huong.answered, lan.answered]).toEqual([[], []]);
    const saved = Promise.all([huong.saved(), lan.saved()]);
    store.letGo();
    await saved;
    await until(huong.doc, () => titles(huong).b === "2");
    expect(titles(huong)).toEqual({ a: "1", b: "2" });
  });

  test("[P7] a restart keeps every edit and every sign-in, and duplicates nothing", async () => {
    const cookie = await board.signIn("huong");
    const huong = openTab({ board, cookie });
    tabs.push(huong);
    await huong.synced;
    huong.doc.getText("note").insert(0, "một lần");
    await huong.saved();
    huong.close();
    await board.stop();
    board = await start();
    const again = openTab({ board, cookie });
    tabs.push(again);
    await again.synced;
    expect(again.doc.getText("note").toString()).toBe("một lần");
  });
});

describe("who may come in", () => {
  test("without a sign-in the socket is closed for good with 4401", async () => {
    const tab = openTab({ board });
    tabs.push(tab);
    expect(await tab.refused).toBe(4401);
    expect(tab.provider.shouldConnect).toBe(false);
  });

  test("an invented or ended ticket is no sign-in", async () => {
    const invented = openTab({ board, cookie: `lien-thong=${"x".repeat(32)}` });
    const cookie = await board.signIn("huong");
    await fetch(`${board.url}/api/sign-in`, { method: "DELETE", headers: { cookie } });
    const ended = openTab({ board, cookie });
    tabs.push(invented, ended);
    expect(await Promise.all([invented.refused, ended.refused])).toEqual([4401, 4401]);
  });

  test.each(["hanoi/program/1999", "da-nang/program/2026", "hanoi/secrets", "hanoi/directory/x"])(
    "document %s does not exist: 4404",
    async (name) => {
      const tab = await tabOf("huong", { name });
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
    const cookie = await board.signIn("huong");
    expect(await openSocket({ board, cookie, headers }).ended).toBe(403);
  });

  test("our own page gets one", async () => {
    const cookie = await board.signIn("huong");
    const headers = { origin: board.url, "sec-fetch-site": "same-origin" };
    const socket = openSocket({ board, cookie, headers });
    await socket.opened;
    socket.socket.terminate();
  });

  test("there is no socket anywhere else", async () => {
    const cookie = await board.signIn("huong");
    expect(await openSocket({ board, cookie, path: "/api/board" }).ended).toBe(404);
  });
});

describe("what may be sent", () => {
  const nonsense = {
    "an unknown message type": new Uint8Array([77, 1]),
    "no bytes": new Uint8Array(),
    "a message cut short": new Uint8Array([0, 2, 200]),
    "a message with a tail": new Uint8Array([...updateFrame(new Uint8Array([0, 0])), 0]),
    "an update that ends too early": updateFrame(new Uint8Array([1, 1, 5])),
    "an update that promises 30 million structs": updateFrame(new Uint8Array([1, 128, 135, 167, 14, 1, 0, 0, 1])),
    "a state vector that is none": new Uint8Array([0, 0, 2, 200, 1]),
    "presence that ends too early": new Uint8Array([1, 2, 5, 1]),
  };
  test.each(Object.entries(nonsense))("%s closes with 4400 and changes nothing", async (_what, bytes) => {
    const bystander = await openedTabOf("lan");
    const socket = await socketOf("huong");
    await heardFrame(socket, "step-1");
    socket.send(bytes);
    expect(await socket.ended).toBe(4400);
    write(bystander, "still", "here");
    await bystander.saved();
    expect(titles(bystander)).toEqual({ still: "here" });
  });

  test("a text message closes with 4400", async () => {
    const socket = await socketOf("huong");
    socket.socket.send("hello");
    expect(await socket.ended).toBe(4400);
  });

  test("an update longer than allowed closes with 4400; in answer to step 1 much more is allowed", async () => {
    const long = Y.encodeStateAsUpdate(docWithText(updateBytesMax + 1));
    const first = await socketOf("huong");
    await heardFrame(first, "step-1");
    first.send(updateFrame(long));
    expect(await first.ended).toBe(4400);

    const second = await socketOf("huong");
    await heardFrame(second, "step-1");
    second.send(stepTwoFrame(long));
    second.send(markerFrame(1));
    await heardFrame(second, "marker");
    second.send(stepTwoFrame(Y.encodeStateAsUpdate(docWithText(updateBytesMax + 1))));
    expect(await second.ended).toBe(4400);
  });

  test("an answer longer than 8 MiB closes with 4400, a frame longer than any with 1009", async () => {
    const first = await socketOf("huong");
    await heardFrame(first, "step-1");
    first.send(stepTwoFrame(new Uint8Array(caughtUpBytesMax + 1)));
    expect(await first.ended).toBe(4400);
    const second = await socketOf("huong");
    second.send(new Uint8Array(frameBytesMax + 1));
    expect(await second.ended).toBe(1009);
  });

  test("a guest reads, and is sent away with 4403 when writing", async () => {
    const huong = await openedTabOf("huong");
    write(huong, "a", "đọc được");
    await huong.saved();
    const guest = await openedTabOf("khach");
    expect(titles(guest)).toEqual({ a: "đọc được" });
    write(guest, "a", "sửa trộm");
    expect(await guest.refused).toBe(4403);
    await huong.saved();
    expect(titles(huong)).toEqual({ a: "đọc được" });
  });

  test("an edit that builds on a lost one is not applied; the server asks, and holds markers until it is answered", async () => {
    const updates: Uint8Array[] = [];
    const doc = new Y.Doc();
    doc.on("update", (update: Uint8Array) => updates.push(update));
    doc.getMap("titles").set("a", "mất");
    doc.getMap("titles").set("b", "đến");
    const lan = await openedTabOf("lan");
    const socket = await socketOf("huong");
    await heardFrame(socket, "step-1");
    socket.send(stepTwoFrame(new Uint8Array([0, 0])));
    socket.send(updateFrame(updates[1] ?? new Uint8Array()));
    socket.send(markerFrame(7));
    await heardFrame(socket, "step-1", 2);
    await roundTrip(lan);
    expect(titles(lan)).toEqual({});
    expect(socket.heard.some((bytes) => readFrame(bytes)?.kind === "marker")).toBe(false);
    socket.send(stepTwoFrame(Y.encodeStateAsUpdate(doc)));
    expect(await heardFrame(socket, "marker")).toEqual({ kind: "marker", marker: 7 });
    await until(lan.doc, () => titles(lan).b === "đến");
    expect(titles(lan)).toEqual({ a: "mất", b: "đến" });
    socket.socket.terminate();
  });

  test("who never fills the gap is sent away in the end", async () => {
    const doc = new Y.Doc();
    doc.getMap("titles").set("a", "1");
    const vector = Y.encodeStateVector(doc);
    doc.getMap("titles").set("b", "2");
    const gapped = stepTwoFrame(Y.encodeStateAsUpdate(doc, vector));
    const socket = await socketOf("huong");
    for (let asked = 1; asked <= 4; asked++) {
      await heardFrame(socket, "step-1", asked);
      socket.send(gapped);
    }
    expect(await socket.ended).toBe(4400);
  });

  test("a marker sent before the answer to step 1 waits for it: the answer may hold what it covers", async () => {
    const doc = docWithText(10);
    const socket = await socketOf("huong");
    await heardFrame(socket, "step-1");
    socket.send(markerFrame(1));
    socket.send(presenceFrame([]));
    store.hold();
    socket.send(stepTwoFrame(Y.encodeStateAsUpdate(doc)));
    const lan = await tabOf("lan");
    const other = await socketOf("lan");
    await heardFrame(other, "step-1");
    expect(socket.heard.some((bytes) => readFrame(bytes)?.kind === "marker")).toBe(false);
    store.letGo();
    await heardFrame(socket, "marker");
    await lan.synced;
    socket.socket.terminate();
    other.socket.terminate();
  });
});

describe("presence", () => {
  test("others see the name of the sign-in, whatever the tab says", async () => {
    const [huong, lan] = await Promise.all([openedTabOf("huong"), openedTabOf("lan")]);
    huong.provider.awareness.setLocalState({ user: { id: "lan", name: "Nguyễn Ngọc Lan" }, open: "item-1" });
    await presenceOf(lan, (state) => state.open === "item-1");
    expect(lan.provider.awareness.getStates().get(huong.doc.clientID)).toEqual({
      user: { id: "huong", name: "Trần Thị Hương", office: "party" },
      open: "item-1",
    });
  });

  test("nobody speaks for another's tab", async () => {
    const [huong, lan] = await Promise.all([openedTabOf("huong"), openedTabOf("lan")]);
    huong.provider.awareness.setLocalState({ open: "mine" });
    await presenceOf(lan, (state) => state.open === "mine");
    const intruder = await socketOf("quang-anh");
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
    const huong = await openedTabOf("huong");
    huong.provider.awareness.setLocalState({ open: "item-1" });
    const lan = await openedTabOf("lan");
    await presenceOf(lan, (state) => state.open === "item-1");
    huong.close();
    await presenceGone(lan, huong.doc.clientID);
  });

  test("a tab that comes back is seen again at once, though its own count starts from the old one", async () => {
    const [huong, lan] = await Promise.all([openedTabOf("huong"), openedTabOf("lan")]);
    huong.provider.awareness.setLocalState({ open: "item-1" });
    await presenceOf(lan, (state) => state.open === "item-1");
    const gone = presenceGone(lan, huong.doc.clientID);
    huong.provider.ws?.close();
    await gone;
    await presenceOf(lan, (state) => state.open === "item-1");
  });
});

function docWithText(bytes: number): Y.Doc {
  const doc = new Y.Doc();
  doc.getText("long").insert(0, "x".repeat(bytes));
  return doc;
}

/** Resolves when the server has read everything that `tab` sent before: it answers another step 1 … by presence. */
async function roundTrip(tab: Tab): Promise<void> {
  const socket = tab.provider.ws;
  await new Promise<void>((resolve) => {
    // A ping is answered in order of arrival, behind the frames before it.
    const ws = socket as unknown as { ping(): void; once(event: "pong", act: () => void): void };
    ws.once("pong", resolve);
    ws.ping();
  });
}

type Bare = Awaited<ReturnType<typeof socketOf>>;

/** The `count`th frame of `kind` that the socket hears. */
function heardFrame({ socket, heard }: Bare, kind: string, count = 1) {
  const find = () => heard.map((bytes) => readFrame(bytes)).filter((frame) => frame?.kind === kind)[count - 1];
  return new Promise((resolve) => {
    const check = () => {
      const frame = find();
      if (!frame) return false;
      socket.off("message", check);
      resolve(frame);
      return true;
    };
    if (!check()) socket.on("message", check);
  });
}

type State = Record<string, unknown>;

function presenceOf(tab: Tab, holds: (state: State) => boolean): Promise<void> {
  const { awareness } = tab.provider;
  return untilPresence(tab, () =>
    [...awareness.getStates()].some(([id, state]) => id !== tab.doc.clientID && holds(state)),
  );
}

function presenceGone(tab: Tab, id: number): Promise<void> {
  return untilPresence(tab, () => !tab.provider.awareness.getStates().has(id));
}

function untilPresence({ provider }: Tab, holds: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const check = () => {
      if (!holds()) return;
      provider.awareness.off("update", check);
      resolve();
    };
    provider.awareness.on("update", check);
    check();
  });
}
