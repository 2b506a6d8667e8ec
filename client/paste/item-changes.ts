import { dayParts } from "../../shared/kit/day.ts";
import { tidySpaces } from "../../shared/kit/fold.ts";
import { weekOf } from "../../shared/kit/week.ts";
import { type Item, type Participation, type PartyRole, partiesOf } from "../../shared/model/item.ts";
import { type PartyRef, partyIdOf, partyKindOf } from "../../shared/model/ref.ts";
import type { Venue } from "../../shared/model/venue.ts";
import { isPlaced, type PlacedWhen, sessionOf, type When } from "../../shared/model/when.ts";
import { lowText } from "../../shared/text/source.ts";

/** One field of a board item that the pasted text says otherwise. */
export type FieldChange =
  | { readonly field: "when"; readonly from: When; readonly to: When }
  | { readonly field: "title" | "ref"; readonly from: string; readonly to: string }
  | { readonly field: "announced"; readonly from: Item["announced"]; readonly to: NonNullable<Item["announced"]> }
  | { readonly field: "venue"; readonly from: Venue | undefined; readonly to: Venue }
  | {
      readonly field: PartyGroup;
      readonly removed: readonly PartyRef[];
      readonly added: readonly (readonly [PartyRef, Participation])[];
    };

/** Roles that a printed schedule tells apart. Who attends and who is invited is one list there. */
export type PartyGroup = "chair" | "participants" | "preparing" | "support";

/** What doubtful words of the text may also mean: a person may have settled them on the board already. */
export type Softness = {
  readonly parties: ReadonlyMap<PartyRef, readonly PartyRef[]>;
  readonly rooms: readonly string[];
};

export const nothingSoft: Softness = { parties: new Map(), rooms: [] };

const rolesOf: Readonly<Record<PartyGroup, readonly PartyRole[]>> = {
  chair: ["chair"],
  participants: ["attend", "invited", "optional"],
  preparing: ["prepare"],
  support: ["serve"],
};
const groups = Object.keys(rolesOf) as PartyGroup[];

/**
 * What the text says otherwise than the board. What a text does not print it does not say: an end, a venue or participants
 * that are on the board only are left alone, and an hour within the printed session is no change.
 */
export function compareItems(pasted: Item, board: Item, softness: Softness): readonly FieldChange[] {
  return [
    ...(saysSameWhen(pasted.when, board.when) ? [] : [{ field: "when" as const, from: board.when, to: pasted.when }]),
    ...(isSameWording(pasted.title, board.title)
      ? []
      : [{ field: "title" as const, from: board.title, to: pasted.title }]),
    ...venueChange(pasted.venue, board.venue, softness),
    ...groups.flatMap((group) => partyChange(group, pasted, board, softness)),
    ...(pasted.ref === undefined || isSameWording(pasted.ref, board.ref ?? "")
      ? []
      : [{ field: "ref" as const, from: board.ref ?? "", to: pasted.ref }]),
    ...announcedChange(pasted.announced, board.announced),
  ];
}

/** Whether a pasted party is the board's one: the same, the same words, or one of those its doubtful words may mean. */
export function isOtherWordingOf(pasted: PartyRef, board: PartyRef, softness: Softness): boolean {
  if (pasted === board || softness.parties.get(pasted)?.includes(board)) return true;
  const areWords = partyKindOf(pasted) === "text" && partyKindOf(board) === "text";
  return areWords && isSameWording(partyIdOf(pasted), partyIdOf(board));
}

/** Capitals, spaces, quotes, tone placement and a final full stop make no other words. */
function isSameWording(a: string, b: string): boolean {
  const key = (text: string) => lowText(tidySpaces(text)).replace(/[\s.;,]+$/, "");
  return key(a) === key(b);
}

/** Whether the board's `when` is what the text says, perhaps more exactly. */
export function saysSameWhen(pasted: When, board: When): boolean {
  if (!isPlaced(pasted)) return isPlaced(board) ? isWithin(board, pasted.period) : board.period === pasted.period;
  if (!isPlaced(board) || pasted.day !== board.day) return false;
  if (pasted.lastDay !== undefined && pasted.lastDay !== board.lastDay) return false;
  switch (pasted.horizon) {
    case "day":
      return true;
    case "session":
      return sessionOf(board) === pasted.session;
    case "time":
      if (board.horizon !== "time" || board.startMin !== pasted.startMin) return false;
      if (pasted.endMin !== undefined && pasted.endMin !== board.endMin) return false;
      return sessionOf(pasted) === sessionOf(board);
  }
}

function isWithin(when: PlacedWhen, period: string): boolean {
  const { year, month } = dayParts(when.day);
  const week = weekOf(when.day);
  const part = period.slice(5);
  if (part.startsWith("W")) return `${week.year}` === period.slice(0, 4) && week.week === Number(part.slice(1));
  if (part.startsWith("Q"))
    return String(year) === period.slice(0, 4) && Math.ceil(month / 3) === Number(part.slice(1));
  return when.day.startsWith(period);
}

/** What the board knows of a later invitation, an older print does not take back. */
function announcedChange(pasted: Item["announced"], board: Item["announced"]): FieldChange[] {
  if (!pasted || (board && (board.on > pasted.on || (board.on === pasted.on && board.of === pasted.of)))) return [];
  return [{ field: "announced", from: board, to: pasted }];
}

function venueChange(pasted: Venue | undefined, board: Venue | undefined, softness: Softness): FieldChange[] {
  if (!pasted) return [];
  const isPlaceSame = isSamePlace(pasted, board, softness);
  const isAssemblySame = pasted.assembly === undefined || isSameWording(pasted.assembly, board?.assembly ?? "");
  const isOnlineSame = pasted.online === undefined || board?.online !== undefined;
  if (isPlaceSame && isAssemblySame && isOnlineSame) return [];
  const { room: _room, text: _text, ...rest } = board ?? {};
  const to = isPlaceSame ? { ...board, ...assemblyAndOnline(pasted, board) } : { ...rest, ...pasted };
  return [{ field: "venue", from: board, to: { ...to, ...(board?.online && { online: board.online }) } }];
}

function isSamePlace(pasted: Venue, board: Venue | undefined, softness: Softness): boolean {
  if (pasted.room !== undefined) return pasted.room === board?.room;
  if (pasted.text === undefined) return true;
  if (board?.room !== undefined) return softness.rooms.includes(board.room);
  return isSameWording(pasted.text, board?.text ?? "");
}

function assemblyAndOnline({ assembly, online }: Venue, board: Venue | undefined): Venue {
  const point = assembly ?? board?.assembly;
  const part = board?.online ?? online;
  return { ...(point !== undefined && { assembly: point }), ...(part && { online: part }) };
}

function partyChange(group: PartyGroup, pasted: Item, board: Item, softness: Softness): FieldChange[] {
  const roles = rolesOf[group];
  const inGroup = (item: Item) => partiesOf(item).filter(([, { role }]) => roles.includes(role));
  const mine = inGroup(pasted);
  if (mine.length === 0) return [];
  const theirs = inGroup(board).map(([ref]) => ref);
  const isMatch = (ref: PartyRef, other: PartyRef) => isOtherWordingOf(ref, other, softness);
  const added = mine.filter(([ref]) => !theirs.some((other) => isMatch(ref, other)));
  const removed = theirs.filter((other) => !mine.some(([ref]) => isMatch(ref, other)));
  return added.length + removed.length > 0 ? [{ field: group, removed, added }] : [];
}
