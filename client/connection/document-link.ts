import { type Accessor, batch, createSignal } from "solid-js";
import * as Y from "yjs";
import { closeCode } from "../../shared/protocol/close-code.ts";
import type { RefusedMessage } from "../../shared/protocol/refusal.ts";
import { afterPaint, later } from "../clock.ts";
import { type BodyEvents, type DocumentBody, openDocumentBody } from "./document-body.ts";
import { downloadDocument } from "./download.ts";
import type { DocumentFacts, Keep, KeptUpdate } from "./keep.ts";
import { countChanges, nothingUnsaved, type Unsaved } from "./unsaved.ts";

/**
 * One document, connected: what is in it, whether it can be trusted to be complete, and what is not saved yet.
 *
 * When the server has not taken a part of what was written here, this document differs from everybody's for good, and no
 * sync would show it: it is built anew under a new client id. The old one stays in use, and its edits go out, until the new
 * one holds everything; then one takes the other's place in one turn.
 */
export type DocumentLink = {
  readonly name: string;
  /** The document as it is now: another one after a rebuild. */
  readonly doc: Y.Doc;
  readonly state: Accessor<LinkState>;
  /** Whether there is anything to show, from this machine or from the server: before, an empty week means nothing. */
  readonly isFilled: Accessor<boolean>;
  /** Changes that the server has not made durable. */
  readonly unsavedCount: Accessor<number>;
  /** The number of the oldest of them; null when there is none. */
  readonly oldestUnsaved: Accessor<number | null>;
  /**
   * Calls `attach` with the document now, and again with each that takes its place, after the stop that it answered for
   * the one before. Returns the stop.
   */
  attach(attach: Attach): () => void;
  stop(): void;
};

export type Attach = (body: Pick<DocumentBody, "doc" | "provider" | "unsaved">) => () => void;

export type LinkState =
  /** On the way to the server for the first time. */
  | { readonly kind: "opening" }
  /** The server does not answer, or not any more. */
  | { readonly kind: "offline" }
  | { readonly kind: "live" }
  /** The server closed for good: a close code of `shared/protocol/close-code.ts`. */
  | { readonly kind: "refused"; readonly code: number };

/** What of this document's work does not come into it, told while the document that it was done in is still there. */
export type Setbacks = {
  /** The server did not take parts of what was sent. */
  onRefused(name: string, doc: Y.Doc, message: RefusedMessage): void;
  /** The server will not hear these own updates any more: it closed for good, with `code`. */
  onLost(name: string, doc: Y.Doc, lost: { readonly updates: readonly Uint8Array[]; readonly code: number }): void;
};

export type LinkOptions = {
  readonly name: string;
  readonly socketUrl: string;
  readonly keep: Keep | null;
  readonly setbacks: Setbacks;
  /** Resolves once what is to be on the screen first is there: a year takes a while to apply. */
  readonly before: Promise<unknown>;
  readonly WebSocketPolyfill?: typeof WebSocket;
};

/** Above this many pieces a document is kept as one state again: opening then costs one read. */
const piecesMax = 60;
/** A document built anew that is closed again sooner than this would only be closed again and again. */
const provenAfterMs = 10_000;

/** Opens a document: first from this machine, or else as a download, then over the stock y-websocket provider. */
export function openDocumentLink({ name, keep, setbacks, before, ...rest }: LinkOptions): DocumentLink {
  const [state, setState] = createSignal<LinkState>({ kind: "opening" });
  const [isFilled, setFilled] = createSignal(false);
  const [unsaved, setUnsaved] = createSignal<Unsaved>(nothingUnsaved);
  const attached = new Map<Attach, () => void>();
  const stopping = new AbortController();
  const isStopped = () => stopping.signal.aborted;
  /** The document being built anew, and since its first sync whole. */
  let next: { readonly body: DocumentBody; isWhole: boolean } | null = null;
  /** The code with which the server closed the present document for good. */
  let closedWith: number | null = null;
  /** The present document was built anew after a close, and has not been in use for long. */
  let isUnproven = false;
  let stopProving = () => {};

  const open = (on: BodyEvents) => openDocumentBody({ name, keep, on, ...rest });
  /** Both bodies have the same ears; what the one that is not in use says of the state is not shown. */
  const ears = (is: (one: "current" | "next") => boolean): BodyEvents => ({
    onSync() {
      if (is("next") && next) next.isWhole = true;
      else
        batch(() => {
          setFilled(true);
          setState({ kind: "live" });
        });
      changePlaces();
    },
    onLost: () => is("current") && state().kind !== "refused" && setState({ kind: "offline" }),
    onClosed: (code) => (is("next") ? stopFor(code) : closeCurrent(code)),
    onUnsaved(now) {
      if (!is("current")) return;
      setUnsaved(now);
      changePlaces();
    },
    onRefused(message) {
      if (!is("current")) return;
      hope(keep?.markForRebuild(name));
      setbacks.onRefused(name, current.doc, message);
      buildAnew();
    },
    onNews: () => changePlaces(),
  });
  const openBody = (): DocumentBody => {
    const body: DocumentBody = open(ears((one) => (one === "current" ? body === current : body === next?.body)));
    return body;
  };

  const buildAnew = () => {
    if (next || isStopped()) return;
    const body = openBody();
    next = { body, isWhole: false };
    void downloaded(body).then((pieces) => {
      if (next?.body !== body || isStopped()) return;
      body.takeKept(pieces);
      body.provider.connect();
    });
  };
  const closeCurrent = (code: number) => {
    closedWith = code;
    const isOurs = code === closeCode.malformed || code === closeCode.staleEpoch;
    if (!isOurs || isUnproven) return stopFor(code);
    hope(keep?.markForRebuild(name));
    setState({ kind: "opening" });
    buildAnew();
  };
  /** What is not saved stays kept on this machine: it goes out after a new sign-in or with fewer tabs, else it can be copied. */
  const stopFor = (code: number) => {
    next?.body.stop();
    next = null;
    if (code !== closeCode.signInNeeded && code !== closeCode.tooMany) tellLost(code);
    setState({ kind: "refused", code });
  };
  const tellLost = (code: number) => {
    const updates = current.unsaved().waiting.map(({ update }) => update);
    if (updates.length > 0) setbacks.onLost(name, current.doc, { updates, code });
  };

  const isReady = () => {
    if (!next?.isWhole || isStopped()) return false;
    return closedWith !== null || (current.unsaved().waiting.length === 0 && holdsAllOf(next.body.doc, current.doc));
  };
  let isChanging = false;
  /** Lets the new document take the old one's place as soon as it holds everything. */
  const changePlaces = () => {
    if (isChanging || !isReady()) return;
    isChanging = true;
    void current.whenKept().then(() => {
      isChanging = false;
      if (isReady() && next) takePlace(next.body);
    });
  };
  const takePlace = (body: DocumentBody) => {
    const old = current;
    const ownKeys = old.unsaved().waiting.flatMap(({ key }) => key ?? []);
    if (closedWith !== null) tellLost(closedWith);
    const keptApart = closedWith === closeCode.staleEpoch ? `${name}@${old.provider.params.epoch ?? ""}` : null;
    // Before anything of the new document is kept: the keep does things in the order in which it is asked.
    hope(keep?.rebuild(name, { state: Y.encodeStateAsUpdate(body.doc), ownKeys, keptApart }));
    if (closedWith !== null) prove();
    [current, next, closedWith] = [body, null, null];
    body.keepFromNow();
    batch(() => {
      setUnsaved(body.unsaved());
      setState({ kind: body.provider.wsconnected ? "live" : "offline" });
      for (const [attach, detach] of attached) {
        detach();
        attached.set(attach, attach(body));
      }
    });
    old.stop();
  };
  const prove = () => {
    isUnproven = true;
    stopProving = later(provenAfterMs, () => {
      isUnproven = false;
    });
  };

  let current: DocumentBody = openBody();
  current.keepFromNow();
  void loadWhole(current).finally(() => {
    if (!isStopped()) current.provider.connect();
  });

  async function loadWhole(body: DocumentBody): Promise<void> {
    const [kept, facts] = await readKept();
    if (facts?.epoch) body.provider.params = { epoch: facts.epoch };
    const pieces = kept.length > 0 ? kept : await downloaded(body);
    if (kept.length === 0) for (const { update } of pieces) keep?.putWhole(name, update);
    await before;
    await new Promise<void>((resolve) => void afterPaint(resolve));
    if (isStopped()) return;
    if (pieces.length > 0)
      batch(() => {
        body.takeKept(pieces);
        setFilled(true);
      });
    if (facts?.mustRebuild) buildAnew();
    else if (pieces.length > piecesMax) hope(keep?.compact(name, Y.encodeStateAsUpdate(body.doc)));
  }

  /** Nothing where there is no keep, or it cannot be read: then the server has everything but what was unsaved. */
  async function readKept(): Promise<readonly [readonly KeptUpdate[], DocumentFacts | null]> {
    try {
      return keep ? await Promise.all([keep.load(name), keep.factsOf(name)]) : [[], null];
    } catch {
      return [[], null];
    }
  }

  /** The whole document as the server has it, for a body that has nothing yet; nothing where the socket must bring it. */
  async function downloaded(body: DocumentBody): Promise<readonly KeptUpdate[]> {
    const whole = await downloadDocument(name, stopping.signal);
    if (!whole || isStopped()) return [];
    body.isOfEpoch(whole.epoch);
    return [{ key: 0, update: whole.update, format: 2, isUnsaved: false, label: "" }];
  }

  return {
    name,
    get doc() {
      return current.doc;
    },
    state,
    isFilled,
    unsavedCount: () => countChanges(unsaved()),
    oldestUnsaved: () => unsaved().waiting[0]?.number ?? null,
    attach(attach) {
      attached.set(attach, attach(current));
      return () => {
        attached.get(attach)?.();
        attached.delete(attach);
      };
    },
    stop() {
      stopping.abort();
      stopProving();
      next?.body.stop();
      current.stop();
    },
  };
}

/** For a write whose failure costs no more than that the next page begins with less. */
function hope(write: Promise<unknown> | undefined): void {
  write?.catch(() => {});
}

/** Whether `one` has seen every struct that `other` holds. What the server refused is in both, in one of them as nothing. */
function holdsAllOf(one: Y.Doc, other: Y.Doc): boolean {
  return [...other.store.clients.keys()].every(
    (client) => Y.getState(one.store, client) >= Y.getState(other.store, client),
  );
}
