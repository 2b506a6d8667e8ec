/**
 * A joint session in a year of 10,000 items: `node test/load/joint.bench.ts [followers] [steps]`. How long a step takes from
 * whoever leads to the others, and how soon somebody who comes late has it, before the year itself is there. The server is
 * a process of its own on the first processor; everybody else is in this one, so one clock measures both ends.
 */
import { WebSocket } from "ws";
import { readFrame, stepOneFrame, stepTwoFrame } from "../../server/live/frame.ts";
import { machineChance } from "../../server/observe/chance.ts";
import { machineClock, pause } from "../../server/observe/clock.ts";
import { openEmbeddedStore } from "../../server/store/embedded/embedded-store.ts";
import { patchItem } from "../../shared/document/item-commands.ts";
import {
  goToStep,
  jointSessionsOf,
  observeJointSessions,
  openJointSession,
} from "../../shared/document/joint-sessions.ts";
import { itemsOf } from "../../shared/document/roots.ts";
import { directoryUpdate, programmeUpdate } from "../../shared/document/whole-update.ts";
import type { JointSession } from "../../shared/model/joint-session.ts";
import { openTab, type Tab, temporaryDir } from "../world/live-board.ts";
import { startServer } from "../world/server-process.ts";
import { benchDirectory, benchItems } from "./bench-programme.ts";
import { cpuSeconds, pinLoad, pinServer, quantile, starvedSeconds } from "./sides/figures.ts";

const [followerCount = 60, stepCount = 200] = process.argv.slice(2).map(Number);
const everyMs = 100;
const name = "hanoi/program/2026";
const scope = { horizon: "week", period: "2026-W48" } as const;
const days = "2026-11-23/2026-11-29";
const by = { id: "huong", name: "Trần Thị Hương" };
/** An update without a struct and without a deletion. */
const nothing = new Uint8Array([0, 0]);
const emptyStateVector = new Uint8Array([0]);

const dir = temporaryDir();
await prepare();
const side = await startServer({ DATA_DIR: dir.path });
pinServer(side.pid);
pinLoad();
const leader = await openFull("huong");
leader.doc.transact(() => openJointSession(leader.doc, { id: "s", scope, opened: { by, atMs: 1 }, topics: [] }));
await leader.saved();
const sentMs = new Map<string, number>();
const heardMs: number[] = [];
const shownMs: number[] = [];
const people = ["huong", "lan", "quang-anh", "thanh-binh", "minh-duc", "thu-ha"];
await Promise.all(Array.from({ length: followerCount - 1 }, (_, at) => openLight(people[at % people.length] ?? "lan")));
const follower = await openFull("lan");
observeJointSessions(follower.doc, () => note(shownMs, stepIn(follower)));
await measureSteps("one after the other", 1);
await measureSteps("while 20 others' edits a second are made", 2);
await measureLate();
await side.end("SIGKILL");
dir.remove();
process.exit(0);

async function prepare(): Promise<void> {
  const store = await openEmbeddedStore({ dataDir: dir.path, clock: machineClock, chance: machineChance });
  await store.append(name, [programmeUpdate(benchItems({ count: 10_000, years: 1, planned: true }))], null);
  await store.append("hanoi/directory", [directoryUpdate(benchDirectory())], null);
  await store.close();
}

async function openFull(as: string): Promise<Tab> {
  const tab = openTab({ board: side, cookie: await side.signIn(as), name });
  await tab.synced;
  return tab;
}

/** Hears what everybody hears and keeps no year of its own: sixty of those would measure this process. */
async function openLight(as: string): Promise<void> {
  const cookie = await side.signIn(as);
  const socket = new WebSocket(`${side.url.replace("http", "ws")}/sync/${name}`, { headers: { cookie } });
  socket.binaryType = "nodebuffer";
  await new Promise((resolve, reject) => {
    socket.on("open", () => socket.send(stepOneFrame(emptyStateVector)));
    socket.on("error", reject);
    socket.on("message", (data: Buffer) => {
      const frame = readFrame(data);
      if (frame?.kind === "step-1") socket.send(stepTwoFrame(nothing));
      if (frame?.kind === "step-2") resolve(null);
      if (frame?.kind === "update") note(heardMs, /step0\d{6}x/.exec(data.toString("latin1"))?.[0]);
    });
  });
}

function note(times: number[], topic: string | null | undefined): void {
  const began = topic ? sentMs.get(topic) : undefined;
  if (began !== undefined) times.push(performance.now() - began);
}

function stepIn({ doc }: Tab): string | null {
  const step = jointSessionsOf(doc).get("s")?.get("step") as JointSession["step"] | undefined;
  return step?.topic ?? null;
}

async function measureSteps(words: string, round: number): Promise<void> {
  heardMs.length = shownMs.length = 0;
  const [cpu, starved, beganMs] = [cpuSeconds(side.pid), starvedSeconds(side.pid), performance.now()];
  const stop = round === 1 ? () => {} : othersEdit();
  for (let at = 0; at < stepCount; at++) {
    const topic = `step0${String(round * 100_000 + at)}x`;
    sentMs.set(topic, performance.now());
    leader.doc.transact(() => goToStep(leader.doc, "s", { topic, offers: [], by, atMs: at }));
    await pause(machineClock, everyMs);
  }
  await pause(machineClock, 1_000);
  stop();
  const seconds = (performance.now() - beganMs) / 1_000;
  const share = (100 * (cpuSeconds(side.pid) - cpu)) / seconds;
  const waited = (100 * (starvedSeconds(side.pid) - starved)) / seconds;
  const expected = stepCount * (followerCount - 1);
  process.stdout.write(
    `${stepCount} steps, ${followerCount} followers, ${words}\n` +
      `  step → follower's socket ${percentiles(heardMs)} (wanted p95 ≤ 200: ${met(quantile(heardMs, 0.95) <= 200)}), ` +
      `${heardMs.length} of ${expected} arrivals\n` +
      `  step → in a page's document ${percentiles(shownMs)}\n` +
      `  server ${share.toFixed(0)} % of a core, ${waited.toFixed(0)} % starved\n`,
  );
}

function othersEdit(): () => void {
  let [count, isOver] = [0, false];
  const ids = [...itemsOf(follower.doc).keys()].slice(0, 500);
  const edit = () => {
    if (isOver) return;
    const id = ids[count++ % ids.length] ?? "";
    follower.doc.transact(() => patchItem(follower.doc, id, { ref: String(count) }));
    machineClock.after(50, edit);
  };
  edit();
  return () => {
    isOver = true;
  };
}

/** What a page asks for first: the days on its screen, with the sessions about them. */
async function measureLate(): Promise<void> {
  const times: number[] = [];
  const cookie = await side.signIn("minh-duc");
  for (let at = 0; at < 30; at++) {
    // Each after an edit: what was looked at before is of no use.
    const topic = `late0${String(100_000 + at)}x`;
    leader.doc.transact(() => goToStep(leader.doc, "s", { topic, offers: [], by, atMs: at }));
    await leader.saved();
    const began = performance.now();
    const answer = await fetch(`${side.url}/api/look/${days}`, { headers: { cookie } });
    const { sessions } = (await answer.json()) as { readonly sessions: readonly JointSession[] };
    if (sessions[0]?.step?.topic !== topic) throw new Error("the step that was saved is not the one that is told");
    times.push(performance.now() - began);
  }
  process.stdout.write(
    `who comes late has the step of the session ${percentiles(times)} after asking ` +
      `(wanted ≤ 1,000: ${met(quantile(times, 1) <= 1_000)})\n`,
  );
}

function percentiles(values: readonly number[]): string {
  const at = (share: number) => quantile(values, share).toFixed(1);
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, most ${at(1)} ms`;
}

function met(isMet: boolean): string {
  return isMet ? "met" : "MISSED";
}
