import type { Span } from "../../shared/text/span.ts";

/** How far before a name its "Mời" may stand, in units of the text. */
const reachMax = 600;

/** The end of a sentence or bracket; a dot behind capitals ("PCT. KT", "UB. MTTQ") ends none. */
const breaks = /[\n)!?]|(?<![\p{Lu}\d])\.(?=\s)/gu;
const invites = /(?<![\p{L}])(?<!(?:giấy|thư) )mời(?!\p{L})/iu;

const invitesUnmarked = /(?<![a-z])(?<!(?:giay|thu) )moi(?![a-z])/i;

/** Typed without any marks: "moi So Xay dung". With marks elsewhere "moi" is no "mời". */
function isUnmarked(source: string): boolean {
  return /^[\p{ASCII}\p{P}\s]*$/u.test(source);
}

/** Whether a name at `span` of the source stands in a sentence that invites: "Mời A; lãnh đạo B cùng dự". */
export function isInvited(source: string, span: Span): boolean {
  const before = source.slice(Math.max(0, span.from - reachMax), span.from);
  const last = [...before.matchAll(breaks)].at(-1);
  const clause = last ? before.slice(last.index + 1) : before;
  return invites.test(clause.normalize("NFC")) || (isUnmarked(source) && invitesUnmarked.test(clause));
}
