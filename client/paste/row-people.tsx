import { For, Show } from "solid-js";
import type { PartyRole } from "../../shared/model/item.ts";
import type { PartyRef } from "../../shared/model/ref.ts";
import { useBoard } from "../document/board.ts";
import { Icon } from "../parts/icon.tsx";
import { Menu, type MenuEntry } from "../parts/menu.tsx";
import type { DraftField, DraftPerson, ItemDraft } from "../reading/item-draft.ts";
import type { FieldState } from "../reading/word-resolution.ts";
import { pasteWords } from "../text/paste-words.ts";
import { wordsOf } from "../text/words.ts";
import { usePaste } from "./paste-context.ts";

const words = wordsOf(pasteWords);

type PeopleProps = { readonly draft: ItemDraft; readonly field: DraftField; readonly roles: readonly PartyRole[] };

/** Who stands in one field of a row, each with how sure it is; a doubtful one opens its candidates. */
export function RowPeople(props: PeopleProps) {
  const people = () => props.draft.people.filter(({ role }) => props.roles.includes(role));
  return (
    <Show when={people().length > 0}>
      <dt class="paste-tint" data-field={props.field}>
        {words().field[props.field]}
      </dt>
      <dd>
        <For each={people()}>{(person) => <PersonChip person={person} />}</For>
      </dd>
    </Show>
  );
}

function PersonChip(props: { readonly person: DraftPerson }) {
  const board = useBoard();
  const { review } = usePaste();
  const nameOf = (ref: string) => board.names().of(ref as PartyRef);
  const text = () => props.person.refs.map((ref) => nameOf(ref).name).join(", ");
  return (
    <Chip
      words={props.person.words}
      text={props.person.role === "invited" ? `${text()} (${words().invited})` : text()}
      state={props.person.state}
      options={props.person.candidates.map((ref) => ({ id: ref, ...nameOf(ref) }))}
      onChoose={(ref) => review.choose("party", props.person.words, ref)}
    />
  );
}

/** Where a row is: a room of the directory or words, and where people assemble. */
export function RowVenue(props: { readonly draft: ItemDraft }) {
  const board = useBoard();
  const { review } = usePaste();
  const nameOf = (id: string) => board.names().of(`room:${id}`);
  return (
    <Show when={props.draft.venue}>
      {(venue) => (
        <>
          <dt class="paste-tint" data-field="venue">
            {words().field.venue}
          </dt>
          <dd>
            <Show when={props.draft.room}>
              {(room) => (
                <Chip
                  words={room().words}
                  text={room().room === null ? room().words : nameOf(room().room ?? "").name}
                  state={room().state}
                  options={room().candidates.map((id) => ({ id, ...nameOf(id) }))}
                  onChoose={(id) => review.choose("room", room().words, id)}
                />
              )}
            </Show>
            <Show when={venue().assembly}>
              {(place) => <span class="paste-plain">{words().assembly(place())}</span>}
            </Show>
          </dd>
        </>
      )}
    </Show>
  );
}

type ChipProps = {
  /** As printed. */
  readonly words: string;
  readonly text: string;
  readonly state: FieldState;
  readonly options: readonly { readonly id: string; readonly name: string; readonly detail: string }[];
  onChoose(id: string | null): void;
};

function Chip(props: ChipProps) {
  const entries = (): MenuEntry[] => [
    ...props.options.map(
      ({ id, name, detail }): MenuEntry => ({
        kind: "act",
        label: detail === "" ? name : `${name} · ${detail}`,
        run: () => props.onChoose(id),
      }),
    ),
    { kind: "rule" },
    { kind: "act", label: words().keepWords, icon: "pencil", run: () => props.onChoose(null) },
  ];
  const hint = () => `${words().state[props.state]} – ${words().printedAs(props.words)}`;
  return (
    <Show
      when={props.options.length > 0}
      fallback={
        <span class="paste-chip" data-state={props.state} title={hint()}>
          {props.text}
          <span class="hidden-but-read"> ({words().state[props.state]})</span>
        </span>
      }
    >
      <span class="paste-choice" data-state={props.state} title={words().choiceForAll}>
        <Menu class="paste-chip" label={`${words().choose(props.words)}: ${props.text}`} entries={entries()}>
          <Show when={props.state === "doubtful"}>
            <Icon name="question" />
          </Show>
          {props.text}
          <Icon name="chevron-down" />
        </Menu>
      </span>
    </Show>
  );
}
