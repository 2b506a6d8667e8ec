import { createMemo, For, Show } from "solid-js";
import { type OfficeId, officeIds } from "../../shared/model/office.ts";
import { useBoard } from "../document/board.ts";
import { Icon } from "../parts/icon.tsx";
import { SelectField } from "../parts/select-field.tsx";
import { itemWords } from "../text/item-words.ts";
import { pasteWords } from "../text/paste-words.ts";
import { wordsOf } from "../text/words.ts";
import { usePaste } from "./paste-context.ts";
import type { PasteRow } from "./paste-review.ts";
import type { ReadingAnswer } from "./reading-task.ts";

const words = wordsOf(pasteWords);
const nouns = wordsOf(itemWords);

/** Which rows are shown. `look`: those with a field that is doubtful or missing. */
export type Shown = "all" | "new" | "changed" | "same" | "look";
const shownChoices: readonly Shown[] = ["all", "new", "changed", "same", "look"];

export function isShown(row: PasteRow | undefined, shown: Shown): boolean {
  if (!row) return false;
  if (shown === "all") return true;
  return shown === "look" ? needsLook(row) : row.verdict?.kind === shown;
}

/** A row with a question a person can answer; words that stay words are none. */
export function needsLook({ draft, item, isRepeat }: PasteRow): boolean {
  const { date, hour, title, ...others } = draft.states;
  if (item === null || isRepeat || [date, hour, title].some((state) => state !== "certain")) return true;
  return Object.values(others).includes("doubtful");
}

type HeadProps = { readonly answer: ReadingAnswer; readonly shown: Shown; onShow(shown: Shown): void };

/** What was read, whose it is and of which year, and which rows to show. */
export function ReviewHead(props: HeadProps) {
  const board = useBoard();
  const { input, review } = usePaste();
  const counts = createMemo(() => {
    const rows = [...review.rows().values()];
    return Object.fromEntries(shownChoices.map((one) => [one, rows.filter((row) => isShown(row, one)).length]));
  });
  const heading = () => props.answer.reading.heading;
  const isOffline = () => board.saving().kind === "offline";
  const isCut = () => props.answer.reading.doubts.some(({ code }) => code === "text-cut");
  return (
    <div class="paste-tools">
      <p class="paste-read" role="status">
        <b>{words().readCount(props.answer.reading.items.length)}</b>
        <Show when={heading().adjustment}>{(number) => <span class="chip">{words().adjustment(number())}</span>}</Show>
        <button type="button" class="btn" data-size="small" onClick={() => input.edit()}>
          <Icon name="pencil" />
          {words().editText}
        </button>
      </p>
      <div class="paste-pick">
        <span aria-hidden="true">{words().officeLabel}</span>
        <SelectField<OfficeId>
          label={words().officeLabel}
          value={input.office()}
          options={officeIds.map((value) => ({ value, label: nouns().office[value] }))}
          onChange={(office) => input.setOffice(office)}
        />
      </div>
      <Show when={props.answer.question}>
        {(question) => (
          <div class="paste-pick" data-asked="">
            <span>{words().yearAsked}</span>
            <SelectField
              label={words().yearLabel}
              value={String(props.answer.year ?? question().best)}
              options={yearsOf(question().years).map((year) => ({ value: year, label: year }))}
              onChange={(year) => input.setYear(Number(year))}
            />
          </div>
        )}
      </Show>
      <fieldset class="paste-filter">
        <legend class="hidden-but-read">{words().showLabel}</legend>
        <For each={shownChoices}>
          {(one) => (
            <button
              type="button"
              class="paste-filter-choice"
              data-shown={one}
              aria-pressed={props.shown === one}
              onClick={() => props.onShow(one)}
            >
              {words().show[one]} <b>{counts()[one]}</b>
            </button>
          )}
        </For>
      </fieldset>
      <Show when={isCut()}>
        <p class="paste-note">{words().cut}</p>
      </Show>
      <Show when={input.isReading()}>
        <p class="paste-note" role="status">
          {words().reading}
        </p>
      </Show>
      <Show when={review.opening().length > 0}>
        <p class="paste-note" role="status">
          {isOffline() ? words().openingOffline : words().opening(review.opening().join(", "))}
        </p>
      </Show>
    </div>
  );
}

function yearsOf(years: readonly number[]): string[] {
  return [...years].sort((a, b) => b - a).map(String);
}
