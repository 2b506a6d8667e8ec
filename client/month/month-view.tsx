import "./month.css";
import { createMemo, For, Show } from "solid-js";
import { addDays, type Day, dayParts, weekdayOf } from "../../shared/kit/day.ts";
import { minuteToText } from "../../shared/kit/minute.ts";
import { weekOf } from "../../shared/kit/week.ts";
import type { Item } from "../../shared/model/item.ts";
import { isPlaced, sessionOf, type When } from "../../shared/model/when.ts";
import { targetToText, textToTarget } from "../../shared/rules/landing.ts";
import { lunarOf } from "../../shared/rules/lunar.ts";
import { may } from "../../shared/rules/rights.ts";
import { CardSurface } from "../card/card-surface.tsx";
import { createFilling, firstOf } from "../card/filling.ts";
import { officeHue } from "../card/hue.ts";
import { certaintySign } from "../card/mark.tsx";
import { OthersHold } from "../card/others-hold.tsx";
import { worstOf } from "../card/summary.ts";
import { useBoard } from "../document/board.ts";
import { daysShown } from "../document/days-shown.ts";
import { useDesk } from "../document/desk.ts";
import { idsOn } from "../document/overlaps-shown.ts";
import { isLocked, whyFixed } from "../document/permission.ts";
import type { KeyStep } from "../drag/drag-surface.ts";
import { Icon } from "../parts/icon.tsx";
import { createNarrow } from "../parts/narrow.ts";
import { placeOfDay } from "../place.ts";
import { boardWords } from "../text/board-words.ts";
import { hourText, weekdayName, weekdayShortName } from "../text/dates.ts";
import { itemWords } from "../text/item-words.ts";
import { wordsOf } from "../text/words.ts";
import { monthRows, shownMax } from "./month-rows.ts";
import { Tray } from "./tray.tsx";

const words = wordsOf(boardWords);
const nouns = wordsOf(itemWords);
/** Of a day: its date above its pills, each in one line. */
const sizes = { rowMinPx: 136, headPx: 34, cardMinPx: 26 };
const daysByStep: Record<KeyStep, number> = { left: -1, right: 1, up: -7, down: 7 };

/**
 * The month: weeks down, days across, compact cards; beside it what is due in it and has no day yet. A phone has room for
 * how many there are, not for cards.
 */
export function MonthView(props: { readonly year: number; readonly month: number }) {
  const { store } = useBoard();
  const desk = useDesk();
  const isNarrow = createNarrow();
  const days = createMemo(() => daysShown({ view: "month", year: props.year, month: props.month }));
  const weeks = createMemo(() => days().filter((day) => weekdayOf(day) === 1));
  const cardsOf = createFilling({
    sight: () => {
      const rows = monthRows(weeks(), (day) => idsOn(store, [day]).size);
      return { rows, top: 0, screenPx: window.innerHeight, sizes };
    },
    asked: () => desk.lit().flatMap((id) => weekOfItem(store.item(id)) ?? []),
    isEmpty: createMemo(() => idsOn(store, days()).size === 0),
    // From its top down: nothing above what is in sight grows.
    keepingStill: (change) => change(),
  });
  const neighbour = (target: string, step: KeyStep) => {
    const place = textToTarget(target);
    const day = place?.kind === "day" ? addDays(place.day, daysByStep[step]) : days()[0];
    return day && days().includes(day) ? targetToText({ kind: "day", day }) : null;
  };
  return (
    <CardSurface label={words().days} neighbour={neighbour}>
      <div class="month-page" data-tray={desk.side() === "none" || desk.side() === "tray" ? "" : undefined}>
        <div class="month" role="table" aria-label={words().days}>
          <div class="month-row" role="row">
            <span class="month-head" role="columnheader">
              <span class="hidden-but-read">{nouns().session.allday}</span>
            </span>
            <For each={days().slice(0, 7)}>
              {(day) => (
                <span class="month-head" role="columnheader">
                  <span class="month-long">{weekdayName(day)}</span>
                  <span class="month-short" aria-hidden="true">
                    {weekdayShortName(day)}
                  </span>
                </span>
              )}
            </For>
          </div>
          <For each={weeks()}>
            {(monday) => (
              <div class="month-row" role="row">
                <button
                  type="button"
                  class="month-week"
                  role="rowheader"
                  onClick={() => desk.go({ view: "week", week: weekOf(monday) })}
                >
                  {words().weekNumber(weekOf(monday).week)}
                </button>
                <For each={[0, 1, 2, 3, 4, 5, 6]}>
                  {(step) => (
                    <DayCell
                      day={addDays(monday, step)}
                      month={props.month}
                      cards={isNarrow() ? 0 : Math.min(cardsOf(monday), shownMax)}
                    />
                  )}
                </For>
              </div>
            )}
          </For>
        </div>
        <Tray year={props.year} month={props.month} />
      </div>
    </CardSurface>
  );
}

function DayCell(props: { readonly day: Day; readonly month: number; readonly cards: number }) {
  const { store, settlements, calendar, today } = useBoard();
  const desk = useDesk();
  const ids = createMemo(() => [...idsOn(store, [props.day])].sort((a, b) => orderAt(store.item(a), store.item(b))));
  const worst = createMemo(() => worstOf(ids().flatMap(store.overlaps.of), settlements.isQuiet)?.sign);
  const target = () => targetToText({ kind: "day", day: props.day });
  const lunar = () => lunarOf(props.day);
  return (
    <div
      class="month-day"
      role="cell"
      data-target={target()}
      data-over={desk.heldOver() === target() ? "" : undefined}
      data-fit={desk.fitOn(props.day) ?? undefined}
      data-today={props.day === today() ? "" : undefined}
      data-off={calendar().isWorkday(props.day) ? undefined : ""}
      data-out={dayParts(props.day).month === props.month ? undefined : ""}
    >
      <button
        type="button"
        class="month-date"
        title={calendar().holidayNameOf(props.day) ?? undefined}
        onClick={() => desk.go(placeOfDay(props.day))}
      >
        <b>{dayParts(props.day).date}</b>
        <Show when={calendar().holidayNameOf(props.day)}>{(name) => <span class="month-holiday">{name()}</span>}</Show>
        <small>
          {lunar().day}/{lunar().month}
        </small>
      </button>
      <Show when={ids().length > 0}>
        <span class="month-count" data-certainty={worst()}>
          {worst() ? certaintySign[worst() ?? "possible"] : ""} {ids().length}
        </span>
      </Show>
      <For each={firstOf(ids(), props.cards)}>{(id) => <Pill id={id} />}</For>
      <OthersHold target={target()} />
      <Show when={ids().length > shownMax}>
        <button type="button" class="month-more" onClick={() => desk.go(placeOfDay(props.day))}>
          {words().moreItems(ids().length - shownMax)}
        </button>
      </Show>
    </div>
  );
}

function Pill(props: { readonly id: string }) {
  const { store } = useBoard();
  return <Show when={store.item(props.id)}>{(item) => <PillOf item={item()} />}</Show>;
}

function PillOf(props: { readonly item: Item }) {
  const { store, settlements, presence, actor } = useBoard();
  const desk = useDesk();
  const whyLocked = () => (isLocked(actor, props.item) ? whyFixed(actor, props.item) : null);
  const worst = createMemo(() => worstOf(store.overlaps.of(props.item.id), settlements.isQuiet)?.sign);
  const other = createMemo(() => presence.at(props.item.id)[0]);
  const title = () => props.item.title || nouns().untitled;
  return (
    <button
      type="button"
      class="pill"
      data-card={props.item.id}
      data-office={props.item.office}
      data-state={props.item.status}
      data-sel={desk.selected() === props.item.id ? "" : undefined}
      data-lit={desk.lit().includes(props.item.id) ? "" : undefined}
      data-held={desk.held()?.id === props.item.id ? "" : undefined}
      data-fixed={may(actor, "edit", props.item) ? undefined : ""}
      data-ring={other() ? "" : undefined}
      style={{ "--h": other() ? officeHue(other()?.office ?? null) : undefined }}
      title={[`${hourText(props.item.when)} ${title()}`, whyLocked()].filter((part) => part !== null).join("\n")}
    >
      <b>{startText(props.item.when)}</b>
      <span>{title()}</span>
      <Show when={whyLocked()}>
        {(why) => (
          <>
            <Icon name="lock" />
            <em class="hidden-but-read">{why()}</em>
          </>
        )}
      </Show>
      <Show when={worst()}>
        {(certainty) => (
          <i class="pill-mark" data-certainty={certainty()}>
            {certaintySign[certainty()]}
          </i>
        )}
      </Show>
    </button>
  );
}

/** The Monday of the week in which an item begins. */
function weekOfItem(item: Item | undefined): Day | null {
  return item && isPlaced(item.when) ? addDays(item.when.day, 1 - weekdayOf(item.when.day)) : null;
}

/** Through the day: whole-day items first, a session without an hour before the hours of that session. */
function orderAt(a: Item | undefined, b: Item | undefined): number {
  return minuteOf(a) - minuteOf(b) || ((a?.id ?? "") < (b?.id ?? "") ? -1 : 1);
}

const sessionStart = { allday: -2, morning: -1, afternoon: 12 * 60 - 1, evening: 18 * 60 - 1 };

function minuteOf(item: Item | undefined): number {
  if (!item || !isPlaced(item.when)) return 0;
  return item.when.horizon === "time" ? item.when.startMin : sessionStart[sessionOf(item.when)];
}

/** A pill has room for the start only. */
function startText(when: When): string {
  return when.horizon === "time" ? minuteToText(when.startMin) : hourText(when);
}
