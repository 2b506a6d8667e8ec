/** Several items in one line or cell: "7 giờ 30’, … . 10 giờ 30’, dự …", "Sáng …; Chiều …", "… Hội trường - 14 giờ, …". */
import { isPersonAt, readLeaders } from "./actors.ts";
import { readDay } from "./day-words.ts";
import { endsWithHour, readHour } from "./hour.ts";
import { findMarks } from "./marks.ts";
import { breaksWithin, matchAt, type Scope, scopeOf, skipMarks } from "./scope.ts";
import { bracketsOf } from "./sentence.ts";
import { readSession } from "./session-words.ts";
import type { Source } from "./source.ts";
import type { Span } from "./span.ts";
import { findVerb, isMatterNoun } from "./verbs.ts";

const stop = /(?:[.;]|\s[-+*])\s(?=[(\d]|từ \d|lúc \d|sáng|chiều|tối|buổi|cả ngày|thứ|ngày)/gu;

/** Parts a stretch of the source where a new hour, session or day opens a sentence; brackets are never parted. */
export function splitItems(source: Source, span: Span): Span[] {
  const scope = scopeOf(source, [span]);
  const brackets = bracketsOf(scope, { from: 0, to: scope.low.length });
  const parts: Span[] = [];
  let [from, bracket] = [0, 0];
  for (const { index, 0: mark } of stopsOf(scope)) {
    while (bracket < brackets.length && (brackets[bracket]?.to ?? 0) <= index) bracket += 1;
    if (index < from) continue;
    const at = index + mark.length;
    if ((brackets[bracket]?.from ?? at) < index || !opensItem(scope, index, at)) continue;
    parts.push(scope.toSource({ from, to: index + 1 }));
    from = at;
  }
  return [...parts, scope.toSource({ from, to: scope.low.length })];
}

/** Stops in a line, and the joints of a cell whose next line begins with a bullet or an hour. */
function stopsOf(scope: Scope): { readonly index: number; readonly 0: string }[] {
  const stops = [...scope.low.matchAll(stop)].map(({ index, 0: mark }) => ({ index, 0: mark }));
  const joints = scope.breaks.filter((at) => opensLine(scope, at + 1)).map((at) => ({ index: at, 0: " " }));
  return joints.length === 0 ? stops : [...stops, ...joints].sort((a, b) => a.index - b.index);
}

function opensLine(scope: Scope, at: number): boolean {
  const bullet = matchAt(scope, /(?:[-+*•]|\d{1,2}[.)])\s+/uy, at)?.[0].length ?? 0;
  const start = at + bullet;
  if (readHour(scope, start)) return true;
  if (bullet === 0) return false;
  const hasVerb = findVerb(scope, { from: start, to: start + 1 }) !== null || readLeaders(scope, start) !== null;
  return hasVerb || isMatterNoun(scope.low.slice(start, start + 40));
}

function opensItem(scope: Scope, index: number, at: number): boolean {
  if (breaksWithin(scope, { from: index, to: index + 1 }).length > 0) return opensLine(scope, at);
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

const actStop = /[.;]\s/gu;
const bareAct = /^(?:(?:cùng |tham )?dự|chủ trì|cùng đi|đi|chuẩn bị|phục vụ)[\s.;,]*(?:họp|hội nghị)?[\s.;,]*$/u;

/**
 * Parts what several leaders do at one hour: "Chủ tịch họp tại tỉnh; PCT Hà tiếp công dân". Only before the first open clause of
 * venue or guests, and only where each part names who and does something of its own.
 */
export function splitActs(source: Source, span: Span): Span[] {
  const scope = scopeOf(source, [span]);
  const stops = [...scope.low.matchAll(actStop)].slice(0, actsMax);
  if (stops.length === 0 || readLeaders(scope, skipMarks(scope, 0)) === null) return [span];
  const mark = findMarks(scope, { from: 0, to: scope.low.length }).find(({ end }) => end === null);
  const cuts = stops.filter(({ index }) => index < (mark?.from ?? scope.low.length) && opensAct(scope, index + 2));
  const starts = [0, ...cuts.map(({ index }) => index + 2)];
  return starts.map((from, place) => scope.toSource({ from, to: starts[place + 1] ?? scope.low.length }));
}

const actsMax = 12;

/** A leader, a verb and something to do: "Đ/c A dự" alone only says who comes. */
export function opensAct(scope: Scope, at: number): boolean {
  const found = isPersonAt(scope, at) ? readLeaders(scope, at) : null;
  if (!found) return false;
  const end = scope.low.slice(found.next).search(/[.;]/u);
  return !bareAct.test(scope.low.slice(found.next, end < 0 ? scope.low.length : found.next + end));
}
