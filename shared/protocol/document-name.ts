import { unreachable } from "../kit/assert.ts";

/**
 * The closed list of documents a board has (DESIGN §3). Anything else is no document: the server refuses it
 * before it opens anything.
 */
export type DocumentName =
  | { readonly kind: "programme"; readonly board: string; readonly year: number }
  | { readonly kind: "term"; readonly board: string; readonly from: number; readonly to: number }
  | { readonly kind: "directory"; readonly board: string };

/** Years a programme may have: before and after these nobody plans, and a typing error would open a new document. */
export const firstYear = 2000;
export const lastYear = 2100;

const shape =
  /^(?<board>[a-z][a-z0-9-]{0,31})\/(?:(?<directory>directory)|program\/(?<year>\d{4})|term\/(?<from>\d{4})-(?<to>\d{4}))$/;

/** "hanoi/program/2026" → its parts; null for anything that is not a document of the closed list. */
export function parseDocumentName(text: string): DocumentName | null {
  const parts = shape.exec(text)?.groups;
  if (!parts) return null;
  const board = parts.board ?? "";
  if (parts.directory) return { kind: "directory", board };
  if (parts.year) {
    const year = Number(parts.year);
    return isYear(year) ? { kind: "programme", board, year } : null;
  }
  const from = Number(parts.from);
  const to = Number(parts.to);
  return isYear(from) && isYear(to) && from < to && to - from <= 10 ? { kind: "term", board, from, to } : null;
}

/** The name as it stands on the wire and in the store; the inverse of {@link parseDocumentName}. */
export function documentNameToText(name: DocumentName): string {
  switch (name.kind) {
    case "programme":
      return `${name.board}/program/${name.year}`;
    case "term":
      return `${name.board}/term/${name.from}-${name.to}`;
    case "directory":
      return `${name.board}/directory`;
    default:
      return unreachable(name);
  }
}

function isYear(year: number): boolean {
  return year >= firstYear && year <= lastYear;
}
