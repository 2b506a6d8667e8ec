import "./directory.css";
import "./directory-form.css";
import "./directory-narrow.css";
import { Tabs } from "@kobalte/core/tabs";
import { createEffect, createMemo, createSignal, For, Match, on, Show, Switch } from "solid-js";
import { type EntryKind, emptyDirectory, entryKinds } from "../../shared/model/directory.ts";
import { may } from "../../shared/rules/rights.ts";
import { useBoard } from "../document/board.ts";
import { Icon } from "../parts/icon.tsx";
import { directoryEntryWords } from "../text/directory-entry-words.ts";
import { directoryWords } from "../text/directory-words.ts";
import { wordsOf } from "../text/words.ts";
import { circlesOf } from "./circles.ts";
import { EntryForm } from "./entry-form.tsx";
import { EntryList } from "./entry-list.tsx";
import { draftKey, openDraftsOf } from "./open-drafts.ts";
import { circleToWords } from "./row-words.ts";
import { NormTable, TuningTable } from "./rule-table.tsx";
import { countUses, type Uses } from "./uses.ts";

const words = wordsOf(directoryWords);
const kindWords = wordsOf(directoryEntryWords);

/** What stands in the form: an entry, a new one, or nothing. */
type Chosen = { readonly kind: EntryKind; readonly id: string | null } | null;

/** The directory, kind by kind: a list to search, and beside it (on a phone: after it) the form of the chosen entry. */
export function DirectoryPage() {
  const board = useBoard();
  const drafts = openDraftsOf(board);
  const [kind, setKind] = createSignal<EntryKind>("persons");
  const [query, setQuery] = createSignal("");
  const [chosen, setChosen] = createSignal<Chosen>(null);
  const mayEdit = () => may(board.actor, "keep-directory");
  // Items are read as they are when the directory changes or the page opens: a count to go by, not a live figure.
  const uses = createMemo(() => countUses(board.store.directory(), board.store.allItems()));
  const circles = createMemo(() => circlesOf(board.store.directory()));

  // What another removes leaves the form, unless something was typed in it: then the form says so and keeps it.
  createEffect(
    on(board.store.directory, (directory) => {
      const now = chosen();
      if (!now || now.id === null || drafts.get(draftKey(now.kind, now.id))) return;
      if (!directory[now.kind].some(({ id }) => id === now.id)) setChosen(null);
    }),
  );

  return (
    <section class="dir-page" aria-label={words().title} data-open={chosen() ? "" : undefined}>
      <Tabs
        class="dir-tabs"
        value={kind()}
        onChange={(next) => {
          setKind(next as EntryKind);
          setQuery("");
          setChosen(null);
        }}
      >
        <div class="dir-head">
          <h1>{words().title}</h1>
          <Tabs.List class="dir-tab-list" aria-label={words().title}>
            <For each={entryKinds}>
              {(one) => (
                <Tabs.Trigger class="dir-tab" value={one}>
                  {kindWords().kinds[one]}
                  <small>{board.store.directory()[one].length}</small>
                </Tabs.Trigger>
              )}
            </For>
          </Tabs.List>
        </div>
        <For each={circles()}>
          {(circle) => (
            <p class="dir-banner" role="status">
              <Icon name="certain" />
              {words().circle(circleToWords(circle, board.names()))}
            </p>
          )}
        </For>
        <Tabs.Content class="dir-body" value={kind()}>
          <Switch
            fallback={
              <>
                <ListSide
                  kind={kind()}
                  query={query()}
                  chosen={chosen()}
                  uses={uses()}
                  onQuery={setQuery}
                  onChoose={(id) => setChosen({ kind: kind(), id })}
                />
                <div class="dir-side">
                  <Show
                    when={chosen()}
                    fallback={<p class="empty">{mayEdit() ? words().chooseOrAdd : words().choose}</p>}
                  >
                    {(now) => (
                      <>
                        <button type="button" class="btn dir-back" onClick={() => setChosen(null)}>
                          <Icon name="chevron-left" />
                          {words().back}
                        </button>
                        <EntryForm
                          kind={now().kind}
                          id={now().id}
                          uses={uses()}
                          onSaved={(id) => setChosen({ kind: now().kind, id })}
                          onGone={() => setChosen(null)}
                        />
                      </>
                    )}
                  </Show>
                </div>
              </>
            }
          >
            <Match when={kind() === "norms"}>
              <NormTable />
            </Match>
            <Match when={kind() === "tunings"}>
              <TuningTable />
            </Match>
          </Switch>
        </Tabs.Content>
      </Tabs>
    </section>
  );
}

type ListProps = {
  readonly kind: EntryKind;
  readonly query: string;
  readonly chosen: Chosen;
  readonly uses: Uses;
  onQuery(query: string): void;
  /** Null: a new entry. */
  onChoose(id: string | null): void;
};

/** The search, the way to a new entry, and the list. */
function ListSide(props: ListProps) {
  const board = useBoard();
  const mayEdit = () => may(board.actor, "keep-directory");
  const isOpening = () => board.store.directory() === emptyDirectory;
  return (
    <div class="dir-list">
      <p class="dir-hint">{words().hints[props.kind]}</p>
      <div class="dir-tools">
        <label class="dir-search">
          <Icon name="search" />
          <input
            class="field"
            type="search"
            aria-label={words().search}
            placeholder={words().searchShort}
            value={props.query}
            onInput={(event) => props.onQuery(event.currentTarget.value)}
          />
        </label>
        <Show when={mayEdit()}>
          <button
            type="button"
            class="btn"
            aria-pressed={props.chosen?.id === null}
            onClick={() => props.onChoose(null)}
          >
            <Icon name="plus" />
            {words().add[props.kind]}
          </button>
        </Show>
      </div>
      <Show when={!mayEdit()}>
        <p class="dir-note">{words().guest}</p>
      </Show>
      <Show when={!isOpening()} fallback={<p class="empty">{words().opening}</p>}>
        <EntryList
          kind={props.kind}
          query={props.query}
          chosen={props.chosen?.id ?? null}
          uses={props.uses}
          onChoose={(id) => props.onChoose(id)}
        />
      </Show>
    </div>
  );
}
