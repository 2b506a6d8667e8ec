import type { Day } from "../../shared/kit/day.ts";
import { newId } from "../../shared/kit/id.ts";
import type { Week } from "../../shared/kit/week.ts";
import type { Item } from "../../shared/model/item.ts";
import type { Overlap } from "../../shared/model/overlap.ts";
import type { PartyRef } from "../../shared/model/ref.ts";
import type { PlacedWhen } from "../../shared/model/when.ts";
import type { Calendar } from "../../shared/rules/calendar.ts";
import type { DirectoryIndex } from "../../shared/rules/directory-index.ts";
import type { OverlapIndex } from "../../shared/rules/overlap-index.ts";
import type { Dice } from "./dice.ts";
import { type Matter, partiesOfMatter } from "./matter.ts";

/** A week while it is being filled. `age` counts weeks from the current one, past weeks below zero. */
export type WeekPlan = {
  readonly week: Week & { readonly days: readonly Day[] };
  readonly age: number;
  readonly dice: Dice;
  readonly calendar: Calendar;
  readonly directory: DirectoryIndex;
  /** Knows every item that is in, by the same rules that will judge it on the board. */
  readonly overlaps: OverlapIndex;
  readonly items: Item[];
};

/** Puts an item in, whatever it clashes with. */
export function put(plan: WeekPlan, item: Item): void {
  plan.overlaps.upsert(item);
  plan.items.push(item);
}

/**
 * Puts an item in where everybody it cannot do without is free; those who only take part or prepare and are busy stay
 * away. False, and nothing put in, when its chair, its body or its room is taken.
 */
export function seat(plan: WeekPlan, item: Item): boolean {
  const busy = new Set<PartyRef>();
  for (const overlap of plan.overlaps.probe(item)) {
    const party = partyOf(overlap, item);
    if (party === null || item.parties[party]?.role === "chair" || party === item.body) return false;
    busy.add(party);
  }
  const free = Object.entries(item.parties).filter(([ref]) => !busy.has(ref as PartyRef));
  const seated = { ...item, parties: Object.fromEntries(free) };
  if (busy.size > 0 && plan.overlaps.probe(seated).length > 0) return false;
  put(plan, seated);
  return true;
}

/** A matter at a time, as an item without a status of its own yet. */
export function itemOf(plan: WeekPlan, matter: Matter, when: PlacedWhen): Item {
  const named = nameChair(plan, matter, when.day);
  return {
    id: newId(plan.dice.bytes),
    title: matter.title,
    office: matter.office,
    kind: matter.kind,
    status: "approved",
    when,
    ...(matter.venue && { venue: matter.venue }),
    ...(matter.body && { body: matter.body }),
    ...(matter.takes === "due" && { due: when.day }),
    parties: partiesOfMatter(named),
  };
}

/** The person who holds a post on a day; the party itself when it is no post or nobody holds it. */
export function holderOf(directory: DirectoryIndex, ref: PartyRef, day: Day): PartyRef {
  return directory.expand(ref, day)[0]?.leaf ?? ref;
}

/** One programme writes the post, another the name: "PCT phụ trách đô thị" and "Vũ Đức Khải" are one man. */
function nameChair({ directory, dice }: WeekPlan, matter: Matter, day: Day): Matter {
  return dice.happens(30) ? { ...matter, chair: holderOf(directory, matter.chair, day) } : matter;
}

/** The party of the item, as written on it, through which it is in an overlap; null for its room or venue. */
function partyOf({ a, b }: Overlap, item: Item): PartyRef | null {
  const { path } = b === null || a.item === item.id ? a : b;
  return path.role === "venue" ? null : (path.steps[0] ?? null);
}
