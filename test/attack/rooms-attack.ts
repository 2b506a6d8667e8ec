/**
 * Changed frames against the real rooms on a real store, all in this process, over sockets that only pass them on: what is
 * measured is the server's own code, from the bytes of a frame to the log. Between two frames the event loop turns.
 */
import { monitorEventLoopDelay } from "node:perf_hooks";
import { demoPeople } from "../../server/access/demo-people.ts";
import type { Dice } from "../../server/demo/dice.ts";
import { packUpdate } from "../../server/live/packing.ts";
import { Rooms } from "../../server/live/rooms.ts";
import { machineChance } from "../../server/observe/chance.ts";
import { machineClock } from "../../server/observe/clock.ts";
import { silentLog } from "../../server/observe/log.ts";
import { noMeters } from "../../server/observe/meters.ts";
import { openEmbeddedStore } from "../../server/store/embedded/embedded-store.ts";
import { ServerSocket } from "../simulation/wire.ts";
import { temporaryDir } from "../world/live-board.ts";
import { mutatedFrame } from "./mutated-frames.ts";

type Attack = { readonly corpus: readonly Uint8Array[]; readonly dice: Dice; readonly frames: number };

type Answer = {
  readonly read: number;
  readonly closed: number;
  readonly perSecond: number;
  readonly lateP99Ms: number;
  readonly lateMostMs: number;
};

const resolutionMs = 5;
/** How many frames one turn of the loop reads, as a busy socket would bring them. */
const framesPerTurn = 4;
/** A document grows with what it takes of a hundred thousand frames; then another is attacked. */
const framesPerDocument = 50_000;

export async function attackRooms({ corpus, dice, frames }: Attack): Promise<Answer> {
  const dir = temporaryDir();
  const store = await openEmbeddedStore({ dataDir: dir.path, clock: machineClock, chance: machineChance });
  const rooms = new Rooms({
    ...{ store, clock: machineClock, log: silentLog, meters: noMeters },
    pack: async (update) => packUpdate(update),
    isSignedIn: async () => true,
  });
  const late = monitorEventLoopDelay({ resolution: resolutionMs });
  late.enable();
  const beganMs = performance.now();
  let closed = 0;
  let socket: ServerSocket | null = null;
  for (let read = 0; read < frames; read++) {
    const name = `hanoi/program/${2000 + Math.floor(read / framesPerDocument)}`;
    if (!socket || socket.readyState !== socket.OPEN || read % framesPerDocument === 0) {
      socket?.terminate();
      if (socket) closed++;
      socket = enter(rooms, name, dice);
    }
    socket.deliver(mutatedFrame(corpus, dice));
    if (read % framesPerTurn === 0) await new Promise<void>((resolve) => void setImmediate(resolve));
  }
  const perSecond = frames / ((performance.now() - beganMs) / 1000);
  late.disable();
  await rooms.close(5_000);
  await store.close();
  dir.remove();
  const ms = (nanoseconds: number) => Math.max(0, nanoseconds / 1e6 - resolutionMs);
  return { read: frames, closed, perSecond, lateP99Ms: ms(late.percentile(99)), lateMostMs: ms(late.max) };
}

function enter(rooms: Rooms, name: string, dice: Dice): ServerSocket {
  const actor = dice.pick(demoPeople);
  const socket: ServerSocket = new ServerSocket({
    sendDown() {},
    ping() {},
    closeDown: (code) => socket.end(code),
    terminate() {},
  });
  rooms.enter(name, socket.asWebSocket, { actor, ticket: actor.id, epoch: null });
  return socket;
}
