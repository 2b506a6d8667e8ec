import type { Day } from "../../shared/kit/day.ts";
import type { Directory } from "../../shared/model/directory.ts";
import type { Item } from "../../shared/model/item.ts";
import type { OfficeId } from "../../shared/model/office.ts";
import type { Session } from "../../shared/model/when.ts";

/** A part of a quick line as understood. `isLoose`: words that the directory does not know, or knows several of. */
export type QuickPart = {
  readonly field: "hour" | "session" | "venue" | "chair" | "attend" | "invited" | "prepare";
  readonly text: string;
  readonly isLoose: boolean;
};
export type QuickPlace = { readonly day: Day; readonly session: Session; readonly office: OfficeId };

export function readQuick(
  line: string,
  { place }: { readonly place: QuickPlace; readonly directory: Directory },
): { readonly item: Item | null; readonly parts: readonly QuickPart[] } {
  if (line.trim() === "") return { item: null, parts: [] };
  return {
    item: {
      id: "",
      title: line,
      office: place.office,
      kind: "meeting",
      status: "registered",
      when: { horizon: "session", day: place.day, session: place.session },
      parties: {},
    },
    parts: [],
  };
}
