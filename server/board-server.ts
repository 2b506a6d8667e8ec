/** The server put together: every part is made here, from what it is given, and nowhere else. */
import type { Server } from "node:http";
import { createAdaptorServer, type HttpBindings } from "@hono/node-server";
import type { Context } from "hono";
import type { Chance } from "../shared/kit/id.ts";
import { createSignIns } from "./access/ticket-sign-ins.ts";
import { startCalculator } from "./calculation/thread-calculator.ts";
import type { Config } from "./config/config.ts";
import { createApp } from "./http/app.ts";
import { keepAtHand } from "./live/at-hand.ts";
import { censusText } from "./live/census.ts";
import { goodbyeMaxMs, settleMaxMs } from "./live/limits.ts";
import { Rooms } from "./live/rooms.ts";
import { acceptSockets } from "./live/upgrade.ts";
import type { Clock } from "./observe/clock.ts";
import type { Log } from "./observe/log.ts";
import { createMeters } from "./observe/meters.ts";
import { watchProcess } from "./observe/process-gauges.ts";
import { together } from "./observe/stop.ts";
import { ScreenFeed } from "./screens/feed.ts";
import { feedDoor } from "./screens/feed-door.ts";
import { createCredentials } from "./screens/key-credentials.ts";
import { createPairings } from "./screens/key-pairings.ts";
import { screenBuildIn } from "./screens/screen-build.ts";
import { Tries } from "./screens/tries.ts";
import type { Readiness, Store } from "./store/store.ts";
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
  /**
   * Not ready, nobody new → the sockets are sent elsewhere one by one, each when its edits are durable → everything is
   * let go. Requests are answered until then: that is how a load balancer hears of it.
   */
  stop(): Promise<void>;
};

/** Listens and serves. Rejects when the address cannot be had. */
export async function startBoardServer(parts: BoardServerParts): Promise<BoardServer> {
  const { config, store, clock, chance, log, clientDir, version } = parts;
  let isOpen = true;
  const meters = createMeters();
  const gauges = watchProcess();
  const signIns = createSignIns({ keys: store, clock, chance });
  const { calculator, stop: stopCalculator } = startCalculator(clock);
  const isSignedIn = async (ticket: string) => (await signIns.find(ticket)) !== null;
  const rooms = new Rooms({ store, clock, log, meters, pack: calculator.packUpdate, isSignedIn });
  /** A store that can be tried may still not take what people write. */
  const canAppend = async (): Promise<Readiness> => {
    const { failing } = rooms.census();
    return failing > 0 ? { can: false, why: `appends fail in ${failing} documents` } : store.canAppend();
  };
  const credentials = createCredentials({ keys: store, clock, chance });
  const feed = new ScreenFeed({
    ...{ rooms, board: config.board, keys: store, credentials, clock, log, meters },
    build: screenBuildIn(clientDir),
  });
  const app = createApp({
    ...{ board: config.board, demo: config.demo, version, signIns, calculator, log, chance, clientDir },
    ...{ pairings: createPairings({ keys: store, credentials, clock, chance }), tries: new Tries(clock) },
    ...{ hasScreen: (id) => feed.hasScreen(id), seenScreens: () => feed.seen(), addressOf: remoteAddress },
    storeLife: createStoreLife({ keys: store, clock, chance }),
    documents: rooms,
    isOpen: () => isOpen,
    canAppend,
    metrics: () => [censusText(rooms.census(), clock.now()), meters.text(), feed.text(), gauges.text()].join(""),
  });
  const stopHearing = together([await signIns.onEnd((isEnded) => rooms.endSignIn(isEnded)), await feed.hearOfOthers()]);
  // Without options it makes a plain HTTP/1 server; its type allows for the others too.
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  const sockets = acceptSockets({ server, board: config.board, signIns, rooms, screens: feedDoor(feed), log, meters });
  const url = await listen(server, config);
  const stopKeeping = keepAtHand({ rooms, board: config.board, clock });

  return {
    url,
    async stop() {
      isOpen = false;
      sockets.refuse();
      feed.close();
      stopKeeping();
      await rooms.close(settleMaxMs);
      stopHearing();
      const isClosed = new Promise((resolve) => server.close(resolve));
      const stopWaiting = clock.after(goodbyeMaxMs, () => {
        sockets.cut();
        server.closeAllConnections();
      });
      await isClosed;
      stopWaiting();
      gauges.stop();
      stopCalculator();
      await store.close();
    },
  };
}

/** Behind a proxy this is the proxy's: nothing that a request says of itself is believed. */
function remoteAddress({ env }: Context): string {
  return (env as Partial<HttpBindings> | undefined)?.incoming?.socket?.remoteAddress ?? "";
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
