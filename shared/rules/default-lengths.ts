import type { Length } from "../model/directory.ts";
import type { Item, ItemKind } from "../model/item.ts";
import { partyIdOf } from "../model/ref.ts";

/** Minutes, or to the end of its session. */
export type AssumedLength = Length["length"];

/**
 * How long an item lasts when no end is written and the board has no rule of its own. From the custom of the offices
 * whose schedules were read (briefing 90, conference 120, ceremony 90, courtesy visit 45; citizens' reception, field
 * trip and the sitting of a council fill their session). `null` lasts no hours: office work is what yields to everything,
 * a duty roster is background and goes by days, a dossier is paper.
 */
export const defaultLengths: Readonly<Record<ItemKind, AssumedLength | null>> = {
  meeting: 90,
  conference: 120,
  session: "session",
  visit: 45,
  reception: "session",
  ceremony: 90,
  trip: "session",
  dossier: null,
  duty: null,
  "office-work": null,
  other: 90,
};

/** However long a session is, nobody is taken to sit longer than this without a written end. */
export const sessionLengthMaxMin = 180;

/**
 * The board's own rule for an item without a written end; the most exact one wins: body and kind, then body, then kind.
 * Two equally exact rules are decided by their ids, so that every screen says the same. Null when there is none.
 */
export function ruledLength(lengths: readonly Length[], item: Pick<Item, "kind" | "body">): AssumedLength | null {
  const body = item.body === undefined ? undefined : partyIdOf(item.body);
  let best: Length | null = null;
  for (const rule of lengths) {
    if (rule.kind !== undefined && rule.kind !== item.kind) continue;
    if (rule.body !== undefined && rule.body !== body) continue;
    if (best === null || exactness(rule) > exactness(best)) best = rule;
    else if (exactness(rule) === exactness(best) && rule.id < best.id) best = rule;
  }
  return best?.length ?? null;
}

function exactness(rule: Length): number {
  return (rule.body === undefined ? 0 : 2) + (rule.kind === undefined ? 0 : 1);
}
