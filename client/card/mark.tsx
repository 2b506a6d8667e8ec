import type { MarkSign } from "./summary.ts";

/** The sign of each certainty, the same on cards, in counts, in the inspector and on the screen. */
export const certaintySign: Record<MarkSign, string> = {
  certain: "▲",
  probable: "◆",
  possible: "◇",
  settled: "✓",
};

/** Sign and number of the overlaps on a card; only the sign where all are settled. The card's own label says it in words. */
export function Mark(props: { readonly sign: MarkSign; readonly count: number }) {
  return (
    <span class="mark" data-certainty={props.sign} aria-hidden="true">
      {certaintySign[props.sign]}
      {props.sign === "settled" ? "" : ` ${props.count}`}
    </span>
  );
}
