import { For, Show } from "solid-js";
import type { PartyRef } from "../../shared/model/ref.ts";
import type { Venue } from "../../shared/model/venue.ts";
import type { Names } from "../../shared/text/names.ts";
import { useBoard } from "../document/board.ts";
import { announcedWords } from "../text/announced-words.ts";
import { dateShort, whenText } from "../text/dates.ts";
import { pasteWords } from "../text/paste-words.ts";
import { wordsOf } from "../text/words.ts";
import type { FieldChange } from "./item-changes.ts";

const words = wordsOf(pasteWords);
const told = wordsOf(announcedWords);

/** Field by field what the board says and what it would say: old → new. */
export function RowChanges(props: { readonly changes: readonly FieldChange[] }) {
  const board = useBoard();
  return (
    <Show when={props.changes.length > 0}>
      <ul class="paste-changes">
        <For each={props.changes}>
          {(change) => {
            const said = () => changeToWords(change, board.names());
            return (
              <li>
                <span>{said().label}</span>
                <Show when={said().before !== ""}>
                  <del>{said().before}</del>
                </Show>
                <span aria-hidden="true">→</span>
                <ins>{said().after}</ins>
              </li>
            );
          }}
        </For>
      </ul>
    </Show>
  );
}

type ChangeWords = { readonly label: string; readonly before: string; readonly after: string };

function changeToWords(change: FieldChange, names: Names): ChangeWords {
  const { field } = words();
  const listed = (refs: readonly PartyRef[]) => refs.map((ref) => names.of(ref).name).join(", ") || words().nothing;
  switch (change.field) {
    case "when":
      return { label: field.hour, before: whenText(change.from), after: whenText(change.to) };
    case "title":
      return { label: field.title, before: change.from, after: change.to };
    case "ref":
      return { label: field.other, before: change.from, after: change.to };
    case "announced": {
      const said = (announced: typeof change.from) =>
        announced ? told().onFor(dateShort(announced.on), dateShort(announced.of)) : words().nothing;
      return { label: told().label.invited, before: said(change.from), after: said(change.to) };
    }
    case "venue":
      return { label: field.venue, before: venueText(change.from, names), after: venueText(change.to, names) };
    case "chair":
    case "participants":
    case "preparing":
    case "support":
      return {
        label: field[change.field === "support" ? "preparing" : change.field],
        before: change.removed.length > 0 ? listed(change.removed) : "",
        after: listed(change.added.map(([ref]) => ref)),
      };
  }
}

function venueText(venue: Venue | undefined, names: Names): string {
  const place = venue?.room === undefined ? venue?.text : names.of(`room:${venue.room}`).name;
  const assembly = venue?.assembly === undefined ? undefined : words().assembly(venue.assembly);
  return [place, assembly].filter((part) => part !== undefined).join(", ") || words().nothing;
}
