import type { Item, ItemKind, Participation, PartyRole } from "../../shared/model/item.ts";
import { type PartyRef, partyKindOf } from "../../shared/model/ref.ts";
import type { Venue } from "../../shared/model/venue.ts";
import type { When } from "../../shared/model/when.ts";
import type { ReadItem } from "../../shared/text/read-item.ts";
import type { FieldState, ResolvedParty, ResolvedRoom } from "./word-resolution.ts";

/** One row of the preview: an item as it would come onto the board, and how sure each of its fields is. */
export type ItemDraft = {
  /** The same for the same place of the same reading. */
  readonly key: string;
  readonly read: ReadItem;
  /** Null: it has no day and the schedule names no week or month either; a person must say one. */
  readonly when: When | null;
  readonly title: string;
  readonly kind: ItemKind;
  /** The body that sits: all its members are held. */
  readonly body: PartyRef | undefined;
  readonly people: readonly DraftPerson[];
  readonly room: ResolvedRoom | null;
  readonly venue: Venue | undefined;
  readonly ref: string | undefined;
  readonly notes: string | undefined;
  readonly states: { readonly [Field in DraftField]: FieldState };
};

/** The fields a row shows, in the order it shows them. */
export const draftFields = ["date", "hour", "title", "chair", "participants", "venue", "preparing"] as const;
export type DraftField = (typeof draftFields)[number];

export type DraftPerson = ResolvedParty & { readonly role: PartyRole };

/** What a person corrected in a row, in place of what was read. */
export type Correction = Partial<Pick<ReadItem, "date" | "start" | "end" | "session" | "title" | "location">>;

/** How a draft becomes an item: who owns it, under which ids. */
export type Making = {
  readonly id: string;
  readonly office: Item["office"];
  readonly status: Item["status"];
  /** The id of a series for the key the reading gave it. */
  seriesId(key: string): string;
};

/** The item a row stands for; null while it has no day. Its parties keep the printed order. */
export function draftToItem(draft: ItemDraft, making: Making): Item | null {
  const { when, title, kind, body, venue, ref, notes, read } = draft;
  const { announced } = read;
  if (!when) return null;
  return {
    id: making.id,
    title,
    office: making.office,
    kind,
    status: making.status,
    when,
    ...(venue && { venue }),
    ...(body !== undefined && { body }),
    ...(ref !== undefined && { ref }),
    ...(announced && { announced }),
    ...(read.series !== undefined && { series: making.seriesId(read.series) }),
    ...(notes !== undefined && { notes }),
    parties: partiesOf(draft.people),
  };
}

/**
 * Who is printed twice keeps the first place: a chair who is also among the participants chairs. But a unit that is invited and
 * prepares is the one that prepares: that it comes goes without saying.
 */
function partiesOf(people: readonly DraftPerson[]): Item["parties"] {
  const parties: Partial<Record<PartyRef, Participation>> = {};
  let order = 0;
  for (const { role, refs } of people)
    for (const ref of refs) {
      const known = parties[ref];
      if (!known) parties[ref] = { role, order: order++ };
      else if (role === "prepare" && known.role !== "chair" && isUnit(ref)) parties[ref] = { ...known, role };
    }
  return parties;
}

function isUnit(ref: PartyRef): boolean {
  return partyKindOf(ref) === "unit" || partyKindOf(ref) === "text";
}
