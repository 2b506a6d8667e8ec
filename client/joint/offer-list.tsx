import { createMemo, Index, Show } from "solid-js";
import type { Offer } from "../../shared/model/joint-session.ts";
import { walkWords } from "../text/walk-words.ts";
import { wordsOf } from "../text/words.ts";
import { leading } from "./leading-now.ts";
import { offerText, offerThen } from "./offer-text.ts";
import type { Seating } from "./seating.ts";
import type { TopicEntry } from "./topics.ts";

const words = wordsOf(walkWords);

type Props = {
  readonly offers: readonly Offer[];
  readonly taking: number | null;
  readonly topic: TopicEntry;
  readonly seating: Seating;
};

/** The numbered ways on, the same numbers on every screen; whoever leads chooses by number or by a click. */
export function OfferList(props: Props) {
  return (
    <Show when={props.offers.length > 0}>
      <ol class="walk-offers" aria-label={words().offers}>
        <Index each={props.offers}>
          {(offer, at) => (
            <li>
              <Row {...props} offer={offer()} number={at + 1} />
            </li>
          )}
        </Index>
      </ol>
    </Show>
  );
}

function Row(props: Props & { readonly offer: Offer; readonly number: number }) {
  const { board, leads } = props.seating;
  const isTaking = () => props.taking === props.number;
  const barred = createMemo(() => (leads() ? (leading()?.whyBarred(props.number) ?? null) : null));
  const otherId = () => {
    if (props.topic.of !== "overlap") return null;
    const { a, b } = props.topic.about;
    return a === props.offer.item ? (b ?? null) : a;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !isTaking()) return;
    event.preventDefault();
    leading()?.confirm();
  };
  const inside = () => (
    <>
      <span class="walk-key">{props.number}</span>
      <span class="walk-offer-text">{offerText(props.offer, otherId(), board)}</span>
      <Show when={isTaking()}>
        <span class="walk-offer-now">{words().taking}</span>
      </Show>
      <span
        class="walk-offer-then"
        data-fit={barred() ? "not" : (props.offer.clash?.count ?? 0) > 0 ? "clash" : "free"}
      >
        {barred() ?? offerThen(props.offer, board)}
      </span>
    </>
  );
  return (
    <Show
      when={leads()}
      fallback={
        <div class="walk-offer" data-taking={isTaking() ? "" : undefined}>
          {inside()}
        </div>
      }
    >
      <button
        type="button"
        class="walk-offer"
        data-taking={isTaking() ? "" : undefined}
        data-barred={barred() ? "" : undefined}
        aria-pressed={isTaking()}
        aria-disabled={barred() ? true : undefined}
        onClick={() => !barred() && leading()?.take(props.number)}
        on:keydown={onKeyDown}
      >
        {inside()}
      </button>
    </Show>
  );
}
