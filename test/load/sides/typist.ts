/** Somebody at work, as light as possible: a document of their own edits, sent as the stock provider sends them. */
import * as Y from "yjs";
import { markerFrame, readFrame, stepOneFrame, stepTwoFrame, updateFrame } from "../../../server/live/frame.ts";
import { machineClock, pause } from "../../../server/observe/clock.ts";
import { addItem, patchItem, writeText } from "../../../shared/document/item-commands.ts";
import type { Day } from "../../../shared/kit/day.ts";
import type { Minute } from "../../../shared/kit/minute.ts";
import { type Item, notesLengthMax } from "../../../shared/model/item.ts";
import { messageType } from "../../../shared/protocol/message.ts";
import type { Line } from "./line.ts";
import type { Side } from "./sides.ts";
import type { Stopwatch } from "./stopwatch.ts";

type Options = {
  readonly side: Side;
  readonly name: string;
  /** Reads what comes; the others only take it, or a hundred readers would measure this process. */
  readonly observes: boolean;
  readonly stopwatch: Stopwatch;
};

const day = "2026-11-24" as Day;
const emptyStateVector = new Uint8Array([0]);
/** y-protocols: the subtypes of a sync message. */
const [stepOne, stepTwo] = [0, 1];

export class Typist {
  readonly doc = new Y.Doc();
  readonly ready: Promise<void>;
  readonly #options: Options;
  #line: Line | null = null;
  #edits = 0;
  #sentBytes = 0;
  #savedTo = 0;
  #wake: () => void = () => {};
  #greet: () => void = () => {};

  constructor(options: Options) {
    this.#options = options;
    const isGreeted = new Promise<void>((resolve) => {
      this.#greet = resolve;
    });
    this.ready = this.#open().then(() => isGreeted);
    this.doc.on("update", (update: Uint8Array) => this.#send(update));
  }

  /** The first adds an item, every other moves it. */
  edit(): void {
    const id = `bench-${this.doc.clientID}`;
    const startMin = (420 + 15 * (this.#edits++ % 40)) as Minute;
    this.doc.transact(() => {
      if (this.#edits > 1) patchItem(this.doc, id, { when: { horizon: "time", day, startMin } });
      else addItem(this.doc, newItem(id));
    });
  }

  /** That many items, as a pasted schedule: one update. */
  addItems(count: number): void {
    this.doc.transact(() => {
      for (let at = 0; at < count; at++) addItem(this.doc, newItem(`bench-${this.doc.clientID}-${at}`));
    });
  }

  /**
   * Other notes, as long as notes may be, for its one item; answers how many bytes it sent, about 30 KiB. What was there
   * before is gone but for one tombstone, so that the document itself hardly grows.
   */
  rewriteNotes(): number {
    const id = `bench-${this.doc.clientID}`;
    this.#sentBytes = 0;
    this.doc.transact(() =>
      writeText(this.doc, id, { field: "notes", text: this.#nextLetter().repeat(notesLengthMax) }),
    );
    return this.#sentBytes;
  }

  /** Resolves when the server has said that everything sent so far is durable. Only ours says so. */
  async allSaved(): Promise<void> {
    const clock = Y.getState(this.doc.store, this.doc.clientID);
    while (this.#savedTo < clock) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  stall(): void {
    this.#line?.stall();
  }

  goOn(): void {
    this.#line?.goOn();
  }

  /** Resolves once the server has cut the connection. */
  get isCut(): Promise<boolean> {
    return this.#line?.closed.then(() => true) ?? Promise.resolve(true);
  }

  cut(): void {
    this.#line?.cut();
  }

  #nextLetter(): string {
    return String.fromCodePoint(0x1ea0 + (this.#edits++ % 80));
  }

  async #open(): Promise<void> {
    const { side, name } = this.#options;
    this.#line = await side.connect(name, (frame, line) => this.#hear(frame, line));
    this.#line.send(stepOneFrame(emptyStateVector));
  }

  #send(update: Uint8Array): void {
    this.#sentBytes = update.byteLength;
    const { clientID } = this.doc;
    const clock = Y.getState(this.doc.store, clientID);
    this.#options.stopwatch.sent(clientID, clock);
    this.#line?.send(updateFrame(update));
    // What no peer knows, and no peer pays for.
    if (this.#options.side.name === "lien-thong") this.#line?.send(markerFrame(clock));
  }

  #hear(frame: Uint8Array, line: Line): void {
    const { observes, stopwatch } = this.#options;
    stopwatch.traffic(frame.byteLength);
    if (frame[0] === messageType.sync && frame[1] === stepOne) line.send(stepTwoFrame(Y.encodeStateAsUpdate(this.doc)));
    if (frame[0] === messageType.sync && frame[1] === stepTwo) this.#greet();
    if (!observes && frame[0] !== messageType.saved) return;
    const read = readFrame(frame);
    if (read?.kind === "update") stopwatch.arrived(read.update, this.doc.clientID);
    if (read?.kind !== "marker") return;
    stopwatch.saved(this.doc.clientID, read.marker);
    this.#savedTo = read.marker;
    this.#wake();
  }
}

function newItem(id: string): Item {
  const when = { horizon: "time", day, startMin: 420 as Minute } as const;
  return { id, title: "Giao ban", office: "party", kind: "meeting", status: "registered", when, parties: {} };
}

/** Resolves when peers have seen everything that was sent: what a busy server still owes is not measured with the next. */
export async function allSeen(stopwatch: Stopwatch): Promise<void> {
  for (let waitedMs = 0; !stopwatch.isCaughtUp && waitedMs < 15_000; waitedMs += 10) await pause(machineClock, 10);
}

/** Evenly spread, one typist after the other; late ticks are caught up with, so the rate holds. Answers how many. */
export async function typeFor(
  forMs: number,
  { typists, editsPerSecond }: { typists: readonly Typist[]; editsPerSecond: number },
) {
  const beganMs = performance.now();
  let count = 0;
  for (let passedMs = 0; passedMs < forMs; passedMs = performance.now() - beganMs) {
    for (; count < (passedMs * editsPerSecond) / 1000; count++) typists[count % typists.length]?.edit();
    await pause(machineClock, 2);
  }
  return count;
}
