/** Sends frames at a real server over real sockets, and counts those of which it is sure that the server read them. */
import { once } from "node:events";
import { WebSocket } from "ws";
import type { Dice } from "../../server/demo/dice.ts";
import type { LiveBoard } from "../world/live-board.ts";
import { mutatedFrame } from "./mutated-frames.ts";

export type FrameAttack = {
  /** Real frames, as {@link recordSession} has them. */
  readonly corpus: readonly Uint8Array[];
  readonly dice: Dice;
  /** How many changed ones are to be read. */
  readonly frames: number;
  readonly documents: readonly string[];
};

export type Barrage = {
  /** Frames that were read. */
  read: number;
  connections: number;
  /** How connections ended that the server ended, by close code. */
  readonly closed: Map<number, number>;
};

type Fire = {
  readonly url: string;
  readonly cookie: string;
  readonly document: string;
  readonly frames: number;
  readonly next: () => Uint8Array;
};

/** Sockets at a time. */
const socketCount = 8;
/** A fresh socket every so often, as an attacker would to stay below what one socket may send. */
const framesPerSocket = 100;

/** Throws when the server lets nobody in any more. */
export async function attackWithFrames(
  board: Pick<LiveBoard, "url" | "signIn">,
  attack: FrameAttack,
): Promise<Barrage> {
  const { corpus, dice, frames, documents } = attack;
  const barrage = newBarrage();
  const cookie = await board.signIn("lan");
  // Half of the session as it was, so that what follows finds ground in the document.
  const first = corpus.slice(0, corpus.length / 2);
  const said = first.values();
  for (const document of documents.slice(0, 1)) {
    const next = () => said.next().value ?? new Uint8Array();
    await fire({ url: board.url, cookie, document, frames: first.length, next }, newBarrage());
  }
  const next = () => mutatedFrame(corpus, dice);
  const attackers = Array.from({ length: socketCount }, (_, at) => documents[at % documents.length] ?? "");
  await Promise.all(attackers.map((document) => fire({ url: board.url, cookie, document, frames, next }, barrage)));
  return barrage;
}

function newBarrage(): Barrage {
  return { read: 0, connections: 0, closed: new Map() };
}

async function fire({ url, cookie, document, frames, next }: Fire, barrage: Barrage) {
  while (barrage.read < frames) {
    const socket = new WebSocket(`${url.replace("http", "ws")}/sync/${document}`, { headers: { cookie } });
    const closed = new Promise<number>((resolve) => {
      socket.on("close", resolve);
      socket.on("error", () => resolve(0));
    });
    if ((await Promise.race([once(socket, "open").then(() => "open"), closed])) !== "open") {
      throw new Error("the server lets nobody in any more");
    }
    barrage.connections++;
    for (let sent = 0; sent < framesPerSocket && barrage.read < frames; sent++) {
      socket.send(next());
      socket.ping();
      // Behind a frame that closes, nothing is read: so one at a time.
      const end = await Promise.race([once(socket, "pong").then(() => null), closed]);
      barrage.read++;
      if (end === null) continue;
      barrage.closed.set(end, (barrage.closed.get(end) ?? 0) + 1);
      break;
    }
    socket.terminate();
  }
}
