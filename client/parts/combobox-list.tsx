import { createEffect, For, onMount, Show } from "solid-js";
import type { ComboLine } from "./combobox-options.ts";
import { Icon } from "./icon.tsx";

type ListProps = {
  readonly id: string;
  readonly label: string;
  readonly lines: readonly ComboLine[];
  readonly active: number | null;
  readonly noneFound: string;
  wordsLabel(text: string): string;
  onTake(line: ComboLine): void;
};

/** The open list below a combobox. Focus stays in the field; the chosen line is told by `aria-activedescendant`. */
export function ComboList(props: ListProps) {
  let list!: HTMLDivElement; // set by ref before mounting
  const isFirstOfGroup = (line: ComboLine) => {
    const before = props.lines[line.at - 1];
    const group = groupOf(line);
    return group !== null && (!before || groupOf(before) !== group);
  };
  onMount(() => list.scrollIntoView({ block: "nearest" }));
  createEffect(() => {
    if (props.active !== null) list.querySelector(`[data-at="${props.active}"]`)?.scrollIntoView({ block: "nearest" });
  });
  return (
    <div ref={list} class="combobox-list" id={props.id} role="listbox" aria-label={props.label} tabIndex={-1}>
      <For each={props.lines}>
        {(line) => (
          <>
            <Show when={isFirstOfGroup(line)}>
              <p class="combobox-group" aria-hidden="true">
                {groupOf(line)}
              </p>
            </Show>
            {/* biome-ignore lint/a11y/useKeyWithClickEvents: keys are the field's, focus never comes here (ARIA combobox) */}
            <div
              class="combobox-option"
              id={`${props.id}-${line.at}`}
              role="option"
              tabIndex={-1}
              aria-selected={line.at === props.active}
              data-at={line.at}
              data-words={line.kind === "words" ? "" : undefined}
              // The field keeps the focus; a finger that scrolls the list takes nothing.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => props.onTake(line)}
            >
              <LineContent line={line} wordsLabel={props.wordsLabel} />
            </div>
          </>
        )}
      </For>
      <Show when={props.lines.length === 0}>
        <div class="combobox-none" role="option" tabIndex={-1} aria-selected="false" aria-disabled="true">
          {props.noneFound}
        </div>
      </Show>
    </div>
  );
}

function LineContent(props: { readonly line: ComboLine; wordsLabel(text: string): string }) {
  const option = () => (props.line.kind === "option" ? props.line.option : null);
  const words = () => (props.line.kind === "words" ? props.wordsLabel(props.line.text) : "");
  return (
    <Show
      when={option()}
      fallback={
        <>
          <Icon name="pencil" />
          <span>{words()}</span>
        </>
      }
    >
      {(found) => (
        <>
          <Show when={found().icon}>{(icon) => <Icon name={icon()} />}</Show>
          <span>
            {found().label} <small>{found().detail}</small>
          </span>
        </>
      )}
    </Show>
  );
}

function groupOf(line: ComboLine): string | null {
  return line.kind === "option" ? line.group : null;
}
