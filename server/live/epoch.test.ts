import * as decoding from "lib0/decoding";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { closeCode } from "../../shared/protocol/close-code.ts";
import { messageType } from "../../shared/protocol/message.ts";
import { heardFrame, roundTrip } from "../../test/world/hearing.ts";
import { type BareSocket, openSocket, openTab } from "../../test/world/live-board.ts";
import { liveScene } from "../../test/world/live-scene.ts";
import { mattersOf, writeMatter } from "../../test/world/matters.ts";
import { updateFrame } from "./frame.ts";

const scene = liveScene();

function typesHeard({ heard }: BareSocket): number[] {
  return heard.map((bytes) => decoding.readVarUint(decoding.createDecoder(bytes)));
}

/** The board's programme with one word of Hương in it; answers its epoch and what her browser keeps of it. */
async function written(): Promise<{ epoch: string; kept: Uint8Array }> {
  const huong = await scene.openedTabOf("huong");
  writeMatter(huong.doc, "a", "Giao ban");
  await huong.saved();
  const kept = Y.encodeStateAsUpdate(huong.doc);
  huong.close();
  return { epoch: huong.epoch() ?? expect.fail("no epoch"), kept };
}

test("whoever opens a document is told its epoch before anything of it", async () => {
  await written();
  const socket = await scene.socketOf("lan");
  await heardFrame(socket, "step-1");
  expect(typesHeard(socket).slice(0, 2)).toEqual([messageType.epoch, messageType.sync]);
});

test("the first word in a document begins its epoch, and everybody there is told", async () => {
  const [huong, lan] = await Promise.all([scene.openedTabOf("huong"), scene.openedTabOf("lan")]);
  expect([huong.epoch(), lan.epoch()]).toEqual([null, null]);
  writeMatter(huong.doc, "a", "Giao ban");
  await huong.saved();
  await roundTrip(lan);
  expect(huong.epoch()).toBeTruthy();
  expect(lan.epoch()).toBe(huong.epoch());
});

test("who comes again with the same epoch goes on, also after a restart", async () => {
  const { epoch, kept } = await written();
  await scene.restart();
  const cookie = await scene.board.signIn("huong");
  const again = scene.keep(openTab({ board: scene.board, cookie, epoch, update: kept }));
  writeMatter(again.doc, "b", "offline");
  await again.synced;
  await again.saved();
  const lan = await scene.openedTabOf("lan");
  expect(mattersOf(lan.doc)).toEqual({ a: "Giao ban", b: "offline" });
});

test("[P7] what belongs to another epoch is never mixed in: its browser is sent away before it is read", async () => {
  await written();
  const stranger = new Y.Doc();
  writeMatter(stranger, "z", "from another life");
  const cookie = await scene.board.signIn("quang-anh");
  const update = Y.encodeStateAsUpdate(stranger);
  const tab = scene.keep(openTab({ board: scene.board, cookie, epoch: "another", update }));
  expect(await tab.refused).toBe(closeCode.staleEpoch);
  // Neither does what a hasty one sends while the document is still being read.
  await scene.restart();
  const path = "/sync/hanoi/program/2026?epoch=another";
  const hasty = openSocket({ board: scene.board, cookie: await scene.board.signIn("huong"), path });
  await hasty.opened;
  hasty.send(updateFrame(update));
  expect(await hasty.ended).toBe(closeCode.staleEpoch);
  const lan = await scene.openedTabOf("lan");
  expect(mattersOf(lan.doc)).toEqual({ a: "Giao ban" });
});

test("an epoch of a document that the store does not know at all is another one too", async () => {
  const cookie = await scene.board.signIn("huong");
  const tab = scene.keep(openTab({ board: scene.board, cookie, epoch: "lost" }));
  expect(await tab.refused).toBe(closeCode.staleEpoch);
});
