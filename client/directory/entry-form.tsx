import { createEffect, createMemo, createSignal, createUniqueId, For, on, Show } from "solid-js";
import type { Entry, EntryKind } from "../../shared/model/directory.ts";
import type { PartyRef } from "../../shared/model/ref.ts";
import { may } from "../../shared/rules/rights.ts";
import { useBoard } from "../document/board.ts";
import { useDesk } from "../document/desk.ts";
import { Icon } from "../parts/icon.tsx";
import { directoryWords } from "../text/directory-words.ts";
import { wordsOf } from "../text/words.ts";
import { circlesAfter } from "./circles.ts";
import { type DraftValue, draftToEntry, entryToDraft, isSameDraft, mergeDrafts, type Problems } from "./draft.ts";
import { idForName } from "./entry-id.ts";
import { FieldInput } from "./field-input.tsx";
import { type FieldKey, fieldsByKind } from "./fields.ts";
import { openDraftsOf } from "./open-drafts.ts";
import { circleToWords, titleOf } from "./row-words.ts";
import { refOf, type Uses } from "./uses.ts";

const words = wordsOf(directoryWords);

/** The key of an entry's form among the touched ones; a new entry has no id yet. */
export function draftKey(kind: EntryKind, id: string | null): string {
  return `${kind}/${id ?? "+"}`;
}

type FormProps = {
  readonly kind: EntryKind;
  /** Null for a new entry. */
  readonly id: string | null;
  readonly uses: Uses;
  onSaved(id: string): void;
  onGone(): void;
};

/** One entry in a form. Untouched fields follow what others change; nothing is written before it is saved. */
export function EntryForm(props: FormProps) {
  const board = useBoard();
  const desk = useDesk();
  const drafts = openDraftsOf(board);
  const formId = createUniqueId();
  let form: HTMLFormElement | undefined;
  const [problems, setProblems] = createSignal<Problems>({});
  const [circle, setCircle] = createSignal("");

  const key = () => draftKey(props.kind, props.id);
  const entry = createMemo(
    (): Entry | null => board.store.directory()[props.kind].find(({ id }) => id === props.id) ?? null,
  );
  const theirs = createMemo(() => entryToDraft(props.kind, entry()));
  const touched = () => drafts.get(key());
  const shown = createMemo(() => {
    const draft = touched();
    return draft ? mergeDrafts({ ...draft, theirs: theirs() }) : theirs();
  });
  const isReadOnly = () => !may(board.actor, "keep-directory");
  const isGone = () => props.id !== null && entry() === null;
  const own = () => (props.id === null ? null : refOf(props.kind, props.id));

  createEffect(
    on(key, () => {
      setProblems({});
      setCircle("");
    }),
  );

  const change = (field: FieldKey, value: DraftValue) => {
    const mine = { ...shown(), [field]: value };
    drafts.set(key(), isSameDraft(mine, theirs()) && !isGone() ? undefined : { base: theirs(), mine });
    setProblems(({ [field]: _mended, ...rest }) => rest);
    setCircle("");
  };

  const save = () => {
    const directory = board.store.directory();
    const taken = new Set(directory[props.kind].map(({ id }) => id));
    const id = props.id ?? idForName(nameFor(props.kind, shown()), taken);
    const { entry: next, problems: found } = draftToEntry(props.kind, id, shown());
    setProblems(found ?? {});
    if (!next) {
      form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
      return;
    }
    const circles = circlesAfter(directory, props.kind, next);
    setCircle(circles[0] ? circleToWords(circles[0], board.names()) : "");
    if (circles.length > 0) return;
    drafts.set(key(), undefined);
    board.entries.put(props.kind, next);
    desk.say({ text: words().saved });
    props.onSaved(id);
  };

  const discard = () => {
    const wasGone = isGone();
    drafts.set(key(), undefined);
    setProblems({});
    setCircle("");
    if (wasGone) props.onGone();
  };

  const remove = () => {
    const gone = entry();
    if (!gone) return;
    // Read first: as soon as the entry is gone, so is this form with its props.
    const { kind, onGone } = props;
    const title = titleOf(kind, gone, board.names());
    drafts.set(key(), undefined);
    board.entries.remove(kind, gone.id);
    const step = board.history.next();
    const bringBack = () => {
      if (board.history.next() === step) board.history.undo();
      else board.entries.put(kind, gone);
    };
    desk.say({ text: words().removed(title), action: { label: words().undo, run: bringBack } });
    onGone();
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
      <h2 id={`${formId}-title`}>{formTitle(props.kind, props.id, shown())}</h2>
      <Show when={entry()}>{(known) => <Standing kind={props.kind} entry={known()} uses={props.uses} />}</Show>
      <Show when={isGone() && touched()}>
        <p class="dir-note" data-tone="warning">
          {words().goneElsewhere}
        </p>
      </Show>
      <Show when={!isGone() && touched() && !isSameDraft(touched()?.base ?? {}, theirs())}>
        <p class="dir-note">{words().changedElsewhere}</p>
      </Show>
      <div class="dir-fields">
        <For each={fieldsByKind[props.kind]}>
          {(field) => (
            <FieldInput
              id={`${formId}-${field.key}`}
              field={field}
              value={shown()[field.key]}
              problem={problems()[field.key]}
              own={own() as PartyRef | null}
              isReadOnly={isReadOnly()}
              onChange={(value) => change(field.key, value)}
            />
          )}
        </For>
      </div>
      <Show when={!isReadOnly()}>
        <div class="dir-actions">
          <p class="dir-problem" role="alert">
            {circle() !== "" ? words().circleRefused(circle()) : ""}
            {Object.keys(problems()).length > 0 ? words().problems(Object.keys(problems()).length) : ""}
          </p>
          <button type="submit" class="btn" data-tone="primary" disabled={!touched() && props.id !== null}>
            {words().save}
          </button>
          <Show when={touched()}>
            <button type="button" class="btn" onClick={discard}>
              {words().discard}
            </button>
          </Show>
          <Show when={entry()}>
            <button type="button" class="btn dir-remove" data-tone="danger" onClick={remove}>
              <Icon name="trash" />
              {words().remove}
            </button>
          </Show>
        </div>
      </Show>
    </form>
  );
}

/** Where an entry is used, and what of it hangs in the air. Said gently: neither is a mistake. */
function Standing(props: { readonly kind: EntryKind; readonly entry: Entry; readonly uses: Uses }) {
  const board = useBoard();
  const ref = () => refOf(props.kind, props.entry.id);
  const missing = () => props.uses.missingIn(props.kind, props.entry);
  const used = () => {
    const own = ref();
    return own ? props.uses.countOf(own) : null;
  };
  return (
    <>
      <Show when={used() !== null}>
        <p class="dir-used">{used() === 0 ? words().unused : words().used(used() ?? 0)}</p>
      </Show>
      <Show when={missing().length > 0}>
        <p class="dir-note" data-tone="warning">
          {words().missing(
            missing()
              .map((one) => board.names().of(one).name)
              .join(", "),
          )}
        </p>
      </Show>
    </>
  );
}

function formTitle(kind: EntryKind, id: string | null, draft: { readonly name?: DraftValue }): string {
  if (typeof draft.name === "string" && draft.name.trim() !== "") return draft.name;
  return id === null ? words().add[kind] : words().kinds[kind];
}

/** What an id is made from; a length has no name of its own. */
function nameFor(kind: EntryKind, draft: { readonly [Key in FieldKey]?: DraftValue }): string {
  if (kind === "lengths")
    return (
      [draft.kind, draft.body]
        .filter((part) => part)
        .join(" ")
        .replace("body:", "") || "chung"
    );
  if (kind === "holidays") return `${String(draft.day ?? "")} ${String(draft.name ?? "")}`;
  return String(draft.name ?? "");
}
