/** A document as a browser has it, on a real server: with what the machine keeps, and a line that can go deaf or be cut. */
import { WebSocket } from "ws";
import type { WebsocketProvider } from "y-websocket";
import type * as Y from "yjs";
import { type DocumentLink, openDocumentLink } from "../../client/connection/document-link.ts";
import type { Keep } from "../../client/connection/keep.ts";
import type { Refusal } from "../../shared/protocol/refusal.ts";
import type { LiveBoard } from "./live-board.ts";

export type DeskLink = {
  readonly link: DocumentLink;
  readonly doc: Y.Doc;
  readonly provider: WebsocketProvider;
  readonly refusals: readonly Refusal[];
  readonly lost: readonly { readonly updates: readonly Uint8Array[]; readonly code: number }[];
  /** How often the document was replaced. */
  readonly rebuilds: number;
  /** From now on nothing that the server says arrives. */
  goesDeaf(): void;
  /** The line breaks; it hears again when it comes back. */
  isCut(): void;
  /** Asked again after everything that happens here. */
  until(holds: () => boolean): Promise<void>;
  stop(): void;
};

type Options = {
  readonly board: Pick<LiveBoard, "url">;
  readonly cookie: string;
  readonly keep: Keep | null;
  readonly name?: string;
};

export function openDesk({ board, cookie, keep, name = "hanoi/program/2026" }: Options): DeskLink {
  let isDeaf = false;
  const sockets: WebSocket[] = [];
  class Line extends WebSocket {
    constructor(url: string | URL) {
      super(url, { headers: { cookie } });
      sockets.push(this);
    }
    override emit(event: string | symbol, ...rest: unknown[]): boolean {
      if (isDeaf && event === "message") return true;
      const answer = super.emit(event, ...rest);
      changed();
      return answer;
    }
  }
  const refusals: Refusal[] = [];
  const lost: { updates: readonly Uint8Array[]; code: number }[] = [];
  const waiting = new Set<() => void>();
  const changed = () => setImmediate(() => waiting.forEach((check) => void check()));
  const bodies: { doc: Y.Doc; provider: WebsocketProvider }[] = [];
  const link = openDocumentLink({
    name,
    socketUrl: `${board.url.replace("http", "ws")}/sync`,
    keep,
    before: Promise.resolve(),
    setbacks: {
      onRefused: (_name, _doc, message) => void refusals.push(...message.refusals),
      onLost: (_name, _doc, one) => void lost.push(one),
    },
    // The provider uses what `ws` has in common with the browser's.
    WebSocketPolyfill: Line as unknown as typeof globalThis.WebSocket,
  });
  const current = () => {
    const body = bodies.at(-1);
    if (!body) throw new Error("a link has a document from the start");
    return body;
  };
  link.attach((body) => {
    bodies.push(body);
    body.doc.on("update", changed);
    changed();
    return () => body.doc.off("update", changed);
  });
  return {
    link,
    get doc() {
      return current().doc;
    },
    get provider() {
      return current().provider;
    },
    refusals,
    lost,
    get rebuilds() {
      return bodies.length - 1;
    },
    goesDeaf: () => {
      isDeaf = true;
    },
    isCut() {
      isDeaf = false;
      for (const socket of sockets.splice(0)) socket.terminate();
    },
    until(holds) {
      return new Promise((resolve) => {
        const check = () => {
          if (!holds()) return;
          waiting.delete(check);
          resolve();
        };
        waiting.add(check);
        check();
      });
    },
    stop: () => link.stop(),
  };
}
