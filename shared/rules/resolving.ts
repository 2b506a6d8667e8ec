/** What a joint session decides: the changes that its edits make, and what it says of the overlap they are about. */

import { guardOf } from "../model/guard.ts";
import { type Item, type Participation, type PartyRole, partyRoles } from "../model/item.ts";
import { type Change, changesMax, type Verdict } from "../model/joint-session.ts";
import { type PartyRef, partyRefSchema } from "../model/ref.ts";
import type { SettlementWay } from "../model/settlement.ts";
import type { ItemEdit } from "../model/slot.ts";
import { withEdit } from "./item-edit.ts";

/**
 * What edits change, field by field, before and after: at most {@link changesMax}, those of the first items. Edits of one
 * item build on each other; an edit of an item that is not there, or that changes nothing, is no change.
 */
export function changesOf(edits: readonly ItemEdit[], itemBefore: (id: string) => Item | undefined): Change[] {
  const before = new Map<string, Item>();
  const after = new Map<string, Item>();
  for (const edit of edits) {
    const item = after.get(edit.id) ?? itemBefore(edit.id);
    if (!item) continue;
    if (!before.has(edit.id)) before.set(edit.id, item);
    after.set(edit.id, withEdit(item, edit));
  }
  const changes = [...before].flatMap(([id, item]) => changesBetween(item, after.get(id) ?? item));
  return changes.slice(0, changesMax);
}

/** "chair", or "attend for post:pct": a place as a change tells it. */
export function participationToText({ role, for: stoodFor }: Participation): string {
  return stoodFor === undefined ? role : `${role} for ${stoodFor}`;
}

const isPartyRef = guardOf(partyRefSchema);

/** The inverse of {@link participationToText}; null for any other text. */
export function textToParticipation(text: string): { readonly role: PartyRole; readonly for: PartyRef | null } | null {
  // A party in words may have such a word itself.
  const at = text.indexOf(" for ");
  const [word, stoodFor] = at < 0 ? [text] : [text.slice(0, at), text.slice(at + " for ".length)];
  const role = partyRoles.find((one) => one === word);
  if (!role || (stoodFor !== undefined && !isPartyRef(stoodFor))) return null;
  return { role, for: stoodFor ?? null };
}

/** How a verdict settles the overlap it is about. `null`: it says nothing of it, since the overlap goes with its item. */
export function outcomeOf(
  verdict: Verdict,
): { readonly state: "settled"; readonly how: SettlementWay } | { readonly state: "discussed" } | null {
  switch (verdict) {
    case "postpone":
    case "cancel":
      return null;
    case "return":
    case "note":
    case "fill":
      return { state: "discussed" };
    default:
      return { state: "settled", how: settledBy[verdict] };
  }
}

/** How each way out settles what it is a way out of. */
export const settledBy: Readonly<
  Record<Exclude<Verdict, "postpone" | "cancel" | "return" | "note" | "fill">, SettlementWay>
> = {
  move: "will-move",
  "other-room": "other-room",
  proxy: "proxy",
  shorten: "shortened",
  merge: "merged",
  "make-optional": "made-optional",
  swap: "swapped",
  accept: "accepted",
};

const titleMax = 200;

function changesBetween(before: Item, after: Item): Change[] {
  const own = {
    ...{ item: before.id, title: before.title.slice(0, titleMax) },
    ...(before.withheld && { withheld: true as const }),
  };
  const fields = (["when", "venue", "status"] as const).filter((field) => !isSameIn(before[field], after[field]));
  const refs = [...new Set([...Object.keys(before.parties), ...Object.keys(after.parties)])] as PartyRef[];
  const moved = refs.flatMap((party): Change[] => {
    const [was, is] = [before.parties[party], after.parties[party]];
    const [from, to] = [was && participationToText(was), is && participationToText(is)];
    return from === to ? [] : [{ ...own, field: "party", party, ...sides(from, to) }];
  });
  return [...fields.map((field): Change => ({ ...own, field, ...sides(before[field], after[field]) })), ...moved];
}

type Side = NonNullable<Change["before"]>;

function sides(before: Side | undefined, after: Side | undefined): Pick<Change, "before" | "after"> {
  return { ...(before !== undefined && { before }), ...(after !== undefined && { after }) };
}

/** Whether a field of an item holds the same. The values are plain and small; their keys may come in any order. */
export function isSameIn(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function sorted(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  const pairs = Object.entries(value).filter(([, member]) => member !== undefined);
  return pairs.map(([key, member]) => [key, sorted(member)] as const).sort(([a], [b]) => (a < b ? -1 : 1));
}
