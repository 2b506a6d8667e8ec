import { createMemo, createSignal, For, Show } from "solid-js";
import { type Difficulty, difficultyLengthMax, type Scope } from "../../shared/model/joint-session.ts";
import { mayKeepDifficulty } from "../../shared/rules/rights.ts";
import { daysOfScope } from "../../shared/rules/scope.ts";
import { idsOn } from "../document/overlaps-shown.ts";
import { undoOffer } from "../document/undoing.ts";
import { Combobox } from "../parts/combobox.tsx";
import { createNeededText } from "../parts/needed-text.ts";
import { NeededTextField } from "../parts/needed-text-field.tsx";
import { createSearch } from "../parts/search-ranking.ts";
import { titleIn } from "../settling/way-text.ts";
import { hourText } from "../text/dates.ts";
import { itemWords } from "../text/item-words.ts";
import { jointWords } from "../text/joint-words.ts";
import { wordsOf } from "../text/words.ts";
import type { Seating } from "./seating.ts";

const words = wordsOf(jointWords);
const nouns = wordsOf(itemWords);

/** What each office wrote down for the session to talk about; one's own office's can be changed and taken away. */
export function Difficulties(props: { readonly scope: Scope; readonly seating: Seating }) {
  const { board, desk } = props.seating;
  const [edited, edit] = createSignal<string | "new" | null>(null);
  const all = createMemo(() => board.joint.difficulties.of(props.scope));
  const mayAdd = () => {
    const { office } = board.actor;
    return office !== null && mayKeepDifficulty(board.actor, { office }) && !board.store.isRemembering();
  };
  const save = (id: string | null, { words: text, item }: Said) => {
    const said = { words: text, ...(item !== null && { item }) };
    if (id === null) board.joint.difficulties.add({ scope: props.scope, ...said });
    else board.joint.difficulties.change(id, said);
    edit(null);
  };
  const remove = (id: string) => {
    board.joint.difficulties.remove(id);
    desk.say({ text: words().difficulty.removed, action: undoOffer(board, desk) });
  };
  return (
    <section aria-label={words().difficulty.title}>
      <h3>{words().difficulty.title}</h3>
      <p class="lobby-lead">{words().difficulty.lead}</p>
      <For each={all().map(({ id }) => id)} fallback={<p class="lobby-lead">{words().difficulty.none}</p>}>
        {(id) => (
          <Show when={all().find((one) => one.id === id)}>
            {(found) => (
              <Show
                when={edited() === id}
                fallback={
                  <Row
                    difficulty={found()}
                    seating={props.seating}
                    onEdit={() => edit(id)}
                    onRemove={() => remove(id)}
                  />
                }
              >
                <Form
                  scope={props.scope}
                  seating={props.seating}
                  first={{ words: found().words, item: found().item ?? null }}
                  onSave={(said) => save(id, said)}
                  onCancel={() => edit(null)}
                />
              </Show>
            )}
          </Show>
        )}
      </For>
      <Show when={mayAdd()}>
        <Show
          when={edited() === "new"}
          fallback={
            <p class="difficulty-foot">
              <button type="button" class="btn" onClick={() => edit("new")}>
                {words().difficulty.add}
              </button>
            </p>
          }
        >
          <Form
            scope={props.scope}
            seating={props.seating}
            first={{ words: "", item: null }}
            onSave={(said) => save(null, said)}
            onCancel={() => edit(null)}
          />
        </Show>
      </Show>
    </section>
  );
}

type Said = { readonly words: string; readonly item: string | null };

function Row(props: { readonly difficulty: Difficulty; readonly seating: Seating; onEdit(): void; onRemove(): void }) {
  const { board, desk } = props.seating;
  const about = () => (props.difficulty.item === undefined ? undefined : board.store.item(props.difficulty.item));
  return (
    <article class="difficulty" data-office={props.difficulty.office}>
      <p class="difficulty-words">{props.difficulty.words}</p>
      <Show when={about()}>
        {(item) => (
          <button type="button" class="difficulty-about" onClick={() => desk.select(item().id)}>
            {titleIn(item())}
          </button>
        )}
      </Show>
      <div class="difficulty-foot">
        <span>
          {words().difficulty.by(nouns().officeShort[props.difficulty.office], props.difficulty.written.by.name)}
        </span>
        <Show when={mayKeepDifficulty(board.actor, props.difficulty)}>
          <button type="button" class="btn" data-size="small" onClick={() => props.onEdit()}>
            {words().difficulty.change}
          </button>
          <button type="button" class="btn" data-size="small" onClick={() => props.onRemove()}>
            {words().difficulty.remove}
          </button>
        </Show>
      </div>
    </article>
  );
}

const optionsMax = 8;

function Form(props: {
  readonly scope: Scope;
  readonly seating: Seating;
  readonly first: Said;
  onSave(said: Said): void;
  onCancel(): void;
}) {
  const { store } = props.seating.board;
  // The form is opened for one difficulty and closed with it.
  const said = createNeededText(props.first.words);
  const [item, setItem] = createSignal(props.first.item);
  const search = createMemo(() =>
    createSearch(
      [...idsOn(store, daysOfScope(props.scope))].flatMap((id) => {
        const found = store.item(id);
        return found ? [{ id, names: [titleIn(found)], detail: hourText(found.when) }] : [];
      }),
    ),
  );
  const save = () => {
    const given = said.demand();
    if (given !== null) props.onSave({ words: given, item: item() });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing || event.defaultPrevented) return;
    if (event.key === "Escape") props.onCancel();
    else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) save();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <form
      class="difficulty-form"
      aria-label={words().difficulty.add}
      on:keydown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <NeededTextField
        needed={said}
        label={words().difficulty.words}
        missing={words().difficulty.missing}
        hint={words().difficulty.hint}
        lengthMax={difficultyLengthMax}
        rows={3}
      />
      <div>
        <span class="lobby-lead">{words().difficulty.about}</span>
        <Combobox
          label={words().difficulty.about}
          value={item() === null ? "" : titleIn(store.item(item() ?? ""))}
          placeholder={words().difficulty.aboutHint}
          noneFound={words().difficulty.noneFound}
          search={(query) => [
            {
              label: null,
              options: search()(query, optionsMax).map(({ id, names: [label = ""], detail }) => ({
                id,
                label,
                detail,
              })),
            },
          ]}
          onPick={setItem}
          onLeave={(typed) => typed === "" && setItem(null)}
        />
      </div>
      <div class="difficulty-acts">
        <button type="submit" class="btn" data-tone="primary">
          {words().difficulty.save}
        </button>
        <button type="button" class="btn" onClick={() => props.onCancel()}>
          {words().cancel}
        </button>
      </div>
    </form>
  );
}
