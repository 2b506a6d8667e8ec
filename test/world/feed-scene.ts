/** Screens of a process on a clock moved by hand, over documents held in the test; sockets that take what the test says. */
import { EventEmitter } from "node:events";
import type { WebSocket } from "ws";
import * as Y from "yjs";
import type { Follower } from "../../server/live/readers.ts";
import { silentLog } from "../../server/observe/log.ts";
import { noMeters } from "../../server/observe/meters.ts";
import { ScreenFeed } from "../../server/screens/feed.ts";
import { screenEntries } from "../../shared/document/screens.ts";
import type { Screen } from "../../shared/model/screen.ts";
import type { ScreenFrame, ScreenView } from "../../shared/protocol/screen-feed.ts";
import { HandClock } from "./hand-clock.ts";
import { memoryKeys } from "./memory-keys.ts";
import { tuesdayMs } from "./shown-board.ts";
import { screenEntry } from "./wall-screen.ts";

/** A socket as the server sees it. */
export class WallSocket extends EventEmitter {
  readonly OPEN = 1;
  readyState = 1;
  /** Sent and not taken. */
  bufferedAmount = 0;
  code: number | null = null;
  readonly frames: ScreenFrame[] = [];
  pingCount = 0;

  send(text: string) {
    this.frames.push(JSON.parse(text) as ScreenFrame);
  }

  ping() {
    this.pingCount++;
  }

  close(code: number) {
    this.code = code;
    this.readyState = 3;
    this.emit("close", code);
  }

  terminate() {
    this.close(1006);
  }

  get views(): ScreenView[] {
    return this.frames.flatMap((frame) => (frame.type === "view" ? [frame.view] : []));
  }

  /** How often a frame of the kind came. */
  count(type: ScreenFrame["type"]): number {
    return this.frames.filter((frame) => frame.type === type).length;
  }
}

export type FeedScene = {
  readonly clock: HandClock;
  readonly feed: ScreenFeed;
  /** The directory, and the programme of every year, by name. */
  doc(name: string): Y.Doc;
  put(id: string, more?: Partial<Screen>): void;
  enter(id: string): WallSocket;
  /** What the documents are followed by now. */
  readonly followed: () => number;
};

export function feedScene(nowMs = tuesdayMs): FeedScene {
  const clock = new HandClock(nowMs);
  const docs = new Map<string, Y.Doc>();
  let followed = 0;
  const doc = (name: string) => {
    const known = docs.get(name) ?? new Y.Doc();
    docs.set(name, known);
    return known;
  };
  /** Durable at once, and told a moment later, as by a room. */
  const follow = <Seen>(name: string, follower: Follower<Seen>) => {
    followed++;
    let isDue = false;
    const tell = () => {
      isDue = false;
      follower.tell(follower.look());
    };
    const changed = () => {
      if (!isDue) clock.after(0, tell);
      isDue = true;
    };
    const stop = follower.begin(doc(name), changed);
    changed();
    return () => {
      followed--;
      stop();
    };
  };
  const feed = new ScreenFeed({
    ...{ board: "hanoi", keys: memoryKeys(clock), clock, log: silentLog, meters: noMeters, build: "screen-1.js" },
    rooms: { follow, glance: async (name, _key, look) => look(doc(name)), reachEnd: async () => true },
    credentials: {
      issue: async () => "",
      find: async () => null,
      isCurrent: async () => true,
      end: async () => {},
      onIssue: async () => () => {},
    },
  });
  return {
    clock,
    feed,
    doc,
    followed: () => followed,
    put: (id, more) => {
      const directory = doc("hanoi/directory");
      directory.transact(() => screenEntries.put(directory, screenEntry(id, more)));
    },
    enter(id) {
      const socket = new WallSocket();
      // What the feed uses of a socket is all there.
      feed.enter(socket as unknown as WebSocket, { screen: id, credential: `of ${id}` }, "10.0.0.7");
      return socket;
    },
  };
}
