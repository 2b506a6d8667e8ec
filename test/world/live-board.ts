/** A real server on a free port, and tabs with the stock provider: the vocabulary of tests about live editing. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { startBoardServer } from "../../server/board-server.ts";
import { machineChance } from "../../server/observe/chance.ts";
import { type Clock, machineClock } from "../../server/observe/clock.ts";
import { silentLog } from "../../server/observe/log.ts";
import { openStore } from "../../server/store/open-store.ts";
import type { Store } from "../../server/store/store.ts";
import { messageType } from "../../shared/protocol/message.ts";

// Each provider listens for the end of the process.
process.setMaxListeners(0);

export type LiveBoard = {
  readonly url: string;
  /** The cookie of demo person `id`. */
  signIn(id: string): Promise<string>;
  stop(): Promise<void>;
};

export type BoardOptions = {
  readonly dataDir: string;
  /** Redis instead of the embedded store. */
  readonly redisUrl?: string;
  /** Stands between the server and its store. */
  readonly wrap?: (store: Store) => Store;
  readonly clientDir?: string;
  readonly clock?: Clock;
};

/** A directory that is gone after the test. */
export function temporaryDir(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), "lien-thong-"));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

export async function startBoard(options: BoardOptions): Promise<LiveBoard> {
  const { dataDir, redisUrl = null, wrap = (store) => store, clientDir, clock = machineClock } = options;
  const config = { port: 0, host: "127.0.0.1", dataDir, redisUrl, board: "hanoi", demo: true };
  const parts = { clock, chance: machineChance, log: silentLog };
  const store = wrap(await openStore(config, parts));
  const dir = clientDir ?? join(dataDir, "no-client");
  const server = await startBoardServer({ ...parts, config, store, clientDir: dir, version: "0" });
  return { ...boardAt(server.url), stop: () => server.stop() };
}

/** A board that runs elsewhere, at `url`. */
export function boardAt(url: string): Omit<LiveBoard, "stop"> {
  return {
    url,
    async signIn(id) {
      const response = await fetch(`${url}/api/sign-in/demo`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ as: id }),
      });
      return response.headers.get("set-cookie")?.split(";")[0] ?? "";
    },
  };
}

/** A browser tab with one document open. */
export type Tab = {
  readonly doc: Y.Doc;
  readonly provider: WebsocketProvider;
  /** Resolves when the first handshake is done. */
  readonly synced: Promise<void>;
  /** Sends a marker; resolves when the server says that everything before it is durable, over lost connections too. */
  saved(): Promise<void>;
  /** The markers answered so far. */
  readonly answered: readonly number[];
  /** The life of the document as the server told it: like the real client, the tab says it when it comes again. */
  readonly epoch: () => string | null;
  /** Resolves with the code when the server closed for good. */
  readonly refused: Promise<number>;
  close(): void;
};

export type TabOptions = { readonly board: Pick<LiveBoard, "url">; readonly cookie?: string; readonly name?: string };
type OpenOptions = TabOptions & {
  /** The life of what the tab holds from before. */
  readonly epoch?: string;
  /** What it holds from before. */
  readonly update?: Uint8Array;
};

export function openTab({ board, cookie = "", name = "hanoi/program/2026", epoch, update }: OpenOptions): Tab {
  const doc = new Y.Doc();
  if (update) Y.applyUpdate(doc, update);
  const provider = new WebsocketProvider(`${board.url.replace("http", "ws")}/sync`, name, doc, {
    WebSocketPolyfill: socketWith(cookie),
    disableBc: true,
    params: epoch === undefined ? {} : { epoch },
    maxBackoffTime: 200,
  });
  const answered: number[] = [];
  const waiting = new Map<number, () => void>();
  let last = 0;
  provider.messageHandlers[messageType.saved] = (_encoder, decoder) => {
    const marker = decoding.readVarUint(decoder);
    answered.push(marker);
    for (const [number, resolve] of waiting) {
      if (number > marker) continue;
      waiting.delete(number);
      resolve();
    }
  };
  provider.messageHandlers[messageType.epoch] = (_encoder, decoder) => {
    provider.params = { epoch: decoding.readVarString(decoder) };
  };
  // As the real client: a connection that comes back has lost the answers of the one before.
  let isOwed = false;
  provider.on("connection-close", () => {
    isOwed = waiting.size > 0;
  });
  provider.on("sync", (isSynced: boolean) => {
    if (isSynced && isOwed) provider.ws?.send(markerFrame(last));
  });
  return {
    doc,
    provider,
    answered,
    epoch: () => provider.params.epoch ?? null,
    synced: new Promise((resolve) => provider.once("sync", () => resolve())),
    refused: new Promise((resolve) => provider.once("closed", ({ code }) => resolve(code))),
    saved() {
      const marker = ++last;
      if (provider.wsconnected) provider.ws?.send(markerFrame(marker));
      else isOwed = true;
      return new Promise((resolve) => waiting.set(marker, resolve));
    },
    close: () => provider.destroy(),
  };
}

/** A bare socket, for saying what the stock provider would not. */
export type BareSocket = {
  readonly socket: WebSocket;
  /** Messages so far. */
  readonly heard: readonly Uint8Array[];
  /** Resolves with the close code, or with the HTTP status of a refused upgrade. */
  readonly ended: Promise<number>;
  readonly opened: Promise<void>;
  send(bytes: Uint8Array): void;
};

type BareOptions = TabOptions & { readonly headers?: Readonly<Record<string, string>>; readonly path?: string };

export function openSocket({
  board,
  cookie = "",
  name = "hanoi/program/2026",
  headers = {},
  path,
}: BareOptions): BareSocket {
  const url = `${board.url.replace("http", "ws")}${path ?? `/sync/${name}`}`;
  const socket = new WebSocket(url, { headers: { ...headers, ...(cookie ? { cookie } : {}) } });
  const heard: Uint8Array[] = [];
  socket.on("message", (data: Buffer) => heard.push(new Uint8Array(data)));
  return {
    socket,
    heard,
    opened: new Promise((resolve) => socket.once("open", () => resolve())),
    ended: new Promise((resolve) => {
      socket.once("close", resolve);
      socket.once("unexpected-response", (_request, response) => {
        resolve(response.statusCode ?? 0);
        socket.terminate();
      });
      socket.on("error", () => {});
    }),
    send: (bytes) => socket.send(bytes),
  };
}

/** Resolves once `holds` does, checked after each update of `doc`. */
export function until(doc: Y.Doc, holds: () => boolean): Promise<void> {
  if (holds()) return Promise.resolve();
  return new Promise((resolve) => {
    const check = () => {
      if (!holds()) return;
      doc.off("update", check);
      resolve();
    };
    doc.on("update", check);
  });
}

function markerFrame(marker: number): Uint8Array<ArrayBuffer> {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, messageType.saved);
    encoding.writeVarUint(encoder, marker);
  }) as Uint8Array<ArrayBuffer>;
}

/** The browser's `WebSocket` with a cookie, as `ws` has it. */
export function socketWith(cookie: string): typeof globalThis.WebSocket {
  class SignedInSocket extends WebSocket {
    constructor(url: string | URL) {
      super(url, cookie ? { headers: { cookie } } : {});
    }
  }
  // The provider uses what `ws` has in common with the browser's.
  return SignedInSocket as unknown as typeof globalThis.WebSocket;
}
