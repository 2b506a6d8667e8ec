import { Show } from "solid-js";
import type { Venue } from "../../shared/model/venue.ts";
import { EntryField } from "../parts/entry-field.tsx";
import { Icon } from "../parts/icon.tsx";
import { inspectorWords } from "../text/inspector-words.ts";
import { wordsOf } from "../text/words.ts";
import { parseCount, withOnline, withOnlineCount } from "./venue-changes.ts";

const words = wordsOf(inspectorWords);

type OnlineProps = {
  readonly venue: Venue | undefined;
  readonly isOff: boolean;
  onPut(venue: Venue | undefined): void;
};

/** The online part of an item: how many bridging points, how many delegates, as far as it is known. */
export function OnlineInputs(props: OnlineProps) {
  return (
    <div class="item-online">
      <Count {...props} field="points" label={words().points} unit={words().pointsUnit} />
      <Count {...props} field="delegates" label={words().delegates} unit={words().delegatesUnit} />
      <Show when={!props.isOff}>
        <button
          type="button"
          class="icon-btn item-small"
          aria-label={words().removeOnline}
          onClick={() => props.onPut(withOnline(props.venue, false))}
        >
          <Icon name="close" />
        </button>
      </Show>
    </div>
  );
}

function Count(
  props: OnlineProps & { readonly field: "points" | "delegates"; readonly label: string; readonly unit: string },
) {
  const commit = (text: string) => {
    const count = parseCount(text);
    if (count === undefined) return words().notANumber;
    props.onPut(withOnlineCount(props.venue, props.field, count));
    return null;
  };
  const shown = () => String(props.venue?.online?.[props.field] ?? "");
  return (
    <div class="item-count" hidden={props.isOff && shown() === ""}>
      <EntryField
        label={props.label}
        value={shown()}
        inputMode="numeric"
        placeholder="…"
        maxLength={12}
        disabled={props.isOff}
        onCommit={commit}
      />
      <span aria-hidden="true">{props.unit}</span>
    </div>
  );
}
