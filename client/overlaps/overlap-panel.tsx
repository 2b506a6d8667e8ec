import "./overlap-panel.css";
import { createEffect, createMemo, createSignal, For, on, onCleanup, Show } from "solid-js";
import type { Overlap } from "../../shared/model/overlap.ts";
import { afterPaint } from "../clock.ts";
import { useBoard } from "../document/board.ts";
import { daysShown } from "../document/days-shown.ts";
import { useDesk } from "../document/desk.ts";
import { overlapsShown } from "../document/overlaps-shown.ts";
import { overlapPanelWords } from "../text/overlap-panel-words.ts";
import { wordsOf } from "../text/words.ts";
import { groupTitle } from "./group-title.ts";
import { createHeldList } from "./held-list.ts";
import { listView } from "./list-view.ts";
import { concerns, groupOverlaps } from "./overlap-groups.ts";
import { OverlapRow } from "./overlap-row.tsx";
import { PanelHead, type ShownState } from "./panel-head.tsx";

const words = wordsOf(overlapPanelWords);

/** The overlaps of the days shown, under headings of the reader's choice; one of them is looked at, its cards lit. */
export function OverlapPanel() {
  const board = useBoard();
  const desk = useDesk();
  const [state, setState] = createSignal<ShownState>("open");
  const [current, setCurrent] = createSignal<string | null>(null);
  let list!: HTMLDivElement; // set by ref before mounting

  /** Of a merge, what is still there; else what stands in the days shown. */
  const all = createMemo(() => {
    const merged = board.merges.created();
    if (merged.length === 0) return overlapsShown(board.store, daysShown(desk.place()));
    return merged.flatMap(({ key, a }) => board.store.overlaps.of(a.item).find((overlap) => overlap.key === key) ?? []);
  });
  const wanted = createMemo(() =>
    all().filter(
      (overlap) =>
        !listView().muted.includes(overlap.kind) &&
        (!listView().ownOnly || concerns(overlap, board.actor.office, board.store.item)),
    ),
  );
  const inState = (overlap: Overlap, wish: ShownState) => {
    const now = board.settlements.stateOf(overlap);
    return wish === "open" ? now !== "settled" : now === wish;
  };
  const shown = createMemo(() => wanted().filter((overlap) => inState(overlap, state())));
  const byKey = createMemo(() => new Map(all().map((overlap) => [overlap.key, overlap])));
  const view = createMemo(() =>
    JSON.stringify([desk.place(), listView(), state(), board.store.isRemembering(), board.merges.created().length]),
  );
  const groups = createHeldList(() => groupOverlaps(shown(), listView().by, board.store.item), view);
  const order = () => groups().flatMap(({ keys }) => keys);

  const look = (key: string | null) => {
    setCurrent(key);
    const overlap = key === null ? undefined : byKey().get(key);
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
      <PanelHead
        all={wanted()}
        counts={{
          open: wanted().filter((overlap) => inState(overlap, "open")).length,
          discussed: wanted().filter((overlap) => inState(overlap, "discussed")).length,
          settled: wanted().filter((overlap) => inState(overlap, "settled")).length,
        }}
        state={state()}
        onState={setState}
        onStep={step}
      />
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
          fallback={<p class="empty">{all().length === 0 ? words().none : words().noneSo}</p>}
        >
          <For each={groups().map(({ id }) => id)}>
            {(id) => (
              <div class="ovl-group">
                <h3>
                  {groupTitle(id, listView().by, board)} <span>{keysOf(id).length}</span>
                </h3>
                <For each={keysOf(id)}>
                  {(key) => (
                    <OverlapRow
                      overlapKey={key}
                      overlap={byKey().get(key)}
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

  function keysOf(id: string): readonly string[] {
    return groups().find((group) => group.id === id)?.keys ?? [];
  }
}

function bringIntoView(id: string): void {
  document.querySelector(`[data-card="${CSS.escape(id)}"]`)?.scrollIntoView({ block: "nearest" });
}
