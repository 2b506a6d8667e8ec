import type { Actor } from "../model/actor.ts";
import type { Item } from "../model/item.ts";
import type { OfficeId } from "../model/office.ts";

/** What somebody may want to do on a board. */
export type Action = "add" | "edit" | "decide" | "remove" | "keep-directory";

/**
 * Whether an actor may do something: the one rule that greys a control out, and that the server judges by. Guests only
 * look. Everyone of the three offices plans together, so officers and heads edit items of all offices; approving and
 * refusing (`decide`) is for the head of the office whose item it is.
 */
export function may(actor: Actor | null, action: Action, item?: Pick<Item, "office"> | { office: OfficeId }): boolean {
  if (!actor || actor.role === "guest" || actor.office === null) return false;
  if (action === "decide") return actor.role === "head" && item?.office === actor.office;
  return true;
}
