import { type Accessor, createMemo } from "solid-js";
import type { Room } from "../../shared/model/directory.ts";
import { createDirectoryIndex, type DirectoryIndex } from "../../shared/rules/directory-index.ts";
import { todayInHanoi } from "../clock.ts";
import type { Board } from "../document/board.ts";
import type { Search } from "../parts/search-ranking.ts";
import { inspectorWords } from "../text/inspector-words.ts";
import { itemWords } from "../text/item-words.ts";
import { wordsOf } from "../text/words.ts";
import { createPartyIndex, type PartyIndex } from "./party-index.ts";
import { createRoomSearch, type RoomEntry } from "./room-search.ts";

/** The directory as the fields of an item ask it; made again when it, or the language, changes. */
export type Lore = {
  readonly index: Accessor<DirectoryIndex>;
  readonly parties: Accessor<PartyIndex>;
  readonly rooms: Accessor<Search<RoomEntry>>;
  room(id: string): Room | undefined;
};

const words = wordsOf(inspectorWords);
const nouns = wordsOf(itemWords);

export function createLore(board: Board): Lore {
  const index = createMemo(() => createDirectoryIndex(board.store.directory()));
  const parties = createMemo(() => {
    const { members, conditional } = words();
    const { officeShort } = nouns();
    const phrases = { members, conditional, office: (office: keyof typeof officeShort) => officeShort[office] };
    return createPartyIndex({ index: index(), today: todayInHanoi(), phrases });
  });
  return {
    index,
    parties,
    rooms: createMemo(() => createRoomSearch(board.store.directory().rooms)),
    room: (id) => index().room(id),
  };
}
