import type { Actor } from "../../shared/model/actor.ts";
import type { ItemStatus } from "../../shared/model/item.ts";
import type { OfficeId } from "../../shared/model/office.ts";
import { type Judged, may } from "../../shared/rules/rights.ts";
import { rightsWords } from "../text/rights-words.ts";
import { wordsOf } from "../text/words.ts";

const words = wordsOf(rightsWords);

/** Why somebody may not change an item, in a sentence that says who may; null when they may. Reactive in the language. */
export function whyFixed(actor: Actor, item: Judged): string | null {
  if (may(actor, "edit", item)) return null;
  return may(actor, "edit") ? onlyHeadMay(item.status, item.office) : words().guest;
}

/** “Đã duyệt — chỉ Chánh Văn phòng Thành ủy sửa được.” */
export function onlyHeadMay(status: ItemStatus, office: OfficeId): string {
  const { decided, head, onlyHead } = words();
  return onlyHead(status === "refused" || status === "held" ? decided[status] : decided.approved, head[office]);
}

/** Whether a card shows a lock: to who changes other items, not to guests, for whom all are alike. */
export function isLocked(actor: Actor, item: Judged): boolean {
  return may(actor, "edit") && !may(actor, "edit", item);
}
