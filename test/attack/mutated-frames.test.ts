import { afterEach, beforeEach, expect, test } from "vitest";
import { createDice } from "../../server/demo/dice.ts";
import { readFrame } from "../../server/live/frame.ts";
import { temporaryDir } from "../world/live-board.ts";
import { runs, seed } from "../world/seed.ts";
import { type ServerProcess, startServer } from "../world/server-process.ts";
import { attackWithFrames } from "./barrage.ts";
import { startBystander } from "./bystander.ts";
import { recordSession } from "./recorded-session.ts";

const frames = 300 * runs;

let dir: ReturnType<typeof temporaryDir>;
let server: ServerProcess;
beforeEach(async () => {
  dir = temporaryDir();
  server = await startServer({ DATA_DIR: dir.path });
});
afterEach(async () => {
  await server.end("SIGKILL");
  dir.remove();
});

test("[P6] no frame ends the server or the work of those beside it", { timeout: 150_000 + 20_000 * runs }, async () => {
  const dice = createDice(`frames ${seed}`);
  const corpus = await recordSession(dice);
  const kinds = new Set(corpus.map((frame) => readFrame(frame)?.kind));
  expect([...kinds].sort()).toEqual(["marker", "presence", "step-1", "step-2", "update"]);
  const bystander = await startBystander(server);
  const barrage = await attackWithFrames(server, {
    corpus,
    dice,
    frames,
    documents: [bystander.document, "hanoi/directory"],
  });
  const { savedCount, isWhole } = await bystander.stop();
  expect(barrage.read).toBeGreaterThanOrEqual(frames);
  // Both the frames that end a connection and those that are read on.
  expect(barrage.closed.get(4400)).toBeGreaterThan(frames / 20);
  expect(barrage.read).toBeGreaterThan(1.3 * barrage.connections);
  expect(savedCount).toBeGreaterThan(3);
  expect(isWhole).toBe(true);
  expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
});
