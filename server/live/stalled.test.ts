/** Browsers that take what they are sent slowly, or not at all. */
import { expect, test } from "vitest";
import { itemsOf } from "../../shared/document/roots.ts";
import { heardFrame } from "../../test/world/hearing.ts";
import { until } from "../../test/world/live-board.ts";
import { liveScene } from "../../test/world/live-scene.ts";
import { writeBulk, writeMatter } from "../../test/world/matters.ts";
import { metricsOf } from "../../test/world/metrics-page.ts";
import { stepOneFrame, stepTwoFrame } from "./frame.ts";
import { bufferedBytesMax, updateBytesMax } from "./limits.ts";

const scene = liveScene();
const mib = 1024 * 1024;
const wholeDocument = stepOneFrame(new Uint8Array([0]));
const nothingMissing = stepTwoFrame(new Uint8Array([0, 0]));

/** `sizeMib` MiB by several hands, as no single one writes so much at once. */
async function fillDocument(sizeMib: number): Promise<void> {
  const hands = [await scene.openedTabOf("huong"), await scene.openedTabOf("lan")];
  const perUpdate = updateBytesMax - 16 * 1024;
  for (let written = 0; written < sizeMib * mib; written += perUpdate) {
    const hand = hands[Math.round(written / perUpdate) % hands.length];
    if (hand) writeBulk(hand.doc, `bulk-${written}`, perUpdate - 4 * 1024);
  }
  await Promise.all(hands.map((hand) => hand.saved()));
  for (const hand of hands) hand.close();
}

async function sample(name: string): Promise<number> {
  return (await metricsOf(scene.board)).get(`lien_thong_${name}`) ?? Number.NaN;
}

test("[P6] a socket that takes nothing is cut before it costs more than the bound and one frame; the others go on", async () => {
  const stalled = await scene.socketOf("quang-anh");
  stalled.send(nothingMissing);
  stalled.send(wholeDocument);
  await heardFrame(stalled, "step-2");
  stalled.socket.pause();
  const writers = [await scene.openedTabOf("huong"), await scene.openedTabOf("lan")];
  const reader = await scene.openedTabOf("thu-ha");
  let mostBuffered = 0;
  let pieces = 0;
  // What the operating system's own buffers take comes on top of ours, so it ends when the socket is gone.
  while ((await sample('cut_sockets_total{reason="stalled"}')) === 0 && pieces < 200) {
    const writer = writers[pieces % writers.length];
    if (writer) writeBulk(writer.doc, `piece-${pieces++}`, 200 * 1024);
    await writer?.saved();
    mostBuffered = Math.max(mostBuffered, await sample("buffered_max_bytes"));
  }
  expect(await sample('cut_sockets_total{reason="stalled"}')).toBe(1);
  expect(mostBuffered).toBeGreaterThan(bufferedBytesMax / 2);
  expect(mostBuffered).toBeLessThan(bufferedBytesMax + 512 * 1024);
  await until(reader.doc, () => itemsOf(reader.doc).has(`piece-${pieces - 1}-0`));
  expect(reader.provider.wsconnected).toBe(true);
});

test("who opens a large document over a slow line is not cut for it, while others go on editing", async () => {
  await fillDocument(14);
  const slow = await scene.socketOf("quang-anh");
  slow.socket.pause();
  slow.send(nothingMissing);
  slow.send(wholeDocument);
  while (!((await sample("buffered_max_bytes")) > bufferedBytesMax));
  const writer = await scene.openedTabOf("huong");
  for (let edit = 0; edit < 20; edit++) {
    writeMatter(writer.doc, "a", `lần ${edit}`);
    await writer.saved();
  }
  expect(await sample('cut_sockets_total{reason="stalled"}')).toBe(0);
  slow.socket.resume();
  await heardFrame(slow, "step-2");
  await heardFrame(slow, "update", 20);
  expect(slow.socket.readyState).toBe(slow.socket.OPEN);
});

test("[P6] who asks for a large document again and again, and takes none of it, is cut", async () => {
  await fillDocument(8);
  const stalled = await scene.socketOf("quang-anh");
  stalled.socket.pause();
  stalled.send(nothingMissing);
  for (let ask = 0; ask < 40; ask++) stalled.send(wholeDocument);
  while ((await sample('cut_sockets_total{reason="stalled"}')) === 0);
  expect(await sample("buffered_max_bytes")).toBe(0);
});
