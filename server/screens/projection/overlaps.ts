import { addDays, type Day, weekdayOf } from "../../../shared/kit/day.ts";
import { weekOf } from "../../../shared/kit/week.ts";
import type { Item } from "../../../shared/model/item.ts";
import { type Overlap, sidesOf } from "../../../shared/model/overlap.ts";
import { isPlaced } from "../../../shared/model/when.ts";
import type { OverlapRow, OverlapsShow } from "../../../shared/protocol/screen-feed.ts";
import { signOf, worstFirst } from "../../../shared/rules/overlap-order.ts";
import type { Language } from "../../../shared/text/overlap-phrases.ts";
import { screenWords } from "../../../shared/text/screen-words.ts";
import type { Held } from "./held.ts";
import { lineWithDay } from "./line.ts";
import type { MaskedBoard } from "./mask.ts";
import { type Moment, midnightMs } from "./moment.ts";
import { reasonOf } from "./reason.ts";

type Wish = { readonly day: Day; readonly language: Language };

/** More than this nobody pages through on a wall. */
const rowsMax = 200;

/** The overlaps of the week in which `day` lies that nobody has settled, worst first. Mere hints stay on the desk. */
export function overlapsShow(board: MaskedBoard, { day, language }: Wish, at: Moment): Held<OverlapsShow> {
  const monday = addDays(day, 1 - weekdayOf(day));
  const isHere = ({ when }: Item) =>
    isPlaced(when) && when.day <= addDays(monday, 6) && (when.lastDay ?? when.day) >= monday;
  const isShown = (overlap: Overlap) =>
    overlap.severity !== "hint" &&
    !board.isQuiet(overlap) &&
    sidesOf(overlap).some(({ item: id }) => {
      const item = board.item(id);
      return item !== undefined && isHere(item);
    });
  const open = [...board.overlaps()].filter(isShown).sort(worstFirst);
  return {
    show: {
      of: "overlaps",
      title: screenWords[language].overlaps(weekOf(day).week),
      rows: withKeys(open.slice(0, rowsMax).flatMap((overlap) => rowOf(board, overlap, language) ?? [])),
    },
    untilMs: midnightMs(at),
  };
}

/** An overlap's own key names what it is over, so a row is known by its items and which of their overlaps it is. */
function withKeys(rows: readonly OverlapRow[]): OverlapRow[] {
  const counts = new Map<string, number>();
  return rows.map((row) => {
    const pair = `${row.a.key}|${row.b?.key ?? ""}`;
    const count = (counts.get(pair) ?? 0) + 1;
    counts.set(pair, count);
    return { ...row, key: `${pair}|${count}` };
  });
}

function rowOf(board: MaskedBoard, overlap: Overlap, language: Language): OverlapRow | null {
  const [a, b] = sidesOf(overlap).map(({ item }) => board.item(item));
  if (!a) return null;
  return {
    key: "",
    certainty: signOf(overlap),
    word: screenWords[language].certainty[signOf(overlap)],
    reason: reasonOf(board, overlap, language),
    a: lineWithDay(board, a, language),
    b: b ? lineWithDay(board, b, language) : null,
  };
}
