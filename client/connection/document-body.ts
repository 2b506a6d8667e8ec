import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import * as v from "valibot";
import { messageYjsSyncStep1, messageYjsSyncStep2, messageYjsUpdate, writeUpdate } from "y-protocols/sync";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { messageType } from "../../shared/protocol/message.ts";
import { type RefusedMessage, refusedMessageSchema } from "../../shared/protocol/refusal.ts";
import { later, randomBetween } from "../clock.ts";
import type { Keep, KeptUpdate } from "./keep.ts";
import { keptOrigin, keptUnsavedOrigin } from "./kept-origin.ts";
import { LocalEdit } from "./local-edit.ts";
import { spreadReturns } from "./spread-returns.ts";
import {
  groupsToResend,
  nothingUnsaved,
  resentBytesMax,
  type Unsaved,
  withAllSent,
  withConfirmation,
  withKey,
  withUpdate,
} from "./unsaved.ts";

/**
 * One Y.Doc with its connection, over the stock y-websocket provider, and what of it the server has not confirmed. A
 * document has one body, and gets another one when it must be built anew (`document-link.ts`).
 */
export type DocumentBody = {
  readonly doc: Y.Doc;
  readonly provider: WebsocketProvider;
  readonly unsaved: () => Unsaved;
  /** Which life of the document this is: said at every connection from now on, and kept. */
  isOfEpoch(epoch: string): void;
  /** Takes in what this machine kept; the unsaved counts as such. */
  takeKept(pieces: readonly KeptUpdate[]): void;
  /** From now on what happens here is kept on this machine. */
  keepFromNow(): void;
  /** Resolves when everything that was to be kept so far is written, and marked as saved where it is. */
  whenKept(): Promise<void>;
  stop(): void;
};

export type BodyEvents = {
  /** Everything of the server is here, and ours is on the way to it. */
  onSync(): void;
  /** The connection is lost; the provider comes back by itself. */
  onLost(): void;
  /** The server closed for good. */
  onClosed(code: number): void;
  onUnsaved(unsaved: Unsaved): void;
  onRefused(message: RefusedMessage): void;
  /** Something of the server came in. */
  onNews(): void;
};

export type BodyOptions = {
  readonly name: string;
  readonly socketUrl: string;
  readonly keep: Keep | null;
  readonly on: BodyEvents;
  readonly WebSocketPolyfill?: typeof WebSocket;
};

/** From here on it pays to keep an answer of the server as it came. */
const wholeBytesMin = 64 * 1024;

export function openDocumentBody({ name, socketUrl, keep, on, WebSocketPolyfill }: BodyOptions): DocumentBody {
  const doc = new Y.Doc();
  const provider = new WebsocketProvider(socketUrl, name, doc, {
    connect: false,
    // Tabs of one browser may belong to different people: everything goes through the server.
    disableBc: true,
    // For connections that it cuts itself (spread-returns.ts): it has no jitter of its own.
    maxBackoffTime: randomBetween(1_500, 4_000),
    ...(WebSocketPolyfill && { WebSocketPolyfill }),
  });
  let unsaved: Unsaved = nothingUnsaved;
  let keepHere: Keep | null = null;
  /** What was sent over an earlier connection and never confirmed, as it stood when this one answered the server. */
  let toResend: Uint8Array[][] | null = null;
  const writes = new Set<Promise<unknown>>();

  const setUnsaved = (next: Unsaved) => {
    unsaved = next;
    on.onUnsaved(next);
  };
  const written = (write: Promise<unknown> | undefined) => {
    if (!write) return;
    writes.add(write);
    const isOver = () => writes.delete(write);
    // What a full disk did not take is still in this page, and goes out from it.
    void write.then(isOver, isOver);
  };
  const send = (frame: Uint8Array<ArrayBuffer>) => {
    const { ws } = provider;
    // A line that breaks is closing before the provider knows: what is said then is lost, and the browser complains.
    if (provider.wsconnected && ws?.readyState === ws?.OPEN) ws?.send(frame);
  };
  const sendMarker = () => {
    if (unsaved.waiting.length > 0) send(markerFrame(unsaved.newest));
  };

  provider.messageHandlers[messageType.saved] = (_encoder, decoder) => {
    const { state, savedKeys } = withConfirmation(unsaved, decoding.readVarUint(decoder));
    if (savedKeys.length > 0) written(keepHere?.markSaved(savedKeys));
    setUnsaved(state);
  };
  provider.messageHandlers[messageType.refused] = (_encoder, decoder) => {
    const message = readRefused(decoding.readVarString(decoder));
    if (message) on.onRefused(message);
  };
  const isOfEpoch = (epoch: string) => {
    if (provider.params.epoch === epoch) return;
    provider.params = { epoch };
    written(keepHere?.putEpoch(name, epoch));
  };
  // Said again at every connection: the server sends away what belongs to another life of the document (4409).
  provider.messageHandlers[messageType.epoch] = (_encoder, decoder) => {
    isOfEpoch(decoding.readVarString(decoder));
  };
  provider.on("sync", (isSynced: boolean) => {
    if (!isSynced) return;
    // What went out on a connection that died may have been refused in part without our hearing of it. The server has its
    // clocks, so nothing but this would bring it there again.
    for (const group of toResend ?? groupsToResend(unsaved)) send(updateFrame(Y.mergeUpdates(group)));
    toResend = null;
    setUnsaved(withAllSent(unsaved));
    // Our answer to the server's step 1 went out before its step 2 came in: one marker behind it all covers everything.
    sendMarker();
    on.onSync();
  });
  provider.on("connection-close", on.onLost);
  provider.on("connection-error", on.onLost);
  const stopReturning = spreadReturns(provider, { chance: randomBetween, later, onRefused: on.onClosed });

  const onUpdate = (update: Uint8Array, origin: unknown) => {
    if (origin === provider) {
      keepHere?.putOthers(name, update);
      return on.onNews();
    }
    const isTooLarge = update.byteLength > resentBytesMax;
    const isSent = provider.wsconnected && !isTooLarge;
    const label = origin instanceof LocalEdit ? origin.label : "";
    setUnsaved(withUpdate(unsaved, { label, key: null, update, isSent }));
    const number = unsaved.newest;
    written(
      keepHere?.putOwn(name, update, label).then((key) => {
        const next = withKey(unsaved, number, key);
        if (next) setUnsaved(next);
        else return keepHere?.markSaved([key]);
      }),
    );
    if (!isTooLarge) provider._updateHandler(update, origin);
    else if (provider.wsconnected) comeAgain(provider);
    // Socket order puts the marker behind the update it asks about.
    sendMarker();
  };
  doc.off("update", provider._updateHandler);
  doc.on("update", onUpdate);

  /** Applies what nobody has to hear of: with a listener Yjs would write it all as bytes again, a third of the work. */
  const quietly = (apply: () => void) => {
    doc.off("update", onUpdate);
    try {
      apply();
    } finally {
      doc.on("update", onUpdate);
    }
  };
  const readSync = provider.messageHandlers[messageType.sync];
  provider.messageHandlers[messageType.sync] = (encoder, decoder, ...rest) => {
    if (kindOf(decoder) === messageYjsSyncStep1) {
      // The answer carries everything, so on a new connection only what went out before it can have been refused unheard.
      if (!provider.synced) toResend = groupsToResend(unsaved);
      setUnsaved(withAllSent(unsaved));
    }
    const whole = provider.synced ? null : wholeDocumentIn(decoder);
    if (!whole) return readSync?.(encoder, decoder, ...rest);
    keepHere?.putOthers(name, whole);
    quietly(() => readSync?.(encoder, decoder, ...rest));
  };

  return {
    doc,
    provider,
    unsaved: () => unsaved,
    isOfEpoch,
    takeKept(pieces) {
      const [own, others] = [pieces.filter(({ isUnsaved }) => isUnsaved), pieces.filter(({ isUnsaved }) => !isUnsaved)];
      const unread = new Set<KeptUpdate>();
      const apply = (some: readonly KeptUpdate[], origin: symbol) => {
        const applyAll = () => {
          for (const piece of some) if (!isApplied(doc, piece)) unread.add(piece);
        };
        if (some.length > 0) doc.transact(applyAll, origin);
      };
      // In two transactions: what was done here without a connection is what others' work is put together with.
      quietly(() => {
        apply(others, keptOrigin);
        apply(own, keptUnsavedOrigin);
      });
      let next = unsaved;
      // Whether they reached the server before the page was left nobody knows.
      for (const piece of own) {
        const { label, key, update } = piece;
        if (!unread.has(piece)) next = withUpdate(next, { label, key, update, isSent: true });
      }
      setUnsaved(next);
    },
    keepFromNow() {
      keepHere = keep;
      const { epoch } = provider.params;
      if (epoch !== undefined) written(keep?.putEpoch(name, epoch));
    },
    async whenKept() {
      await Promise.allSettled(writes);
    },
    stop() {
      stopReturning();
      provider.destroy();
      doc.destroy();
    },
  };
}

/** False for bytes that are no update any more: one spoilt piece must not cost the others, and the server has what was saved. */
function isApplied(doc: Y.Doc, { update, format }: KeptUpdate): boolean {
  try {
    if (format === 2) Y.applyUpdateV2(doc, update);
    else Y.applyUpdate(doc, update);
    return true;
  } catch {
    return false;
  }
}

/** An update the server would not take from somebody at work (a pasted year) it takes as our answer to its greeting. */
function comeAgain(provider: WebsocketProvider): void {
  provider.disconnect();
  provider.connect();
}

/** Which message of the sync protocol follows; the decoder stays where it was. */
function kindOf(decoder: decoding.Decoder): number {
  return decoding.peekVarUint(decoder);
}

/** The update in one of the server's first answers, when it is large; the decoder stays where it was. */
function wholeDocumentIn(decoder: decoding.Decoder): Uint8Array | null {
  const ahead = decoding.clone(decoder);
  const step = decoding.readVarUint(ahead);
  if (step !== messageYjsSyncStep2 && step !== messageYjsUpdate) return null;
  const update = decoding.readVarUint8Array(ahead);
  return update.byteLength >= wholeBytesMin ? update : null;
}

/** Null for what is not of our form: a server of another version; its refusal shows as a document that differs, no worse. */
function readRefused(text: string): RefusedMessage | null {
  try {
    const read = v.safeParse(refusedMessageSchema, JSON.parse(text));
    return read.success ? read.output : null;
  } catch {
    return null;
  }
}

function markerFrame(number: number): Uint8Array<ArrayBuffer> {
  return frame((encoder) => {
    encoding.writeVarUint(encoder, messageType.saved);
    encoding.writeVarUint(encoder, number);
  });
}

function updateFrame(update: Uint8Array): Uint8Array<ArrayBuffer> {
  return frame((encoder) => {
    encoding.writeVarUint(encoder, messageType.sync);
    writeUpdate(encoder, update);
  });
}

function frame(write: (encoder: encoding.Encoder) => void): Uint8Array<ArrayBuffer> {
  return encoding.encode(write) as Uint8Array<ArrayBuffer>; // lib0 always allocates a plain buffer; its types do not say so
}
