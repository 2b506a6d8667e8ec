import "./header.css";
import { createMemo, For, Show } from "solid-js";
import { dayOf } from "../../shared/kit/day.ts";
import { weekOf } from "../../shared/kit/week.ts";
import { certainties } from "../../shared/model/overlap.ts";
import { may } from "../../shared/rules/rights.ts";
import { certaintySign } from "../card/mark.tsx";
import { useBoard } from "../document/board.ts";
import { daysShown } from "../document/days-shown.ts";
import { useDesk } from "../document/desk.ts";
import { countOverlaps, openOf, overlapsShown } from "../document/overlaps-shown.ts";
import { redoLast, undoLast } from "../document/undoing.ts";
import { Icon } from "../parts/icon.tsx";
import { LanguageChoice } from "../parts/language-choice.tsx";
import { isOfDays, type Place, placeAfter, thisMonth, thisPlace, thisWeek } from "../place.ts";
import { appWords } from "../text/app-words.ts";
import { monthTitle, weekTitle } from "../text/dates.ts";
import { wordsOf } from "../text/words.ts";
import { Faces } from "./faces.tsx";
import { SavedState } from "./saved-state.tsx";

const words = wordsOf(appWords);

/** The board's edge: where one looks, what clashes there, what is saved, who is here. */
export function Header(props: {
  readonly onPaste: () => void;
  readonly onKeys: () => void;
  readonly onCast: () => void;
  readonly isCasting: boolean;
  readonly onLeave: () => void;
}) {
  const board = useBoard();
  const desk = useDesk();
  return (
    <header class="header">
      <div class="header-brand">
        Liên Thông<small>{words().city}</small>
      </div>
      <Views />
      <Show when={isOfDays(desk.place())}>
        <Stepping />
      </Show>
      <span class="header-space" />
      <Show when={isOfDays(desk.place())}>
        <OverlapCount />
      </Show>
      <JointButton />
      <Show when={may(board.actor, "edit")}>
        <div class="header-tools">
          <button
            type="button"
            class="icon-btn"
            aria-label={words().undo}
            title={`${words().undo} (Ctrl+Z)`}
            disabled={!board.history.canUndo()}
            onClick={() => undoLast(board, desk)}
          >
            <Icon name="undo" />
          </button>
          <button
            type="button"
            class="icon-btn"
            aria-label={words().redo}
            title={`${words().redo} (Ctrl+Y)`}
            disabled={!board.history.canRedo()}
            onClick={() => redoLast(board, desk)}
          >
            <Icon name="redo" />
          </button>
          <button
            type="button"
            class="btn"
            aria-label={words().paste}
            title={`${words().paste} (P)`}
            onClick={() => props.onPaste()}
          >
            <Icon name="paste" />
            <span class="header-wide">{words().paste}</span>
          </button>
          <button
            type="button"
            class="icon-btn"
            aria-label={words().cast}
            title={words().cast}
            aria-pressed={props.isCasting}
            onClick={() => props.onCast()}
          >
            <Icon name="screen" />
          </button>
        </div>
      </Show>
      <SavedState />
      <Faces onLeave={props.onLeave} />
      <LanguageChoice label={words().language} size="small" />
      <button
        type="button"
        class="icon-btn header-wide"
        aria-label={words().keys}
        title={`${words().keys} (?)`}
        onClick={() => props.onKeys()}
      >
        <Icon name="question" />
      </button>
    </header>
  );
}

function Views() {
  const desk = useDesk();
  const views: readonly { view: "week" | "month" | "directory"; go: () => Place }[] = [
    { view: "week", go: () => weekAround(desk.place()) },
    { view: "month", go: () => monthAround(desk.place()) },
    { view: "directory", go: () => ({ view: "directory" }) },
  ];
  return (
    <nav class="header-views" aria-label={words().views}>
      <For each={views}>
        {(one) => (
          <button type="button" aria-pressed={desk.place().view === one.view} onClick={() => desk.go(one.go())}>
            {words()[one.view]}
          </button>
        )}
      </For>
    </nav>
  );
}

function Stepping() {
  const desk = useDesk();
  const title = () => {
    const place = desk.place();
    if (place.view === "week") return weekTitle(place.week);
    return place.view === "month" ? monthTitle(place.year, place.month) : "";
  };
  return (
    <div class="header-when">
      <button
        type="button"
        class="icon-btn"
        aria-label={words().before}
        title={`${words().before} ([)`}
        onClick={() => desk.go(placeAfter(desk.place(), -1))}
      >
        <Icon name="chevron-left" />
      </button>
      <h1 aria-live="polite">{title()}</h1>
      <button
        type="button"
        class="icon-btn"
        aria-label={words().after}
        title={`${words().after} (])`}
        onClick={() => desk.go(placeAfter(desk.place(), 1))}
      >
        <Icon name="chevron-right" />
      </button>
      <button type="button" class="btn" title={`${words().today} (T)`} onClick={() => desk.go(thisPlace(desk.place()))}>
        {words().today}
      </button>
    </div>
  );
}

function OverlapCount() {
  const board = useBoard();
  const desk = useDesk();
  const count = createMemo(() =>
    countOverlaps(openOf(overlapsShown(board.store, daysShown(desk.place())), board.settlements.isQuiet)),
  );
  return (
    <button
      type="button"
      class="header-count"
      aria-pressed={desk.side() === "overlaps"}
      onClick={() => desk.showSide(desk.side() === "overlaps" ? "none" : "overlaps")}
    >
      <span class="hidden-but-read">{words().showOverlaps(count().certain, count().probable, count().possible)}</span>
      <For each={certainties}>
        {(certainty) => (
          <span data-certainty={certainty} aria-hidden="true">
            {certaintySign[certainty]} {count()[certainty]}
          </span>
        )}
      </For>
      <span class="header-wide" aria-hidden="true">
        {words().overlaps}
      </span>
    </button>
  );
}

/** The joint session: opens it, and says while one is on. */
function JointButton() {
  const board = useBoard();
  const desk = useDesk();
  return (
    <button
      type="button"
      class="header-count header-joint"
      aria-pressed={desk.side() === "joint"}
      title={words().showJoint}
      onClick={() => desk.showSide(desk.side() === "joint" ? "none" : "joint")}
    >
      <Icon name="people" />
      <span class="header-wide">{words().joint}</span>
      <Show when={board.joint.running().length > 0}>
        <span class="header-live">{words().jointLive}</span>
      </Show>
    </button>
  );
}

/** The week one comes to from a month: this one when it lies in it, else its first. */
function weekAround(place: Place): Place {
  if (place.view === "week") return place;
  const now = thisMonth();
  if (place.view !== "month" || (now.view === "month" && now.year === place.year && now.month === place.month))
    return thisWeek();
  const first = dayOf(place.year, place.month, 1);
  return first ? { view: "week", week: weekOf(first) } : thisWeek();
}

/** The month one comes to from a week: of its Thursday. */
function monthAround(place: Place): Place {
  if (place.view === "month") return place;
  if (place.view !== "week") return thisMonth();
  const thursday = daysShown(place)[3];
  return thursday
    ? { view: "month", year: Number(thursday.slice(0, 4)), month: Number(thursday.slice(5, 7)) }
    : thisMonth();
}
