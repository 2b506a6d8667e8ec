import { createMemo, For, Show } from "solid-js";
import type { Day } from "../../shared/kit/day.ts";
import { type OfficeId, officeIds } from "../../shared/model/office.ts";
import type { Session } from "../../shared/model/when.ts";
import { targetToText } from "../../shared/rules/landing.ts";
import { may } from "../../shared/rules/rights.ts";
import { AddLine } from "../card/add-line.tsx";
import { Card } from "../card/card.tsx";
import { OthersHold } from "../card/others-hold.tsx";
import { useBoard } from "../document/board.ts";
import { useDesk } from "../document/desk.ts";
import { cellKey } from "../document/placement.ts";
import { itemWords } from "../text/item-words.ts";
import { wordsOf } from "../text/words.ts";
import { idsByHour } from "./week-rows.ts";

const nouns = wordsOf(itemWords);

/**
 * One session of one day in order of time, of all offices or of one; each card says whose it is where they are mixed. What
 * is let go here stays with its office: in one column nobody could aim at another.
 */
export function SessionList(props: {
  readonly day: Day;
  readonly session: Session;
  /** The office chosen; null: all of them. */
  readonly office: OfficeId | null;
  readonly isOver: (target: string) => boolean;
}) {
  const { store, actor } = useBoard();
  const desk = useDesk();
  const offices = () => (props.office === null ? officeIds : [props.office]);
  const cell = (office: OfficeId) => ({ kind: "cell", day: props.day, session: props.session, office }) as const;
  const ids = createMemo(() =>
    idsByHour(
      offices().map((office) => store.at(cellKey(props.day, props.session, office))),
      store.item,
    ),
  );
  const target = () => targetToText({ kind: "session", day: props.day, session: props.session });
  const addTo = () => (may(actor, "add") ? (props.office ?? actor.office) : null);
  return (
    <section class="dayv-session">
      <h2>{nouns().session[props.session]}</h2>
      <div
        class="cell"
        data-target={target()}
        data-office={addTo() ?? undefined}
        data-over={props.isOver(target()) ? "" : undefined}
        data-fit={desk.fitAt(props.day, props.session) ?? undefined}
      >
        <For each={ids()}>{(id) => <Card id={id} office={props.office === null ? "named" : "known"} />}</For>
        <For each={offices()}>{(office) => <OthersHold target={targetToText(cell(office))} />}</For>
        <Show when={addTo()}>{(office) => <AddLine day={props.day} session={props.session} office={office()} />}</Show>
      </div>
    </section>
  );
}
