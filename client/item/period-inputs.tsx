import { createMemo, Match, Show, Switch } from "solid-js";
import { addDays } from "../../shared/kit/day.ts";
import { mondayOf } from "../../shared/kit/week.ts";
import { Segmented } from "../parts/segmented.tsx";
import { SelectField } from "../parts/select-field.tsx";
import { dateShort } from "../text/dates.ts";
import { inspectorWords } from "../text/inspector-words.ts";
import { wordsOf } from "../text/words.ts";
import { type WhenInputs, weeksOf, withYear } from "./when-fields.ts";

const words = wordsOf(inspectorWords);

/** How far ahead and back a year is offered: a term is five years long. */
const yearsAround = 5;

/** A year, and in it a quarter, a month or a week. */
export function PeriodInputs(props: WhenInputs) {
  const year = () => (props.horizon === "week" ? (props.fields.week?.year ?? props.fields.year) : props.fields.year);
  const years = createMemo(() =>
    Array.from({ length: 2 * yearsAround + 1 }, (_, at) => String(year() - yearsAround + at)),
  );
  return (
    <>
      <Switch>
        <Match when={props.horizon === "quarter"}>
          <Segmented
            label={words().quarter}
            value={props.fields.quarter === undefined ? null : String(props.fields.quarter)}
            options={[1, 2, 3, 4].map((quarter) => ({ value: String(quarter), label: words().quarterName(quarter) }))}
            onChange={(quarter) => props.onChange({ ...props.fields, quarter: Number(quarter) })}
          />
        </Match>
        <Match when={props.horizon === "month"}>
          <MonthInput {...props} />
        </Match>
        <Match when={props.horizon === "week"}>
          <WeekInput {...props} year={year()} />
        </Match>
      </Switch>
      <SelectField
        label={words().year}
        value={String(year())}
        options={years().map((value) => ({ value, label: value }))}
        onChange={(value) => props.onChange(withYear(props.fields, Number(value)))}
      />
      <Show when={props.doubt?.field === "year"}>
        <p class="field-error" role="alert">
          {words().yearOut}
        </p>
      </Show>
    </>
  );
}

function MonthInput(props: WhenInputs) {
  const months = Array.from({ length: 12 }, (_, at) => String(at + 1));
  return (
    <SelectField
      label={words().month}
      value={props.fields.month === undefined ? null : String(props.fields.month)}
      placeholder={words().chooseMonth}
      options={months.map((value) => ({ value, label: `${words().month} ${value}` }))}
      onChange={(month) => props.onChange({ ...props.fields, month: Number(month) })}
    />
  );
}

function WeekInput(props: WhenInputs & { readonly year: number }) {
  const options = createMemo(() =>
    weeksOf({ year: props.year }).map((week) => {
      const monday = mondayOf(week);
      const label = words().weekLine(week.week, dateShort(monday), dateShort(addDays(monday, 6)));
      return { value: String(week.week), label };
    }),
  );
  return (
    <SelectField
      label={words().week}
      value={props.fields.week === undefined ? null : String(props.fields.week.week)}
      placeholder={words().chooseWeek}
      options={options()}
      onChange={(week) => props.onChange({ ...props.fields, week: { year: props.year, week: Number(week) } })}
    />
  );
}
