import { createSignal, Show } from "solid-js";
import type { Day } from "../../shared/kit/day.ts";
import type { OfficeId } from "../../shared/model/office.ts";
import type { Session } from "../../shared/model/when.ts";
import { Icon } from "../parts/icon.tsx";
import { boardWords } from "../text/board-words.ts";
import { dateWithWeekday } from "../text/dates.ts";
import { itemWords } from "../text/item-words.ts";
import { wordsOf } from "../text/words.ts";
import { QuickLine } from "./quick-line.tsx";

const words = wordsOf(boardWords);
const nouns = wordsOf(itemWords);

/** The way to add something to one session of one office: a button that becomes a line. */
export function AddLine(props: { readonly day: Day; readonly session: Session; readonly office: OfficeId }) {
  const [isAdding, setAdding] = createSignal(false);
  const name = () =>
    words().cell(nouns().session[props.session], dateWithWeekday(props.day), nouns().officeShort[props.office]);
  return (
    <Show
      when={isAdding()}
      fallback={
        <button type="button" class="cell-add" onClick={() => setAdding(true)}>
          <Icon name="plus" />
          <span aria-hidden="true">{words().addHint}</span>
          <span class="hidden-but-read">{words().addTo(name())}</span>
        </button>
      }
    >
      <QuickLine
        day={props.day}
        session={props.session}
        office={props.office}
        label={words().addTo(name())}
        onClose={() => setAdding(false)}
      />
    </Show>
  );
}
