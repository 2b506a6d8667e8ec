import "./phone-frame.css";
import { createMemo, For, Show } from "solid-js";
import { weekOf } from "../../shared/kit/week.ts";
import { lunarOf } from "../../shared/rules/lunar.ts";
import { may } from "../../shared/rules/rights.ts";
import { todayInHanoi } from "../clock.ts";
import { useBoard } from "../document/board.ts";
import { daysShown } from "../document/days-shown.ts";
import { useDesk } from "../document/desk.ts";
import { countOverlaps, openOf, overlapsShown } from "../document/overlaps-shown.ts";
import { Icon } from "../parts/icon.tsx";
import type { IconName } from "../parts/icon-paths.ts";
import { dayLookedAt, type Place, placeAfter, placeOfDay, thisMonth } from "../place.ts";
import { appWords } from "../text/app-words.ts";
import { dateWithWeekday, lunarDate, monthTitle, weekShort } from "../text/dates.ts";
import { wordsOf } from "../text/words.ts";
import { Faces } from "./faces.tsx";
import { SavedState } from "./saved-state.tsx";

const words = wordsOf(appWords);

/** The head of a phone: which day or month, back and forward, what is saved. */
export function PhoneHeader(props: {
  readonly onCast: () => void;
  readonly isCasting: boolean;
  readonly onLeave: () => void;
}) {
  const board = useBoard();
  const desk = useDesk();
  const title = () => titleOf(desk.place());
  return (
    <header class="phone-header">
      <button
        type="button"
        class="icon-btn"
        aria-label={words().before}
        onClick={() => desk.go(placeAfter(desk.place(), -1))}
      >
        <Icon name="chevron-left" />
      </button>
      <div class="phone-title">
        <h1>{title().name}</h1>
        <small>{title().detail}</small>
      </div>
      <button
        type="button"
        class="icon-btn"
        aria-label={words().after}
        onClick={() => desk.go(placeAfter(desk.place(), 1))}
      >
        <Icon name="chevron-right" />
      </button>
      <span class="phone-space" />
      <button
        type="button"
        class="icon-btn phone-joint"
        aria-label={words().showJoint}
        aria-pressed={desk.side() === "joint"}
        data-live={board.joint.running().length > 0 ? "" : undefined}
        onClick={() => desk.showSide(desk.side() === "joint" ? "none" : "joint")}
      >
        <Icon name="people" />
      </button>
      <Show when={may(board.actor, "drive-screen")}>
        <button
          type="button"
          class="icon-btn"
          aria-label={words().cast}
          aria-pressed={props.isCasting}
          onClick={() => props.onCast()}
        >
          <Icon name="screen" />
        </button>
      </Show>
      <SavedState />
      <Faces onLeave={props.onLeave} />
    </header>
  );
}

/** The foot of a phone: the four places one goes to, and how many overlaps there are. */
export function PhoneNav() {
  const board = useBoard();
  const desk = useDesk();
  const count = createMemo(() =>
    countOverlaps(openOf(overlapsShown(board.store, daysShown(desk.place())), board.settlements.isQuiet)),
  );
  const views: readonly { view: Place["view"]; icon: IconName; label: () => string; go: () => Place }[] = [
    { view: "week", icon: "list", label: () => words().day, go: () => placeOfDay(todayInHanoi()) },
    { view: "month", icon: "calendar", label: () => words().month, go: thisMonth },
    { view: "directory", icon: "book", label: () => words().directory, go: () => ({ view: "directory" }) },
  ];
  const go = (place: Place) => {
    desk.select(null);
    desk.go(place);
  };
  return (
    <nav class="phone-nav" aria-label={words().views}>
      <For each={views}>
        {(one) => (
          <button
            type="button"
            aria-current={desk.place().view === one.view && desk.side() !== "overlaps" ? "page" : undefined}
            onClick={() => go(one.go())}
          >
            <Icon name={one.icon} />
            {one.label()}
          </button>
        )}
      </For>
      <button
        type="button"
        aria-current={desk.side() === "overlaps" ? "page" : undefined}
        onClick={() => desk.showSide(desk.side() === "overlaps" ? "none" : "overlaps")}
      >
        <span class="phone-counts" aria-hidden="true">
          <b data-certainty="certain">▲{count().certain}</b>
          <b data-certainty="probable">◆{count().probable}</b>
        </span>
        <span aria-hidden="true">{words().overlaps}</span>
        <span class="hidden-but-read">{words().showOverlaps(count().certain, count().probable, count().possible)}</span>
      </button>
    </nav>
  );
}

function titleOf(place: Place): { name: string; detail: string } {
  switch (place.view) {
    case "week": {
      const day = dayLookedAt(place);
      return {
        name: dateWithWeekday(day),
        detail: `${weekShort(weekOf(day))} · ${lunarDate(lunarOf(day))}`,
      };
    }
    case "month":
      return { name: monthTitle(place.year, place.month), detail: "" };
    case "directory":
      return { name: words().directory, detail: "" };
    case "minutes":
      return { name: words().joint, detail: "" };
    case "screens":
      return { name: words().screens, detail: "" };
  }
}
