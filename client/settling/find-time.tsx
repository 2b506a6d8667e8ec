import "./find-time.css";
import { Dialog } from "@kobalte/core/dialog";
import { For, Show } from "solid-js";
import type { Obstacle, Slot } from "../../shared/model/slot.ts";
import { signOf } from "../../shared/rules/overlap-order.ts";
import { type OverlapContext, overlapToGhost, overlapToWords } from "../../shared/text/overlap-words.ts";
import { useBoard } from "../document/board.ts";
import { type Seeking, useDesk } from "../document/desk.ts";
import { DateField } from "../parts/date-field.tsx";
import { EntryField } from "../parts/entry-field.tsx";
import { Icon } from "../parts/icon.tsx";
import { whenText } from "../text/dates.ts";
import { findTimeWords } from "../text/find-time-words.ts";
import { itemWords } from "../text/item-words.ts";
import { language } from "../text/language.ts";
import { wordsOf } from "../text/words.ts";
import { createTimeSearch, withSlot } from "./time-search.ts";
import { titleIn } from "./way-text.ts";

const words = wordsOf(findTimeWords);
const nouns = wordsOf(itemWords);
const sessionsAsked = ["morning", "afternoon", "evening"] as const;

/** A time that suits everybody of all three offices, for an item that stands on the board or for a new one. */
export function FindTime(props: { readonly seeking: Seeking; readonly onClose: () => void }) {
  const board = useBoard();
  const desk = useDesk();
  // A dialog is opened for one item and closed with it.
  const { item, take } = props.seeking;
  const search = createTimeSearch(board, desk, props.seeking);
  const choose = (slot: Slot) => {
    if (!search.isStill(slot)) return desk.say({ text: words().changed, tone: "warning" });
    props.onClose();
    take(withSlot(item, slot));
  };
  // The page behind never scrolls; locking it too would send Kobalte 0.13 round in circles when a menu opens on top.
  return (
    <Dialog open preventScroll={false} onOpenChange={(isOpen) => !isOpen && props.onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay class="sheet-veil time-veil" />
        <Dialog.Content class="sheet time">
          <Dialog.Title class="sheet-title">{words().title(titleIn(item))}</Dialog.Title>
          <Dialog.CloseButton class="icon-btn sheet-close" aria-label={words().close}>
            <Icon name="close" />
          </Dialog.CloseButton>
          <Wish search={search} />
          <Show when={search.answer()} fallback={<p class="time-sum">{words().noneAtAll}</p>}>
            {(answer) => (
              <>
                <p class="time-sum" role="status">
                  {answer().looked === 0
                    ? words().noneAtAll
                    : answer().free > 0
                      ? words().found(answer().free, answer().looked)
                      : words().noneFree(answer().looked)}
                </p>
                <Show when={answer().free === 0 && answer().looked > 0}>
                  <ul class="time-obstacles">
                    <For each={answer().obstacles.slice(0, 5)}>
                      {(obstacle) => <InTheWay obstacle={obstacle} other={search.other} />}
                    </For>
                  </ul>
                  <p class="time-sum">{words().leastBad}</p>
                </Show>
                <ol class="time-slots">
                  <For each={answer().slots}>
                    {(slot) => (
                      <SlotRow slot={slot} candidate={withSlot(item, slot)} other={search.other} onTake={choose} />
                    )}
                  </For>
                </ol>
              </>
            )}
          </Show>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog>
  );
}

/** Looks up an item of the board, or one that will stand beside it. */
type Other = ReturnType<typeof createTimeSearch>["other"];

function Wish(props: { readonly search: ReturnType<typeof createTimeSearch> }) {
  const wish = () => props.search.wish();
  const takeLength = (typed: string): string | null => {
    const minutes = Number(typed);
    if (typed !== "" && !(Number.isInteger(minutes) && minutes >= 15 && minutes <= 720)) return words().noLength;
    props.search.change({ lengthMin: typed === "" ? null : minutes });
    return null;
  };
  const toggle = (session: (typeof sessionsAsked)[number], isAsked: boolean) =>
    props.search.change({
      sessions: sessionsAsked.filter((one) => (one === session ? isAsked : wish().sessions.includes(one))),
    });
  return (
    <div class="time-wish">
      <div>
        <span>{words().from}</span>
        <DateField
          label={words().from}
          value={wish().from}
          isRequired
          onCommit={(from) => from && props.search.change({ from, to: wish().to < from ? from : wish().to })}
        />
      </div>
      <div>
        <span>{words().to}</span>
        <DateField
          label={words().to}
          value={wish().to}
          isRequired
          onCommit={(to) => to && props.search.change({ to })}
        />
      </div>
      <div>
        <span>{words().length}</span>
        <EntryField
          label={words().length}
          value={wish().lengthMin === null ? "" : String(wish().lengthMin)}
          placeholder={props.search.usualMin() === null ? undefined : String(props.search.usualMin())}
          inputMode="numeric"
          onCommit={takeLength}
        />
      </div>
      <fieldset class="time-sessions">
        <legend>{words().sessions}</legend>
        <For each={sessionsAsked}>
          {(session) => (
            <label>
              <input
                type="checkbox"
                checked={wish().sessions.includes(session)}
                onChange={(event) => toggle(session, event.currentTarget.checked)}
              />
              {nouns().session[session]}
            </label>
          )}
        </For>
      </fieldset>
    </div>
  );
}

function InTheWay(props: { readonly obstacle: Obstacle; readonly other: Other }) {
  const board = useBoard();
  const said = () =>
    overlapToWords(props.obstacle.example, { ...board.overlapContext(), item: props.other }, language());
  return (
    <li>
      <b>{words().obstacle(said().name || said().headline, props.obstacle.count)}</b>
      <span>{words().forExample(said().reason)}</span>
    </li>
  );
}

const clashesMax = 3;

function SlotRow(props: {
  readonly slot: Slot;
  readonly other: Other;
  readonly candidate: ReturnType<typeof withSlot>;
  onTake(slot: Slot): void;
}) {
  const board = useBoard();
  const slot = () => props.slot;
  const titles = () => slot().displaced.map((id) => `“${titleIn(props.other(id))}”`);
  const context = (): OverlapContext => {
    const { id } = props.candidate;
    const item = (other: string) => (other === id ? props.candidate : props.other(other));
    return { ...board.overlapContext(id), item };
  };
  return (
    <li class="time-slot" data-fit={slot().fit}>
      <div class="time-says">
        <p class="time-when">
          <b>{whenText(slot().when)}</b>
          <Show when={slot().room}>
            {(room) => <span> {words().inRoom(board.names().of(`room:${room()}`).name)}</span>}
          </Show>
        </p>
        <p class="time-fit">
          <Icon name={slot().fit === "free" ? "settled" : slot().fit === "possible" ? "possible" : "certain"} />{" "}
          {words().fit[slot().fit]}
          <Show when={slot().attendance.of > 0}>
            {" · "}
            {slot().attendance.share === "all"
              ? words().everybody
              : words().attendance(slot().attendance.free, slot().attendance.of)}
          </Show>
        </p>
        <For each={slot().clashes.slice(0, clashesMax)}>
          {(overlap) => (
            <p class="time-clash" data-certainty={signOf(overlap)}>
              {overlapToGhost(overlap, context(), language())}
            </p>
          )}
        </For>
        <Show when={slot().clashes.length > clashesMax}>
          <p class="time-clash">{words().more(slot().clashes.length - clashesMax)}</p>
        </Show>
        <Show when={titles().length > 0}>
          <p class="time-clash">{words().displaces(titles().join(", "))}</p>
        </Show>
      </div>
      <button
        type="button"
        class="btn"
        data-size="small"
        aria-label={`${slot().fit === "clash" ? words().takeAnyway : words().take}: ${whenText(slot().when)}`}
        onClick={() => props.onTake(slot())}
      >
        {slot().fit === "clash" ? words().takeAnyway : words().take}
      </button>
    </li>
  );
}
