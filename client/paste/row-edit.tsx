import { For } from "solid-js";
import { parseDay } from "../../shared/kit/day.ts";
import { type Session, sessions } from "../../shared/model/when.ts";
import { DateField } from "../parts/date-field.tsx";
import { EntryField } from "../parts/entry-field.tsx";
import type { ItemDraft } from "../reading/item-draft.ts";
import { itemWords } from "../text/item-words.ts";
import { pasteWords } from "../text/paste-words.ts";
import { wordsOf } from "../text/words.ts";
import { hourToText } from "./hour-text.ts";
import { usePaste } from "./paste-context.ts";

const words = wordsOf(pasteWords);
const nouns = wordsOf(itemWords);

/** Corrects what was read: day, hours, session, matter. Every change counts at once. */
export function RowEdit(props: { readonly draft: ItemDraft }) {
  const { review } = usePaste();
  const read = () => props.draft.read;
  const correct = (correction: Parameters<typeof review.correct>[1]) => review.correct(props.draft.key, correction);
  const takeHour = (field: "start" | "end", typed: string): string | null => {
    const hour = typed === "" ? null : hourToText(typed);
    if (typed !== "" && hour === null) return words().noHour;
    correct({ [field]: hour });
    return null;
  };
  return (
    <div class="paste-form">
      <div>
        <span aria-hidden="true">{words().field.date}</span>
        <DateField
          label={words().field.date}
          value={parseDay(read().date ?? "")}
          onCommit={(date) => correct({ date })}
        />
      </div>
      <div>
        <span aria-hidden="true">{words().start}</span>
        <EntryField label={words().start} value={read().start ?? ""} onCommit={(typed) => takeHour("start", typed)} />
      </div>
      <div>
        <span aria-hidden="true">{words().end}</span>
        <EntryField label={words().end} value={read().end ?? ""} onCommit={(typed) => takeHour("end", typed)} />
      </div>
      <label>
        <span>{words().session}</span>
        <select
          class="field"
          value={read().session ?? ""}
          onChange={(event) => correct({ session: (event.currentTarget.value || null) as Session | null })}
        >
          <option value="">{words().noSession}</option>
          <For each={sessions}>{(session) => <option value={session}>{nouns().session[session]}</option>}</For>
        </select>
      </label>
      <label class="paste-form-wide">
        <span>{words().field.title}</span>
        <textarea
          class="field"
          rows="2"
          value={props.draft.title}
          onChange={(event) => correct({ title: event.currentTarget.value })}
        />
      </label>
    </div>
  );
}
