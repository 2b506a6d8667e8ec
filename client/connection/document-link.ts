import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { type Accessor, batch, createSignal } from "solid-js";
import { messageYjsSyncStep2, messageYjsUpdate } from "y-protocols/sync";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { messageType } from "../../shared/protocol/message.ts";
import { afterPaint, later, randomBetween } from "../clock.ts";
import { downloadDocument } from "./download.ts";
import type { Keep, KeptUpdate } from "./keep.ts";
import { LocalEdit } from "./local-edit.ts";
import { spreadReturns } from "./spread-returns.ts";
import { countChanges, nothingUnsaved, type Unsaved, withConfirmation, withKey, withUpdate } from "./unsaved.ts";

/** One document, connected: what is in it, whether it can be trusted to be complete, and what is not saved yet. */
export type DocumentLink = {
  readonly name: string;
  readonly doc: Y.Doc;
  readonly provider: WebsocketProvider;
  readonly state: Accessor<LinkState>;
  /** Whether there is anything to show, from this machine or from the server: before, an empty week means nothing. */
  readonly isFilled: Accessor<boolean>;
  /** Changes that the server has not made durable. */
  readonly unsavedCount: Accessor<number>;
  stop(): void;
};

export type LinkState =
  /** On the way to the server for the first time. */
  | { readonly kind: "opening" }
  /** The server does not answer, or not any more. */
  | { readonly kind: "offline" }
  | { readonly kind: "live" }
  /** The server closed for good: a close code of `shared/protocol/close-code.ts`. */
  | { readonly kind: "refused"; readonly code: number };

type Options = {
  readonly name: string;
  readonly socketUrl: string;
  readonly keep: Keep | null;
  /** Resolves once what is to be on the screen first is there: a year takes a while to apply. */
  readonly before: Promise<unknown>;
};

const keptOrigin = Symbol("kept on this machine");
/** Above this many pieces a document is kept as one state again: opening then costs one read. */
const piecesMax = 60;
/** From here on it pays to keep an answer of the server as it came. */
const wholeBytesMin = 64 * 1024;

/** Opens a document: first from this machine, or else as a download, then over the stock y-websocket provider. */
export function openDocumentLink({ name, socketUrl, keep, before }: Options): DocumentLink {
  const doc = new Y.Doc();
  const provider = new WebsocketProvider(socketUrl, name, doc, {
    connect: false,
    // Tabs of one browser may belong to different people: everything goes through the server.
    disableBc: true,
    // For connections that it cuts itself (spread-returns.ts): it has no jitter of its own.
    maxBackoffTime: randomBetween(1_500, 4_000),
  });
  const [state, setState] = createSignal<LinkState>({ kind: "opening" });
  const [isFilled, setFilled] = createSignal(false);
  const [unsaved, setUnsaved] = createSignal<Unsaved>(nothingUnsaved);

  const sendMarker = () => {
    const { waiting, newest } = unsaved();
    if (waiting.length > 0 && provider.wsconnected) provider.ws?.send(markerFrame(newest));
  };
  provider.messageHandlers[messageType.saved] = (_encoder, decoder) => {
    const { state: next, savedKeys } = withConfirmation(unsaved(), decoding.readVarUint(decoder));
    setUnsaved(next);
    if (savedKeys.length > 0) void keep?.markSaved(savedKeys);
  };
  // Said again at every connection: the server sends away what belongs to another life of the document (4409).
  provider.messageHandlers[messageType.epoch] = (_encoder, decoder) => {
    const epoch = decoding.readVarString(decoder);
    if (provider.params.epoch === epoch) return;
    provider.params = { epoch };
    void keep?.putEpoch(name, epoch);
  };
  provider.on("sync", (isSynced: boolean) => {
    if (!isSynced) return;
    batch(() => {
      setFilled(true);
      setState({ kind: "live" });
    });
    // Our answer to the server's step 1 went out before its step 2 came in: one marker behind it covers everything.
    sendMarker();
  });
  const lose = () => state().kind !== "refused" && setState({ kind: "offline" });
  provider.on("connection-close", lose);
  provider.on("connection-error", lose);
  const onRefused = (code: number) => void setState({ kind: "refused", code });
  const stopReturning = spreadReturns(provider, { chance: randomBetween, later, onRefused });

  const onUpdate = (update: Uint8Array, origin: unknown) => {
    if (origin === keptOrigin) return;
    if (origin === provider) return keep?.putOthers(name, update);
    const label = origin instanceof LocalEdit ? origin.label : "";
    setUnsaved(withUpdate(unsaved(), { label, key: null }));
    const number = unsaved().newest;
    void keep?.putOwn(name, update, label).then((key) => setUnsaved(withKey(unsaved(), number, key)));
    sendMarker();
  };
  // Registered after the provider's own listener: socket order puts the marker behind the update it asks about.
  doc.on("update", onUpdate);

  /** Applies what nobody has to hear of: with a listener Yjs would write it all as bytes again, a third of the work. */
  const quietly = (apply: () => void) => {
    doc.off("update", provider._updateHandler);
    doc.off("update", onUpdate);
    try {
      apply();
    } finally {
      doc.on("update", provider._updateHandler);
      doc.on("update", onUpdate);
    }
  };
  const readSync = provider.messageHandlers[messageType.sync];
  provider.messageHandlers[messageType.sync] = (encoder, decoder, ...rest) => {
    const whole = provider.synced ? null : wholeDocumentIn(decoder);
    if (!whole) return readSync?.(encoder, decoder, ...rest);
    keep?.putOthers(name, whole);
    quietly(() => readSync?.(encoder, decoder, ...rest));
  };

  const stopping = new AbortController();
  const isStopped = () => stopping.signal.aborted;
  void loadWhole().finally(() => {
    if (!isStopped()) provider.connect();
  });

  async function loadWhole(): Promise<void> {
    const [kept, epoch] = keep ? await Promise.all([keep.load(name), keep.epochOf(name)]) : [[], null];
    if (epoch !== null) provider.params = { epoch };
    const pieces = kept.length > 0 ? kept : await downloaded();
    await before;
    await new Promise<void>((resolve) => void afterPaint(resolve));
    if (pieces.length === 0 || isStopped()) return;
    batch(() => {
      quietly(() => {
        doc.transact(() => {
          for (const piece of pieces) applyTo(doc, piece);
        }, keptOrigin);
      });
      for (const piece of pieces) if (piece.isUnsaved) setUnsaved(withUpdate(unsaved(), piece));
      setFilled(true);
    });
    if (pieces.length > piecesMax) await keep?.compact(name, Y.encodeStateAsUpdate(doc));
  }

  async function downloaded(): Promise<readonly KeptUpdate[]> {
    const whole = await downloadDocument(name, stopping.signal);
    if (!whole || isStopped()) return [];
    const { update, epoch } = whole;
    provider.params = { epoch };
    keep?.putWhole(name, update);
    void keep?.putEpoch(name, epoch);
    return [{ key: 0, update, format: 2, isUnsaved: false, label: "" }];
  }

  return {
    name,
    doc,
    provider,
    state,
    isFilled,
    unsavedCount: () => countChanges(unsaved()),
    stop() {
      stopping.abort();
      stopReturning();
      provider.destroy();
      doc.destroy();
    },
  };
}

function applyTo(doc: Y.Doc, { update, format }: KeptUpdate): void {
  if (format === 2) Y.applyUpdateV2(doc, update, keptOrigin);
  else Y.applyUpdate(doc, update, keptOrigin);
}

/** The update in one of the server's first answers, when it is large; the decoder stays where it was. */
function wholeDocumentIn(decoder: decoding.Decoder): Uint8Array | null {
  const ahead = decoding.clone(decoder);
  const step = decoding.readVarUint(ahead);
  if (step !== messageYjsSyncStep2 && step !== messageYjsUpdate) return null;
  const update = decoding.readVarUint8Array(ahead);
  return update.byteLength >= wholeBytesMin ? update : null;
}

function markerFrame(number: number): Uint8Array<ArrayBuffer> {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, messageType.saved);
    encoding.writeVarUint(encoder, number);
  }) as Uint8Array<ArrayBuffer>; // lib0 always allocates a plain buffer; its types do not say so
}
