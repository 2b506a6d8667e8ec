import type { Duplex } from "node:stream";
import { WebSocket } from "ws";

/** A longer message is worth two writes: copying it beside its head would cost more. */
const joinedBytesMax = 16 * 1024;
/** RFC 6455 §5.2: the last fragment of a binary message. A server masks nothing. */
const finalBinary = 0x82;

type Send = Parameters<WebSocket["send"]>;

/**
 * The socket of `ws`, with one difference: a short message is put into its frame once, however many sockets it goes to,
 * and written by one call. `ws` makes a head for each socket and writes head and message apart, which is a fifth of what
 * it costs to tell a hundred people of an edit; its own `Sender.frame` is no part of what it documents.
 *
 * Sound as long as `ws` holds no message back: without compression and without fragments it writes each one before `send`
 * returns, so frames keep their order. `bufferedAmount` counts what the stream holds, whoever wrote it.
 */
export class DirectSocket extends WebSocket {
  /** The message framed last: a room sends one message to all its members, one after the other. */
  static #last: { readonly message: Uint8Array; readonly frame: Uint8Array } | null = null;
  #stream: Duplex | null = null;

  /** From now on short messages go straight to `stream`, which this socket was made of. */
  writeTo(stream: Duplex): void {
    this.#stream = stream;
  }

  override send(message: Send[0], ...rest: unknown[]): void {
    const isShort = message instanceof Uint8Array && message.byteLength <= joinedBytesMax;
    if (this.#stream && isShort && rest.length === 0 && this.readyState === WebSocket.OPEN) {
      this.#stream.write(DirectSocket.#frameOf(message));
    } else {
      super.send(message, ...(rest as [Send[1]]));
    }
  }

  static #frameOf(message: Uint8Array): Uint8Array {
    if (DirectSocket.#last?.message !== message) DirectSocket.#last = { message, frame: framed(message) };
    return DirectSocket.#last.frame;
  }
}

function framed(message: Uint8Array): Uint8Array {
  const size = message.byteLength;
  const head = size < 126 ? [finalBinary, size] : [finalBinary, 126, size >> 8, size & 0xff];
  const frame = new Uint8Array(head.length + size);
  frame.set(head);
  frame.set(message, head.length);
  return frame;
}
