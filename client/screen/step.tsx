import "./step.css";
import { For, Show } from "solid-js";
import type { JointShow, Line, OverlapRow } from "../../shared/protocol/screen-feed.ts";
import { Fact, type Look, signs } from "./line-row.tsx";

type Sided = Line & { readonly day: string };

/** The head of a step of the joint session: what clashes side by side, why, and what was decided. */
export function StepHead(props: { readonly show: JointShow; readonly look: Look; readonly isTight: boolean }) {
  return (
    <div class="step" data-fit={props.isTight ? "tight" : "roomy"}>
      <Cards sides={props.show.sides} look={props.look} />
      <Show when={props.show.reason}>
        <p class="reason" data-mark={props.show.certainty ?? undefined}>
          <Show when={props.show.certainty}>{(certainty) => <span>{signs[certainty()]}</span>}</Show>
          <span>{withoutSign(props.show.reason)}</span>
        </p>
      </Show>
      <Show when={props.show.decided}>
        {(decided) => (
          <p class="decided">
            ✓ {props.look.words.decided}: {decided()}
          </p>
        )}
      </Show>
    </div>
  );
}

/** One way on, with its number: the key at the leader's desk, and the word in the room. */
export function OfferRow(props: { readonly offer: JointShow["offers"][number] }) {
  return (
    <div
      class="offer"
      data-taken={props.offer.isTaken ? "" : undefined}
      data-free={props.offer.isFree ? "" : undefined}
    >
      <span class="offer-number">{props.offer.number}</span>
      <span>
        {props.offer.words}
        {props.offer.isFree ? " ✓" : ""}
      </span>
    </div>
  );
}

/** One overlap that is still open. */
export function OverlapBlock(props: { readonly row: OverlapRow; readonly look: Look }) {
  const sides = () => (props.row.b ? [props.row.a, props.row.b] : [props.row.a]);
  return (
    <div class="overlap">
      <p class="reason" data-mark={props.row.certainty}>
        <span>{signs[props.row.certainty]}</span>
        <span>{withoutSign(props.row.reason)}</span>
      </p>
      <div class="step" data-fit="tight">
        <Cards sides={sides()} look={props.look} />
      </div>
    </div>
  );
}

function Cards(props: { readonly sides: readonly Sided[]; readonly look: Look }) {
  return (
    <div class="cards">
      <For each={props.sides}>{(side) => <Side side={side} look={props.look} />}</For>
    </div>
  );
}

function Side(props: { readonly side: Sided; readonly look: Look }) {
  const was = () => props.look.wasOf(props.side.key);
  return (
    <div
      class="side"
      data-office={props.side.office}
      data-withheld={props.side.isWithheld ? "" : undefined}
      data-flash={was() ? "" : undefined}
    >
      <div class="side-head">
        <span class="line-office">{props.side.officeName}</span> · {props.side.day}
      </div>
      <p class="side-matter">
        <span class="side-hour">
          <Show when={was()?.hour}>{(hour) => <s class="was">{hour()}</s>}</Show>
          <span classList={{ now: Boolean(was()?.hour) }}>{props.side.hour}</span>
        </span>
        {props.side.matter}
      </p>
      <div class="side-foot">
        <Fact class="line-who" text={props.side.who} was={was()?.who ?? null} none={props.look.words.nobody} />
        <Show when={props.side.where}> · </Show>
        <Fact class="line-where" text={props.side.where} was={was()?.where ?? null} none="" />
      </div>
      <Show when={props.side.ghost}>
        {(ghost) => <div class="line-ghost">{props.look.words.hovering(ghost().by, ghost().hour)}</div>}
      </Show>
    </div>
  );
}

/** A sentence of the server may begin with the sign that stands before it here. */
function withoutSign(reason: string): string {
  return reason.replace(/^[▲◆◇]\s*/u, "");
}
