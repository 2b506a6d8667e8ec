/** *Buổi* as printed: a row or a line "Sáng", "* CHIỀU:", "(cả ngày)", "(ngày)". */
import type { Session } from "../model/when.ts";
import { matchAt, type Scope, skipBlanks } from "./scope.ts";
import type { Span } from "./span.ts";

export interface SessionWords {
  readonly session: Session;
  readonly span: Span;
  readonly next: number;
}

const pattern =
  /(?:(?:vào|trong)\s)?(?:buổi\s)?(sáng|trưa|chiều|tối|đêm|cả ngày|nguyên ngày|trọn ngày|toàn ngày|ngày(?=\s?:))(?![\p{L}\d])/uy;
const sessionByWord: Readonly<Record<string, Session>> = {
  sáng: "morning",
  trưa: "morning",
  chiều: "afternoon",
  tối: "evening",
  đêm: "evening",
  "cả ngày": "allday",
  "nguyên ngày": "allday",
  "trọn ngày": "allday",
  "toàn ngày": "allday",
  ngày: "allday",
};
/** Words that go on from a session word to something else: "sáng kiến", "chiều dài". */
const notSession = /\s(?:kiến|tạo|suốt|lập|tác|dài|rộng|cao|hướng|thiểu|ưu|đa|mật|hậu)(?!\p{L})/uy;

/** Reads a session word at `at`, with the brackets around it; null when there is none. */
export function readSession(scope: Scope, at: number): SessionWords | null {
  const isOpen = scope.low[at] === "(";
  const from = isOpen ? skipBlanks(scope, at + 1) : at;
  const found = matchAt(scope, pattern, from);
  const session = found?.[1] ? sessionByWord[found[1]] : undefined;
  if (!found || !session) return null;
  const to = from + found[0].length;
  if (matchAt(scope, notSession, to)) return null;
  const close = skipBlanks(scope, to);
  if (isOpen && scope.low[close] !== ")") return null;
  return { session, span: { from, to }, next: isOpen ? close + 1 : to };
}

/** The session that one bracketed word alone means; there "ngày" is the whole day. */
export function sessionOfWord(word: string): Session | null {
  return sessionByWord[word.replace(/^buổi /, "")] ?? null;
}
