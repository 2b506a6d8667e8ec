import { fold } from "../../shared/kit/fold.ts";
import type { PartyKind } from "../../shared/model/ref.ts";
import type { ComboGroup } from "../parts/combobox-options.ts";
import type { IconName } from "../parts/icon-paths.ts";
import type { PartyEntry } from "./party-index.ts";

/** The sign beside a party, by its kind. */
export const partyIcons: Readonly<Record<PartyKind, IconName>> = {
  person: "user",
  post: "post",
  body: "body",
  unit: "building",
  group: "people",
  text: "question",
};

/** Found parties as one list, best first: under headings the best match would not stand first. */
export function partiesToGroups(entries: readonly PartyEntry[]): ComboGroup[] {
  const options = entries.map(({ ref, name, detail, kind }) => ({
    id: ref,
    label: name,
    detail,
    icon: partyIcons[kind],
  }));
  return [{ label: null, options }];
}

/** A detail that the name says already ("Văn phòng Thành ủy · Thành ủy") is left away. */
export function distinctDetail(name: string, detail: string): string {
  return fold(name).includes(fold(detail)) ? "" : detail;
}
