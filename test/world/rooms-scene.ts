/** Rooms over a real store, on a clock moved by hand, and bare sockets in one of them: for the tests of one file. */
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach } from "vitest";
import { WebSocket, WebSocketServer } from "ws";
import * as Y from "yjs";
import { demoPeople } from "../../server/access/demo-people.ts";
import { type Frame, readFrame, stepTwoFrame } from "../../server/live/frame.ts";
import { packUpdate } from "../../server/live/packing.ts";
import { Rooms } from "../../server/live/rooms.ts";
import { machineChance } from "../../server/observe/chance.ts";
import { silentLog } from "../../server/observe/log.ts";
import { noMeters } from "../../server/observe/meters.ts";
import { openEmbeddedStore } from "../../server/store/embedded/embedded-store.ts";
import { type GatedStore, gateStore } from "./gated-store.ts";
import { HandClock } from "./hand-clock.ts";
import { temporaryDir } from "./live-board.ts";
import { writeMatter } from "./matters.ts";

/** The document of every socket in it. */
export const roomName = "hanoi/program/2026";
/** What a browser answers to step 1 that has nothing new. */
export const emptyAnswer = stepTwoFrame(new Uint8Array([0, 0]));

/** A socket in the room, with what it heard. */
export type Guest = {
  readonly socket: WebSocket;
  readonly heard: readonly (Frame | null)[];
  /** Resolves with the close code. */
  readonly closed: Promise<number>;
  /** Resolves once so many messages of a kind were heard. */
  until(kind: Frame["kind"], count?: number): Promise<void>;
};

export type RoomsScene = {
  readonly clock: HandClock;
  readonly store: GatedStore;
  readonly rooms: Rooms;
  /** The server's ends of the sockets. */
  readonly door: WebSocketServer;
  /** Tickets that sign their holder in; every socket has "ticket". */
  readonly signedIn: Set<string>;
  enter(options?: { autoPong?: boolean }): Promise<Guest>;
};

/** Call it once at the top of a file of tests. */
export function roomsScene(): RoomsScene {
  const [huong] = demoPeople;
  let dir: ReturnType<typeof temporaryDir>;
  let clock: HandClock;
  let store: GatedStore;
  let door: WebSocketServer;
  let rooms: Rooms;
  let signedIn: Set<string>;

  beforeEach(async () => {
    dir = temporaryDir();
    clock = new HandClock();
    store = gateStore(await openEmbeddedStore({ dataDir: dir.path, clock, chance: machineChance }));
    signedIn = new Set(["ticket"]);
    const isSignedIn = async (ticket: string) => signedIn.has(ticket);
    rooms = new Rooms({
      store,
      clock,
      log: silentLog,
      meters: noMeters,
      pack: async (update) => packUpdate(update),
      isSignedIn,
    });
    door = new WebSocketServer({ port: 0, host: "127.0.0.1" });
    door.on("connection", (socket) => {
      if (huong) rooms.enter(roomName, socket, { actor: huong, ticket: "ticket", epoch: null });
    });
    await once(door, "listening");
  });
  afterEach(async () => {
    store.letGo();
    const closing = rooms.close(1000);
    clock.pass(2000);
    await closing;
    for (const socket of door.clients) socket.terminate();
    door.close();
    await store.close();
    dir.remove();
  });

  const enter = async (options: { autoPong?: boolean } = {}): Promise<Guest> => {
    const socket = new WebSocket(`ws://127.0.0.1:${(door.address() as AddressInfo).port}`, options);
    const heard: (Frame | null)[] = [];
    let wake = () => {};
    socket.on("message", (data: Buffer) => {
      heard.push(readFrame(data));
      wake();
    });
    const closed = once(socket, "close").then(([code]) => Number(code));
    await once(socket, "open");
    const until = async (kind: Frame["kind"], count = 1) => {
      while (heard.filter((frame) => frame?.kind === kind).length < count) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    };
    return { socket, heard, closed, until };
  };

  return {
    get clock() {
      return clock;
    },
    get store() {
      return store;
    },
    get rooms() {
      return rooms;
    },
    get door() {
      return door;
    },
    get signedIn() {
      return signedIn;
    },
    enter,
  };
}

/** So many edits of fifty items, one update each. */
export function updatesOf(count: number): Uint8Array[] {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => updates.push(update));
  for (let index = 0; index < count; index++) writeMatter(doc, `k${index % 50}`, `${index}`);
  return updates;
}
