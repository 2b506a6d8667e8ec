import "./overlap-panel.css";
import { createEffect, createSignal, For, on, onCleanup, Show } from "solid-js";
import { afterPaint } from "../clock.ts";
import { useBoard } from "../document/board.ts";
import { useDesk } from "../document/desk.ts";
import { overlapPanelWords } from "../text/overlap-panel-words.ts";
import { wordsOf } from "../text/words.ts";
import { groupTitle } from "./group-title.ts";
import { listView } from "./list-view.ts";
import type { Group } from "./overlap-groups.ts";
import { OverlapRow } from "./overlap-row.tsx";
import { PanelHead } from "./panel-head.tsx";
import { createShownList, type ShownState } from "./shown-list.ts";
import { SignCounts } from "./sign-counts.tsx";

const words = wordsOf(overlapPanelWords);

/** The overlaps of the days shown, under headings of the reader's choice; one of them is looked at, its cards lit. */
export function OverlapPanel() {
  const board = useBoard();
  const desk = useDesk();
  const [state, setState] = createSignal<ShownState>("open");
  const [current, setCurrent] = createSignal<string | null>(null);
  let list!: HTMLDivElement; // set by ref before mounting

  const shown = createShownList(board, desk, state);
  const order = () => shown.groups().flatMap(({ keys }) => keys);

  const look = (key: string | null) => {
    setCurrent(key);
    const overlap = key === null ? undefined : shown.overlap(key);
    desk.light(overlap ? [overlap.a.item, ...(overlap.b ? [overlap.b.item] : [])] : []);
  };
  createEffect(on(desk.lit, (ids) => ids.toReversed().forEach(bringIntoView)));
  onCleanup(() => desk.light([]));

  const step = (by: 1 | -1) => {
    const keys = order();
    const at = keys.indexOf(current() ?? "");
    const next = keys[at < 0 ? (by === 1 ? 0 : keys.length - 1) : (at + by + keys.length) % keys.length];
    if (next === undefined) return;
    look(next);
    // Unfolded first: the row grows as it is looked at.
    afterPaint(() => list.querySelector<HTMLElement>(`[data-overlap="${CSS.escape(next)}"] .ovl-headline`)?.focus());
  };
  createEffect(() => {
    const by = desk.overlapStep();
    if (by === null) return;
    desk.grantOverlapStep();
    step(by);
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const isOnRow = event.target instanceof HTMLElement && event.target.matches(".ovl-headline");
    if (!isOnRow || (event.key !== "ArrowDown" && event.key !== "ArrowUp")) return;
    event.preventDefault();
    event.stopPropagation();
    step(event.key === "ArrowDown" ? 1 : -1);
  };

  return (
    <section class="ovl" aria-label={words().title}>
      <PanelHead all={shown.wanted()} countIn={shown.countIn} state={state()} onState={setState} onStep={step} />
      <Show when={state() === "open" && shown.leftOut().length > 0}>
        <p class="ovl-left-out">
          {words().leftOut} <SignCounts overlaps={shown.leftOut()} />
        </p>
      </Show>
      <Show when={board.merges.created().length > 0}>
        <p class="ovl-merged" role="status">
          {words().merged(board.merges.created().length)}{" "}
          <button type="button" class="ovl-link" onClick={() => board.merges.dismiss()}>
            {words().showAll}
          </button>
        </p>
      </Show>
      <div class="ovl-list" ref={list} on:keydown={onKeyDown}>
        <Show
          when={order().length > 0}
          fallback={<p class="empty">{shown.isEmpty() ? words().none : words().noneSo}</p>}
        >
          <For each={shown.groups().map(({ id }) => id)}>
            {(id) => (
              <div class="ovl-group">
                <h3>
                  {groupTitle(id, listView().by, board)} <SignCounts overlaps={shown.standingIn(groupOf(id))} />
                </h3>
                <For each={groupOf(id).keys}>
                  {(key) => (
                    <OverlapRow
                      overlapKey={key}
                      overlap={shown.overlap(key)}
                      isCurrent={current() === key}
                      onTurn={() => look(current() === key ? null : key)}
                    />
                  )}
                </For>
              </div>
            )}
          </For>
        </Show>
      </div>
    </section>
  );

  function groupOf(id: string): Group {
    return shown.groups().find((group) => group.id === id) ?? { id, keys: [] };
  }
}

function bringIntoView(id: string): void {
  document.querySelector(`[data-card="${CSS.escape(id)}"]`)?.scrollIntoView({ block: "nearest" });
}
