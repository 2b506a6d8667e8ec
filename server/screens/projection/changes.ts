import type { JointShow, Line, OverlapRow, Part, ScreenShow } from "../../../shared/protocol/screen-feed.ts";
import type { Held } from "./held.ts";

/** How long a line says what it was before. */
const changedMs = 60_000;

type Placed = { readonly line: Line; readonly place: string };

/**
 * The show with what has changed since `before`, told on the lines themselves: hour, place or people as they were. A line
 * that was not there is told as new. Nothing is told across a masking, in either direction; and a show of another kind or
 * week is not a change of this one.
 */
export function withChanges<Show extends ScreenShow>(
  { show, untilMs }: Held<Show>,
  before: ScreenShow | null,
  nowMs: number,
): Held<Show> {
  if (before === null || before.of !== show.of || titleOf(before) !== titleOf(show)) return { show, untilMs };
  const known = new Map(placedLines(before).map((placed) => [placed.line.key, placed]));
  let expiresMs = untilMs;
  const mark = <L extends Line>(line: L, place: string): L => {
    const was = wasOf(known.get(line.key), { line, place }, nowMs);
    if (was) expiresMs = Math.min(expiresMs, was.atMs + changedMs);
    return was ? { ...line, was } : line;
  };
  return { show: mapLines(show, mark), untilMs: expiresMs };
}

function wasOf(before: Placed | undefined, { line, place }: Placed, nowMs: number): Line["was"] {
  if (before === undefined) return { atMs: nowMs, hour: null, where: null, who: null };
  const old = before.line;
  if (old.isWithheld || line.isWithheld) return null;
  const recent = old.was && nowMs - old.was.atMs < changedMs ? old.was : null;
  const isMoved = before.place !== place;
  const changes = {
    hour: isMoved ? `${before.place} ${old.hour}`.trim() : changed(old.hour, line.hour),
    where: changed(old.where, line.where),
    who: changed(old.who, line.who),
  };
  const isChanged = isMoved || old.hour !== line.hour || old.where !== line.where || old.who !== line.who;
  return isChanged ? { atMs: nowMs, ...changes } : recent;
}

function changed(before: string | null, now: string | null): string | null {
  return before === now ? null : before;
}

function titleOf(show: ScreenShow): string {
  return "title" in show ? show.title : "";
}

type MapLine = <L extends Line>(line: L, place: string) => L;

function mapLines<Show extends ScreenShow>(show: Show, map: MapLine): Show {
  const parts = (list: readonly Part[]) =>
    list.map((part) => ({ ...part, lines: part.lines.map((line) => map(line, placeOf(part))) }));
  const sided = <L extends Line & { readonly day: string }>(line: L) => map(line, line.day);
  switch (show.of) {
    case "programme":
      return { ...show, parts: parts(show.parts) };
    case "no-session":
      return { ...show, next: show.next && { ...show.next, parts: parts(show.next.parts) } };
    case "today":
      return { ...show, now: show.now.map((line) => map(line, "")), next: show.next.map((line) => map(line, "")) };
    case "overlaps":
      return {
        ...show,
        rows: show.rows.map((row: OverlapRow) => ({ ...row, a: sided(row.a), b: row.b && sided(row.b) })),
      };
    case "joint":
      return { ...show, sides: show.sides.map((line: JointShow["sides"][number]) => sided(line)) };
    case "blank":
    case "calibrate":
      return show;
  }
}

/** Of a half-day the day alone: an item that goes from morning to afternoon says so by its hour. */
function placeOf({ title }: Part): string {
  return title.split(" · ")[0] ?? title;
}

function placedLines(show: ScreenShow): Placed[] {
  const lines: Placed[] = [];
  mapLines(show, (line, place) => {
    lines.push({ line, place });
    return line;
  });
  return lines;
}
