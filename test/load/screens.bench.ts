/**
 * Thirty screens on one board with a year of 10,000 items and 300 in the week they show:
 * `node test/load/screens.bench.ts [screens] [seconds] [events]`. How long an edit takes from the desk to the frame at a
 * screen, what the screens cost while nothing changes, and whether a day of events leaves anything in memory. The server is a
 * process of its own on the first processor; desk and screens are in this one, so one clock measures both ends.
 */
import { WebSocket } from "ws";
import { writeCredential } from "../../server/access/screen-cookie.ts";
import { machineChance } from "../../server/observe/chance.ts";
import { machineClock, pause } from "../../server/observe/clock.ts";
import { createCredentials } from "../../server/screens/key-credentials.ts";
import { momentAt } from "../../server/screens/projection/moment.ts";
import { openEmbeddedStore } from "../../server/store/embedded/embedded-store.ts";
import { patchItem, writeText } from "../../shared/document/item-commands.ts";
import { screenEntries } from "../../shared/document/screens.ts";
import { directoryUpdate, programmeUpdate } from "../../shared/document/whole-update.ts";
import { addDays, dayParts, weekdayOf } from "../../shared/kit/day.ts";
import type { Minute } from "../../shared/kit/minute.ts";
import type { Item } from "../../shared/model/item.ts";
import { openTab, type Tab, temporaryDir } from "../world/live-board.ts";
import { startServer } from "../world/server-process.ts";
import { screenEntry } from "../world/wall-screen.ts";
import { benchDirectory, benchItems } from "./bench-programme.ts";
import { cpuSeconds, memoryMib, pinLoad, pinServer, quantile, starvedSeconds } from "./sides/figures.ts";

const viewHead = Buffer.from('{"type":"view","n');
const [screenCount = 30, seconds = 20, eventCount = 17_280] = process.argv.slice(2).map(Number);
const inWeek = 300;
let touched = 0;
const { today } = momentAt(machineClock.now());
const monday = addDays(today, 1 - weekdayOf(today));
const programmeName = `hanoi/program/${dayParts(today).year}`;

const dir = temporaryDir();
const { cookies, shown } = await prepare();
const side = await startServer({ DATA_DIR: dir.path });
pinServer(side.pid);
pinLoad();
const desk = await openDesk("huong", programmeName);
const directory = await openDesk("huong", "hanoi/directory");
directory.doc.transact(() => {
  for (let at = 0; at < screenCount; at++) screenEntries.put(directory.doc, screenEntry(`screen-${at}`));
});
await directory.saved();
const walls = await Promise.all(cookies.map(openWall));
process.stdout.write(
  `${screenCount} screens show a week of ${shown.length} items, ${Math.round((walls[0]?.bytes ?? 0) / 1024)} KiB a view\n`,
);
await measureIdle();
await measureEdits("one desk, two edits a second", 0);
await measureEdits("the same while others make 20 edits a second in the week", 20);
await measureMemory();
await side.end("SIGKILL");
dir.remove();
process.exit(0);

/** A year of 10,000 items with a full week, a directory, and a credential for each screen. */
async function prepare(): Promise<{ cookies: string[]; shown: Item[] }> {
  const parts = { clock: machineClock, chance: machineChance };
  const store = await openEmbeddedStore({ dataDir: dir.path, ...parts });
  const year = benchItems({ count: 10_000, years: 1, planned: true });
  const isHere = ({ when }: Item) => "day" in when && when.day >= monday && when.day <= addDays(monday, 6);
  const others = year.filter((item) => !isHere(item));
  const here = [...year.filter(isHere), ...others.splice(0, inWeek)].slice(0, inWeek).map((item, at): Item => {
    const startMin = (420 + (at % 20) * 30) as Minute;
    return { ...item, status: "registered", when: { horizon: "time", day: addDays(monday, at % 5), startMin } };
  });
  await store.append(programmeName, [programmeUpdate([...others, ...here])], null);
  await store.append("hanoi/directory", [directoryUpdate(benchDirectory())], null);
  const credentials = createCredentials({ keys: store, ...parts });
  const cookies: string[] = [];
  for (let at = 0; at < screenCount; at++)
    cookies.push(writeCredential(await credentials.issue(`screen-${at}`)).split(";")[0] ?? "");
  await store.close();
  return { cookies, shown: here };
}

async function openDesk(as: string, name: string): Promise<Tab> {
  const tab = openTab({ board: side, cookie: await side.signIn(as), name });
  await tab.synced;
  return tab;
}

type Wall = { readonly bytes: number; readonly views: () => number; until(token: string): Promise<void> };

/** Resolves with its first view. What it hears is not parsed: that would be paid by the measured machine. */
function openWall(cookie: string): Promise<Wall> {
  const socket = new WebSocket(`${side.url.replace("http", "ws")}/screen-feed`, { headers: { cookie } });
  const waiting = new Map<Buffer, () => void>();
  let views = 0;
  return new Promise((resolve, reject) => {
    socket.on("close", (code) => reject(new Error(`a screen was closed with ${code}`)));
    socket.on("message", (data: Buffer) => {
      if (!data.subarray(0, viewHead.byteLength).equals(viewHead)) return;
      if (++views === 1) {
        const until = (token: string) => new Promise<void>((heard) => waiting.set(Buffer.from(token), heard));
        resolve({ bytes: data.byteLength, views: () => views, until });
      }
      for (const [token, heard] of waiting) {
        if (!data.includes(token)) continue;
        waiting.delete(token);
        heard();
      }
    });
  });
}

async function measureIdle(): Promise<void> {
  await pause(machineClock, 2_000);
  const [cpu, starved, views] = [cpuSeconds(side.pid), starvedSeconds(side.pid), viewCount()];
  await pause(machineClock, seconds * 1000);
  const share = (100 * (cpuSeconds(side.pid) - cpu)) / seconds;
  const waited = (100 * (starvedSeconds(side.pid) - starved)) / seconds;
  process.stdout.write(
    `nothing changes: ${share.toFixed(1)} % of a core (wanted ≤ 5: ${met(share <= 5)}), ${viewCount() - views} views sent, ` +
      `${waited.toFixed(0)} % starved\n`,
  );
}

async function measureEdits(words: string, othersPerSecond: number): Promise<void> {
  const others = othersPerSecond > 0 ? await openDesk("lan", programmeName) : null;
  const stopOthers = others ? machineClock.every(1000 / othersPerSecond, () => touch(others, "người khác")) : () => {};
  const [cpu, starved] = [cpuSeconds(side.pid), starvedSeconds(side.pid)];
  const tookMs: number[] = [];
  const observed = walls.slice(0, 10);
  for (let edit = 0; edit < 2 * seconds; edit++) {
    const token = `Q${othersPerSecond}x${edit}q`;
    const heard = observed.map((wall) => wall.until(token));
    const beganMs = performance.now();
    touch(desk, token);
    await Promise.all(heard.map((one) => one.then(() => tookMs.push(performance.now() - beganMs))));
    await pause(machineClock, Math.max(0, 500 - (performance.now() - beganMs)));
  }
  stopOthers();
  others?.close();
  const share = (100 * (cpuSeconds(side.pid) - cpu)) / seconds;
  const waited = (100 * (starvedSeconds(side.pid) - starved)) / seconds;
  const [p50, p95, most] = [0.5, 0.95, 1].map((at) => quantile(tookMs, at));
  process.stdout.write(
    `${words}: edit → screen p50 ${p50?.toFixed(0)} ms, p95 ${p95?.toFixed(0)} ms, most ${most?.toFixed(0)} ms ` +
      `(wanted p95 ≤ 300: ${met((p95 ?? 1e9) <= 300)}); server ${share.toFixed(0)} % of a core, ${waited.toFixed(0)} % starved\n`,
  );
}

/** Another matter, or another hour, of the next item of the week. */
function touch({ doc }: Tab, token: string): void {
  const { id } = shown[touched++ % shown.length] ?? { id: "" };
  doc.transact(() => {
    writeText(doc, id, { field: "title", text: `${token} làm việc về dự án ${touched}` });
    if (touched % 3 !== 0) return;
    const startMin = (420 + ((touched * 7) % 40) * 15) as Minute;
    patchItem(doc, id, { when: { horizon: "time", day: addDays(monday, touched % 5), startMin } });
  });
}

/** As many events as a day has with one every five seconds, one after the other. */
async function measureMemory(): Promise<void> {
  const marks: number[] = [];
  const perMark = Math.ceil(eventCount / 6);
  await events(perMark);
  for (let mark = 0; mark < 6; mark++) {
    await pause(machineClock, 3_000);
    marks.push(memoryMib(side.pid));
    if (mark < 5) await events(perMark);
  }
  const last = walls[0]?.until("Qendq");
  touch(desk, "Qendq");
  await last;
  process.stdout.write(
    `a day of ${eventCount.toLocaleString("en")} events: ${viewCount().toLocaleString("en")} views; server ` +
      `${marks.map((mib) => mib.toFixed(0)).join(", ")} MiB, measured after each sixth\n`,
  );
}

async function events(count: number): Promise<void> {
  for (let event = 0; event < count; event++) {
    touch(desk, `sự kiện ${event}`);
    if (event % 20 === 19) await desk.saved();
  }
  await desk.saved();
}

function viewCount(): number {
  return walls.reduce((sum, { views }) => sum + views(), 0);
}

function met(isMet: boolean): string {
  return isMet ? "met" : "MISSED";
}
