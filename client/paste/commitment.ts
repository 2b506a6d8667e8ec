import { mondayOf, weekOf } from "../../shared/kit/week.ts";
import type { Item } from "../../shared/model/item.ts";
import { isPlaced } from "../../shared/model/when.ts";
import { freshId } from "../clock.ts";
import type { Board } from "../document/board.ts";
import type { Desk } from "../document/desk.ts";
import { undoOffer } from "../document/undoing.ts";
import { pasteWords } from "../text/paste-words.ts";
import { wordsOf } from "../text/words.ts";
import { applyPlan, changedItem, type Plan, planYears } from "./plan.ts";

const words = wordsOf(pasteWords);

/** Takes a plan onto the board as one step, shows where it went, and says how to take it back. */
export function commitPlan(board: Board, desk: Desk, plan: Plan): void {
  const adds = withFreshIds(plan.adds);
  board.edits.together(planYears(plan), (edits) => applyPlan(edits, { ...plan, adds }));
  showFirst(desk, adds.length > 0 ? adds : plan.changes.map(changedItem));
  desk.say({
    text: words().applied(adds.length, plan.changes.length, plan.cancels.length),
    action: undoOffer(board, desk),
  });
}

/** Preview ids are places in a text; on the board an id is never used twice. Items of one series keep sharing one. */
function withFreshIds(items: readonly Item[]): Item[] {
  const seriesIds = new Map<string, string>();
  const seriesId = (key: string) => {
    const id = seriesIds.get(key) ?? freshId();
    seriesIds.set(key, id);
    return id;
  };
  return items.map((item) => ({
    ...item,
    id: freshId(),
    ...(item.series !== undefined && { series: seriesId(item.series) }),
  }));
}

/** Goes to the week of the first item when the week on the screen shows none of them. */
function showFirst(desk: Desk, items: readonly Item[]): void {
  const place = desk.place();
  const days = items.flatMap(({ when }) => (isPlaced(when) ? [when.day] : [])).sort();
  const [first] = days;
  if (place.view !== "week" || first === undefined) return;
  const monday = mondayOf(place.week);
  if (!days.some((day) => mondayOf(weekOf(day)) === monday)) desk.go({ view: "week", week: weekOf(first) });
}
