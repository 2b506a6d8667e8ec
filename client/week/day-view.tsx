import "./day-view.css";
import { createMemo, createSignal, For, Show } from "solid-js";
import { addDays, type Day, weekdayOf } from "../../shared/kit/day.ts";
import { type OfficeId, officeIds } from "../../shared/model/office.ts";
import type { Session } from "../../shared/model/when.ts";
import { may } from "../../shared/rules/rights.ts";
import { CardSurface } from "../card/card-surface.tsx";
import { Cell } from "../card/cell.tsx";
import { certaintySign } from "../card/mark.tsx";
import { worstOf } from "../card/summary.ts";
import { useBoard } from "../document/board.ts";
import { useDesk } from "../document/desk.ts";
import { idsOn } from "../document/overlaps-shown.ts";
import { cellKey } from "../document/placement.ts";
import { placeOfDay } from "../place.ts";
import { boardWords } from "../text/board-words.ts";
import { dateWithWeekday, weekdayShortName } from "../text/dates.ts";
import { itemWords } from "../text/item-words.ts";
import { wordsOf } from "../text/words.ts";
import { nextCell, sessionsOfDay } from "./week-rows.ts";

const words = wordsOf(boardWords);
const nouns = wordsOf(itemWords);

/** One day for a phone: the strip of its week, then session by session; one office or all three. */
export function DayView(props: { readonly day: Day }) {
  const { store, actor } = useBoard();
  const [office, setOffice] = createSignal<OfficeId | null>(null);
  const week = createMemo(() =>
    [0, 1, 2, 3, 4, 5, 6].map((step) => addDays(props.day, step + 1 - weekdayOf(props.day))),
  );
  const offices = () => officeIds.filter((one) => office() === null || one === office());
  return (
    <div class="dayv">
      <nav class="dayv-strip" aria-label={words().days}>
        <For each={week()}>{(day) => <StripDay day={day} isCurrent={day === props.day} />}</For>
      </nav>
      <div class="dayv-offices" role="group" aria-label={words().allOffices}>
        <For each={[null, ...officeIds]}>
          {(one) => (
            <button
              type="button"
              data-office={one ?? undefined}
              aria-pressed={office() === one}
              onClick={() => setOffice(one)}
            >
              {one ? nouns().officeShort[one] : words().allOffices}
            </button>
          )}
        </For>
      </div>
      <CardSurface label={dateWithWeekday(props.day)} neighbour={(target, step) => nextCell(target, step, [props.day])}>
        <div class="dayv-list">
          <For each={sessionsOfDay(props.day, store.at)}>
            {(session) => (
              <SessionList day={props.day} session={session} offices={offices()} addTo={office() ?? actor.office} />
            )}
          </For>
        </div>
      </CardSurface>
    </div>
  );
}

function SessionList(props: {
  readonly day: Day;
  readonly session: Session;
  readonly offices: readonly OfficeId[];
  readonly addTo: OfficeId | null;
}) {
  const board = useBoard();
  return (
    <section class="dayv-session">
      <h2>{nouns().session[props.session]}</h2>
      <For each={props.offices}>
        {(office) => (
          <Cell
            day={props.day}
            session={props.session}
            office={office}
            within="list"
            ids={board.store.at(cellKey(props.day, props.session, office))}
            mayAdd={office === props.addTo && may(board.actor, "add")}
          />
        )}
      </For>
    </section>
  );
}

function StripDay(props: { readonly day: Day; readonly isCurrent: boolean }) {
  const { store, settlements, calendar } = useBoard();
  const desk = useDesk();
  const worst = createMemo(
    () => worstOf([...idsOn(store, [props.day])].flatMap(store.overlaps.of), settlements.isQuiet)?.sign,
  );
  return (
    <button
      type="button"
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
