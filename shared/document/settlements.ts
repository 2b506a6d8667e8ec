import * as Y from "yjs";
import { guardOf } from "../model/guard.ts";
import {
  type About,
  type Decision,
  type Settlement,
  settlementFieldSchemas,
  settlementIdPattern,
  stepKeyPattern,
  stepSign,
  stepsMax,
} from "../model/settlement.ts";
import { isSameValue } from "./same-value.ts";
import { touchedIds } from "./touched-ids.ts";

const isAbout = guardOf(settlementFieldSchemas.about);
const isDecision = guardOf(settlementFieldSchemas.decision);

/** The settlements of a programme, by the id of their overlap. */
export function settlementsOf(doc: Y.Doc): Y.Map<Y.Map<unknown>> {
  return doc.getMap("settlements");
}

/** A decision about one overlap. `id` is its `settlementIdOf`, `stepId` is new (`newId`) for every step. */
export type Step = {
  readonly id: string;
  readonly about: About;
  readonly decision: Decision;
  readonly stepId: string;
};

/**
 * Writes a decision: it stands, and becomes a step of the history. Steps made at once merge; of two who settle an overlap
 * for the first time in the same instant, one whole settlement is kept. Call inside `doc.transact` with the origin whose
 * undo it belongs to, together with the edits that carry the decision out.
 */
export function decide(doc: Y.Doc, { id, about, decision, stepId }: Step): void {
  const settlements = settlementsOf(doc);
  const existing = settlements.get(id);
  const map = existing instanceof Y.Map ? existing : settlements.set(id, new Y.Map());
  if (!isSameValue(map.get("about"), about)) map.set("about", about);
  map.set("decision", decision);
  map.set(stepSign + stepId, decision);
  for (const { key } of stepsOf(map).slice(0, -stepsMax)) map.delete(key);
}

/** Takes a settlement with its history away; nothing happens when there is none. */
export function removeSettlement(doc: Y.Doc, id: string): void {
  settlementsOf(doc).delete(id);
}

/** One settlement as plain data; null when it cannot be one. Steps that cannot be read are left out. */
export function readSettlement(id: string, map: unknown): Settlement | null {
  if (!settlementIdPattern.test(id) || !(map instanceof Y.Map)) return null;
  const [about, decision] = [map.get("about"), map.get("decision")];
  if (!isAbout(about) || !isDecision(decision)) return null;
  return { id, about, decision, steps: stepsOf(map).map((step) => step.decision) };
}

/** All settlements of a programme by id. */
export function readSettlements(doc: Y.Doc): ReadonlyMap<string, Settlement> {
  const read = new Map<string, Settlement>();
  for (const [id, map] of settlementsOf(doc)) {
    const settlement = readSettlement(id, map);
    if (settlement) read.set(id, settlement);
  }
  return read;
}

/** Calls `onChange` once per transaction that touched settlements, with their ids. Returns the stop. */
export function observeSettlements(doc: Y.Doc, onChange: (ids: ReadonlySet<string>) => void): () => void {
  const settlements = settlementsOf(doc);
  const handle = (events: Y.YEvent<Y.AbstractType<unknown>>[]) => onChange(touchedIds(events));
  settlements.observeDeep(handle);
  return () => settlements.unobserveDeep(handle);
}

/** The steps of a history, oldest first: by the clocks of those who made them, then by id. */
function stepsOf(map: Y.Map<unknown>): { readonly key: string; readonly decision: Decision }[] {
  const steps: { readonly key: string; readonly decision: Decision }[] = [];
  map.forEach((value, key) => {
    if (stepKeyPattern.test(key) && isDecision(value)) steps.push({ key, decision: value });
  });
  return steps.sort((a, b) => a.decision.atMs - b.decision.atMs || (a.key < b.key ? -1 : 1));
}
