import type { ItemStatus } from "../../shared/model/item.ts";
import type { Dice } from "./dice.ts";

/**
 * Of a hundred items, how many stand how, in a week that is past, current, next, or later. What is approved is its head's
 * alone to change, so a board to try keeps most of what is ahead open.
 */
const shares = {
  past: { held: 90, postponed: 5, cancelled: 5 },
  current: { approved: 34, registered: 60, postponed: 4, cancelled: 2 },
  next: { approved: 12, registered: 80, postponed: 4, refused: 4 },
  later: { registered: 96, refused: 4 },
} as const satisfies Record<string, Partial<Record<ItemStatus, number>>>;

/** How an item of a week stands; `age` counts weeks from the current one, past weeks below zero. */
export function drawStatus(age: number, dice: Dice): ItemStatus {
  const share = age < 0 ? shares.past : age === 0 ? shares.current : age === 1 ? shares.next : shares.later;
  let left = dice.below(100);
  for (const [status, percent] of Object.entries(share)) if ((left -= percent) < 0) return status as ItemStatus;
  return regularStatus(age);
}

/** How what recurs stands: nobody has to approve it again. */
export function regularStatus(age: number): ItemStatus {
  return age < 0 ? "held" : "approved";
}
