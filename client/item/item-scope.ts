import { type Accessor, createContext, createMemo, useContext } from "solid-js";
import type { ItemPatch } from "../../shared/document/item-commands.ts";
import { assert } from "../../shared/kit/assert.ts";
import type { Item } from "../../shared/model/item.ts";
import type { Overlap } from "../../shared/model/overlap.ts";
import { may } from "../../shared/rules/rights.ts";
import type { Board } from "../document/board.ts";
import { type Busy, busyOf, surestFirst } from "./busy-parties.ts";
import type { Lore } from "./lore.ts";
import type { PartyChange } from "./party-changes.ts";

/** The open item, as its fields share it. Fields read through `item()`, so each repaints only for what it reads. */
export type ItemScope = {
  readonly id: string;
  readonly board: Board;
  readonly lore: Lore;
  readonly item: Accessor<Item>;
  readonly mayEdit: Accessor<boolean>;
  readonly mayDecide: Accessor<boolean>;
  readonly overlaps: Accessor<readonly Overlap[]>;
  readonly busy: Accessor<Busy>;
  patch(patch: ItemPatch): void;
  /** One step of undo, however many parties it touches. */
  changeParties(changes: readonly PartyChange[]): void;
};

type Options = { readonly board: Board; readonly lore: Lore; readonly first: Item };

/** `first` is what the item is now; when it goes away, its fields keep showing the last of it until they are closed. */
export function createItemScope({ board, lore, first }: Options): ItemScope {
  const { id } = first;
  const item = createMemo<Item>((last) => board.store.item(id) ?? last, first);
  const overlaps = createMemo(() => surestFirst(board.store.overlaps.of(id)));
  return {
    id,
    board,
    lore,
    item,
    mayEdit: createMemo(() => may(board.actor, "edit", item())),
    mayDecide: createMemo(() => may(board.actor, "decide", item())),
    overlaps,
    // Who was settled about is not marked as needed elsewhere.
    busy: createMemo(() =>
      busyOf(
        id,
        overlaps().filter((overlap) => !board.settlements.isQuiet(overlap)),
      ),
    ),
    patch: (patch) => board.edits.patch(id, patch),
    changeParties(changes) {
      if (changes.length === 0) return;
      board.edits.together([], (edits) => {
        for (const [ref, as] of changes) edits.setParty(id, ref, as);
      });
    },
  };
}

export const ItemContext = createContext<ItemScope>();

/** The item around this field. */
export function useItem(): ItemScope {
  const scope = useContext(ItemContext);
  assert(scope, "a field of an item stands inside <ItemContext.Provider>");
  return scope;
}
