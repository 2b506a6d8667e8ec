import type { Day } from "../../shared/kit/day.ts";
import type { Item } from "../../shared/model/item.ts";
import { type Difficulty, type Offer, offersMax, type Topic } from "../../shared/model/joint-session.ts";
import { type Overlap, otherItemOf } from "../../shared/model/overlap.ts";
import type { ItemEdit, WayOut } from "../../shared/model/slot.ts";
import type { OverlapIndex } from "../../shared/rules/overlap-index.ts";

/** A way on beside what it would change: everybody is shown the offer, whoever leads keeps the edits. */
export type Proposal = {
  readonly offer: Offer;
  readonly edits: readonly ItemEdit[];
  /** The way out of an overlap that it is. */
  readonly way?: WayOut;
};

/** Of one kind more would be a list to read while others wait. */
export const perKindMax = 3;

/**
 * Ways out of an overlap as numbered offers: the best of every kind first, so that nine hold all that can be done, then the
 * next best; those that whoever leads may not take come last.
 */
export function proposalsOf(ways: readonly WayOut[], isBarred: (way: WayOut) => boolean): Proposal[] {
  const ranked = [...Map.groupBy(ways, ({ kind }) => kind).values()].flatMap((alike) =>
    alike.slice(0, perKindMax).map((way, rank) => ({ way, rank, barred: Number(isBarred(way)) })),
  );
  return ranked
    .sort((a, b) => a.barred - b.barred || a.rank - b.rank)
    .slice(0, offersMax)
    .map(({ way }) => ({ offer: offerOf(way), edits: way.edits, way }));
}

function offerOf({ kind, item, edits, after, party, standIn, slot, room }: WayOut): Offer {
  const when = slot?.when ?? edits.find(({ id }) => id === item)?.set?.when;
  return {
    kind,
    item,
    ...(when && { when }),
    ...(room !== null && { room }),
    ...(party !== null && { party }),
    ...(standIn !== null && { standIn }),
    ...(slot && { free: { free: slot.attendance.free, of: slot.attendance.of } }),
    ...clashOf(after.created, item),
  };
}

/** What it would still clash with; hints are let be. */
export function clashOf(overlaps: readonly Overlap[], item: string): Pick<Offer, "clash"> {
  const grave = overlaps.filter(({ severity }) => severity !== "hint");
  const [first] = grave;
  if (!first) return {};
  const other = otherItemOf(first, item);
  return { clash: { kind: first.kind, ...(other !== null && { item: other }), count: grave.length } };
}

/** The board as it is, and the days that a proposal may reach, both included. */
export type Search = { readonly index: OverlapIndex; readonly from: Day; readonly to: Day };

/** An item's venue with another room; what was said in words of the room before goes. */
export function inRoom({ venue = {} }: Item, room: string): NonNullable<Item["venue"]> {
  const { text: _, ...rest } = venue;
  return { ...rest, room };
}

/** What a verdict that is no numbered offer changes of one item; nothing where it only is written down. */
export function editsOfVerdict(verdict: "postpone" | "cancel" | "return", { id, status }: Item): readonly ItemEdit[] {
  const to = { postpone: "postponed", cancel: "cancelled", return: "registered" } as const;
  return status === to[verdict] ? [] : [{ id, set: { status: to[verdict] } }];
}

/** The items that a topic is about; `difficulty` is what it was written down as, where it is one. */
export function itemsOfTopic(topic: Topic, difficulty: Pick<Difficulty, "item"> | undefined): readonly string[] {
  switch (topic.of) {
    case "overlap":
      return topic.about.b === undefined ? [topic.about.a] : [topic.about.a, topic.about.b];
    case "lacking":
    case "late":
    case "unexpected":
      return [topic.item];
    case "difficulty":
      return difficulty?.item === undefined ? [] : [difficulty.item];
  }
}
