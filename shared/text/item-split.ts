/** Several items in one line or cell: "7 giờ 30’, … . 10 giờ 30’, dự …", "Sáng …; Chiều …", "… Hội trường - 14 giờ, …". */
import { readDay } from "./day-words.ts";
import { endsWithHour, readHour } from "./hour.ts";
import { type Scope, scopeOf, skipMarks } from "./scope.ts";
import { bracketsOf } from "./sentence.ts";
import { readSession } from "./session-words.ts";
import type { Source } from "./source.ts";
import type { Span } from "./span.ts";

const stop = /(?:[.;]|\s[-+*])\s(?=[(\d]|từ \d|lúc \d|sáng|chiều|tối|buổi|cả ngày|thứ|ngày)/gu;

/** Parts a stretch of the source where a new hour, session or day opens a sentence; brackets are never parted. */
export function splitItems(source: Source, span: Span): Span[] {
  const scope = scopeOf(source, [span]);
  const brackets = bracketsOf(scope, { from: 0, to: scope.low.length });
  const parts: Span[] = [];
  let [from, bracket] = [0, 0];
  for (const { index, 0: mark } of scope.low.matchAll(stop)) {
    while (bracket < brackets.length && (brackets[bracket]?.to ?? 0) <= index) bracket += 1;
    const at = index + mark.length;
    if ((brackets[bracket]?.from ?? at) < index || !opensItem(scope, index, at)) continue;
    parts.push(scope.toSource({ from, to: index + 1 }));
    from = at;
  }
  return [...parts, scope.toSource({ from, to: scope.low.length })];
}

function opensItem(scope: Scope, index: number, at: number): boolean {
  if (scope.low[index] === " " && endsWithHour(scope, index)) return false;
  const hour = readHour(scope, at);
  if (hour) return hasMatter(scope, hour.next);
  const session = readSession(scope, at);
  if (session) return scope.text[at] !== scope.low[at] && hasMatter(scope, session.next);
  const day = scope.text[at] === scope.low[at] ? null : readDay(scope, at);
  return day?.first !== undefined && /^\s?[:,]/.test(scope.low.slice(day.next, day.next + 2));
}

function hasMatter(scope: Scope, at: number): boolean {
  return skipMarks(scope, at) < scope.low.length - 2;
}
