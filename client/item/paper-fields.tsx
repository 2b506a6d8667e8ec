import { Show } from "solid-js";
import { notesLengthMax } from "../../shared/model/item.ts";
import type { PartyRef } from "../../shared/model/ref.ts";
import { Combobox } from "../parts/combobox.tsx";
import { DateField } from "../parts/date-field.tsx";
import { EntryField } from "../parts/entry-field.tsx";
import { Icon } from "../parts/icon.tsx";
import { inspectorWords } from "../text/inspector-words.ts";
import { wordsOf } from "../text/words.ts";
import { useItem } from "./item-scope.ts";
import { LiveText } from "./live-text.tsx";
import { partiesToGroups } from "./party-options.ts";
import { Row } from "./row.tsx";

const words = wordsOf(inspectorWords);
const searchMax = 400;
const optionsMax = 12;

/** Which body sits, when the papers are due, what the invitation is called, and notes. */
export function PaperFields() {
  const { item, mayEdit, patch, board, id } = useItem();
  // Who may only look is not shown fields that wait to be filled in.
  const isShown = (value: unknown) => mayEdit() || value !== undefined;
  return (
    <>
      <Show when={isShown(item().body)}>
        <BodyField />
      </Show>
      <Show when={isShown(item().due)}>
        <Row label={words().due}>
          <DateField
            label={words().due}
            value={item().due ?? null}
            disabled={!mayEdit()}
            onCommit={(due) => patch({ due: due ?? undefined })}
          />
        </Row>
      </Show>
      <Show when={isShown(item().ref)}>
        <Row label={words().ref}>
          <EntryField
            label={words().ref}
            value={item().ref ?? ""}
            placeholder={words().refHint}
            maxLength={120}
            disabled={!mayEdit()}
            onCommit={(text) => {
              patch({ ref: text || undefined });
              return null;
            }}
          />
        </Row>
      </Show>
      <Show when={isShown(item().notes)}>
        <Row label={words().notes}>
          <LiveText
            label={words().notes}
            value={item().notes ?? ""}
            class="item-notes"
            placeholder={words().notesHint}
            maxLength={notesLengthMax}
            isReadOnly={!mayEdit()}
            shape="text"
            onType={(text, caret) => board.edits.type(id, { field: "notes", text, caret })}
          />
        </Row>
      </Show>
    </>
  );
}

/** The body that sits holds all its members, so only bodies of the directory are offered and no words are taken. */
function BodyField() {
  const { item, lore, mayEdit, patch, busy } = useItem();
  const body = () => item().body;
  const shown = () => {
    const ref = body();
    return ref === undefined ? "" : (lore.parties().of(ref)?.name ?? ref);
  };
  const search = (query: string) => {
    const found = lore.parties().search(query, searchMax);
    return partiesToGroups(found.filter(({ kind }) => kind === "body").slice(0, optionsMax));
  };
  const certainty = () => {
    const ref = body();
    return ref && busy().parties.get(ref);
  };
  return (
    <Row label={words().body}>
      <div class="item-body" data-busy={certainty()}>
        <Combobox
          label={words().body}
          value={shown()}
          placeholder={words().bodyHint}
          disabled={!mayEdit()}
          noneFound={words().noBody}
          search={search}
          // The ids of the options are refs (see partiesToGroups).
          onPick={(ref) => patch({ body: ref as PartyRef })}
          onLeave={(text) => text === "" && patch({ body: undefined })}
        />
        <Show when={body() && mayEdit()}>
          <button
            type="button"
            class="icon-btn item-small"
            aria-label={words().clearBody}
            onClick={() => patch({ body: undefined })}
          >
            <Icon name="close" />
          </button>
        </Show>
      </div>
    </Row>
  );
}
