import type { ItemPatch } from "../../shared/document/item-commands.ts";
import type { Item } from "../../shared/model/item.ts";
import { programmeYearOf } from "../../shared/model/when.ts";
import type { Edits } from "../document/edits.ts";
import type { FieldChange } from "./item-changes.ts";

/** What a paste will do to the board. */
export type Plan = {
  readonly adds: readonly Item[];
  readonly changes: readonly { readonly board: Item; readonly changes: readonly FieldChange[] }[];
  /** Board items that the text no longer prints and that the person ticked: they are called off, never deleted. */
  readonly cancels: readonly Item[];
};

/** How many items a plan touches. */
export function planSize({ adds, changes, cancels }: Plan): number {
  return adds.length + changes.length + cancels.length;
}

/** The years whose programmes a plan writes to. */
export function planYears({ adds, changes }: Plan): number[] {
  const whens = [...adds.map(({ when }) => when), ...changes.map((change) => changedItem(change).when)];
  const years = whens.map((when) => programmeYearOf(when)).filter((year) => year !== null);
  return [...new Set(years)].sort((a, b) => a - b);
}

/** Does it. Call within one `together`, so that it is one step to take back. */
export function applyPlan(edits: Edits, plan: Plan): void {
  for (const item of plan.adds) edits.add(item);
  for (const { board, changes } of plan.changes) {
    const patch = patchOf(changes);
    if (Object.keys(patch).length > 0) edits.patch(board.id, patch);
    for (const change of changes) applyOther(edits, board.id, change);
  }
  for (const { id } of plan.cancels) edits.patch(id, { status: "cancelled" });
}

/** The board item as it will be. */
export function changedItem({ board, changes }: Plan["changes"][number]): Item {
  const parties = { ...board.parties };
  let { title } = board;
  for (const change of changes) {
    if (change.field === "title") title = change.to;
    if (!("added" in change)) continue;
    for (const ref of change.removed) delete parties[ref];
    for (const [ref, as] of change.added) parties[ref] = as;
  }
  // Not spread as a whole: a patch may take a field away, a print never does.
  const { when = board.when, venue, ref, announced } = patchOf(changes);
  const said = { ...(venue && { venue }), ...(ref !== undefined && { ref }), ...(announced && { announced }) };
  return { ...board, title, parties, when, ...said };
}

function patchOf(changes: readonly FieldChange[]): ItemPatch {
  const patch: { -readonly [Field in keyof ItemPatch]: ItemPatch[Field] } = {};
  for (const change of changes) {
    if (change.field === "when") patch.when = change.to;
    if (change.field === "venue") patch.venue = change.to;
    if (change.field === "ref") patch.ref = change.to;
    if (change.field === "announced") patch.announced = change.to;
  }
  return patch;
}

function applyOther(edits: Edits, id: string, change: FieldChange): void {
  if (change.field === "title") edits.type(id, { field: "title", text: change.to });
  if (!("added" in change)) return;
  for (const ref of change.removed) edits.setParty(id, ref, null);
  for (const [ref, as] of change.added) edits.setParty(id, ref, as);
}
