import "./cell.css";
import { createSignal, For, Show } from "solid-js";
import type { Day } from "../../shared/kit/day.ts";
import type { OfficeId } from "../../shared/model/office.ts";
import type { Session } from "../../shared/model/when.ts";
import { targetToText } from "../../shared/rules/landing.ts";
import { useDesk } from "../document/desk.ts";
import { Icon } from "../parts/icon.tsx";
import { boardWords } from "../text/board-words.ts";
import { dateWithWeekday } from "../text/dates.ts";
import { itemWords } from "../text/item-words.ts";
import { wordsOf } from "../text/words.ts";
import { Card } from "./card.tsx";
import { OthersHold } from "./others-hold.tsx";
import { QuickLine } from "./quick-line.tsx";

const words = wordsOf(boardWords);
const nouns = wordsOf(itemWords);

/** One cell: what is on in one session of one office, and a line to add more. */
export function Cell(props: {
  readonly day: Day;
  readonly session: Session;
  readonly office: OfficeId;
  readonly ids: readonly string[];
  readonly mayAdd: boolean;
  /** A list of sessions is no table: there a cell is only a place. */
  readonly within: "table" | "list";
}) {
  const desk = useDesk();
  const [isAdding, setAdding] = createSignal(false);
  const target = () => targetToText({ kind: "cell", day: props.day, session: props.session, office: props.office });
  const name = () =>
    words().cell(nouns().session[props.session], dateWithWeekday(props.day), nouns().officeShort[props.office]);
  const isOver = () => desk.heldOver() === target();
  return (
    <div
      class="cell"
      role={props.within === "table" ? "cell" : undefined}
      data-target={target()}
      data-office={props.office}
      data-over={isOver() ? "" : undefined}
      data-fit={desk.fitAt(props.day, props.session) ?? undefined}
      data-empty={props.ids.length === 0 ? "" : undefined}
    >
      <For each={props.ids}>{(id) => <Card id={id} />}</For>
      <OthersHold target={target()} />
      <Show when={props.mayAdd}>
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
      </Show>
    </div>
  );
}
