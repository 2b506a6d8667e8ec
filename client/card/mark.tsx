import type { Certainty } from "../../shared/model/overlap.ts";

/** The sign of each certainty, the same on cards, in counts, in the inspector and on the screen. */
export const certaintySign: Record<Certainty | "settled", string> = {
  certain: "▲",
  probable: "◆",
  possible: "◇",
  settled: "✓",
};

/** Sign and number of the overlaps on a card. The card's own label says it in words. */
export function Mark(props: { readonly certainty: Certainty; readonly count: number }) {
  return (
    <span class="mark" data-certainty={props.certainty} aria-hidden="true">
      {certaintySign[props.certainty]} {props.count}
    </span>
  );
}
