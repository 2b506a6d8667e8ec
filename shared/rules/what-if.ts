import type { Item } from "../model/item.ts";
import type { Overlap } from "../model/overlap.ts";
import { severities, sidesOf } from "../model/overlap.ts";
import type { WhatIf } from "../model/slot.ts";

/** The parts of an index that a what-if works on. */
type Hands = {
  put(item: Item): ReadonlySet<string>;
  drop(id: string): ReadonlySet<string>;
  of(id: string): readonly Overlap[];
  item(id: string): Item | undefined;
};

/**
 * Does it, looks, and takes it back: what is then seen is exactly what an edit would bring, crowds and all. Whoever looks
 * from outside sees nothing of it, because all happens in one turn.
 */
export function whatIfOf(
  hands: Hands,
  { items, leaving }: { readonly items: readonly Item[]; readonly leaving: readonly string[] },
): WhatIf {
  const edited = new Set([...items.map(({ id }) => id), ...leaving]);
  const old = new Map([...edited].map((id) => [id, hands.item(id)] as const));
  const seen = new Set<string>(edited);
  const note = (ids: ReadonlySet<string>): void => {
    for (const id of ids) seen.add(id);
  };
  // Who is touched is known only afterwards; what was there before is read once all is as it was again.
  for (const item of items) note(hands.put(item));
  for (const id of leaving) note(hands.drop(id));
  const after = byKey(seen, hands.of);
  for (const [id, item] of old) {
    if (item) hands.put(item);
    else hands.drop(id);
  }
  const before = byKey(seen, hands.of);
  const gone = [...before.values()].filter(({ key }) => !after.has(key));
  const created = [...after.values()].filter((overlap) => isNew(before.get(overlap.key), overlap));
  const eased = [...after.values()].filter((overlap) => isLess(before.get(overlap.key), overlap));
  const displaced = new Set(
    created
      .filter(({ severity }) => severity !== "hint")
      .flatMap((overlap) => sidesOf(overlap).map(({ item }) => item))
      .filter((id) => !edited.has(id)),
  );
  return { gone, created, eased, displaced: [...displaced].sort() };
}

function byKey(ids: ReadonlySet<string>, of: Hands["of"]): ReadonlyMap<string, Overlap> {
  const found = new Map<string, Overlap>();
  for (const id of [...ids].sort()) for (const overlap of of(id)) found.set(overlap.key, overlap);
  return found;
}

function isLess(before: Overlap | undefined, { severity }: Overlap): boolean {
  return before !== undefined && severities.indexOf(severity) > severities.indexOf(before.severity);
}

/** An overlap that only changed its hours was there before, unless it has become worse. */
function isNew(before: Overlap | undefined, { severity }: Overlap): boolean {
  return before === undefined || severities.indexOf(severity) < severities.indexOf(before.severity);
}
