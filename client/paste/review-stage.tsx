import { createEffect, createMemo, createSignal, For, on, onCleanup, onMount, Show } from "solid-js";
import { useBoard } from "../document/board.ts";
import { useDesk } from "../document/desk.ts";
import { pasteWords } from "../text/paste-words.ts";
import { wordsOf } from "../text/words.ts";
import { commitPlan } from "./commitment.ts";
import { MissingList } from "./missing-list.tsx";
import { usePaste } from "./paste-context.ts";
import type { ReadingAnswer } from "./reading-task.ts";
import { ReviewFoot } from "./review-foot.tsx";
import { isShown, ReviewHead, type Shown } from "./review-head.tsx";
import { RowCard } from "./row-card.tsx";
import { SourceLegend, SourceLines } from "./source-lines.tsx";

const words = wordsOf(pasteWords);

/** A year of schedules has thousands of strips: they are drawn as one scrolls towards them. */
const stripsAtOnce = 60;

/** The second step: the source on the left, what was read from it on the right, line beside line. */
export function ReviewStage(props: { readonly answer: ReadingAnswer; onDone(): void }) {
  const board = useBoard();
  const desk = useDesk();
  const { review } = usePaste();
  const [shown, setShown] = createSignal<Shown>("all");
  const blocks = () => props.answer.blocks;
  const keysShown = (rows: readonly number[]) =>
    rows.map(String).filter((key) => isShown(review.rows().get(key), shown()));
  const shownBlocks = createMemo(() =>
    shown() === "all" ? blocks() : blocks().filter(({ rows }) => keysShown(rows).length > 0),
  );
  const [drawnCount, setDrawnCount] = createSignal(stripsAtOnce);
  createEffect(on([shown, () => props.answer], () => setDrawnCount(stripsAtOnce)));

  let body!: HTMLDivElement; // set by ref before mounting
  // The field of the text went with the focus in it: left there, Chromium would hand keys to nobody.
  onMount(() => body.focus());

  const apply = () => {
    commitPlan(board, desk, review.plan());
    props.onDone();
  };

  return (
    <div class="paste-review">
      <ReviewHead answer={props.answer} shown={shown()} onShow={setShown} />
      <div ref={body} class="paste-body" tabIndex={-1}>
        <SourceLegend />
        <Show when={shownBlocks().length === 0}>
          <p class="empty">{words().nothingShown}</p>
        </Show>
        <For each={shownBlocks().slice(0, drawnCount())}>
          {(block) => (
            <div class="paste-strip" data-rows={block.rows.length === 0 ? "none" : undefined}>
              <SourceLines lines={block.lines} />
              <div class="paste-rows">
                <For each={keysShown(block.rows)}>{(key) => <RowCard rowKey={key} />}</For>
              </div>
            </div>
          )}
        </For>
        <Show when={drawnCount() < shownBlocks().length}>
          <MoreBelow onNear={() => setDrawnCount(drawnCount() + stripsAtOnce)} />
        </Show>
        <MissingList />
      </div>
      <ReviewFoot onApply={apply} />
    </div>
  );
}

/** Stands below what is drawn and tells when one comes near. */
function MoreBelow(props: { onNear(): void }) {
  let mark!: HTMLDivElement; // set by ref before mounting
  onMount(() => {
    const observer = new IntersectionObserver(
      (entries) => entries.some((one) => one.isIntersecting) && props.onNear(),
      {
        rootMargin: "1200px",
      },
    );
    observer.observe(mark);
    onCleanup(() => observer.disconnect());
  });
  return <div ref={mark} class="paste-more" aria-hidden="true" />;
}
