import { createMemo, For, Show } from "solid-js";
import { targetToText } from "../../shared/rules/landing.ts";
import { Card } from "../card/card.tsx";
import { useBoard } from "../document/board.ts";
import { useDesk } from "../document/desk.ts";
import { boardWords } from "../text/board-words.ts";
import { wordsOf } from "../text/words.ts";
import { waitingPlaces } from "./waiting.ts";

const words = wordsOf(boardWords);

/** What is due in a month and has no day yet. A card dragged out gets its day; dragged in, it loses it. */
export function Tray(props: { readonly year: number; readonly month: number }) {
  const { store } = useBoard();
  const desk = useDesk();
  const period = () => `${props.year}-${String(props.month).padStart(2, "0")}`;
  const target = () => targetToText({ kind: "tray", period: period() });
  const ids = createMemo(() => waitingPlaces(props.year, props.month).flatMap((place) => store.at(place)));
  return (
    <section
      class="tray"
      aria-label={words().tray}
      data-target={target()}
      data-over={desk.heldOver() === target() ? "" : undefined}
    >
      <h2>
        {words().tray} <span>{ids().length}</span>
      </h2>
      <Show when={ids().length > 0} fallback={<p class="empty">{words().trayEmpty}</p>}>
        <For each={ids()}>{(id) => <Card id={id} office="named" />}</For>
      </Show>
      <p class="tray-hint">{words().trayHint}</p>
    </section>
  );
}
