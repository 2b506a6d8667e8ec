import { For, Show } from "solid-js";
import { parseDay } from "../../shared/kit/day.ts";
import type { Doubt } from "../../shared/text/read-item.ts";
import { Icon } from "../parts/icon.tsx";
import { dateWithWeekday } from "../text/dates.ts";
import { pasteWords } from "../text/paste-words.ts";
import { wordsOf } from "../text/words.ts";
import { generalDoubts } from "./doubted-fields.ts";
import type { SourceLine } from "./source-tint.ts";

const words = wordsOf(pasteWords);
const legendFields = ["hour", "title", "chair", "participants", "venue", "preparing"] as const;

/** Lines of the source, what was read of them tinted by field; below a line what is doubtful in it. */
export function SourceLines(props: { readonly lines: readonly SourceLine[] }) {
  return (
    <ol class="paste-source">
      <For each={props.lines}>
        {(line) => (
          <li data-doubt={local(line).length > 0 ? "" : undefined}>
            <span class="paste-number" aria-hidden="true">
              {line.number}
            </span>
            <p>
              <For each={line.pieces}>
                {(piece) => (
                  <Show when={piece.field} fallback={piece.text}>
                    {(field) => (
                      <span class="paste-tint" data-field={field()} title={words().field[field()]}>
                        {piece.text}
                      </span>
                    )}
                  </Show>
                )}
              </For>
            </p>
            <For each={local(line)}>
              {(doubt) => (
                <p class="paste-doubt">
                  <Icon name="question" />
                  {doubtText(doubt)}
                </p>
              )}
            </For>
          </li>
        )}
      </For>
    </ol>
  );
}

/** Which colour is which field; the same words stand at the fields of the rows. */
export function SourceLegend() {
  return (
    <p class="paste-legend">
      <span>{words().legend}:</span>
      <For each={legendFields}>
        {(field) => (
          <span class="paste-tint" data-field={field}>
            {words().field[field]}
          </span>
        )}
      </For>
    </p>
  );
}

function local({ doubts }: SourceLine): readonly Doubt[] {
  return doubts.filter(({ code }) => !generalDoubts.includes(code));
}

function doubtText({ code, text, candidates = [] }: Doubt): string {
  // Of a whole line the words stand above.
  const about = code === "unread-line" ? "" : text;
  const meanings = candidates.map((one) => {
    const day = parseDay(one);
    return day ? `${dateWithWeekday(day)}/${day.slice(0, 4)}` : one;
  });
  return words().doubtAbout(words().doubt[code], about, meanings.join(" / "));
}
