import { type Accessor, createSignal } from "solid-js";
import type * as Y from "yjs";
import { observeItems } from "../../shared/document/item-changes.ts";
import type { Overlap } from "../../shared/model/overlap.ts";
import { worstFirst } from "../../shared/rules/overlap-order.ts";
import { later } from "../clock.ts";
import { keptUnsavedOrigin } from "../connection/kept-origin.ts";
import { returnMaxMs } from "../connection/return-time.ts";
import type { OverlapStore } from "./overlap-store.ts";

/**
 * What came of putting together work done apart: overlaps that nobody had before, between what was changed here without a
 * connection and what others changed meanwhile.
 */
export type Merges = {
  /** Those created so far and not yet looked through, worst first. */
  readonly created: Accessor<readonly Overlap[]>;
  /** They have been looked through. */
  dismiss(): void;
  /** Watches one programme and its connection. Returns the stop. */
  watch(body: {
    readonly doc: Y.Doc;
    readonly provider: Connection;
    unsaved(): { readonly waiting: readonly unknown[] };
  }): () => void;
};

/** What is needed of the stock provider; transactions that it makes have it as their origin. */
type Connection = {
  readonly synced: boolean;
  on(name: "sync", act: (isSynced: boolean) => void): void;
  off(name: "sync", act: (isSynced: boolean) => void): void;
};

/**
 * After a restart everybody comes back by chance, the last ones this much later and with a page that may be slow: what they
 * bring until then was done apart as well.
 */
const togetherMs = returnMaxMs + 10_000;

type Parts = {
  readonly overlaps: Pick<OverlapStore, "of">;
  /** Finds at once what was put off: overlaps are compared as they are before and after the others' work comes in. */
  catchUp(): void;
};

export function createMerges({ overlaps, catchUp }: Parts): Merges {
  const [created, setCreated] = createSignal<readonly Overlap[]>([]);
  const note = (found: readonly Overlap[]) => {
    if (found.length === 0) return;
    const known = new Map(created().map((overlap) => [overlap.key, overlap]));
    for (const overlap of found) known.set(overlap.key, overlap);
    setCreated([...known.values()].sort(worstFirst));
  };

  return {
    created,
    dismiss: () => setCreated([]),
    watch({ doc, provider, unsaved }) {
      /** Items changed here while nobody could know. */
      const own = new Set<string>();
      /** Items changed here since everything was last saved: when the line breaks, nobody may know of them either. */
      const unconfirmed = new Set<string>();
      let before: ReadonlySet<string> = new Set();
      let stopWaiting = () => {};
      const overlapsOfOwn = () => {
        if (own.size > 0) catchUp();
        return [...own].flatMap((id) => overlaps.of(id));
      };

      // What was kept unsaved on this machine was done without a connection as well, only before the page was loaded.
      const stopItems = observeItems(doc, ({ ids, isLocal, origin }) => {
        if (isLocal && unsaved().waiting.length === 0) unconfirmed.clear();
        if (isLocal) for (const id of ids) unconfirmed.add(id);
        if (origin === keptUnsavedOrigin || (isLocal && !provider.synced)) for (const id of ids) own.add(id);
      });
      const onBefore = ({ origin }: Y.Transaction) => {
        if (origin === provider) before = new Set(overlapsOfOwn().map(({ key }) => key));
      };
      const onAfter = ({ origin }: Y.Transaction) => {
        if (origin === provider && own.size > 0)
          note(overlapsOfOwn().filter(({ key, severity }) => severity !== "hint" && !before.has(key)));
      };
      const onSync = (isSynced: boolean) => {
        stopWaiting();
        if (isSynced) stopWaiting = later(togetherMs, () => own.clear());
        // A broken line is noticed late: what was sent into it is work done apart too.
        else if (unsaved().waiting.length > 0) for (const id of unconfirmed) own.add(id);
      };
      doc.on("beforeTransaction", onBefore);
      doc.on("afterTransaction", onAfter);
      provider.on("sync", onSync);
      return () => {
        stopWaiting();
        stopItems();
        doc.off("beforeTransaction", onBefore);
        doc.off("afterTransaction", onAfter);
        provider.off("sync", onSync);
      };
    },
  };
}
