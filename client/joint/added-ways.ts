import { addDays, type Day } from "../../shared/kit/day.ts";
import { type Item, partiesWithRole } from "../../shared/model/item.ts";
import type { Offer, Scope } from "../../shared/model/joint-session.ts";
import { type PartyRef, partyKindOf } from "../../shared/model/ref.ts";
import { isPlaced, type PlacedWhen } from "../../shared/model/when.ts";
import { withEdit } from "../../shared/rules/item-edit.ts";
import type { OverlapIndex } from "../../shared/rules/overlap-index.ts";
import { isPeriodicReception } from "../../shared/rules/reception.ts";
import { daysOfScope, scopeAfter } from "../../shared/rules/scope.ts";
import { searchSlots } from "../../shared/rules/slot-search.ts";
import { standInsFor } from "../../shared/rules/stand-ins.ts";
import { clashOf, editsOfVerdict, inRoom, type Proposal } from "./proposals.ts";

/** What was added to a programme that was closed: how it came, the board as it is, and what the session is about. */
export type Added = { readonly of: "late" | "unexpected"; readonly index: OverlapIndex; readonly scope: Scope };

const proxiesMax = 2;
const hoursMax = 2;
/** The same weekday of the next week, or near the same date of the next month. */
const daysOn = { week: 7, month: 28 } as const;

/**
 * What can be said to something that came after the programme was closed: it stays; of what came unexpectedly, somebody is
 * sent in a leader's place; it goes into the next programme, at an hour that is free there or without a day; it is put off.
 */
export function waysForAdded(item: Item, { of, index, scope }: Added): Proposal[] {
  const stays: Proposal = {
    offer: { kind: "accept", item: item.id, ...clashOf(index.probe(item), item.id) },
    edits: [],
  };
  const proxies = of === "unexpected" ? proxiesFor(item, index) : [];
  const later = [...hoursIn(scopeAfter(scope), item, index), withoutDay(scopeAfter(scope), item)];
  const putOff: Proposal = { offer: { kind: "postpone", item: item.id }, edits: editsOfVerdict("postpone", item) };
  return [stays, ...proxies, ...later, putOff];
}

function proxiesFor(item: Item, index: OverlapIndex): readonly Proposal[] {
  const { when } = item;
  if (!isPlaced(when) || isPeriodicReception(item)) return [];
  const { index: directory } = index.world();
  return partiesWithRole(item, "chair", "attend")
    .flatMap((party) => personsOf(party, directory.expand(party, when.day)).map((steps) => ({ party, steps })))
    .flatMap(({ party, steps }) => {
      const side = { item: item.id, path: { role: "attend", steps, conditional: false } } as const;
      return standInsFor({ side, item }, { index }).map(({ ref, edit }): Proposal => {
        const clash = clashOf(index.probe(withEdit(item, edit)), item.id);
        return {
          offer: { kind: "proxy", item: item.id, party: steps.at(-1) ?? party, standIn: ref, ...clash },
          edits: [edit],
        };
      });
    })
    .slice(0, proxiesMax);
}

/** The one person that a named leader is; a body or several holders send whom they choose. */
function personsOf(party: PartyRef, holdings: readonly { readonly steps: readonly PartyRef[] }[]) {
  const isLeader = partyKindOf(party) === "person" || partyKindOf(party) === "post";
  return isLeader && holdings.length === 1 ? holdings.map(({ steps }) => steps) : [];
}

/** Free hours of the next programme, nearest to where it stands now; what has no hour, or takes days, keeps its form. */
function hoursIn(next: Scope, item: Item, index: OverlapIndex): readonly Proposal[] {
  const { when } = item;
  const days = daysOfScope(next);
  const [from, to] = [days[0], days.at(-1)];
  if (!isPlaced(when) || !from || !to) return [];
  const near = laterBy(daysOn[next.horizon], when);
  if (when.horizon !== "time" || when.lastDay !== undefined) {
    const move = moveTo(near, item, { index });
    return move.offer.clash === undefined && near.day <= to ? [move] : [];
  }
  return searchSlots(index, { item, from, to, near, most: hoursMax })
    .slots.filter(({ fit }) => fit !== "clash")
    .map(({ when: hour, room, attendance: { free, of } }) => moveTo(hour, item, { index, room, free: { free, of } }));
}

type Around = {
  readonly index: OverlapIndex;
  readonly room?: string | null;
  readonly free?: NonNullable<Offer["free"]>;
};

function moveTo(when: PlacedWhen, item: Item, { index, room = null, free }: Around): Proposal {
  const edit = { id: item.id, set: { when, ...(room !== null && { venue: inRoom(item, room) }) } };
  const clash = clashOf(index.probe(withEdit(item, edit)), item.id);
  const offer: Offer = {
    ...{ kind: "move", item: item.id, when, ...clash },
    ...(room !== null && { room }),
    ...(free && { free }),
  };
  return { offer, edits: [edit] };
}

/** Into the next programme, where its office gives it a day. */
function withoutDay(next: Scope, { id }: Item): Proposal {
  return { offer: { kind: "move", item: id, when: next }, edits: [{ id, set: { when: next } }] };
}

function laterBy(days: number, when: PlacedWhen): PlacedWhen {
  const on = (day: Day) => addDays(day, days);
  return { ...when, day: on(when.day), ...(when.lastDay !== undefined && { lastDay: on(when.lastDay) }) };
}
