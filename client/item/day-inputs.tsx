import { createSignal, Match, Show, Switch } from "solid-js";
import { addDays, type Day } from "../../shared/kit/day.ts";
import { daysOfWeek } from "../../shared/kit/week.ts";
import { sessions } from "../../shared/model/when.ts";
import { DateField } from "../parts/date-field.tsx";
import { Icon } from "../parts/icon.tsx";
import { Segmented } from "../parts/segmented.tsx";
import { dateShort, weekdayShortName } from "../text/dates.ts";
import { inspectorWords } from "../text/inspector-words.ts";
import { itemWords } from "../text/item-words.ts";
import { wordsOf } from "../text/words.ts";
import { boundsOf, type WhenInputs, withDay } from "./when-fields.ts";

const words = wordsOf(inspectorWords);
const nouns = wordsOf(itemWords);

/** A day or several, and where the horizon asks for it, their session. */
export function DayInputs(props: WhenInputs) {
  const [isSeveral, setSeveral] = createSignal(false);
  const lastDay = () => (props.fields.lastDay === props.fields.day ? undefined : props.fields.lastDay);
  const showsLast = () => lastDay() !== undefined || (isSeveral() && props.fields.day !== undefined);
  const setLast = (day: Day | undefined) => props.onChange({ ...props.fields, lastDay: day });
  return (
    <>
      <div class="item-days">
        <FirstDay {...props} />
        <Show
          when={showsLast()}
          fallback={
            <Show when={props.fields.day}>
              <button type="button" class="item-more" onClick={() => setSeveral(true)}>
                <Icon name="plus" />
                {words().severalDays}
              </button>
            </Show>
          }
        >
          <span aria-hidden="true">–</span>
          <DateField
            label={words().lastDay}
            value={lastDay() ?? null}
            min={props.fields.day && addDays(props.fields.day, 1)}
            error={props.doubt?.field === "lastDay" ? words().lastDayBefore : null}
            onCommit={(day) => setLast(day ?? undefined)}
          />
          <button
            type="button"
            class="icon-btn item-small"
            aria-label={words().oneDay}
            onClick={() => {
              setSeveral(false);
              if (lastDay() !== undefined) setLast(undefined);
            }}
          >
            <Icon name="close" />
          </button>
        </Show>
      </div>
      <Show when={props.horizon === "session"}>
        <Segmented
          label={words().session}
          value={props.fields.session ?? null}
          options={sessions.map((value) => ({ value, label: nouns().session[value] }))}
          onChange={(session) => props.onChange({ ...props.fields, session })}
        />
      </Show>
    </>
  );
}

/** Within a known week the day is one of seven buttons; else a date, looked for in the period that is known. */
function FirstDay(props: WhenInputs) {
  const isAsked = () => props.fields.day === undefined;
  const bounds = () => boundsOf(props.fields);
  const choose = (day: Day) => props.onChange(withDay(props.fields, day));
  return (
    <Switch
      fallback={
        <DateField
          label={words().day}
          value={props.fields.day ?? null}
          min={isAsked() ? bounds().first : undefined}
          max={isAsked() ? bounds().last : undefined}
          isRequired={true}
          onCommit={(day) => day && choose(day)}
        />
      }
    >
      <Match when={isAsked() && props.fields.week}>
        {(week) => (
          <Segmented
            label={words().day}
            value={null}
            options={daysOfWeek(week()).map((day) => ({
              value: day,
              label: weekdayShortName(day),
              hint: dateShort(day),
            }))}
            onChange={choose}
          />
        )}
      </Match>
    </Switch>
  );
}
