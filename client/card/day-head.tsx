import "./day-head.css";
import { Show } from "solid-js";
import type { Day } from "../../shared/kit/day.ts";
import { lunarOf } from "../../shared/rules/lunar.ts";
import { useBoard } from "../document/board.ts";
import { boardWords } from "../text/board-words.ts";
import { dateShort, lunarDate, weekdayName } from "../text/dates.ts";
import { wordsOf } from "../text/words.ts";

const words = wordsOf(boardWords);

/** The head of a day: weekday, date, lunar date, and why it is off when it is. */
export function DayHead(props: { readonly day: Day; readonly rows: number }) {
  const { calendar, today } = useBoard();
  return (
    <div class="day-head" data-day={props.day} style={{ "grid-row": `span ${props.rows}` }}>
      <div class="day-head-stays">
        <b>{weekdayName(props.day)}</b>
        <span class="day-head-date">{dateShort(props.day)}</span>
        <span class="day-head-lunar">{lunarDate(lunarOf(props.day))}</span>
        <Show when={props.day === today()}>
          <span class="day-head-tag">{words().today}</span>
        </Show>
        <Show when={calendar().holidayNameOf(props.day)}>
          {(name) => (
            <span class="day-head-tag" data-holiday="">
              {name()}
            </span>
          )}
        </Show>
      </div>
    </div>
  );
}
