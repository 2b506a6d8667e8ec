import { createMemo, Show } from "solid-js";
import { workdaysBetween, workdaysCountedMax } from "../../shared/rules/notice-rule.ts";
import { useBoard } from "../document/board.ts";
import { DateField } from "../parts/date-field.tsx";
import { Icon } from "../parts/icon.tsx";
import { announcedWords } from "../text/announced-words.ts";
import { dateShort } from "../text/dates.ts";
import { wordsOf } from "../text/words.ts";
import { type AnnouncedState, announcedOn, announcedState } from "./announced.ts";
import { useItem } from "./item-scope.ts";
import { Row } from "./row.tsx";

const words = wordsOf(announcedWords);

/** When people were told of the item: what the rule about late announcements goes by. */
export function AnnouncedField() {
  const { item, mayEdit } = useItem();
  const { today } = useBoard();
  const state = createMemo(() => announcedState(item(), today()));
  return (
    // Who may only look is not shown a field that waits to be filled in.
    <Show when={mayEdit() || item().announced ? state() : null}>
      {(found) => (
        <Row label={words().label[found().way]} class="item-announced">
          <Inputs state={found()} />
          <Show when={found().told}>
            <p class="item-announced-says" data-moved={found().isMoved ? "" : undefined} role="status">
              <Says state={found()} />
            </p>
          </Show>
        </Row>
      )}
    </Show>
  );
}

function Inputs(props: { readonly state: AnnouncedState }) {
  const { mayEdit, patch } = useItem();
  const latest = () => props.state.day ?? props.state.told?.of;
  return (
    <div class="item-announced-inputs">
      <DateField
        label={words().label[props.state.way]}
        value={props.state.told?.on ?? null}
        max={latest()}
        disabled={!mayEdit()}
        refuse={(on) => (announcedOn(on, props.state) ? null : words().toldAfter(dateShort(latest() ?? on)))}
        onCommit={(on) => patch({ announced: (on && announcedOn(on, props.state)) ?? undefined })}
      />
      <Show when={mayEdit() && props.state.today}>
        {(announced) => (
          <button type="button" class="btn" data-size="small" onClick={() => patch({ announced: announced() })}>
            <Icon name="mail" />
            {props.state.told ? words().again[props.state.way] : words().today[props.state.way]}
          </button>
        )}
      </Show>
    </div>
  );
}

/** How early that is, or that the item has moved since. */
function Says(props: { readonly state: AnnouncedState }) {
  const { board } = useItem();
  const text = () => {
    const { told, isMoved } = props.state;
    if (!told) return "";
    if (isMoved) return words().toldFor(dateShort(told.of));
    const count = workdaysBetween(told.on, told.of, board.calendar());
    return count < workdaysCountedMax ? words().workdaysBefore(count) : words().manyWorkdaysBefore(count);
  };
  return <>{text()}</>;
}
