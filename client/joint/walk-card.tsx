import { For, Show } from "solid-js";
import type { Item } from "../../shared/model/item.ts";
import { isPlaced } from "../../shared/model/when.ts";
import { officeHue } from "../card/hue.ts";
import { preparingOf, venueOf, whoOf } from "../card/summary.ts";
import { Icon } from "../parts/icon.tsx";
import type { IconName } from "../parts/icon-paths.ts";
import { boardWords } from "../text/board-words.ts";
import { dateWithWeekday, hourText } from "../text/dates.ts";
import { itemWords } from "../text/item-words.ts";
import { walkWords } from "../text/walk-words.ts";
import { wordsOf } from "../text/words.ts";
import type { Seating } from "./seating.ts";

const words = wordsOf(walkWords);
const nouns = wordsOf(itemWords);
const signs = wordsOf(boardWords);

/** One of the items a topic is about, large enough to be talked over; opens the item itself. */
export function WalkCard(props: { readonly id: string; readonly seating: Seating }) {
  const { store } = props.seating.board;
  return (
    <Show
      when={store.item(props.id)}
      fallback={
        <div class="walk-card" data-lost="">
          {words().itemGone}
        </div>
      }
    >
      {(item) => <There item={item()} seating={props.seating} />}
    </Show>
  );
}

function There(props: { readonly item: Item; readonly seating: Seating }) {
  const { board, desk } = props.seating;
  const spot = () => (desk.spot()?.item === props.item.id ? desk.spot() : null);
  const parts = (): readonly { icon: IconName; text: string }[] => {
    const who = whoOf(props.item, board.names()).map(({ text }) => text);
    const venue = venueOf(props.item, board.names());
    const preparing = preparingOf(props.item, board.names()).map(({ text }) => text);
    return [
      ...(who.length > 0 ? [{ icon: "user" as const, text: who.join(", ") }] : []),
      ...(venue ? [{ icon: "room" as const, text: venue.text }] : []),
      ...(preparing.length > 0 ? [{ icon: "pencil" as const, text: preparing.join(", ") }] : []),
    ];
  };
  return (
    <button
      type="button"
      class="walk-card"
      data-walk-card={props.item.id}
      data-office={props.item.office}
      data-state={props.item.status}
      data-spot={spot() ? "" : undefined}
      style={{ "--h": spot() ? officeHue(spot()?.office ?? null) : undefined }}
      title={words().openItem(props.item.title || nouns().untitled)}
      onClick={() => desk.select(props.item.id)}
    >
      <Show when={spot()}>{(by) => <span class="walk-card-spot">{words().points(by().name)}</span>}</Show>
      <span class="walk-card-where">
        {nouns().officeShort[props.item.office]}
        <Show when={isPlaced(props.item.when) ? props.item.when : null}>
          {(when) => <> · {dateWithWeekday(when().day)}</>}
        </Show>
      </span>
      <span class="walk-card-hour">{hourText(props.item.when)}</span>
      <span class="walk-card-matter">{props.item.title || nouns().untitled}</span>
      <Show when={props.item.status !== "approved" || props.item.unexpected}>
        <span class="walk-card-chips">
          <Show when={props.item.status !== "approved"}>
            <span class="chip">{nouns().status[props.item.status]}</span>
          </Show>
          <Show when={props.item.unexpected}>
            <span class="chip" data-tone="hot">
              {nouns().unexpected}
            </span>
          </Show>
        </span>
      </Show>
      <For each={parts()}>
        {(part) => (
          <span class="walk-card-part">
            <Icon name={part.icon} /> {part.text}
          </span>
        )}
      </For>
      <Show when={board.presence.at(props.item.id)[0]}>
        {(other) => <span class="walk-card-part">{signs().hasOpen(other().name)}</span>}
      </Show>
    </button>
  );
}
