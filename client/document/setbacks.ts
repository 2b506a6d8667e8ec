import { type Accessor, createSignal } from "solid-js";
import * as v from "valibot";
import type { Item } from "../../shared/model/item.ts";
import { resolutionSign } from "../../shared/model/joint-session.ts";
import { closeCode } from "../../shared/protocol/close-code.ts";
import type { Refusal } from "../../shared/protocol/refusal.ts";
import type { Setbacks } from "../connection/document-link.ts";
import type { RefusedKeep } from "../connection/refused-keep.ts";
import { keyOfChange, type RefusedChange, refusedChangeSchema } from "./refused-change.ts";
import { lostToChange, refusalToChange } from "./refused-reading.ts";
import { writtenSpots } from "./written-spots.ts";

/** What a person wrote that did not come into the programme, until they have seen to it. */
export type SetbackStore = {
  /** One for each place that was written to. */
  readonly changes: Accessor<readonly RefusedChange[]>;
  dismiss(change: RefusedChange): void;
  dismissAll(): void;
};

type Options = { readonly keep: RefusedKeep | null; readonly item: (id: string) => Item | undefined };

export function createSetbacks({ keep, item }: Options): { readonly store: SetbackStore; readonly hear: Setbacks } {
  const [changes, setChanges] = createSignal<readonly RefusedChange[]>([]);
  const without = (key: string) => changes().filter((one) => keyOfChange(one) !== key);
  const put = (change: RefusedChange, isEcho = false) => {
    const before = changes().find((one) => keyOfChange(one) === keyOfChange(change));
    const why = before && isEcho ? { why: before.why, status: before.status } : {};
    const wrote = before && isPartOf(change.wrote, before.wrote) ? { wrote: before.wrote } : {};
    const next = { ...change, ...why, ...wrote };
    setChanges(before ? changes().map((one) => (one === before ? next : one)) : [...changes(), next]);
    keep?.put(keyOfChange(next), next);
  };
  const dismiss = (change: RefusedChange) => {
    const key = keyOfChange(change);
    setChanges(without(key));
    keep?.remove(key);
  };
  void keep?.load().then((kept) => {
    const told = new Set(changes().map(keyOfChange));
    const known = kept.flatMap((value) => {
      const read = v.safeParse(refusedChangeSchema, value);
      return read.success && !told.has(keyOfChange(read.output)) ? [read.output] : [];
    });
    setChanges([...known, ...changes()]);
  });

  return {
    store: { changes, dismiss, dismissAll: () => changes().forEach(dismiss) },
    hear: {
      onRefused(name, doc, { refusals, more }) {
        for (const refusal of refusals.filter(isLoss))
          put(refusalToChange(refusal, { doc, name, known: item }), isEchoOf(refusal));
        if (more > 0) put({ ...restOf(name), more });
      },
      onLost(name, doc, { updates, code }) {
        const why = code === closeCode.staleEpoch ? "stale" : "closed";
        for (const spot of writtenSpots(doc, updates).filter(isLoss))
          put(lostToChange(spot, why, { doc, name, known: item }));
      },
    },
  };
}

/**
 * Whether anybody would want back what did not get in. Of a joint session only a decision is: another leads now, and the
 * step of who led before is over.
 */
function isLoss({ root, field }: Pick<Refusal, "root" | "field">): boolean {
  return root !== "jointSessions" || field === null || field.startsWith(resolutionSign);
}

/**
 * Whether a refusal says nothing that the first one about its place did not say better: it only builds on what was refused,
 * or is the old value's deletion, which a browser that comes back repeats without the new value.
 */
function isEchoOf({ why, field, value }: Refusal): boolean {
  return why === "no-ground" || (why === "not-valid" && field !== null && value === null);
}

/** Of a text that was told whole before, the letters that are told now. */
function isPartOf(now: unknown, before: unknown): boolean {
  return typeof now === "string" && typeof before === "string" && before.includes(now);
}

/** Stands for those that were not told one by one. */
function restOf(name: string): RefusedChange {
  const nowhere = { root: "", entry: null, field: null };
  return { ...nowhere, document: name, why: "no-right", matter: "", office: null, status: null, wrote: null, more: 0 };
}
