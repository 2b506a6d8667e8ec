import { minutesPerDay, minuteToText } from "../../shared/kit/minute.ts";
import { EntryField } from "../parts/entry-field.tsx";
import { inspectorWords } from "../text/inspector-words.ts";
import { wordsOf } from "../text/words.ts";
import { parseHour, parseHourEntry } from "./hour-entry.ts";
import { type WhenInputs, withHours } from "./when-fields.ts";

const words = wordsOf(inspectorWords);

/** From when, until when if it is known, and whether it stands with the whole-day items all the same. */
export function TimeInputs(props: WhenInputs) {
  const hour = (minute: Parameters<typeof minuteToText>[0] | undefined) =>
    minute === undefined ? "" : minuteToText(minute);
  const setStart = (text: string) => {
    const entry = parseHourEntry(text);
    // "24:00" is an end; a start at the end of the day belongs to the next one.
    if (!entry || entry.startMin === minutesPerDay) return words().notAnHour;
    props.onChange(withHours(props.fields, entry.startMin, entry.endMin));
    return null;
  };
  const setEnd = (text: string) => {
    const endMin = text === "" ? undefined : parseHour(text);
    if (endMin === null) return words().notAnHour;
    props.onChange({ ...props.fields, endMin });
    return null;
  };
  return (
    <div class="item-hours">
      <EntryField
        label={words().start}
        value={hour(props.fields.startMin)}
        placeholder={words().startHint}
        maxLength={40}
        onCommit={setStart}
      />
      <span aria-hidden="true">–</span>
      <EntryField
        label={words().end}
        value={hour(props.fields.endMin)}
        placeholder={words().endHint}
        maxLength={40}
        error={props.doubt?.field === "end" ? words().endBeforeStart : null}
        onCommit={setEnd}
      />
      <label class="item-check">
        <input
          type="checkbox"
          checked={props.fields.standsIn === "allday"}
          onChange={(event) =>
            props.onChange({ ...props.fields, standsIn: event.currentTarget.checked ? "allday" : undefined })
          }
        />
        {words().allDay}
      </label>
    </div>
  );
}
