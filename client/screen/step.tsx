import "./step.css";
import { For, Show } from "solid-js";
import type { JointShow, Line, OverlapRow } from "../../shared/protocol/screen-feed.ts";
import type { Why } from "./book.ts";
import { Fact, type Look, signs } from "./line-row.tsx";

type Sided = Line & { readonly day: string };

/** How much room a step has: all of it on one page · closer · as close as it goes · its head on pages of its own. */
export type Fit = "roomy" | "tight" | "close" | "apart";

type HeadProps = { readonly show: JointShow; readonly look: Look; readonly fit: Fit };

/** The head of a step of the joint session: what clashes side by side, why, and what was decided. */
export function StepHead(props: HeadProps) {
  return (
    <>
      <StepCards sides={props.show.sides} look={props.look} fit={props.fit} />
      <StepReason why={props.show} look={props.look} />
    </>
  );
}

type CardsProps = { readonly sides: readonly Sided[]; readonly look: Look; readonly fit: Fit };

export function StepCards(props: CardsProps) {
  return (
    <div class="step" data-fit={props.fit}>
      <div class="cards">
        <For each={props.sides}>
          {(side) => <Side side={side} look={props.look} isClose={props.fit === "close" || props.fit === "apart"} />}
        </For>
      </div>
    </div>
  );
}

export function StepReason(props: { readonly why: Why; readonly look: Look }) {
  return (
    <div class="step-reason">
      <Show when={props.why.reason}>
        <p class="reason" data-mark={props.why.certainty ?? undefined}>
          <Show when={props.why.certainty}>{(certainty) => <span>{signs[certainty()]}</span>}</Show>
          <span>{withoutSign(props.why.reason)}</span>
        </p>
      </Show>
      <Show when={props.why.decided}>
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
        {props.offer.isFree ? "\u00a0✓" : ""}
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
      <StepCards sides={sides()} look={props.look} fit="tight" />
    </div>
  );
}

function Side(props: { readonly side: Sided; readonly look: Look; readonly isClose: boolean }) {
  const was = () => props.look.wasOf(props.side.key);
  return (
    <div
      class="side"
      data-office={props.side.office}
      data-withheld={props.side.isWithheld ? "" : undefined}
      data-flash={was() ? "" : undefined}
    >
      <div class="side-head">
        <Show when={props.isClose}>
          <SideHour hour={props.side.hour} was={was()?.hour ?? null} />
        </Show>
        <span class="side-when">
          <span class="line-office">{props.side.officeName}</span> · {props.side.day}
        </span>
      </div>
      <p class="side-matter">
        <Show when={!props.isClose}>
          <SideHour hour={props.side.hour} was={was()?.hour ?? null} />
        </Show>
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

function SideHour(props: { readonly hour: string; readonly was: string | null }) {
  return (
    <span class="side-hour">
      <Show when={props.was}>
        <s class="was">{props.was}</s>
      </Show>
      <span classList={{ now: Boolean(props.was) }}>{props.hour}</span>
    </span>
  );
}

/** A sentence of the server may begin with the sign that stands before it here. */
function withoutSign(reason: string): string {
  return reason.replace(/^[▲◆◇]\s*/u, "");
}
