import { createMemo, createSignal, For, Show } from "solid-js";
import { type Overlap, type Side, sidesOf } from "../../shared/model/overlap.ts";
import { type PartyRef, partyKindOf } from "../../shared/model/ref.ts";
import type { WayOut } from "../../shared/model/slot.ts";
import { withEdit } from "../../shared/rules/item-edit.ts";
import { proxyEdit } from "../../shared/rules/stand-ins.ts";
import { useBoard } from "../document/board.ts";
import { Combobox } from "../parts/combobox.tsx";
import { settlingWords } from "../text/settling-words.ts";
import { wordsOf } from "../text/words.ts";
import { searchPeople } from "./people-search.ts";
import { titleIn } from "./way-text.ts";
import { WayRow } from "./ways-out.tsx";

const words = wordsOf(settlingWords);

/** Anybody of the directory as a proxy, on either side where one may be sent: what would then be is shown first. */
export function OtherProxy(props: { readonly overlap: Overlap }) {
  const sides = createMemo(() =>
    sidesOf(props.overlap).filter((side) => {
      const isBarred = side === props.overlap.a ? props.overlap.noProxy.a : props.overlap.noProxy.b;
      return !isBarred && personOf(side) !== null;
    }),
  );
  const mayHelp = () => props.overlap.kind === "person" || props.overlap.kind === "travel";
  return (
    <Show when={mayHelp() && sides().length > 0}>
      <details class="other-proxy">
        <summary>{words().otherProxy}</summary>
        <For each={sides()}>{(side) => <Search side={side} overlap={props.overlap} />}</For>
      </details>
    </Show>
  );
}

function personOf({ path }: Side): PartyRef | null {
  const person = path.steps.at(-1);
  return person !== undefined && partyKindOf(person) === "person" ? person : null;
}

function Search(props: { readonly side: Side; readonly overlap: Overlap }) {
  const board = useBoard();
  const [chosen, choose] = createSignal<PartyRef | null>(null);
  const label = () => words().proxyFor(titleIn(board.store.item(props.side.item)));
  const way = createMemo((): WayOut | null => {
    board.store.overlaps.version();
    const [item, ref, person] = [board.store.item(props.side.item), chosen(), personOf(props.side)];
    const index = board.store.overlaps.index();
    if (!item || !ref || !person || !index) return null;
    const edit = proxyEdit({ side: props.side, item, person, ref });
    const after = index.whatIf([withEdit(item, edit)]);
    return { kind: "proxy", item: item.id, edits: [edit], after, party: person, standIn: ref, slot: null, room: null };
  });
  return (
    <div class="other-proxy-side">
      <span>{label()}</span>
      <Combobox
        label={label()}
        value={chosen() === null ? "" : board.names().of(chosen() ?? "text:").name}
        placeholder={words().otherProxyHint}
        noneFound={words().noPerson}
        search={(query) => searchPeople(board, query)}
        onPick={(id) => choose(id as PartyRef) /* The ids of the options are refs. */}
      />
      <Show when={way()}>
        {(found) => (
          <ul class="ways">
            <WayRow way={found()} overlap={props.overlap} />
          </ul>
        )}
      </Show>
    </div>
  );
}
