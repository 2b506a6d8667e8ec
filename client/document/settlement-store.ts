import { type Accessor, batch } from "solid-js";
import type * as Y from "yjs";
import {
  observeSettlements,
  readSettlement,
  readSettlements,
  settlementsOf,
} from "../../shared/document/settlements.ts";
import type { Day } from "../../shared/kit/day.ts";
import type { Overlap } from "../../shared/model/overlap.ts";
import type { Settlement, SettlementState } from "../../shared/model/settlement.ts";
import { settlementIdOf, stateOf } from "../../shared/rules/settling.ts";
import { createSignalMap } from "./signal-map.ts";

/** What was decided about overlaps in the open programmes, as signals: a decision repaints what shows its overlap. */
export type SettlementStore = {
  /** What was decided about an overlap, whether it still holds or not. */
  of(overlap: Pick<Overlap, "key" | "kind">): Settlement | null;
  /** How far an overlap has come. */
  stateOf(overlap: Overlap): SettlementState;
  /** Whether an overlap is settled: its mark is quiet and nobody counts it. */
  isQuiet(overlap: Overlap): boolean;
  watchProgramme(doc: Y.Doc): () => void;
};

/** `today`: a settlement that holds until a day is open again after it. */
export function createSettlementStore(today: Accessor<Day>): SettlementStore {
  /** Two documents may hold one: the item it lies beside has moved over New Year. */
  const byDoc = new Map<Y.Doc, Map<string, Settlement>>();
  const shown = createSignalMap<string, Settlement>();

  const show = (ids: Iterable<string>) =>
    batch(() => {
      for (const id of ids) {
        const found = [...byDoc.values()].flatMap((settlements) => settlements.get(id) ?? []);
        shown.set(id, found.length === 0 ? undefined : found.reduce(newer));
      }
    });

  const of: SettlementStore["of"] = (overlap) => {
    const settlement = shown.get(settlementIdOf(overlap));
    return settlement?.about.key === overlap.key ? settlement : null;
  };
  const state = (overlap: Overlap) => stateOf(overlap, of(overlap), today());

  return {
    of,
    stateOf: state,
    isQuiet: (overlap) => state(overlap) === "settled",
    watchProgramme(doc) {
      const own = new Map(readSettlements(doc));
      byDoc.set(doc, own);
      show(own.keys());
      const stop = observeSettlements(doc, (ids) => {
        for (const id of ids) {
          const settlement = readSettlement(id, settlementsOf(doc).get(id));
          if (settlement) own.set(id, settlement);
          else own.delete(id);
        }
        show(ids);
      });
      return () => {
        stop();
        byDoc.delete(doc);
        show(own.keys());
      };
    },
  };
}

function newer(a: Settlement, b: Settlement): Settlement {
  return b.decision.atMs > a.decision.atMs ? b : a;
}
