import "./line.css";
import { Show } from "solid-js";
import type { Line } from "../../shared/protocol/screen-feed.ts";
import type { ScreenWords } from "../text/screen-words.ts";
import type { Was } from "./changes.ts";

/** What every part of a page needs to be drawn: the words of its language, and what has just changed. */
export type Look = {
  readonly words: ScreenWords;
  /** A line as it was, while its change is being shown; null otherwise. */
  readonly wasOf: (key: string) => Was | null;
};

/** The sign of each certainty, the same as on the board. */
export const signs = { certain: "▲", probable: "◆", possible: "◇" } as const;

/** One item: hour, office, matter, who and where. */
export function LineRow(props: { readonly line: Line; readonly look: Look; readonly isTight: boolean }) {
  const was = () => props.look.wasOf(props.line.key);
  return (
    <div
      class="line"
      data-office={props.line.office}
      data-fit={props.isTight ? "tight" : undefined}
      data-mark={props.line.mark ?? undefined}
      data-status={props.line.status}
      data-withheld={props.line.isWithheld ? "" : undefined}
      data-flash={was() ? "" : undefined}
    >
      <div class="line-hour">
        <Hour text={props.line.hour} was={was()?.hour ?? null} />
      </div>
      <div class="line-matter" classList={{ now: Boolean(was()?.isNew || was()?.matter) }}>
        {props.line.matter}
      </div>
      <div class="line-facts">
        <div class="line-left">
          <Flags line={props.line} look={props.look} />
          <span class="line-office">{props.line.officeName}</span>
        </div>
        <div class="line-right">
          <Fact class="line-who" text={props.line.who} was={was()?.who ?? null} none={props.look.words.nobody} />
          <Fact class="line-where" text={props.line.where} was={was()?.where ?? null} none="" />
        </div>
      </div>
      <Show when={props.line.ghost}>
        {(ghost) => (
          <div class="line-ghost">
            {[props.look.words.hovering(ghost().by, ghost().hour), ghost().reason].filter(Boolean).join(" · ")}
          </div>
        )}
      </Show>
    </div>
  );
}

/** "14:00–16:30" with its end beneath; the hour before it changed above. */
function Hour(props: { readonly text: string; readonly was: string | null }) {
  const from = () => props.text.split("–")[0] ?? "";
  const until = () => props.text.slice(from().length);
  return (
    <>
      <Show when={props.was !== null && props.was !== props.text}>
        <s class="was">{props.was}</s>
      </Show>
      <span classList={{ now: props.was !== null }}>{from()}</span>
      <Show when={until()}>
        <span class="line-until">{until()}</span>
      </Show>
    </>
  );
}

type FactProps = {
  readonly class: string;
  readonly text: string | null;
  readonly was: string | null;
  readonly none: string;
};

/** Who, or where; as it was before it changed in front. Without either nothing is there. */
export function Fact(props: FactProps) {
  const text = () => props.text ?? props.none;
  return (
    <Show when={text() || props.was}>
      <span class={props.class}>
        <Show when={props.was !== null && props.was !== props.text}>
          <s class="was">{props.was}</s>{" "}
        </Show>
        <span classList={{ now: props.was !== null }}>{text() || props.none}</span>
      </span>
    </Show>
  );
}

function Flags(props: { readonly line: Line; readonly look: Look }) {
  const status = () => {
    const { status } = props.line;
    return status === "postponed" || status === "cancelled" || status === "refused" ? status : null;
  };
  return (
    <>
      <Show when={props.look.wasOf(props.line.key)?.isNew}>
        <span class="flag now">{props.look.words.added}</span>
      </Show>
      <Show when={props.line.mark}>
        {(mark) => (
          <span class="flag">
            {signs[mark()]} {props.look.words.marks[mark()]}
          </span>
        )}
      </Show>
      <Show when={status()}>{(one) => <span class="flag">{props.look.words.statuses[one()]}</span>}</Show>
      <Show when={props.line.isUnexpected}>
        <span class="flag" data-of="unexpected">
          {props.look.words.unexpected}
        </span>
      </Show>
    </>
  );
}
