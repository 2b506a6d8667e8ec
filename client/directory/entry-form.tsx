import { createUniqueId, For, Show } from "solid-js";
import type { Entry, EntryKind } from "../../shared/model/directory.ts";
import type { PartyRef } from "../../shared/model/ref.ts";
import { may } from "../../shared/rules/rights.ts";
import { useBoard } from "../document/board.ts";
import { Icon } from "../parts/icon.tsx";
import { directoryEntryWords } from "../text/directory-entry-words.ts";
import { directoryWords } from "../text/directory-words.ts";
import { wordsOf } from "../text/words.ts";
import { createEntryEditing, type Editing, type EntryEditing } from "./entry-editing.ts";
import { FieldInput } from "./field-input.tsx";
import { fieldsByKind } from "./fields.ts";
import { refOf, type Uses } from "./uses.ts";

const words = wordsOf(directoryWords);
const kindWords = wordsOf(directoryEntryWords);

/** One entry in a form made from the table of its kind. */
export function EntryForm(props: Editing & { readonly uses: Uses }) {
  const board = useBoard();
  const editing = createEntryEditing(props);
  const formId = createUniqueId();
  let form!: HTMLFormElement; // set by ref before anything can be saved
  const isReadOnly = () => !may(board.actor, "keep-directory");
  // Holidays and lengths have no members, so they need no ref; a room has none either.
  const own = () => (props.id === null ? null : (refOf(props.kind, props.id) as PartyRef | null));
  const save = () => {
    if (!editing.save()) form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  };

  return (
    <form
      ref={form}
      class="dir-form"
      aria-labelledby={`${formId}-title`}
      novalidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!isReadOnly()) save();
      }}
    >
      <h2 id={`${formId}-title`}>{formTitle(props, editing)}</h2>
      <Show when={editing.entry()}>{(known) => <Standing kind={props.kind} entry={known()} uses={props.uses} />}</Show>
      <Show when={editing.isGone() && editing.isTouched()}>
        <p class="dir-note" data-tone="warning">
          {words().goneElsewhere}
        </p>
      </Show>
      <Show when={editing.isChangedElsewhere()}>
        <p class="dir-note">{words().changedElsewhere}</p>
      </Show>
      <div class="dir-fields">
        <For each={fieldsByKind[props.kind]}>
          {(field) => (
            <FieldInput
              id={`${formId}-${field.key}`}
              field={field}
              value={editing.shown()[field.key]}
              problem={editing.problems()[field.key]}
              own={own()}
              isReadOnly={isReadOnly()}
              onChange={(value) => editing.change(field.key, value)}
            />
          )}
        </For>
      </div>
      <Show when={!isReadOnly()}>
        <Actions editing={editing} isNew={props.id === null} />
      </Show>
    </form>
  );
}

function Actions(props: { readonly editing: EntryEditing; readonly isNew: boolean }) {
  const problemCount = () => Object.keys(props.editing.problems()).length;
  return (
    <div class="dir-actions">
      <p class="dir-problem" role="alert">
        {props.editing.circle() !== "" ? words().circleRefused(props.editing.circle()) : ""}
        {problemCount() > 0 ? words().problems(problemCount()) : ""}
      </p>
      <button type="submit" class="btn" data-tone="primary" disabled={!props.editing.isTouched() && !props.isNew}>
        {words().save}
      </button>
      <Show when={props.editing.isTouched()}>
        <button type="button" class="btn" onClick={() => props.editing.discard()}>
          {words().discard}
        </button>
      </Show>
      <Show when={props.editing.entry()}>
        <button type="button" class="btn dir-remove" data-tone="danger" onClick={() => props.editing.remove()}>
          <Icon name="trash" />
          {words().remove}
        </button>
      </Show>
    </div>
  );
}

/** Where an entry is used, and what of it hangs in the air. Said gently: neither is a mistake. */
function Standing(props: { readonly kind: EntryKind; readonly entry: Entry; readonly uses: Uses }) {
  const board = useBoard();
  const missing = () => props.uses.missingIn(props.kind, props.entry);
  const used = () => {
    const own = refOf(props.kind, props.entry.id);
    return own ? props.uses.countOf(own) : null;
  };
  const missingNames = () =>
    missing()
      .map((ref) => board.names().of(ref).name)
      .join(", ");
  return (
    <>
      <Show when={used() !== null}>
        <p class="dir-used">{used() === 0 ? words().unused : words().used(used() ?? 0)}</p>
      </Show>
      <Show when={missing().length > 0}>
        <p class="dir-note" data-tone="warning">
          {words().missing(missingNames())}
        </p>
      </Show>
    </>
  );
}

function formTitle({ kind, id }: Editing, { shown }: EntryEditing): string {
  const { name } = shown();
  if (typeof name === "string" && name.trim() !== "") return name;
  return id === null ? words().add[kind] : kindWords().kinds[kind];
}
