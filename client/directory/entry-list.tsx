import { createMemo, For, Show } from "solid-js";
import type { EntryKind } from "../../shared/model/directory.ts";
import { useBoard } from "../document/board.ts";
import { Icon } from "../parts/icon.tsx";
import { directoryWords } from "../text/directory-words.ts";
import { language } from "../text/language.ts";
import { wordsOf } from "../text/words.ts";
import { rowsOf, searchRows } from "./entry-rows.ts";
import { draftKey, openDraftsOf } from "./open-drafts.ts";
import { detailOf, titleOf } from "./row-words.ts";
import type { Uses } from "./uses.ts";

const words = wordsOf(directoryWords);

type ListProps = {
  readonly kind: EntryKind;
  readonly query: string;
  readonly chosen: string | null;
  readonly uses: Uses;
  onChoose(id: string): void;
};

/** The entries of one kind. Arrow keys go from line to line; only one line is a stop of the Tab key. */
export function EntryList(props: ListProps) {
  const board = useBoard();
  const drafts = openDraftsOf(board);
  const rows = createMemo(() => {
    const names = board.names();
    language();
    return rowsOf(board.store.directory(), props.kind, {
      title: (kind, entry) => titleOf(kind, entry, names),
      detail: (kind, entry) => detailOf(kind, entry, names),
    });
  });
  const found = createMemo(() => searchRows(rows(), props.query));
  const broken = createMemo(() => {
    const entries = board.store.directory()[props.kind];
    return new Set(entries.filter((one) => props.uses.missingIn(props.kind, one).length > 0).map(({ id }) => id));
  });
  const tabStop = () => (found().some(({ id }) => id === props.chosen) ? props.chosen : found()[0]?.id);

  return (
    <Show when={rows().length > 0} fallback={<p class="empty">{words().empty}</p>}>
      <p class="dir-count" role="status">
        {props.query.trim() === "" ? words().count(rows().length) : words().found(found().length)}
      </p>
      <Show when={found().length === 0}>
        <p class="empty">{words().nothingFound(props.query.trim())}</p>
      </Show>
      <ul class="dir-rows" onKeyDown={moveFocus}>
        <For each={found()}>
          {(row) => (
            <li>
              <button
                type="button"
                class="dir-row"
                aria-current={row.id === props.chosen ? "true" : undefined}
                tabindex={row.id === tabStop() ? 0 : -1}
                onClick={() => props.onChoose(row.id)}
              >
                <span class="dir-row-title">{row.title || words().untitled}</span>
                <Show when={drafts.get(draftKey(props.kind, row.id))}>
                  <span class="chip dir-unsaved">{words().unsaved}</span>
                </Show>
                <Show when={broken().has(row.id)}>
                  <span class="dir-broken" title={words().hasMissing}>
                    <Icon name="question" label={words().hasMissing} />
                  </span>
                </Show>
                <small>{row.detail}</small>
              </button>
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}

const steps: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => Math.min(last, at + 1),
  ArrowUp: (at) => Math.max(0, at - 1),
  Home: () => 0,
  End: (_at, last) => last,
};

function moveFocus(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  const step = steps[event.key];
  if (!step) return;
  const lines = [...event.currentTarget.querySelectorAll<HTMLElement>(".dir-row")];
  const at = lines.indexOf(document.activeElement as HTMLElement);
  lines[step(at, lines.length - 1)]?.focus();
  event.preventDefault();
}
