import "./cell.css";
import { For, Show } from "solid-js";
import type { Day } from "../../shared/kit/day.ts";
import type { OfficeId } from "../../shared/model/office.ts";
import type { Session } from "../../shared/model/when.ts";
import { targetToText } from "../../shared/rules/landing.ts";
import { useDesk } from "../document/desk.ts";
import { AddLine } from "./add-line.tsx";
import { Card } from "./card.tsx";
import { OthersHold } from "./others-hold.tsx";

/** One cell: what is on in one session of one office, and a line to add more. */
export function Cell(props: {
  readonly day: Day;
  readonly session: Session;
  readonly office: OfficeId;
  readonly ids: readonly string[];
  readonly mayAdd: boolean;
}) {
  const desk = useDesk();
  const target = () => targetToText({ kind: "cell", day: props.day, session: props.session, office: props.office });
  return (
    <div
      class="cell"
      role="cell"
      data-target={target()}
      data-office={props.office}
      data-over={desk.heldOver() === target() ? "" : undefined}
      data-fit={desk.fitAt(props.day, props.session) ?? undefined}
      data-empty={props.ids.length === 0 ? "" : undefined}
    >
      <For each={props.ids}>{(id) => <Card id={id} office="known" />}</For>
      <OthersHold target={target()} />
      <Show when={props.mayAdd}>
        <AddLine day={props.day} session={props.session} office={props.office} />
      </Show>
    </div>
  );
}
