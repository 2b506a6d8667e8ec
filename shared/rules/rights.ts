import { unreachable } from "../kit/assert.ts";
import type { Actor } from "../model/actor.ts";
import type { Item, ItemStatus } from "../model/item.ts";
import type { Difficulty, JointSession } from "../model/joint-session.ts";

/**
 * What somebody may want to do on a board. `decide` is every change of status from or to a decided one (*duyệt, từ chối,
 * đã tổ chức*), `remove` takes an item away, `keep-directory` is every change of the directory, `settle` every decision about an overlap.
 * `meet`: opening a joint session, taking part and deciding in it, taking its lead. `drive-screen`: pairing, choosing what is shown, revoking.
 */
export type Action = "add" | "edit" | "decide" | "remove" | "keep-directory" | "settle" | "meet" | "drive-screen";

/** What the rule looks at in an item: whose it is and how far it has come. */
export type Judged = Pick<Item, "office" | "status">;

/** A head has decided about the item: from then on it is that office's word, not a plan that three offices shape. */
export function isDecided(status: ItemStatus): boolean {
  return status === "approved" || status === "refused" || status === "held";
}

/** Whether a change of status is a decision: into a decided one, or back out of it. */
export function isDecision(from: ItemStatus, to: ItemStatus): boolean {
  return from !== to && (isDecided(from) || isDecided(to));
}

/**
 * Whether an actor may do something: the one rule that greys a control out and that the server judges by. Guests only
 * look. Everyone of the three offices plans together, so officers and heads edit and remove the items of all offices as
 * long as nobody has decided about them; what is decided is changed by the head of its own office, who alone decides.
 * For `edit` and `remove` the item is as it stands before, for `add` and `decide` as it will be (its office is what counts).
 */
export function may(actor: Actor | null, action: Action, item?: Judged): boolean {
  if (!actor || actor.role === "guest" || actor.office === null) return false;
  const isOwnHead = actor.role === "head" && item?.office === actor.office;
  switch (action) {
    case "decide":
      return isOwnHead;
    case "edit":
    case "remove":
    case "add":
      return item === undefined || !isDecided(item.status) || isOwnHead;
    case "keep-directory":
    case "settle":
    case "meet":
    case "drive-screen":
      return true;
    default:
      return unreachable(action);
  }
}

/** Whether an actor leads a joint session: only then do they step, add to its agenda and close it. Anybody who may `meet` may take the lead. */
export function mayLead(actor: Actor | null, { lead }: Pick<JointSession, "lead">): boolean {
  return may(actor, "meet") && actor?.id === lead.person.id;
}

/** Whether an actor may write down, change or take away a difficulty: it is the word of its office. */
export function mayKeepDifficulty(actor: Actor | null, { office }: Pick<Difficulty, "office">): boolean {
  return may(actor, "meet") && actor?.office === office;
}
