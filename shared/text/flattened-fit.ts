/** How well a paragraph fits each column of a table whose cells came out as paragraphs. */
import { isPersonAt } from "./actors.ts";
import type { ClauseKind } from "./clause-kind.ts";
import type { ColumnKind } from "./columns.ts";
import { readDay } from "./day-words.ts";
import { readHour } from "./hour.ts";
import type { Line } from "./lines.ts";
import { type Scope, scopeOf, skipMarks } from "./scope.ts";
import { readSession } from "./session-words.ts";
import type { Source } from "./source.ts";
import { isPlaceAt, isRoomAt } from "./venue.ts";
import { findVerb, isMatterNoun } from "./verbs.ts";

/** Points of one paragraph for each column; above zero speaks for it. */
export function fitsOf(source: Source, line: Line, columns: readonly ColumnKind[]): number[] {
  const scope = scopeOf(source, [line]);
  const at = skipMarks(scope, 0);
  const end = scope.low.length;
  const day = readDay(scope, at);
  const session = readSession(scope, at);
  const hour = readHour(scope, at);
  const traits: Traits = {
    isBlank: line.kind === "blank",
    isDay: day !== null && skipMarks(scope, day.next) >= end,
    isSession: session !== null && skipMarks(scope, session.next) >= end,
    isHour: hour !== null && skipMarks(scope, hour.next) >= end,
    opensWithHour: hour !== null,
    isPeople: isPersonAt(scope, at) && findVerb(scope, { from: at, to: end }) === null && end < 160,
    isNamed: /^(?:đ\/c|đồng chí|đc|cv|cvp|lđvp)(?!\p{L})/u.test(scope.low.slice(at)) && end < 40,
    isPlate: /^(?:xe\s?)?\d{3,5}(?:[,;\s]+\d{3,5})*$/u.test(scope.low.trim()),
    isRoom: isRoomAt(scope, at) && end < 120,
    isPlace: isPlaceAt(scope, at) && end < 120,
    isList: /^(?:các|đại diện|lãnh đạo|thành viên|toàn thể|cán bộ|như|theo)(?!\p{L})/u.test(scope.low.slice(at)),
    isCode: end <= 12 && !/\p{Ll}{3}/u.test(scope.text),
    hasVerb: findVerb(scope, { from: at, to: end }) !== null || startsMatter(scope, at),
  };
  return columns.map((column) => fitOf(column, traits));
}

interface Traits {
  readonly isBlank: boolean;
  readonly isDay: boolean;
  readonly isSession: boolean;
  readonly isHour: boolean;
  readonly opensWithHour: boolean;
  readonly isPeople: boolean;
  /** Honorific and name, as who serves is written. */
  readonly isNamed: boolean;
  /** Plates of cars. */
  readonly isPlate: boolean;
  readonly isRoom: boolean;
  readonly isPlace: boolean;
  readonly isList: boolean;
  readonly isCode: boolean;
  readonly hasVerb: boolean;
}

/** A verb with a capital ("Dự …", "Họp …") or a noun ("Hội nghị …") at the head. */
function startsMatter(scope: Scope, at: number): boolean {
  const low = scope.low.slice(at, at + 24);
  return (
    isMatterNoun(low) ||
    /^(?:dự|họp|giao ban|làm việc|tiếp|kiểm tra|nghe|tham dự|thăm|khảo sát|tổng kết|sơ kết)(?!\p{L})/u.test(low)
  );
}

function fitOf(column: ColumnKind, traits: Traits): number {
  const isFrame = traits.isDay || traits.isSession || traits.isHour;
  switch (column.kind) {
    case "index":
      return traits.isBlank ? 0.5 : traits.isCode && !isFrame ? 1 : -4;
    case "day":
    case "weekday":
      return traits.isDay ? 5 : traits.isBlank ? 1 : -6;
    case "moment":
    case "end":
      return traits.isSession || traits.isHour ? 5 : traits.isBlank ? 1 : -6;
    case "matter":
    case "session":
    case "leader":
      return matterFit(traits, isFrame);
    case "leaders":
      return traits.isBlank ? 0.2 : isFrame || traits.opensWithHour ? -5 : traits.isPeople ? 3 : -2;
    case "other":
      return isFrame || traits.opensWithHour ? -4 : 0;
    case "clause":
      return clauseFit(column.clause, traits, isFrame);
  }
}

function matterFit(traits: Traits, isFrame: boolean): number {
  if (traits.isBlank) return -2;
  if (isFrame) return -5;
  if (traits.opensWithHour) return 3;
  if (traits.isPeople) return -1.5;
  return traits.hasVerb ? 2 : traits.isRoom ? -1 : traits.isPlace ? 0.2 : 1;
}

function clauseFit(clause: ClauseKind, traits: Traits, isFrame: boolean): number {
  if (traits.isBlank) return 0.2;
  if (isFrame || traits.opensWithHour) return -5;
  switch (clause) {
    case "venue":
      return traits.isRoom ? 4 : traits.isPlace ? 2 : traits.isPeople ? -3 : -0.5;
    case "chair":
      return traits.isPeople ? 3 : -2;
    case "participants":
      if (traits.isNamed || traits.isPlate) return traits.isPlate ? -3 : 0.3;
      return traits.isList ? 2.5 : traits.isPeople ? 1.5 : traits.isRoom ? -2 : 0;
    case "support":
      return traits.isPlate ? -2 : traits.isNamed ? 2.5 : traits.isPeople ? 1 : traits.isCode ? 1.5 : -1;
    case "note":
      return traits.isPlate ? 3 : traits.isCode ? 0.5 : 0;
    default:
      return traits.isCode ? 0.5 : 0;
  }
}
