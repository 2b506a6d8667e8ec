import type { Day } from "../../shared/kit/day.ts";
import { minuteToText } from "../../shared/kit/minute.ts";
import type { Directory } from "../../shared/model/directory.ts";
import type { Item, PartyRole } from "../../shared/model/item.ts";
import type { OfficeId } from "../../shared/model/office.ts";
import type { Session, When } from "../../shared/model/when.ts";
import { createMatcher } from "../../shared/text/directory-match.ts";
import { invitationDay } from "../../shared/text/invitation-day.ts";
import { readQuickLine } from "../../shared/text/quick-line.ts";
import { draftToItem, type ItemDraft } from "./item-draft.ts";
import { readToDraft } from "./read-to-item.ts";
import { createSitting, type Sitting } from "./sitting-body.ts";
import { createResolver, type FieldState, type Resolver } from "./word-resolution.ts";

/** A part of a quick line as understood. `isLoose`: words that the directory does not know, or knows several of. */
export type QuickPart = {
  readonly field: "hour" | "venue" | Extract<PartyRole, "chair" | "attend" | "invited" | "prepare" | "serve">;
  readonly text: string;
  readonly isLoose: boolean;
};

/** The cell a line is typed in: what the line does not say, the cell says. */
export type QuickPlace = { readonly day: Day; readonly session: Session; readonly office: OfficeId };

/** A line as an item without an id yet; null while it has no matter. */
export type QuickItem = { readonly item: Item | null; readonly parts: readonly QuickPart[] };

/**
 * Makes the reader of one cell's lines. The day is always the cell's; an hour that is typed may lie in another session
 * than the cell's, and wins: it is what the officer wrote.
 */
export function createQuickReader(place: QuickPlace, directory: Directory): (line: string) => QuickItem {
  const around: Around = {
    place,
    resolver: createResolver(createMatcher(directory), place.office, new Map()),
    sitting: createSitting(directory, place.office),
  };
  return (line) => {
    if (line.trim() === "") return { item: null, parts: [] };
    const draft = draftOf(line, around);
    const making = { id: "", office: place.office, status: "registered", seriesId: (key: string) => key } as const;
    return { item: draft.title === "" ? null : draftToItem(draft, making), parts: partsOf(draft) };
  };
}

type Around = { readonly place: QuickPlace; readonly resolver: Resolver; readonly sitting: Sitting };

function draftOf(line: string, { place, resolver, sitting }: Around): ItemDraft {
  const { day: _typedDay, note, ref, assembly, points, ...reading } = readQuickLine(line);
  const on = invitationDay(line, place.day);
  const read = {
    ...reading,
    date: place.day,
    session: reading.session ?? place.session,
    line: 1,
    ...(note === null ? {} : { note }),
    ...(ref === null ? {} : { ref }),
    ...(assembly === null ? {} : { assembly }),
    ...(points.length === 0 ? {} : { points }),
    ...(on === null ? {} : { announced: { on, of: place.day } }),
  };
  return readToDraft(read, "quick", { source: line, resolver, sitting, bounds: null, doubted: () => new Set() });
}

function partsOf(draft: ItemDraft): QuickPart[] {
  const hour = hourOf(draft.when);
  return [
    ...(hour === null ? [] : [{ field: "hour" as const, text: hour, isLoose: false }]),
    ...(draft.room ? [{ field: "venue" as const, text: draft.room.words, isLoose: isLoose(draft.room.state) }] : []),
    ...draft.people.flatMap(({ role, words, state }) =>
      isShown(role) ? [{ field: role, text: words, isLoose: isLoose(state) }] : [],
    ),
  ];
}

function isShown(role: PartyRole): role is Exclude<QuickPart["field"], "hour" | "venue"> {
  return role !== "optional" && role !== "coordinate" && role !== "appraise";
}

function isLoose(state: FieldState): boolean {
  return state === "doubtful" || state === "unresolved";
}

function hourOf(when: When | null): string | null {
  if (when?.horizon !== "time") return null;
  return when.endMin === undefined
    ? minuteToText(when.startMin)
    : `${minuteToText(when.startMin)}–${minuteToText(when.endMin)}`;
}
