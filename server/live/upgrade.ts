/** The door of `/sync`: which request becomes a socket in which document. */
import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import { closeCode } from "../../shared/protocol/close-code.ts";
import { documentNameToText, parseDocumentName } from "../../shared/protocol/document-name.ts";
import { readTicket } from "../access/cookie.ts";
import { isSameOrigin } from "../access/origin.ts";
import type { SignIns } from "../access/sign-ins.ts";
import type { Log } from "../observe/log.ts";
import { DirectSocket } from "./direct-socket.ts";
import { frameBytesMax } from "./limits.ts";
import type { Visitor } from "./member.ts";
import type { Rooms } from "./rooms.ts";

type Parts = {
  readonly server: Server;
  readonly board: string;
  readonly signIns: SignIns;
  readonly rooms: Rooms;
  readonly log: Log;
};

export type SocketDoor = {
  /** From now on nobody comes in. */
  refuse(): void;
  /** Ends every socket, whatever it was about to say. */
  cut(): void;
};

const prefix = "/sync/";

/**
 * Listens for upgrades on `server`. A foreign page is refused before there is a socket (HTTP 403); whatever else is
 * wrong is told by a close code, since the browser hides the HTTP status of a failed upgrade from the program.
 */
export function acceptSockets(parts: Parts): SocketDoor {
  // Compression is off: a keystroke gains nothing, and each socket would keep a compressor's 300 KiB.
  // DirectSocket counts on that, too.
  const sockets = new WebSocketServer({
    ...{ noServer: true, maxPayload: frameBytesMax, perMessageDeflate: false },
    WebSocket: DirectSocket,
  });
  let isOpen = true;
  parts.server.on("upgrade", (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    // Without a listener a reset before the handshake would end the process.
    stream.on("error", () => stream.destroy());
    if (!isOpen) return refuse(stream, "503 Service Unavailable");
    const { pathname: path, searchParams } = new URL(request.url ?? "/", "http://host");
    if (!path.startsWith(prefix)) return refuse(stream, "404 Not Found");
    if (!isSameOrigin((name) => headerOf(request, name))) return refuse(stream, "403 Forbidden");
    void visitorOf(parts, request).then((visitor) => {
      if (stream.destroyed) return;
      // It may have begun to stop while the sign-in was looked up.
      if (!isOpen) return refuse(stream, "503 Service Unavailable");
      sockets.handleUpgrade(request, stream, head, (socket) => {
        socket.writeTo(stream);
        socket.on("error", (error) => parts.log.info({ why: error.message }, "socket error"));
        enter(parts, { name: path.slice(prefix.length), epoch: searchParams.get("epoch"), socket, visitor });
      });
    });
  });
  return {
    refuse() {
      isOpen = false;
    },
    cut() {
      for (const socket of sockets.clients) socket.terminate();
    },
  };
}

type SignedIn = Omit<Visitor, "epoch">;

type Entering = {
  readonly name: string;
  readonly epoch: string | null;
  readonly socket: WebSocket;
  readonly visitor: SignedIn | "nobody" | "unknown";
};

function enter({ board, rooms }: Parts, { name, epoch, socket, visitor }: Entering) {
  const document = parseDocumentName(name);
  if (document?.board !== board) socket.close(closeCode.unknownDocument, "no such document");
  else if (visitor === "nobody") socket.close(closeCode.signInNeeded, "sign in");
  else if (visitor === "unknown") socket.close(closeCode.unavailable, "the store cannot be asked");
  else rooms.enter(documentNameToText(document), socket, { ...visitor, epoch: epoch || null });
}

async function visitorOf({ signIns, log }: Parts, request: IncomingMessage): Promise<SignedIn | "nobody" | "unknown"> {
  const ticket = readTicket(request.headers.cookie);
  if (ticket === undefined) return "nobody";
  try {
    const actor = await signIns.find(ticket);
    return actor ? { actor, ticket } : "nobody";
  } catch (error) {
    log.warn({ error: String(error) }, "sign-in could not be looked up");
    return "unknown";
  }
}

function headerOf(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === "string" ? value : undefined;
}

function refuse(stream: Duplex, status: string) {
  stream.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
