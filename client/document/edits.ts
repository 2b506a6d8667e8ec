import {
  addItem,
  type ItemPatch,
  patchItem,
  removeItem,
  setParty,
  writeText,
} from "../../shared/document/item-commands.ts";
import { readItem } from "../../shared/document/item-reading.ts";
import { resolve, takeLineBack } from "../../shared/document/joint-sessions.ts";
import { itemsOf } from "../../shared/document/roots.ts";
import { decide, type Step } from "../../shared/document/settlements.ts";
import { assert } from "../../shared/kit/assert.ts";
import type { Item, Participation } from "../../shared/model/item.ts";
import type { JointSession, Resolution } from "../../shared/model/joint-session.ts";
import type { PartyRef } from "../../shared/model/ref.ts";
import { programmeYearOf } from "../../shared/model/when.ts";
import { yearOfScope } from "../../shared/rules/scope.ts";
import { todayInHanoi } from "../clock.ts";
import type { Programmes } from "./programmes.ts";
import type { History, How } from "./undo.ts";

/** Everything a person can do to items, each one undoable step. An item that is gone meanwhile is let be. */
export type Edits = {
  add(item: Item): void;
  patch(id: string, patch: ItemPatch): void;
  setParty(id: string, ref: PartyRef, as: Participation | null): void;
  type(id: string, edit: { field: "title" | "notes"; text: string; caret?: number }): void;
  remove(id: string): void;
  /** Writes a decision about an overlap, in the programme of its first item. */
  decide(step: Step): void;
  /** Adds a line to the decision log of a joint session. */
  resolve(session: Pick<JointSession, "id" | "scope">, line: Resolution & { readonly id: string }): void;
  /** Takes a line out of the decision log of a joint session. */
  takeLineBack(session: Pick<JointSession, "id" | "scope">, line: string): void;
  /** Several edits as one step: a pasted schedule is taken back whole. `years` are those that items will be added to. */
  together(years: readonly number[], act: (edits: Edits) => void): void;
};

export function createEdits(programmes: Programmes, history: History): Edits {
  const yearOf = (item: Pick<Item, "when">): number => {
    const year = programmeYearOf(item.when);
    assert(year !== null, "a term item has no programme year");
    return year;
  };
  /** What the edits that are one step together touch and write down; null outside of one. */
  let together: { readonly touched: string[]; line?: string } | null = null;
  const perform = (docs: readonly Doc[], act: () => void, how: How & { readonly touched: readonly string[] }) => {
    if (!together) return history.perform(docs, act, how);
    together.touched.push(...how.touched);
    if (how.line !== undefined) together.line = how.line;
    act();
  };
  const atHolder = (id: string, act: (doc: Doc) => void, label = "") => {
    const doc = programmes.holderOf(id);
    if (doc) perform([doc], () => act(doc), { label, touched: [id] });
  };

  const edits: Edits = {
    add(item) {
      const doc = programmes.docOf(yearOf(item));
      const put = { registered: todayInHanoi(), ...item };
      perform([doc], () => addItem(doc, put), { added: [item.id], touched: [item.id] });
    },
    patch(id, patch) {
      const doc = programmes.holderOf(id);
      if (!doc) return;
      const target = patch.when ? programmes.docOf(yearOf({ when: patch.when })) : doc;
      if (target === doc) return perform([doc], () => patchItem(doc, id, patch), { touched: [id] });
      perform([doc, target], () => carryOver({ from: doc, to: target, id, patch }), { touched: [id] });
    },
    setParty: (id, ref, as) => atHolder(id, (doc) => setParty(doc, id, { ref, as })),
    type: (id, edit) => atHolder(id, (doc) => writeText(doc, id, edit), `type ${id} ${edit.field}`),
    decide: (step) => {
      const doc = programmes.holderOf(step.about.a);
      if (doc) perform([doc], () => decide(doc, step), { touched: [] });
    },
    resolve({ id, scope }, line) {
      const doc = programmes.docOf(yearOfScope(scope));
      perform([doc], () => resolve(doc, id, line), { touched: [], line: line.id });
    },
    takeLineBack({ id, scope }, line) {
      const doc = programmes.docOf(yearOfScope(scope));
      perform([doc], () => takeLineBack(doc, id, line), { touched: [] });
    },
    remove: (id) => atHolder(id, (doc) => removeItem(doc, id)),
    together(years, act) {
      for (const year of years) programmes.need(year);
      const docs = programmes.links().map(({ doc }) => doc);
      const how: { readonly touched: string[]; line?: string } = { touched: [] };
      const actTogether = () => {
        together = how;
        try {
          act(edits);
        } finally {
          together = null;
        }
      };
      history.perform(docs, actTogether, how);
    },
  };
  return edits;
}

type Doc = Parameters<typeof itemsOf>[0];

/** Over New Year an item goes from one programme to the next under the same id, with everything on it. */
function carryOver({ from, to, id, patch }: { from: Doc; to: Doc; id: string; patch: ItemPatch }): void {
  const map = itemsOf(from).get(id);
  const item = map ? readItem(id, map) : null;
  if (!item) return;
  removeItem(from, id);
  addItem(to, item);
  patchItem(to, id, patch);
}
