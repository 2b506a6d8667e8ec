/** One server, its tabs and its bare sockets, for the tests of one file: made before each test and gone after it. */
import { afterEach, beforeEach } from "vitest";
import { type GatedStore, gateStore } from "./gated-store.ts";
import {
  type BareSocket,
  type BoardOptions,
  type LiveBoard,
  openSocket,
  openTab,
  startBoard,
  type Tab,
  type TabOptions,
  temporaryDir,
} from "./live-board.ts";

export type LiveScene = {
  readonly board: LiveBoard;
  readonly store: GatedStore;
  /** Stops the server and starts it again over the same data. */
  restart(): Promise<void>;
  /** A tab of demo person `id`, just begun. */
  tabOf(id: string, options?: Partial<TabOptions>): Promise<Tab>;
  /** The same, after its first handshake. */
  openedTabOf(id: string): Promise<Tab>;
  /** A bare socket of demo person `id`, open. */
  socketOf(id: string): Promise<BareSocket>;
  /** Closes `tab` with the scene. */
  keep(tab: Tab): Tab;
};

/** Call it once at the top of a file of tests. */
export function liveScene({ clock }: Pick<BoardOptions, "clock"> = {}): LiveScene {
  let dir: ReturnType<typeof temporaryDir>;
  let board: LiveBoard;
  let store: GatedStore;
  const tabs: Tab[] = [];
  const sockets: BareSocket[] = [];
  const start = async () => {
    const wrap = (real: Parameters<typeof gateStore>[0]) => {
      store = gateStore(real);
      return store;
    };
    board = await startBoard({ dataDir: dir.path, wrap, ...(clock ? { clock } : {}) });
  };

  beforeEach(async () => {
    dir = temporaryDir();
    await start();
  });
  afterEach(async () => {
    for (const tab of tabs.splice(0)) tab.close();
    for (const { socket } of sockets.splice(0)) socket.terminate();
    store.letGo();
    await board.stop();
    dir.remove();
  });

  const keep = (tab: Tab) => {
    tabs.push(tab);
    return tab;
  };
  const tabOf = async (id: string, options: Partial<TabOptions> = {}) =>
    keep(openTab({ board, cookie: await board.signIn(id), ...options }));
  return {
    get board() {
      return board;
    },
    get store() {
      return store;
    },
    keep,
    tabOf,
    async restart() {
      await board.stop();
      await start();
    },
    async openedTabOf(id) {
      const tab = await tabOf(id);
      await tab.synced;
      return tab;
    },
    async socketOf(id) {
      const socket = openSocket({ board, cookie: await board.signIn(id) });
      sockets.push(socket);
      await socket.opened;
      return socket;
    },
  };
}
