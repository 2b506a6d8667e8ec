import { fold, tidySpaces } from "../../shared/kit/fold.ts";
import type { Directory } from "../../shared/model/directory.ts";
import type { OfficeId } from "../../shared/model/office.ts";
import type { PartyRef } from "../../shared/model/ref.ts";

/** The body of an office that sits, by the words of a matter; undefined where none does. */
export type Sitting = (title: string) => PartyRef | undefined;

/** Words that open a sitting; "làm việc với Ban …" and "nghe Ban … báo cáo" are none. */
const opening =
  /^(?:(?:chu tri|tham du|du) )?(?:hop(?: giao ban| phien)?|hoi nghi(?: giao ban| truc tuyen)?|phien hop|ky hop|hoi y|giao ban) /;
/** "UBND phường Láng" is not the city's UBND, nor "UBND các xã". */
const another = /^ (?:cac|phuong|xa|quan|huyen|thi xa|thi tran|tinh)(?![a-z])/;

/**
 * Finds in "họp Ban Thường vụ nghe báo cáo …" the body that sits: one of the office's own, by any of its names, the longest
 * one first. Another office's body is left alone: that office has the sitting in its own schedule, and one sitting must
 * not stand on the board twice as two.
 */
export function createSitting(directory: Directory, office: OfficeId): Sitting {
  const names = directory.bodies
    .filter((body) => body.office === office)
    .flatMap(({ id, name, aliases }) =>
      [name, ...aliases].map((words) => ({ ref: `body:${id}` as const, key: keyOf(words) })),
    )
    .filter(({ key }) => key.length >= 3)
    .sort((a, b) => b.key.length - a.key.length || (a.ref < b.ref ? -1 : 1));
  return (title) => {
    const matter = keyOf(title);
    const rest = matter.replace(opening, "");
    if (rest === matter) return undefined;
    const found = names.find(({ key }) => rest === key || rest.startsWith(`${key} `));
    return found && !another.test(rest.slice(found.key.length)) ? found.ref : undefined;
  };
}

function keyOf(words: string): string {
  return tidySpaces(fold(words).replace(/[^\p{L}\d]+/gu, " "));
}
