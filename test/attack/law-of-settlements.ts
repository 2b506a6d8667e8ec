/** What no update may break in the decisions about overlaps: each can be read, and speaks in the name of who wrote it. */
import * as Y from "yjs";
import { readSettlement, settlementsOf } from "../../shared/document/settlements.ts";
import type { Actor } from "../../shared/model/actor.ts";

/** Of every settlement: what stands under each key, as text. */
export type Settlements = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** Throws what breaks the schema. */
export function readLawfulSettlements(doc: Y.Doc): Settlements {
  const read = new Map<string, ReadonlyMap<string, string>>();
  settlementsOf(doc).forEach((map, id) => {
    const settlement = readSettlement(id, map);
    if (!settlement || !(map instanceof Y.Map)) throw new Error(`"${id}" cannot be read as a settlement`);
    const steps = [...map.keys()].filter((key) => key !== "about" && key !== "decision");
    if (steps.length !== settlement.steps.length) throw new Error(`"${id}" holds ${steps} beside its steps`);
    read.set(id, new Map([...map].map(([key, value]) => [key, JSON.stringify(value)])));
  });
  return read;
}

/** What is new is signed by who wrote it, or stood there before; a step of the history is never another. */
export function expectSigned(before: Settlements, now: Settlements, by: Actor) {
  for (const [id, values] of now) {
    const old = before.get(id);
    for (const [key, text] of values) {
      if (key === "about" || old?.get(key) === text) continue;
      if (key !== "decision" && old?.has(key)) throw new Error(`${by.id} has changed a step of "${id}"`);
      const stoodThere = [...(old?.values() ?? [])].includes(text);
      if (JSON.parse(text).by.id !== by.id && !stoodThere) throw new Error(`${by.id} has signed as another in "${id}"`);
    }
  }
}
