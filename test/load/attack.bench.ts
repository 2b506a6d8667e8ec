/**
 * The long forms of `test/attack`: `node test/load/attack.bench.ts [updates] [frames] [frames over sockets]`.
 * Hostile updates against one document in this process; changed frames against the rooms in this process, over sockets that
 * are none, so that a million of them take minutes; then some over real sockets against a server of its own, where a
 * connection has to be made for each that ends one. Ends with an error when anything breaks, or when the loop of an
 * attacked process was late by 100 ms or more at its 99th percentile.
 */
import { fileURLToPath, pathToFileURL } from "node:url";
import { createDice } from "../../server/demo/dice.ts";
import { machineClock, pause } from "../../server/observe/clock.ts";
import { attackWithFrames } from "../attack/barrage.ts";
import { startBystander } from "../attack/bystander.ts";
import { recordSession } from "../attack/recorded-session.ts";
import { attackRooms } from "../attack/rooms-attack.ts";
import { besiege, newTally } from "../attack/siege.ts";
import { temporaryDir } from "../world/live-board.ts";
import { seed } from "../world/seed.ts";
import { type ServerProcess, startServer } from "../world/server-process.ts";

const [updates = 100_000, frames = 1_000_000, socketFrames = 20_000] = process.argv.slice(2).map(Number);
const lateMaxMs = 100;
const say = (words: string) => process.stdout.write(`${words}\n`);

const tally = newTally();
besiege(createDice(`siege ${seed}`), updates, tally);
const outcomes = Object.values(tally).flatMap((of) => Object.entries(of));
const sums = Map.groupBy(outcomes, ([outcome]) => outcome);
say(`${updates} hostile updates of ${Object.keys(tally).length} kinds: nothing decided changed, the schema held`);
for (const [outcome, of] of sums) say(`  ${outcome}: ${of.reduce((sum, [, count]) => sum + count, 0)}`);

const dice = createDice(`frames ${seed}`);
const corpus = await recordSession(dice);
const inside = await attackRooms({ corpus, dice, frames });
say(
  `${inside.read} changed frames of ${corpus.length} real ones against the rooms: ${inside.perSecond.toFixed(0)} a second`,
);
say(
  `  closed: ${inside.closed}; loop late by p99 ${inside.lateP99Ms.toFixed(1)} ms, at most ${inside.lateMostMs.toFixed(1)} ms`,
);

const outside = await overSockets();
process.exit(Math.max(inside.lateP99Ms, outside) < lateMaxMs ? 0 : 1);

/** Answers how late the loop of the server was (p99, ms). */
async function overSockets(): Promise<number> {
  const dir = temporaryDir();
  const watch = pathToFileURL(fileURLToPath(new URL("../attack/loop-watch.ts", import.meta.url))).href;
  const server = await startServer({ DATA_DIR: dir.path, NODE_OPTIONS: `--import ${watch}` });
  const bystander = await startBystander(server);
  const documents = [bystander.document, "hanoi/directory"];
  await lateness(server);
  const { read, connections, closed } = await attackWithFrames(server, {
    corpus,
    dice,
    frames: socketFrames,
    documents,
  });
  const { words, p99Ms } = await lateness(server);
  const { savedCount, worstMs, isWhole } = await bystander.stop();
  await server.end("SIGTERM");
  dir.remove();
  say(`${read} changed frames over ${connections} real sockets; closed: ${JSON.stringify([...closed])}; ${words}`);
  say(`  beside it ${savedCount} edits were saved, the slowest in ${worstMs.toFixed(0)} ms; whole: ${isWhole}`);
  if (!isWhole) throw new Error("what was shown as saved is not there");
  return p99Ms;
}

/** How late the loop of `server` was since the last time it was asked. */
async function lateness(server: ServerProcess): Promise<{ readonly words: string; readonly p99Ms: number }> {
  const before = server.output().length;
  process.kill(server.pid, "SIGUSR2");
  while (!server.output().slice(before).includes("\n")) await pause(machineClock, 10);
  const words = server.output().slice(before).trim();
  return { words, p99Ms: Number(/p99 ([\d.]+)/.exec(words)?.[1]) };
}
