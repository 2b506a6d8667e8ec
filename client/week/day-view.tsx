import "./day-view.css";
import { createMemo, createSignal, For, Show } from "solid-js";
import type { Day } from "../../shared/kit/day.ts";
import { daysOfWeek, weekOf } from "../../shared/kit/week.ts";
import { type OfficeId, officeIds } from "../../shared/model/office.ts";
import { targetToText, textToTarget } from "../../shared/rules/landing.ts";
import { CardSurface } from "../card/card-surface.tsx";
import { certaintySign } from "../card/mark.tsx";
import { worstOf } from "../card/summary.ts";
import { useBoard } from "../document/board.ts";
import { useDesk } from "../document/desk.ts";
import { idsOn } from "../document/overlaps-shown.ts";
import type { KeyStep } from "../drag/drag-surface.ts";
import { placeOfDay } from "../place.ts";
import { boardWords } from "../text/board-words.ts";
import { dateWithWeekday, weekdayShortName } from "../text/dates.ts";
import { itemWords } from "../text/item-words.ts";
import { wordsOf } from "../text/words.ts";
import { nextPlace, placesLit } from "./day-places.ts";
import { SessionList } from "./session-list.tsx";
import { sessionsOfDay } from "./week-rows.ts";

const words = wordsOf(boardWords);
const nouns = wordsOf(itemWords);

/**
 * One day for a phone: the strip of its week, then session by session in order of time; one office or all three. A card
 * in the hand can also be let go on another day of the strip, or on the office that is to have it.
 */
export function DayView(props: { readonly day: Day }) {
  const { store } = useBoard();
  const desk = useDesk();
  const [office, setOffice] = createSignal<OfficeId | null>(null);
  const week = createMemo(() => daysOfWeek(weekOf(props.day)));
  const heldItem = () => store.item(desk.held()?.id ?? "");
  const lit = createMemo((): readonly string[] => {
    const [item, over] = [heldItem(), textToTarget(desk.heldOver() ?? "")];
    return item && over ? placesLit(over, { shown: props.day, own: item.office }) : [];
  });
  const isOver = (target: string) => lit().includes(target);
  const neighbour = (target: string, step: KeyStep) => {
    const item = heldItem();
    return item ? nextPlace(item, target, { step, week: week() }) : null;
  };
  return (
    <div class="dayv" data-holding={desk.held() ? "" : undefined}>
      <nav class="dayv-strip" aria-label={words().days}>
        <For each={week()}>{(day) => <StripDay day={day} isCurrent={day === props.day} isOver={isOver} />}</For>
      </nav>
      <div class="dayv-offices" role="group" aria-label={words().allOffices}>
        <button
          type="button"
          aria-label={words().allOffices}
          aria-pressed={office() === null}
          onClick={() => setOffice(null)}
        >
          {words().all}
        </button>
        <For each={officeIds}>
          {(one) => {
            const target = targetToText({ kind: "office", office: one });
            return (
              <button
                type="button"
                data-office={one}
                data-target={target}
                data-over={isOver(target) ? "" : undefined}
                aria-pressed={office() === one}
                onClick={() => setOffice(one)}
              >
                {nouns().officeShort[one]}
              </button>
            );
          }}
        </For>
      </div>
      <CardSurface label={dateWithWeekday(props.day)} neighbour={neighbour}>
        <div class="dayv-list">
          <For each={sessionsOfDay(props.day, store.at)}>
            {(session) => <SessionList day={props.day} session={session} office={office()} isOver={isOver} />}
          </For>
        </div>
      </CardSurface>
    </div>
  );
}

function StripDay(props: {
  readonly day: Day;
  readonly isCurrent: boolean;
  readonly isOver: (target: string) => boolean;
}) {
  const { store, settlements, calendar } = useBoard();
  const desk = useDesk();
  const worst = createMemo(
    () => worstOf([...idsOn(store, [props.day])].flatMap(store.overlaps.of), settlements.isQuiet)?.sign,
  );
  const target = () => targetToText({ kind: "day", day: props.day });
  return (
    <button
      type="button"
      data-target={target()}
      data-over={props.isOver(target()) ? "" : undefined}
      data-fit={desk.fitOn(props.day) ?? undefined}
      aria-current={props.isCurrent ? "date" : undefined}
      data-off={calendar().isWorkday(props.day) ? undefined : ""}
      onClick={() => desk.go(placeOfDay(props.day))}
    >
      <span class="hidden-but-read">{dateWithWeekday(props.day)}</span>
      <span aria-hidden="true">{weekdayShortName(props.day)}</span>
      <b aria-hidden="true">{Number(props.day.slice(8))}</b>
      <Show when={worst()} fallback={<i />}>
        {(certainty) => (
          <i data-certainty={certainty()} aria-hidden="true">
            {certaintySign[certainty()]}
          </i>
        )}
      </Show>
    </button>
  );
}
