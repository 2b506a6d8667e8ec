import { createSignal, Show } from "solid-js";
import type { Venue } from "../../shared/model/venue.ts";
import { Combobox } from "../parts/combobox.tsx";
import { EntryField } from "../parts/entry-field.tsx";
import { Icon } from "../parts/icon.tsx";
import { inspectorWords } from "../text/inspector-words.ts";
import { wordsOf } from "../text/words.ts";
import { useItem } from "./item-scope.ts";
import { OnlineInputs } from "./online-inputs.tsx";
import { roomDetail, roomNamed, roomsToGroups } from "./room-search.ts";
import { Row } from "./row.tsx";
import { venueWordsMax, withAssembly, withOnline, withPlaceWords, withRoom } from "./venue-changes.ts";

const words = wordsOf(inspectorWords);
const roomsMax = 40;

/** Where: a room of the directory or words, where people assemble first, and what is online. */
export function VenueField() {
  const { item, mayEdit, patch, busy } = useItem();
  const [isAssemblyOpen, setAssemblyOpen] = createSignal(false);
  const venue = () => item().venue;
  const put = (next: Venue | undefined) => patch({ venue: next });
  const showsAssembly = () => venue()?.assembly !== undefined || isAssemblyOpen();
  return (
    <>
      <Row label={words().venue}>
        <div class="item-venue" data-busy={busy().venue ?? undefined}>
          <RoomInput venue={venue()} isOff={!mayEdit()} onPut={put} />
        </div>
        <Show when={showsAssembly()}>
          <div class="item-sub">
            <span aria-hidden="true">{words().assembly}</span>
            <EntryField
              label={words().assembly}
              value={venue()?.assembly ?? ""}
              maxLength={venueWordsMax}
              disabled={!mayEdit()}
              onCommit={(text) => {
                put(withAssembly(venue(), text));
                setAssemblyOpen(text !== "");
                return null;
              }}
            />
          </div>
        </Show>
        <Show when={mayEdit()}>
          <Show when={!showsAssembly()}>
            <button type="button" class="item-more" onClick={() => setAssemblyOpen(true)}>
              <Icon name="plus" />
              {words().addAssembly}
            </button>
          </Show>
          <Show when={!venue()?.online}>
            <button type="button" class="item-more" onClick={() => put(withOnline(venue(), true))}>
              <Icon name="plus" />
              {words().addOnline}
            </button>
          </Show>
        </Show>
      </Row>
      <Show when={venue()?.online}>
        <Row label={words().online}>
          <OnlineInputs venue={venue()} isOff={!mayEdit()} onPut={put} />
        </Row>
      </Show>
    </>
  );
}

/** What is typed and is a room's exact name becomes that room; anything else stays as words. */
function RoomInput(props: {
  readonly venue: Venue | undefined;
  readonly isOff: boolean;
  onPut(venue: Venue | undefined): void;
}) {
  const { lore, busy } = useItem();
  const phrases = () => ({ seats: words().seats, onlinePoint: words().onlinePoint });
  const room = () => (props.venue?.room === undefined ? undefined : lore.room(props.venue.room));
  const shown = () => room()?.name ?? props.venue?.text ?? props.venue?.room ?? "";
  const isRoomGone = () => props.venue?.room !== undefined && room() === undefined;
  const say = (text: string) => {
    const named = roomNamed(lore.index().directory.rooms, text);
    props.onPut(named ? withRoom(props.venue, named.id) : withPlaceWords(props.venue, text));
  };
  const detail = () => {
    const found = room();
    if (found) return roomDetail(found, phrases());
    return isRoomGone() ? words().roomGone : "";
  };
  return (
    <>
      <Combobox
        label={words().room}
        value={shown()}
        placeholder={words().venueHint}
        disabled={props.isOff}
        noneFound={words().noRoom}
        search={(query) => roomsToGroups(lore.rooms()(query, roomsMax), query, phrases())}
        onPick={(id) => props.onPut(withRoom(props.venue, id))}
        wordsLabel={words().useWords}
        onWords={say}
        onLeave={say}
      />
      <Show when={detail() !== "" || busy().venue}>
        <p class="item-detail">
          <Show when={busy().venue}>
            {(certainty) => (
              <span class="item-busy" data-certainty={certainty()}>
                <Icon name={certainty()} /> {words().busy[certainty()]}{" "}
              </span>
            )}
          </Show>
          {detail()}
        </p>
      </Show>
    </>
  );
}
