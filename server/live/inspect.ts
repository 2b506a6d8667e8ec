/**
 * Looks at an update before the document is touched: who sends it, what it would change, whether that may be (P4, P5).
 * Pure: it reads the document and the update, and answers. Facts about Yjs 13.6 that it rests on are named in the files
 * it calls: `scan.ts` (bytes), `incoming.ts` (clocks), `spots.ts` (places), `judge.ts` (schema and rights), `rewrite.ts`.
 */
import * as Y from "yjs";
import type { DocumentKind } from "../../shared/document/document-schema.ts";
import type { Actor } from "../../shared/model/actor.ts";
import { type CloseCode, closeCode } from "../../shared/protocol/close-code.ts";
import type { Refusal, RefusedMessage } from "../../shared/protocol/refusal.ts";
import { aliveIn, type Caps, type Incoming, readIncoming } from "./incoming.ts";
import { judge } from "./judge.ts";
import { rewriteUpdate } from "./rewrite.ts";
import type { Writers } from "./writers.ts";

export type Inspection =
  /** `update` may be applied: the sender's own bytes when nothing is refused. `writers` are new to the document, of `struckWriters` a part is refused. */
  | {
      readonly verdict: "accept";
      readonly update: Uint8Array;
      readonly refusals: readonly Refusal[];
      readonly writers: readonly number[];
      readonly struckWriters: readonly number[];
      /** What it is about, each as `root/entry`. */
      readonly entries: readonly string[];
    }
  /** The document has all of it already. `retold`: some of it was refused before, and its sender may not know. */
  | { readonly verdict: "nothing"; readonly retold: RefusedMessage | null }
  /** It builds on something the document does not have: the sender is to be asked for the rest. */
  | { readonly verdict: "gap" }
  /** `isJudged`: for what it would do, with what is known of the document; otherwise for being no update at all. */
  | { readonly verdict: "refuse"; readonly code: CloseCode; readonly why: string; readonly isJudged: boolean };

export type UnderInspection = {
  readonly doc: Y.Doc;
  readonly kind: DocumentKind;
  readonly writers: Writers;
  readonly update: Uint8Array;
  readonly actor: Actor;
  readonly caps: Caps;
};

/** Never throws for what the outside world sends, and never changes `doc`. */
export function inspectUpdate({ doc, kind, writers, update, actor, caps }: UnderInspection): Inspection {
  const incoming = readIncoming(doc, update, caps);
  if (incoming === "malformed") return { ...refuse(closeCode.malformed, "no update"), isJudged: false };
  if (incoming === "gap") return { verdict: "gap" };
  const retold = retoldOf(doc, incoming, writers);
  if (incoming.fresh.length === 0 && !incoming.ranges.some((range) => !aliveIn(doc, range).next().done))
    return { verdict: "nothing", retold };
  if (actor.role === "guest") return refuse(closeCode.forbidden, "a guest reads");
  for (const client of incoming.freshByClient.keys()) {
    const isKnown = Y.getState(doc.store, client) > 0;
    if (!writers.mayWrite(client, actor.id, isKnown)) return refuse(closeCode.malformed, "another's client id");
  }
  const hadRefusals = (client: number) => writers.refusedOf(client) !== null;
  const judgement = judge({ doc, kind, actor, incoming, hadRefusals });
  if (!judgement) return refuse(closeCode.malformed, "a struct in two places");
  const isWhole = judgement.struck.size === 0 && judgement.spared.length === 0;
  return {
    verdict: "accept",
    update: isWhole ? update : rewriteUpdate(incoming, judgement),
    refusals: withRetold(retold, judgement.refusals),
    writers: [...incoming.freshByClient.keys()].filter((client) => !writers.isBound(client)),
    struckWriters: [...new Set([...judgement.struck].map(({ id }) => id.client))],
    entries: judgement.entries,
  };
}

function refuse(code: CloseCode, why: string) {
  return { verdict: "refuse", code, why, isJudged: true } as const;
}

/**
 * A browser sends again what it never heard to be saved. Where that is nothing here but something there, it was refused,
 * and the connection ended before it could be told.
 */
function retoldOf(doc: Y.Doc, { structs }: Incoming, writers: Writers): RefusedMessage | null {
  for (const struct of structs) {
    if (!(struct instanceof Y.Item) || struct.content instanceof Y.ContentDeleted) continue;
    const told = writers.refusedOf(struct.id.client);
    const isKnown = struct.id.clock < Y.getState(doc.store, struct.id.client);
    if (told && isKnown && Y.getItem(doc.store, struct.id) instanceof Y.GC) return told;
  }
  return null;
}

/** What is known of a refusal says more than what is left of it when it is sent again. */
function withRetold(retold: RefusedMessage | null, refusals: readonly Refusal[]): readonly Refusal[] {
  if (!retold) return refusals;
  const isToldAlready = ({ entry, field }: Refusal) =>
    retold.refusals.some((told) => told.entry === entry && told.field === field);
  return [...retold.refusals, ...refusals.filter((refusal) => !isToldAlready(refusal))];
}
