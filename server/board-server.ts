/** The server put together: every part is made here, from what it is given, and nowhere else. */
import type { Server } from "node:http";
import { createAdaptorServer } from "@hono/node-server";
import type { Chance } from "../shared/kit/id.ts";
import { createSignIns } from "./access/ticket-sign-ins.ts";
import { startCalculator } from "./calculation/thread-calculator.ts";
import type { Config } from "./config/config.ts";
import { createApp } from "./http/app.ts";
import { Rooms } from "./live/rooms.ts";
import { acceptSockets } from "./live/upgrade.ts";
import type { Clock } from "./observe/clock.ts";
import type { Log } from "./observe/log.ts";
import type { Store } from "./store/store.ts";
import { createStoreLife } from "./store/store-life.ts";

export type BoardServerParts = {
  readonly config: Config;
  /** Closed with the server. */
  readonly store: Store;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly log: Log;
  /** Directory of the built client. */
  readonly clientDir: string;
  readonly version: string;
};

export type BoardServer = {
  readonly url: string;
  /** Not ready → what was accepted becomes durable → sockets are sent elsewhere → everything is let go. */
  stop(): Promise<void>;
};

/** How long what was accepted may take to become durable, and sockets to say goodbye: both well within 10 s. */
const settleMaxMs = 5_000;
const goodbyeMaxMs = 1_000;

/** Listens and serves. Rejects when the address cannot be had. */
export async function startBoardServer(parts: BoardServerParts): Promise<BoardServer> {
  const { config, store, clock, chance, log, clientDir, version } = parts;
  let isOpen = true;
  const signIns = createSignIns({ keys: store, clock, chance });
  const { calculator, stop: stopCalculator } = startCalculator(clock);
  const isSignedIn = async (ticket: string) => (await signIns.find(ticket)) !== null;
  const rooms = new Rooms({ store, clock, log, pack: calculator.packUpdate, isSignedIn });
  const app = createApp({
    ...{ board: config.board, demo: config.demo, version, signIns, calculator, log, chance, clientDir },
    storeLife: createStoreLife({ keys: store, clock, chance }),
    documents: rooms,
    isOpen: () => isOpen,
    canAppend: () => store.canAppend(),
  });
  const stopHearing = await signIns.onEnd((isEnded) => rooms.endSignIn(isEnded));
  // Without options it makes a plain HTTP/1 server; its type allows for the others too.
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  const sockets = acceptSockets({ server, board: config.board, signIns, rooms, log });
  const url = await listen(server, config);

  return {
    url,
    async stop() {
      isOpen = false;
      stopHearing();
      sockets.refuse();
      const isClosed = new Promise((resolve) => server.close(resolve));
      await rooms.close(settleMaxMs);
      const stopWaiting = clock.after(goodbyeMaxMs, () => {
        sockets.cut();
        server.closeAllConnections();
      });
      await isClosed;
      stopWaiting();
      stopCalculator();
      await store.close();
    },
  };
}

function listen(server: Server, { port, host }: Config): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      const address = server.address();
      const openPort = typeof address === "object" && address !== null ? address.port : port;
      resolve(`http://${host.includes(":") ? `[${host}]` : host}:${openPort}`);
    });
  });
}
