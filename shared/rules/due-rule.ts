import { dayToEpochDay, epochDayToDay } from "../kit/day.ts";
import { isPlaced } from "../model/when.ts";
import type { Booking } from "./booking.ts";
import { itself, makeAlone, makeOverlap } from "./overlap-making.ts";
import type { FarRule, Find, LoneRule, Neighbourhood } from "./overlap-rule.ts";

const none: readonly never[] = [];

/** An item whose own dossier is due after it. */
export const ownDueRule: LoneRule = {
  name: "own due",
  of(booking) {
    const { when, due, kind } = booking.item;
    if (booking.epochDay === null || due === undefined || kind === "dossier" || !isPlaced(when) || due <= when.day)
      return none;
    const detail = { of: "due", due, day: when.day } as const;
    const print = booking.epochDay * 100_003 + dayToEpochDay(due);
    return [makeAlone({ kind: "due", resource: "rule:due", certainty: "certain", detail, print }, booking)];
  },
};

/** A dossier for a meeting (its parent) that is due after the meeting, or on its very day. */
export const dueRule: FarRule = {
  name: "due",
  between(a, b) {
    const [dossier, meeting] = a.item.kind === "dossier" ? [a, b] : [b, a];
    if (!isFor(dossier, meeting) || dossier.epochDay === null || meeting.epochDay === null) return none;
    if (dossier.epochDay < meeting.epochDay) return none;
    const certainty = dossier.epochDay > meeting.epochDay ? "certain" : "possible";
    const detail = { of: "due", due: epochDayToDay(dossier.epochDay), day: epochDayToDay(meeting.epochDay) } as const;
    const print = meeting.epochDay * 100_003 + dossier.epochDay;
    const found = { kind: "due", resource: "rule:due", certainty, x: itself, y: itself, detail, print } as const;
    const overlap = makeOverlap(found, a, b);
    // It is the dossier that has to come earlier, whoever goes first elsewhere.
    return [{ ...overlap, yields: null }];
  },
  neighbourhood: kinship,
};

function isFor(dossier: Booking, meeting: Booking): boolean {
  return dossier.item.kind === "dossier" && meeting.item.kind !== "dossier" && dossier.item.parent === meeting.id;
}

/** Parents and children: every edit of either brings the other. Only the children are kept, for most items have none. */
function kinship(find: Find): Neighbourhood {
  const childrenOf = new Map<string, Set<Booking>>();
  const parentOf = ({ item }: Booking) => (item.kind === "dossier" ? item.parent : undefined);
  return {
    add(booking) {
      const parent = parentOf(booking);
      if (parent === undefined) return;
      const children = childrenOf.get(parent);
      if (children) children.add(booking);
      else childrenOf.set(parent, new Set([booking]));
    },
    remove(booking) {
      const parent = parentOf(booking);
      const children = parent === undefined ? undefined : childrenOf.get(parent);
      children?.delete(booking);
      if (children?.size === 0 && parent !== undefined) childrenOf.delete(parent);
    },
    near(booking, visit) {
      const children = childrenOf.size === 0 ? undefined : childrenOf.get(booking.id);
      if (children) for (const child of children) if (child.id !== booking.id) visit(child);
      const id = parentOf(booking);
      const parent = id === undefined || id === booking.id ? undefined : find(id);
      if (parent) visit(parent);
    },
    clear: () => childrenOf.clear(),
  };
}
