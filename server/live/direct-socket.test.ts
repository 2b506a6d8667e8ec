import { once } from "node:events";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { afterEach, beforeEach, expect, test } from "vitest";
import { WebSocket, WebSocketServer } from "ws";
import { DirectSocket } from "./direct-socket.ts";

let server: Server;
let door: ReturnType<typeof openDoor>;

const openDoor = () => new WebSocketServer({ noServer: true, perMessageDeflate: false, WebSocket: DirectSocket });

beforeEach(async () => {
  door = openDoor();
  server = createServer();
  server.on("upgrade", (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    door.handleUpgrade(request, stream, head, (socket) => {
      socket.writeTo(stream);
      door.emit("connection", socket, request);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
});
afterEach(() => {
  for (const socket of door.clients) socket.terminate();
  server.close();
});

/** Both ends of a connection, and what the far end heard. */
async function connect() {
  const far = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const heard: (Buffer | string)[] = [];
  far.on("message", (data: Buffer, isBinary) => heard.push(isBinary ? data : data.toString()));
  const [near] = (await once(door, "connection")) as [DirectSocket];
  await once(far, "open");
  /** Resolves when everything sent so far was heard: a ping is answered behind it, and behind every earlier one. */
  const settled = () =>
    new Promise<void>((resolve) => {
      near.on("pong", (data) => data.toString() === "settled" && resolve());
      near.ping("settled");
    });
  return { near, far, heard, settled };
}

const bytes = (size: number) => Uint8Array.from({ length: size }, (_, at) => (at * 31 + size) & 255);

test("messages of every length of head come whole and in order, beside what ws itself sends", async () => {
  const { near, heard, settled } = await connect();
  const sizes = [0, 1, 125, 126, 127, 255, 256, 16_384, 16_385, 65_535, 65_536, 300_000, 2];
  for (const size of sizes) {
    near.send(bytes(size));
    near.send(`after ${size}`);
    near.ping();
  }
  await settled();
  expect(heard).toEqual(sizes.flatMap((size) => [Buffer.from(bytes(size)), `after ${size}`]));
});

test("one message goes to many, and another to one of them between", async () => {
  const people = [await connect(), await connect(), await connect(), await connect()];
  const [one, two] = [bytes(40), bytes(41)];
  for (const { near } of people) near.send(one);
  people[2]?.near.send(two);
  for (const { near } of people) near.send(one);
  await Promise.all(people.map(({ settled }) => settled()));
  for (const [at, { heard }] of people.entries()) {
    expect(heard.map((data) => data.length)).toEqual(at === 2 ? [40, 41, 40] : [40, 40]);
  }
});

test("what a far end does not take counts as buffered", async () => {
  const { near, far, settled } = await connect();
  await settled();
  expect(near.bufferedAmount).toBe(0);
  far.pause();
  const message = bytes(16_000);
  let sent = 0;
  // The operating system's own buffers come first; a hundred mebibytes are more than any.
  while (near.bufferedAmount < 1024 * 1024 && sent < 100 * 1024 * 1024) {
    near.send(message);
    sent += message.byteLength;
  }
  const before = near.bufferedAmount;
  near.send(message);
  expect(near.bufferedAmount - before).toBe(message.byteLength + 4);
});

test("a callback, and a socket that is closing, are left to ws", async () => {
  const { near, far, heard } = await connect();
  await new Promise<void>((resolve) => near.send(bytes(3), () => resolve()));
  const closed = once(far, "close");
  near.close(1012, "restart");
  near.send(bytes(4), () => {});
  expect(await closed).toEqual([1012, Buffer.from("restart")]);
  expect(heard).toEqual([Buffer.from(bytes(3))]);
});
