import "./entry-field.css";
import type { Day } from "../../shared/kit/day.ts";
import { parseDay } from "../../shared/kit/day.ts";
import { todayInHanoi } from "../clock.ts";
import { partWords } from "../text/part-words.ts";
import { wordsOf } from "../text/words.ts";
import { dayToEntry, entryToDay } from "./day-entry.ts";
import { EntryField } from "./entry-field.tsx";
import { Icon } from "./icon.tsx";

const words = wordsOf(partWords);

/**
 * A day typed as officers write it (25/11/2026, or 25/11), or picked from the browser's calendar. The browser's own date
 * field would follow the language of the browser instead: 11/25 in an English one.
 */
export function DateField(props: {
  readonly label: string;
  readonly value: Day | null;
  /** Where the picker opens and what it offers; typing is free. */
  readonly min?: Day | undefined;
  readonly max?: Day | undefined;
  readonly disabled?: boolean;
  readonly isRequired?: boolean;
  readonly error?: string | null;
  /** What is wrong with a day that may well be one; null when nothing is. */
  refuse?(day: Day): string | null;
  /** Null: the field was emptied. */
  onCommit(day: Day | null): void;
}) {
  let picker!: HTMLInputElement;
  const commit = (text: string): string | null => {
    const day = text === "" ? null : entryToDay(text, props.value ?? todayInHanoi());
    if (day === null && (text !== "" || props.isRequired)) return words().noSuchDay;
    const wrong = (day && props.refuse?.(day)) ?? null;
    if (wrong === null) props.onCommit(day);
    return wrong;
  };
  const pick = () => {
    const day = parseDay(picker.value);
    if (day !== null && day !== props.value && !props.refuse?.(day)) props.onCommit(day);
  };
  return (
    <div class="date-field">
      <EntryField
        label={props.label}
        value={props.value === null ? "" : dayToEntry(props.value)}
        placeholder={words().dayPattern}
        maxLength={20}
        disabled={props.disabled ?? false}
        error={props.error ?? null}
        onCommit={commit}
      />
      <button
        type="button"
        class="date-field-pick"
        disabled={props.disabled ?? false}
        aria-label={words().pickDay(props.label)}
        onClick={() => picker.showPicker()}
      >
        <Icon name="calendar" />
      </button>
      <input
        ref={picker}
        class="date-field-native"
        type="date"
        tabindex="-1"
        aria-label={words().pickDay(props.label)}
        disabled={props.disabled ?? false}
        min={props.min}
        max={props.max}
        value={props.value ?? ""}
        onChange={pick}
      />
    </div>
  );
}
