import { earlyBytesMax } from "./limits.ts";

/** What sockets said before their document was read, in order, up to a bound. */
export class EarlyMessages<Sender> {
  #kept: { readonly sender: Sender; readonly bytes: Uint8Array }[] = [];
  #sizeBytes = 0;

  /** False when it is too much: then it is not kept. */
  keep(sender: Sender, bytes: Uint8Array): boolean {
    this.#sizeBytes += bytes.byteLength;
    if (this.#sizeBytes > earlyBytesMax) return false;
    this.#kept.push({ sender, bytes });
    return true;
  }

  readAll(read: (sender: Sender, bytes: Uint8Array) => void) {
    for (const { sender, bytes } of this.#kept.splice(0)) read(sender, bytes);
  }
}
