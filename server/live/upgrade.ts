/** The doors of the sockets: which request becomes one in which document, or that of a screen. */
import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import { closeCode } from "../../shared/protocol/close-code.ts";
import { documentNameToText, parseDocumentName } from "../../shared/protocol/document-name.ts";
import { readTicket } from "../access/cookie.ts";
import { isSameOrigin } from "../access/origin.ts";
import type { SignIns } from "../access/sign-ins.ts";
import { signInUnknown, socketFailed } from "../observe/events.ts";
import type { Log } from "../observe/log.ts";
import type { Meters, TurnedAwayReason } from "../observe/meters.ts";
import { DirectSocket } from "./direct-socket.ts";
import { frameBytesMax, handshakesMax, processSocketsMax } from "./limits.ts";
import type { Visitor } from "./member.ts";
import { PersonSockets } from "./person-sockets.ts";
import type { Rooms } from "./rooms.ts";

type Parts = {
  readonly server: Server;
  readonly board: string;
  readonly signIns: SignIns;
  readonly rooms: Rooms;
  readonly screens: ScreenDoor;
  readonly log: Log;
  readonly meters: Meters;
};

/** What the screens do with whoever comes to their address. */
export type ScreenDoor = {
  readonly path: string;
  readonly frameBytesMax: number;
  /** Looks the visitor up, and answers what to do with its socket. Never rejects. */
  knock(request: IncomingMessage): Promise<Entrance>;
};
/** `headers` go with the answer to the upgrade. */
export type Entrance = { readonly headers?: readonly string[]; enter(socket: WebSocket): void };

export type SocketDoor = {
  /** From now on nobody comes in. */
  refuse(): void;
  /** Ends every socket, whatever it was about to say. */
  cut(): void;
};

const prefix = "/sync/";

/**
 * Listens for upgrades on `server`. A foreign page is refused before there is a socket (HTTP 403), and so is everybody
 * while the process is full or goes away (HTTP 503: the provider comes back by itself, perhaps to another process).
 * Whatever else is wrong is told by a close code, since the browser hides the HTTP status of a failed upgrade from the
 * program.
 */
export function acceptSockets(parts: Parts): SocketDoor {
  // Compression is off: a keystroke gains nothing, and each socket would keep a compressor's 300 KiB.
  // DirectSocket counts on that, too.
  const documents = new WebSocketServer({
    ...{ noServer: true, maxPayload: frameBytesMax, perMessageDeflate: false },
    WebSocket: DirectSocket,
  });
  const screens = new WebSocketServer({
    noServer: true,
    maxPayload: parts.screens.frameBytesMax,
    perMessageDeflate: false,
  });
  const headersByRequest = new WeakMap<IncomingMessage, readonly string[]>();
  screens.on("headers", (headers, request) => headers.push(...(headersByRequest.get(request) ?? [])));
  const persons = new PersonSockets();
  let isOpen = true;
  let handshakes = 0;
  const fullness = (): TurnedAwayReason | null => {
    if (!isOpen) return "stopping";
    if (handshakes >= handshakesMax) return "handshakes-full";
    return documents.clients.size + screens.clients.size >= processSocketsMax ? "process-full" : null;
  };
  const turnAway = (stream: Duplex, why: TurnedAwayReason) => {
    parts.meters.turnedAway(why);
    refuse(stream, "503 Service Unavailable");
  };
  parts.server.on("upgrade", async (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    // Without a listener a reset before the handshake would end the process.
    stream.on("error", () => stream.destroy());
    const url = new URL(request.url ?? "/", "http://host");
    const isScreen = url.pathname === parts.screens.path;
    if (!isScreen && !url.pathname.startsWith(prefix)) return refuse(stream, "404 Not Found");
    if (!isSameOrigin((name) => headerOf(request, name))) return refuse(stream, "403 Forbidden");
    const full = fullness();
    if (full) return turnAway(stream, full);
    handshakes++;
    const entrance = await (isScreen
      ? parts.screens.knock(request)
      : knockAtDocument(parts, { request, url, persons }));
    handshakes--;
    if (stream.destroyed) return;
    // It may have begun to stop while the visitor was looked up.
    if (!isOpen) return turnAway(stream, "stopping");
    const sockets = isScreen ? screens : documents;
    if (entrance.headers) headersByRequest.set(request, entrance.headers);
    sockets.handleUpgrade(request, stream, head, (socket) => {
      if (socket instanceof DirectSocket) socket.writeTo(stream);
      socket.on("error", (error) => socketFailed(parts.log, { why: error.message }));
      entrance.enter(socket);
    });
  });
  return {
    refuse() {
      isOpen = false;
    },
    cut() {
      for (const socket of [...documents.clients, ...screens.clients]) socket.terminate();
    },
  };
}

type Knocking = { readonly request: IncomingMessage; readonly url: URL; readonly persons: PersonSockets };

async function knockAtDocument(parts: Parts, { request, url, persons }: Knocking): Promise<Entrance> {
  const visitor = await visitorOf(parts, request);
  const [name, epoch] = [url.pathname.slice(prefix.length), url.searchParams.get("epoch")];
  return { enter: (socket) => enter(parts, { name, epoch, socket, visitor, persons }) };
}

type SignedIn = Omit<Visitor, "epoch">;

type Entering = {
  readonly name: string;
  readonly epoch: string | null;
  readonly socket: WebSocket;
  readonly visitor: SignedIn | "nobody" | "unknown";
  readonly persons: PersonSockets;
};

function enter({ board, rooms, meters }: Parts, { name, epoch, socket, visitor, persons }: Entering) {
  const document = parseDocumentName(name);
  if (document?.board !== board) return socket.close(closeCode.unknownDocument, "no such document");
  if (visitor === "nobody") return socket.close(closeCode.signInNeeded, "sign in");
  if (visitor === "unknown") return socket.close(closeCode.unavailable, "the store cannot be asked");
  if (!persons.mayAdd(visitor.actor.id, socket)) {
    meters.turnedAway("person-full");
    return socket.close(closeCode.tooMany, "too many tabs");
  }
  rooms.enter(documentNameToText(document), socket, { ...visitor, epoch: epoch || null });
}

async function visitorOf({ signIns, log }: Parts, request: IncomingMessage): Promise<SignedIn | "nobody" | "unknown"> {
  const ticket = readTicket(request.headers.cookie);
  if (ticket === undefined) return "nobody";
  try {
    const actor = await signIns.find(ticket);
    return actor ? { actor, ticket } : "nobody";
  } catch (error) {
    signInUnknown(log, { why: String(error) });
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
