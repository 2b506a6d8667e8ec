import type { Dice } from "../../server/demo/dice.ts";
import type { Visitor } from "../../server/live/member.ts";
import { packUpdate } from "../../server/live/packing.ts";
import { Rooms } from "../../server/live/rooms.ts";
import type { Clock } from "../../server/observe/clock.ts";
import { silentLog } from "../../server/observe/log.ts";
import { noMeters } from "../../server/observe/meters.ts";
import { connectStore, type Disk, type Faults, noFaults } from "./simulated-store.ts";
import { type ClientEnd, Wire } from "./wire.ts";

type Parts = {
  readonly clock: Clock;
  readonly dice: Dice;
  readonly disk: Disk;
  readonly onSent: (frame: Uint8Array) => void;
};

type Life = { readonly clock: MortalClock; readonly rooms: Rooms; readonly wires: Set<Wire> };

/** Longest time of a frame between a browser and a server. */
const frameDelayMaxMs = 60;

/** One server process: the real rooms on a simulated store. It can be killed at any instant, and started again. */
export class SimulatedServer {
  /** Of its own way to the store. */
  readonly faults: Faults = { ...noFaults };
  readonly #parts: Parts;
  readonly #number: number;
  #life: Life | null = null;
  #lives = 0;

  constructor(parts: Parts, number: number) {
    this.#parts = parts;
    this.#number = number;
    this.start();
  }

  get isUp(): boolean {
    return this.#life !== null;
  }

  get openCount(): number {
    return this.#life?.rooms.openCount ?? 0;
  }

  start() {
    if (this.#life) return;
    const { clock: world, ...rest } = this.#parts;
    const clock = new MortalClock(world);
    const store = connectStore({
      ...rest,
      faults: this.faults,
      clock,
      world,
      node: `n${this.#number}.${++this.#lives}`,
    });
    const rooms = new Rooms({
      store,
      clock,
      log: silentLog,
      meters: noMeters,
      pack: async (update) => packUpdate(update),
      isSignedIn: async () => true,
    });
    this.#life = { clock, rooms, wires: new Set() };
  }

  /** kill -9: nothing of it happens any more. */
  kill() {
    const life = this.#life;
    this.#life = null;
    life?.clock.die();
    for (const wire of life?.wires ?? []) wire.serverDied();
  }

  /** SIGTERM: finishes what it accepted, sends everybody elsewhere, ends. */
  async stop(): Promise<void> {
    const life = this.#life;
    this.#life = null;
    await life?.rooms.close(5_000);
    // The last frames are with the operating system.
    life?.clock.die();
    for (const wire of life?.wires ?? []) wire.serverDied();
  }

  /** Lets a browser in; null when nobody answers. */
  accept(name: string, visitor: Visitor, client: ClientEnd): Wire | null {
    const life = this.#life;
    if (!life) return null;
    const { dice, onSent, clock } = this.#parts;
    const wire = new Wire({ server: this.#number, clock, dice, delayMaxMs: frameDelayMaxMs, onSent }, client);
    life.wires.add(wire);
    wire.socket.on("close", () => life.wires.delete(wire));
    life.rooms.enter(name, wire.socket.asWebSocket, visitor);
    return wire;
  }
}

/** A clock whose timers end with the process that set them. */
class MortalClock implements Clock {
  readonly #clock: Clock;
  #isDead = false;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  die() {
    this.#isDead = true;
  }

  now(): number {
    return this.#clock.now();
  }

  after(delayMs: number, act: () => void) {
    return this.#clock.after(delayMs, () => this.#isDead || act());
  }

  every(periodMs: number, act: () => void) {
    const stop = this.#clock.every(periodMs, () => (this.#isDead ? stop() : act()));
    return stop;
  }
}
