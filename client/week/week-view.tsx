import "./week.css";
import { createEffect, createMemo, For, Index, on, Show, untrack } from "solid-js";
import type { Day } from "../../shared/kit/day.ts";
import { daysOfWeek, type Week } from "../../shared/kit/week.ts";
import type { Item } from "../../shared/model/item.ts";
import { officeIds } from "../../shared/model/office.ts";
import { isPlaced, type Session } from "../../shared/model/when.ts";
import { may } from "../../shared/rules/rights.ts";
import { CardSurface } from "../card/card-surface.tsx";
import { Cell } from "../card/cell.tsx";
import { DayHead } from "../card/day-head.tsx";
import { createFilling, firstOf } from "../card/filling.ts";
import { useBoard } from "../document/board.ts";
import { yearsOf } from "../document/days-shown.ts";
import { useDesk } from "../document/desk.ts";
import { idsOn } from "../document/overlaps-shown.ts";
import { cellKey } from "../document/placement.ts";
import { boardWords } from "../text/board-words.ts";
import { itemWords } from "../text/item-words.ts";
import { wordsOf } from "../text/words.ts";
import { countOf, nextCell, rowKey, sessionsOfDay, weekRows } from "./week-rows.ts";

const words = wordsOf(boardWords);
const nouns = wordsOf(itemWords);
/** A card has two lines at least. */
const sizes = { rowMinPx: 34, headPx: 0, cardMinPx: 56 };

/** The week as officers know it: days down, sessions within the day, offices across. */
export function WeekView(props: { readonly week: Week; readonly day: Day }) {
  const { store, isOpening } = useBoard();
  const desk = useDesk();
  const days = createMemo(() => daysOfWeek(props.week));
  const isEmpty = createMemo(() => idsOn(store, days()).size === 0);
  const cardsOf = createFilling({
    sight: () => {
      const rows = weekRows(days(), store.at);
      const top = rows.findIndex(({ day }) => day === props.day);
      return { rows, top: Math.max(0, top), screenPx: window.innerHeight, sizes };
    },
    asked: () =>
      weekRows(
        desk.lit().flatMap((id) => dayOf(store.item(id)) ?? []),
        store.at,
      ).map(({ key }) => key),
    isEmpty,
    keepingStill: (change) => keepStill(() => headOf(props.day), change),
  });
  const opening = () => yearsOf(days()).some(isOpening);
  bringIntoView(() => props.day, { isEmpty, isOpening: opening });
  return (
    <CardSurface label={words().days} neighbour={(target, step) => nextCell(target, step, days())}>
      <div class="week" role="table" aria-label={words().days} data-opening={opening() && isEmpty() ? "" : undefined}>
        <div class="week-head" role="row">
          <span class="week-corner" role="columnheader">
            <span class="hidden-but-read">{words().days}</span>
          </span>
          <For each={officeIds}>
            {(office) => (
              <div class="week-office" role="columnheader" data-office={office}>
                {nouns().office[office]}
                <small>{words().items(countOf(days(), office, store.at))}</small>
              </div>
            )}
          </For>
        </div>
        <Index each={days()}>{(day) => <DayRows day={day()} cardsOf={cardsOf} />}</Index>
      </div>
      <Show when={!opening() && isEmpty()}>
        <p class="empty">{words().weekEmpty}</p>
      </Show>
      <Show when={opening() && isEmpty()}>
        <p class="week-opening" role="status">
          {words().opening}
        </p>
      </Show>
    </CardSurface>
  );
}

function DayRows(props: { readonly day: Day; readonly cardsOf: (row: string) => number }) {
  const { store, calendar, today } = useBoard();
  const sessions = createMemo(() => sessionsOfDay(props.day, store.at), [], { equals: isSameList });
  return (
    <div
      class="week-day"
      role="rowgroup"
      data-today={props.day === today() ? "" : undefined}
      data-off={calendar().isWorkday(props.day) ? undefined : ""}
      data-day={props.day}
    >
      <DayHead day={props.day} rows={sessions().length} />
      <For each={sessions()}>
        {(session) => (
          <SessionRow day={props.day} session={session} cards={props.cardsOf(rowKey({ day: props.day, session }))} />
        )}
      </For>
    </div>
  );
}

function SessionRow(props: { readonly day: Day; readonly session: Session; readonly cards: number }) {
  const board = useBoard();
  return (
    <div class="week-row" role="row">
      <div class="week-session" role="rowheader">
        {nouns().session[props.session]}
      </div>
      <For each={officeIds}>
        {(office) => (
          <Cell
            day={props.day}
            session={props.session}
            office={office}
            ids={firstOf(board.store.at(cellKey(props.day, props.session, office)), props.cards)}
            mayAdd={may(board.actor, "add")}
          />
        )}
      </For>
    </div>
  );
}

/**
 * The day looked at comes into view when another week or day is asked for, never by itself while one works. In a week of
 * which nothing is known yet there is nothing to scroll: there it comes with the first that is known.
 */
function bringIntoView(
  day: () => Day,
  { isEmpty, isOpening }: { readonly isEmpty: () => boolean; readonly isOpening: () => boolean },
): void {
  let isThere = false;
  createEffect(
    on([day, isEmpty] as const, ([now, empty], before) => {
      if (now !== before?.[0]) isThere = false;
      if (isThere) return;
      isThere = !empty || !untrack(isOpening);
      queueMicrotask(() => headOf(now)?.scrollIntoView());
    }),
  );
}

function headOf(day: Day): Element | null {
  return document.querySelector(`.day-head[data-day="${day}"]`);
}

function dayOf(item: Item | undefined): Day | null {
  return item && isPlaced(item.when) ? item.when.day : null;
}

/** What stands above an element may grow: it stays where it is on the screen. Browsers that hold it themselves are left nothing to do. */
function keepStill(find: () => Element | null, change: () => void): void {
  const before = find()?.getBoundingClientRect().top;
  change();
  const element = find();
  if (!element || before === undefined) return;
  element.closest(".surface")?.scrollBy(0, element.getBoundingClientRect().top - before);
}

function isSameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((value, at) => value === b[at]);
}
