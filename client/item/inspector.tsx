import "./item.css";
import "./item-times.css";
import "./item-parties.css";
import "./item-overlaps.css";
import "./item-phone.css";
import { createMemo, Match, onMount, Show, Switch } from "solid-js";
import type { Item } from "../../shared/model/item.ts";
import { may } from "../../shared/rules/rights.ts";
import { useBoard } from "../document/board.ts";
import { useDesk } from "../document/desk.ts";
import { isLocked, whyFixed } from "../document/permission.ts";
import { undoOffer } from "../document/undoing.ts";
import { Icon } from "../parts/icon.tsx";
import { inspectorWords } from "../text/inspector-words.ts";
import { itemWords } from "../text/item-words.ts";
import { wordsOf } from "../text/words.ts";
import { AnnouncedField } from "./announced-field.tsx";
import { BasicsFields } from "./basics-fields.tsx";
import { InspectorHead, OthersHere } from "./inspector-head.tsx";
import { createItemScope, ItemContext } from "./item-scope.ts";
import { createLore, type Lore } from "./lore.ts";
import { MatterField } from "./matter-field.tsx";
import { OverlapList } from "./overlap-list.tsx";
import { PaperFields } from "./paper-fields.tsx";
import { PartyRows } from "./party-rows.tsx";
import { VenueField } from "./venue-field.tsx";
import { WhenField } from "./when-field.tsx";

const words = wordsOf(inspectorWords);
const nouns = wordsOf(itemWords);

/** The selected item beside the board, every field live: what others change shows at once and takes nobody's focus. */
export function Inspector() {
  const board = useBoard();
  const desk = useDesk();
  const lore = createLore(board);
  return (
    <Show when={desk.selected()} keyed>
      {(id) => <Selected id={id} lore={lore} />}
    </Show>
  );
}

/** What stands here of an item: not come yet, there, or gone while it was open. */
type Presence = { readonly kind: "opening" | "gone" } | { readonly kind: "here"; readonly first: Item };

function Selected(props: { readonly id: string; readonly lore: Lore }) {
  const { store } = useBoard();
  const desk = useDesk();
  const presence = createMemo<Presence>(
    (before) => {
      const item = store.item(props.id);
      // The item it was first is enough to build the fields: they follow it themselves.
      if (item) return before.kind === "here" ? before : { kind: "here", first: item };
      return before.kind === "opening" ? before : { kind: "gone" };
    },
    { kind: "opening" },
  );
  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.defaultPrevented || event.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    desk.select(null);
  };
  let section!: HTMLElement; // set by ref before mounting
  // The one before may have been read to its end.
  onMount(() => section.scrollIntoView({ block: "start" }));
  return (
    <section ref={section} class="item-inspector" tabIndex={-1} aria-label={words().heading} on:keydown={closeOnEscape}>
      <Switch fallback={<p class="item-opening">{words().opening}</p>}>
        <Match when={presence().kind === "gone"}>
          <Gone />
        </Match>
        <Match when={firstOf(presence())} keyed>
          {(first) => <Fields first={first} lore={props.lore} />}
        </Match>
      </Switch>
    </section>
  );
}

function firstOf(presence: Presence): Item | null {
  return presence.kind === "here" ? presence.first : null;
}

function Fields(props: { readonly first: Item; readonly lore: Lore }) {
  const board = useBoard();
  const scope = createItemScope({ board, lore: props.lore, first: props.first });
  return (
    <ItemContext.Provider value={scope}>
      <InspectorHead />
      <OthersHere />
      <div class="item-fields">
        <Show when={whyFixed(board.actor, scope.item())}>
          {(why) => (
            <p class="item-look-only">
              <Icon name="lock" /> {isLocked(board.actor, scope.item()) ? why() : words().lookOnly}
            </p>
          )}
        </Show>
        <MatterField />
        <BasicsFields />
        <WhenField />
        <AnnouncedField />
        <VenueField />
        <PartyRows />
        <OverlapList />
        <PaperFields />
        <Show when={may(board.actor, "remove", scope.item())}>
          <DeleteButton item={scope.item()} />
        </Show>
      </div>
    </ItemContext.Provider>
  );
}

/** Deletes at once and offers to take it back: asking first would be asked away after the third time. */
function DeleteButton(props: { readonly item: Item }) {
  const board = useBoard();
  const desk = useDesk();
  const remove = () => {
    const { id, title } = props.item;
    desk.select(null);
    board.edits.remove(id);
    desk.say({ text: words().deleted(title || nouns().untitled), action: undoOffer(board, desk) });
  };
  return (
    <button type="button" class="btn item-delete" data-tone="danger" onClick={remove}>
      <Icon name="trash" />
      {words().delete}
    </button>
  );
}

function Gone() {
  const desk = useDesk();
  return (
    <div class="item-gone" role="status">
      <p>
        <b>{words().gone}</b>
      </p>
      <p>{words().goneHint}</p>
      <button type="button" class="btn" onClick={() => desk.select(null)}>
        {words().close}
      </button>
    </div>
  );
}
