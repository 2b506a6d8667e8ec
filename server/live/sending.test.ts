import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { heardFrame, roundTrip } from "../../test/world/hearing.ts";
import type { Tab } from "../../test/world/live-board.ts";
import { until } from "../../test/world/live-board.ts";
import { liveScene } from "../../test/world/live-scene.ts";
import { mattersOf, writeBulk, writeMatter } from "../../test/world/matters.ts";
import { markerFrame, presenceFrame, readFrame, stepTwoFrame, updateFrame } from "./frame.ts";
import { caughtUpBytesMax, frameBytesMax, updateBytesMax } from "./limits.ts";

const scene = liveScene();

const titles = (tab: Tab) => mattersOf(tab.doc);
const write = (tab: Tab, id: string, title: string) => writeMatter(tab.doc, id, title);

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
    const bystander = await scene.openedTabOf("lan");
    const socket = await scene.socketOf("huong");
    await heardFrame(socket, "step-1");
    socket.send(bytes);
    expect(await socket.ended).toBe(4400);
    write(bystander, "still", "here");
    await bystander.saved();
    expect(titles(bystander)).toEqual({ still: "here" });
  });

  test("a text message closes with 4400", async () => {
    const socket = await scene.socketOf("huong");
    socket.socket.send("hello");
    expect(await socket.ended).toBe(4400);
  });

  test("an update longer than allowed closes with 4400; in answer to step 1 much more is allowed", async () => {
    const long = Y.encodeStateAsUpdate(docWithText(updateBytesMax + 1));
    const first = await scene.socketOf("huong");
    await heardFrame(first, "step-1");
    first.send(updateFrame(long));
    expect(await first.ended).toBe(4400);

    const second = await scene.socketOf("huong");
    await heardFrame(second, "step-1");
    second.send(stepTwoFrame(long));
    second.send(markerFrame(1));
    await heardFrame(second, "marker");
    second.send(stepTwoFrame(Y.encodeStateAsUpdate(docWithText(updateBytesMax + 1))));
    expect(await second.ended).toBe(4400);
  });

  test("an answer longer than 8 MiB closes with 4400, a frame longer than any with 1009", async () => {
    const first = await scene.socketOf("huong");
    await heardFrame(first, "step-1");
    first.send(stepTwoFrame(new Uint8Array(caughtUpBytesMax + 1)));
    expect(await first.ended).toBe(4400);
    const second = await scene.socketOf("huong");
    second.send(new Uint8Array(frameBytesMax + 1));
    expect(await second.ended).toBe(1009);
  });

  test("a guest reads, and is sent away with 4403 when writing", async () => {
    const huong = await scene.openedTabOf("huong");
    write(huong, "a", "đọc được");
    await huong.saved();
    const guest = await scene.openedTabOf("khach");
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
    writeMatter(doc, "a", "mất");
    writeMatter(doc, "b", "đến");
    const lan = await scene.openedTabOf("lan");
    const socket = await scene.socketOf("huong");
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
    writeMatter(doc, "a", "1");
    const vector = Y.encodeStateVector(doc);
    writeMatter(doc, "b", "2");
    const gapped = stepTwoFrame(Y.encodeStateAsUpdate(doc, vector));
    const socket = await scene.socketOf("huong");
    for (let asked = 1; asked <= 4; asked++) {
      await heardFrame(socket, "step-1", asked);
      socket.send(gapped);
    }
    expect(await socket.ended).toBe(4400);
  });

  test("a marker sent before the answer to step 1 waits for it: the answer may hold what it covers", async () => {
    const doc = docWithText(10);
    const socket = await scene.socketOf("huong");
    await heardFrame(socket, "step-1");
    socket.send(markerFrame(1));
    socket.send(presenceFrame([]));
    scene.store.hold();
    socket.send(stepTwoFrame(Y.encodeStateAsUpdate(doc)));
    const lan = await scene.tabOf("lan");
    const other = await scene.socketOf("lan");
    await heardFrame(other, "step-1");
    expect(socket.heard.some((bytes) => readFrame(bytes)?.kind === "marker")).toBe(false);
    scene.store.letGo();
    await heardFrame(socket, "marker");
    await lan.synced;
    socket.socket.terminate();
    other.socket.terminate();
  });
});

function docWithText(bytes: number): Y.Doc {
  const doc = new Y.Doc();
  writeBulk(doc, "long", bytes);
  return doc;
}
