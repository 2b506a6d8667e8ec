/**
 * How long an edit takes to the others: `node test/load/live.bench.ts [clients] [edits per second] [seconds]`.
 * A server as an operator runs it, in a process of its own, with the store that syncs to the disk before anybody sees an
 * edit; light clients in this process, all in one programme of the demo board. Time runs from handing an edit to the
 * socket until a peer's socket hands the frame over, both in this process, so one clock measures both ends.
 */
import { readFileSync } from "node:fs";
import { WebSocket } from "ws";
import * as Y from "yjs";
import { markerFrame, readFrame, stepOneFrame, stepTwoFrame, updateFrame } from "../../server/live/frame.ts";
import { machineClock, pause } from "../../server/observe/clock.ts";
import { addItem, patchItem } from "../../shared/document/item-commands.ts";
import type { Day } from "../../shared/kit/day.ts";
import type { Minute } from "../../shared/kit/minute.ts";
import { temporaryDir } from "../world/live-board.ts";
import { startRedis } from "../world/redis-server.ts";
import { type ServerProcess, startServer } from "../world/server-process.ts";

const [clientCount = 100, editsPerSecond = 100, seconds = 20] = process.argv.slice(2).map(Number);
const warmUpMs = 3_000;
/** Reading every frame in every client would measure this process: so many read, the others only take. */
const observerCount = 10;
const name = "hanoi/program/2026";
const day = "2026-11-24" as Day;

/** When each edit was handed to its socket: by writer, then by the clock it ends at. */
const sentAt = new Map<number, Map<number, number>>();
const toPeerMs: number[] = [];
const toSavedMs: number[] = [];
const traffic = { frames: 0, bytes: 0 };
let isMeasuring = false;

class Client {
  readonly #socket: WebSocket;
  readonly #doc = new Y.Doc();
  readonly #saving = new Map<number, number>();
  readonly ready: Promise<void>;
  #edits = 0;

  constructor(url: string, cookie: string, observes: boolean) {
    this.#socket = new WebSocket(`${url.replace("http", "ws")}/sync/${name}`, { headers: { cookie } });
    this.#socket.on("open", () => this.#socket.send(stepOneFrame(new Uint8Array([0]))));
    this.ready = new Promise((resolve) => {
      this.#socket.on("message", (data: Buffer) => this.#hear(data, { observes, resolve }));
    });
    this.#doc.on("update", (update: Uint8Array) => this.#send(update));
  }

  edit(): void {
    const { clientID } = this.#doc;
    const id = `bench-${clientID}`;
    const startMin = (420 + 15 * (this.#edits++ % 40)) as Minute;
    const when = { horizon: "time", day, startMin } as const;
    this.#doc.transact(() => {
      if (this.#edits > 1) return patchItem(this.#doc, id, { when });
      addItem(this.#doc, {
        id,
        title: "Giao ban",
        office: "party",
        kind: "meeting",
        status: "registered",
        when,
        parties: {},
      });
    });
  }

  close(): void {
    this.#socket.terminate();
  }

  #send(update: Uint8Array): void {
    const { clientID } = this.#doc;
    const clock = Y.getState(this.#doc.store, clientID);
    const nowMs = performance.now();
    const clocks = sentAt.get(clientID) ?? new Map<number, number>();
    sentAt.set(clientID, clocks.set(clock, nowMs));
    this.#saving.set(clock, nowMs);
    this.#socket.send(updateFrame(update));
    this.#socket.send(markerFrame(clock));
  }

  #hear(data: Buffer, { observes, resolve }: { observes: boolean; resolve: () => void }): void {
    const nowMs = performance.now();
    traffic.frames++;
    traffic.bytes += data.byteLength;
    if (data[0] === 0 && data[1] === 0) this.#socket.send(stepTwoFrame(Y.encodeStateAsUpdate(this.#doc)));
    if (data[0] === 0 && data[1] === 1) resolve();
    const frame = observes || data[0] === 102 ? readFrame(data) : null;
    if (frame?.kind === "update") recordArrival(frame.update, nowMs);
    if (frame?.kind === "marker") this.#recordSaved(frame.marker, nowMs);
  }

  #recordSaved(clock: number, nowMs: number): void {
    const sentMs = this.#saving.get(clock);
    this.#saving.delete(clock);
    if (isMeasuring && sentMs !== undefined) toSavedMs.push(nowMs - sentMs);
  }
}

/** A frame may hold edits of several writers: each counts for itself. */
function recordArrival(update: Uint8Array, nowMs: number): void {
  const { from, to } = Y.parseUpdateMeta(update);
  for (const [writer, end] of to) {
    for (const [clock, sentMs] of sentAt.get(writer) ?? []) {
      const isInside = clock > (from.get(writer) ?? 0) && clock <= end;
      if (isInside && isMeasuring) toPeerMs.push(nowMs - sentMs);
    }
  }
}

async function measure(server: ServerProcess, words: string): Promise<void> {
  const cookie = await server.signIn("huong");
  const clients = Array.from(
    { length: clientCount },
    (_, index) => new Client(server.url, cookie, index < observerCount),
  );
  await Promise.all(clients.map(({ ready }) => ready));
  await edit(clients, warmUpMs);
  Object.assign(traffic, { frames: 0, bytes: 0 });
  isMeasuring = true;
  const used = cpuSeconds(server.pid);
  const editCount = await edit(clients, seconds * 1000);
  const cpu = cpuSeconds(server.pid) - used;
  await pause(machineClock, 500);
  isMeasuring = false;
  for (const client of clients) client.close();
  report(words, editCount, cpu, server.pid);
}

/** Evenly spread, one client after the other; late ticks are caught up with, so the rate holds. Answers how many. */
async function edit(clients: readonly Client[], forMs: number): Promise<number> {
  const beganMs = performance.now();
  let count = 0;
  for (let passedMs = 0; passedMs < forMs; passedMs = performance.now() - beganMs) {
    for (; count < (passedMs * editsPerSecond) / 1000; count++) clients[count % clients.length]?.edit();
    await pause(machineClock, 2);
  }
  return count;
}

function report(words: string, editCount: number, cpu: number, pid: number): void {
  const expected = editCount * observerCount * (1 - 1 / clientCount);
  process.stdout.write(
    `${words}: ${clientCount} clients, ${(editCount / seconds).toFixed(0)} edits/s for ${seconds} s\n` +
      `  edit → peer   ${percentiles(toPeerMs)}   (${toPeerMs.length} of ${expected.toFixed(0)} arrivals at ${observerCount} peers)\n` +
      `  edit → saved  ${percentiles(toSavedMs)}\n` +
      `  down ${(traffic.frames / seconds).toFixed(0)} frames/s, ${(traffic.bytes / seconds / 1024).toFixed(0)} KiB/s; ` +
      `server ${((100 * cpu) / seconds).toFixed(0)} % of a core, ${memoryMib(pid)} MiB\n`,
  );
  for (const list of [toPeerMs, toSavedMs]) list.length = 0;
  sentAt.clear();
}

function percentiles(values: readonly number[]): string {
  const sorted = Float64Array.from(values).sort();
  const at = (share: number) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN).toFixed(1);
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms, most ${at(1)} ms`;
}

/** Of the whole process, from Linux' /proc: 100 ticks a second. */
function cpuSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

function memoryMib(pid: number): string {
  const line = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"));
  return (Number(line?.[1]) / 1024).toFixed(0);
}

const dir = temporaryDir();
const embedded = await startServer({ DATA_DIR: dir.path });
await measure(embedded, "embedded store, fsync before anybody sees an edit");
await embedded.end("SIGTERM");
dir.remove();

const redis = await startRedis(["--appendonly", "yes", "--appendfsync", "always"]);
const server = await startServer({ REDIS_URL: redis.url });
await measure(server, "redis on a Unix socket, appendfsync always");
await server.end("SIGTERM");
await redis.remove();
