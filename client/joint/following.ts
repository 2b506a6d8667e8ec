import { createEffect, createMemo, on, onCleanup, untrack } from "solid-js";
import { type Day, dayParts } from "../../shared/kit/day.ts";
import { weekOf } from "../../shared/kit/week.ts";
import type { Item } from "../../shared/model/item.ts";
import { isPlaced } from "../../shared/model/when.ts";
import { afterPaint } from "../clock.ts";
import { daysShown } from "../document/days-shown.ts";
import { createNarrow } from "../parts/narrow.ts";
import { type Place, placeOfDay, placeToPath } from "../place.ts";
import { placeOfScope } from "./scope.ts";
import type { Seating } from "./seating.ts";
import { itemsAbout } from "./topics.ts";

/**
 * Takes the board along with the walk, for whoever leads and for those who follow: to the week of the topic, its cards
 * lit, scrolled only where one of them is out of sight. Anything one does oneself ends following, and says so.
 */
export function createFollowing(seating: Seating): void {
  const { board, desk, session, leads, follows } = seating;
  const isNarrow = createNarrow();
  /** Where following itself has led: another place is one's own going. */
  let ledTo: string | null = null;
  const goesAlong = () => leads() || follows();

  const items = () => {
    const now = session();
    const topic = now?.topics.find(({ id }) => id === now.step?.topic);
    return now && topic ? itemsAbout(topic, now, board) : [];
  };
  const bring = () => {
    const now = untrack(session);
    if (!now) return;
    const ids = untrack(items);
    const place = placeFor(
      ids.flatMap((id) => untrack(() => board.store.item(id)) ?? []),
      { from: untrack(desk.place), isNarrow: untrack(isNarrow) },
    );
    const target = place ?? (ledTo === null ? placeOfScope(now.scope) : null);
    ledTo = placeToPath(target ?? untrack(desk.place));
    if (target) desk.go(target);
    desk.light(ids);
    onCleanup(afterPaint(() => ids.toReversed().forEach(bringIntoView)));
  };
  // As one text: who is only told of a number that was pressed is not taken back to the cards.
  const occasion = createMemo(() =>
    goesAlong() ? `${session()?.id} ${session()?.step?.topic} ${items().join()}` : null,
  );
  createEffect(on(occasion, (now) => now !== null && bring()));
  createEffect(on(occasion, (now) => now === null && (ledTo = null), { defer: true }));

  const own = (acted: () => unknown) =>
    createEffect(on(acted, (now) => now && follows() && seating.unfollow(), { defer: true }));
  own(() => desk.selected());
  own(() => desk.held());
  own(() => desk.side() === "overlaps");
  own(() => desk.seeking());
  own(board.history.next);
  createEffect(
    on(
      () => placeToPath(desk.place()),
      (path) => path !== ledTo && untrack(follows) && seating.unfollow(),
      { defer: true },
    ),
  );
  listenForScrolling(() => follows() && seating.unfollow());
}

/** Scrolling by hand, unlike that by the page, begins with a wheel, a finger or a press on the bar. */
function listenForScrolling(onScroll: () => void): void {
  const hear = (event: Event) => event.target instanceof Element && event.target.closest(".app-main") && onScroll();
  const kinds = ["wheel", "touchmove", "pointerdown"] as const;
  for (const kind of kinds) window.addEventListener(kind, hear, { passive: true });
  onCleanup(() => {
    for (const kind of kinds) window.removeEventListener(kind, hear);
  });
}

/** Where the board must go to show items: nowhere (null) when it shows them already, or when they stand on no day. */
export function placeFor(
  items: readonly Item[],
  { from, isNarrow }: { readonly from: Place; readonly isNarrow: boolean },
): Place | null {
  const days = items.flatMap(({ when }) => (isPlaced(when) ? [when.day] : []));
  const [first] = days;
  if (first === undefined) return null;
  if (isNarrow && from.view === "week")
    return from.day !== undefined && days.includes(from.day) ? null : placeOfDay(first);
  const shown = daysShown(from);
  return days.some((day) => shown.includes(day)) ? null : placeWith(first, from);
}

/** The week of a day, or its month where months are looked at. */
function placeWith(day: Day, from: Place): Place {
  const { year, month } = dayParts(day);
  return from.view === "month" ? { view: "month", year, month } : { view: "week", week: weekOf(day) };
}

function bringIntoView(id: string): void {
  document.querySelector(`.app-main [data-card="${CSS.escape(id)}"]`)?.scrollIntoView({ block: "nearest" });
}
