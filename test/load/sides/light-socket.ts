/**
 * A WebSocket that costs the load generator as little as can be: `ws` on this side of a hundred connections would measure
 * itself. It speaks as much of RFC 6455 as a server needs to be talked to: binary messages, pings, the closing handshake.
 */
import { randomBytes } from "node:crypto";
import { connect, type Socket } from "node:net";

type Options = {
  readonly url: string;
  readonly path: string;
  readonly cookie?: string;
  /** One message. The bytes are the socket's own and hold only during the call. */
  readonly hear: (bytes: Uint8Array) => void;
};

const opcode = { binary: 2, close: 8, ping: 9, pong: 10 } as const;
const readBytes = 64 * 1024;

export class LightSocket {
  readonly opened: Promise<void>;
  /** The close code; 1006 when the connection broke, the HTTP status when the server refused the upgrade. */
  readonly closed: Promise<number>;
  readonly #socket: Socket;
  readonly #hear: (bytes: Uint8Array) => void;
  #pieces: Buffer[] = [];
  #pieceBytes = 0;
  /** Less than this, and no frame can be complete. */
  #wanted = 2;
  #isUpgraded = false;
  #open: () => void = () => {};
  #code = 1006;

  constructor({ url, path, cookie, hear }: Options) {
    const { hostname, port } = new URL(url);
    this.#hear = hear;
    this.opened = new Promise((resolve) => {
      this.#open = resolve;
    });
    const buffer = Buffer.allocUnsafe(readBytes);
    this.#socket = connect({
      ...{ host: hostname, port: Number(port) },
      onread: {
        buffer,
        callback: (length) => {
          this.#take(buffer.subarray(0, length));
          return true;
        },
      },
    });
    this.#socket.setNoDelay();
    this.#socket.on("error", () => {});
    this.closed = new Promise((resolve) => this.#socket.on("close", () => resolve(this.#code)));
    this.#socket.write(
      `GET ${path} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
        `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${randomBytes(16).toString("base64")}\r\n` +
        `${cookie ? `Cookie: ${cookie}\r\n` : ""}\r\n`,
    );
  }

  send(payload: Uint8Array): void {
    this.#write(opcode.binary, payload);
  }

  /** Reads nothing from now on: what the server sends stays in its hands. */
  stall(): void {
    this.#socket.pause();
  }

  goOn(): void {
    this.#socket.resume();
  }

  /** What waits here to be taken by the server. */
  get waitingBytes(): number {
    return this.#socket.writableLength;
  }

  cut(): void {
    this.#socket.destroy();
  }

  #take(piece: Buffer): void {
    if (this.#pieces.length === 0) {
      this.#keep(this.#read(piece));
    } else {
      this.#pieces.push(Buffer.from(piece));
      this.#pieceBytes += piece.byteLength;
      if (this.#pieceBytes >= this.#wanted) this.#keep(this.#read(Buffer.concat(this.#pieces)));
    }
  }

  /** Keeps what is not a whole frame yet; a copy, since the next piece overwrites the buffer. */
  #keep(bytes: Buffer): void {
    this.#pieces = bytes.byteLength === 0 ? [] : [Buffer.from(bytes)];
    this.#pieceBytes = bytes.byteLength;
  }

  /** Hears every whole frame of `bytes` and answers what is left over. */
  #read(bytes: Buffer): Buffer {
    let left = this.#isUpgraded ? bytes : this.#readUpgrade(bytes);
    while (this.#isUpgraded && left.byteLength >= 2) {
      const { headBytes, bodyBytes } = sizesOf(left);
      this.#wanted = headBytes + bodyBytes;
      if (left.byteLength < this.#wanted) return left;
      this.#obey((left[0] ?? 0) & 15, left.subarray(headBytes, this.#wanted));
      left = left.subarray(this.#wanted);
    }
    this.#wanted = 2;
    return left;
  }

  #readUpgrade(bytes: Buffer): Buffer {
    const end = bytes.indexOf("\r\n\r\n");
    if (end === -1) return bytes;
    const status = Number(bytes.toString("latin1", 9, 12));
    if (status === 101) {
      this.#isUpgraded = true;
      this.#open();
    } else {
      this.#code = status;
      this.cut();
    }
    return bytes.subarray(end + 4);
  }

  #obey(kind: number, body: Buffer): void {
    if (kind === opcode.binary) this.#hear(body);
    else if (kind === opcode.ping) this.#write(opcode.pong, body);
    else if (kind === opcode.close) {
      this.#code = body.byteLength >= 2 ? body.readUInt16BE(0) : 1005;
      this.#write(opcode.close, body.subarray(0, 2));
      this.#socket.end();
    }
  }

  #write(kind: number, payload: Uint8Array): void {
    if (!this.#socket.writable) return;
    const size = payload.byteLength;
    const headBytes = size < 126 ? 6 : size < 65_536 ? 8 : 14;
    const frame = Buffer.allocUnsafe(headBytes + size);
    frame[0] = 0x80 | kind;
    if (size < 126) frame[1] = 0x80 | size;
    else if (size < 65_536) {
      frame[1] = 0x80 | 126;
      frame.writeUInt16BE(size, 2);
    } else {
      frame[1] = 0x80 | 127;
      frame.writeBigUInt64BE(BigInt(size), 2);
    }
    const mask = randomBytes(4);
    frame.set(mask, headBytes - 4);
    for (let at = 0; at < size; at++) frame[headBytes + at] = (payload[at] ?? 0) ^ (mask[at & 3] ?? 0);
    this.#socket.write(frame);
  }
}

/** Of the frame that `bytes` begins with; a server masks nothing. */
function sizesOf(bytes: Buffer): { headBytes: number; bodyBytes: number } {
  const short = (bytes[1] ?? 0) & 127;
  if (short < 126) return { headBytes: 2, bodyBytes: short };
  const headBytes = short === 126 ? 4 : 10;
  // What the long length says is not there yet: any size above what has come will do.
  if (bytes.byteLength < headBytes) return { headBytes, bodyBytes: 0 };
  return { headBytes, bodyBytes: short === 126 ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2)) };
}
