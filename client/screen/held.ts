import { unreachable } from "../../shared/kit/assert.ts";
import type { Line, ScreenShow, ScreenView } from "../../shared/protocol/screen-feed.ts";

/**
 * What stands while the screen is frozen: the picture of the moment when it was. The server holds it too, but forgets it with
 * a restart. Something else that is chosen wins, and so does what has been withheld since: a frozen picture is no way to go on
 * showing it.
 */
export function standing(held: ScreenShow | null, view: ScreenView): ScreenShow {
  if (!view.isFrozen || held === null || !isSameChoice(held, view.show)) return view.show;
  const withheld = new Map(
    allLines(view.show)
      .filter(({ isWithheld }) => isWithheld)
      .map((line) => [line.key, line]),
  );
  if (!allLines(held).some(({ key, isWithheld }) => !isWithheld && withheld.has(key))) return held;
  return withoutWithheld(held, withheld) ?? view.show;
}

/** Whether the two are of one choice: another mode or another week is another; another step of the session is not. */
function isSameChoice(held: ScreenShow, next: ScreenShow): boolean {
  if (held.of === "programme" && next.of === "programme") return held.title === next.title;
  return held.of === next.of;
}

function allLines(show: ScreenShow): readonly Line[] {
  switch (show.of) {
    case "blank":
    case "calibrate":
      return [];
    case "programme":
      return show.parts.flatMap(({ lines }) => lines);
    case "no-session":
      return show.next ? allLines(show.next) : [];
    case "today":
      return [...show.now, ...show.next];
    case "overlaps":
      return show.rows.flatMap(({ a, b }) => (b ? [a, b] : [a]));
    case "joint":
      return show.sides;
    default:
      return unreachable(show);
  }
}

/** Line by line where lines stand alone. Elsewhere a sentence may name what is withheld: null, so that the new view is taken. */
function withoutWithheld(held: ScreenShow, withheld: ReadonlyMap<string, Line>): ScreenShow | null {
  const masked = (lines: readonly Line[]) => lines.map((line) => withheld.get(line.key) ?? line);
  switch (held.of) {
    case "programme":
      return { ...held, parts: held.parts.map((part) => ({ ...part, lines: masked(part.lines) })) };
    case "today":
      return { ...held, now: masked(held.now), next: masked(held.next) };
    default:
      return null;
  }
}
