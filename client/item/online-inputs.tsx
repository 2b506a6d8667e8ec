import type { Venue } from "../../shared/model/venue.ts";
import { EntryField } from "../parts/entry-field.tsx";
import { Icon } from "../parts/icon.tsx";
import { inspectorWords } from "../text/inspector-words.ts";
import { wordsOf } from "../text/words.ts";
import { parseCount, withOnline, withOnlineCount } from "./venue-changes.ts";

const words = wordsOf(inspectorWords);

/** The online part of an item: how many bridging points, how many delegates, as far as it is known. */
export function OnlineInputs(props: {
  readonly venue: Venue | undefined;
  readonly isOff: boolean;
  onPut(venue: Venue | undefined): void;
}) {
  const count = (field: "points" | "delegates", text: string) => {
    const parsed = parseCount(text);
    if (parsed === undefined) return words().notANumber;
    props.onPut(withOnlineCount(props.venue, field, parsed));
    return null;
  };
  const shown = (field: "points" | "delegates") => String(props.venue?.online?.[field] ?? "");
  return (
    <div class="item-online">
      <Icon name="online" label={words().online} />
      <EntryField
        label={words().points}
        value={shown("points")}
        inputMode="numeric"
        placeholder="…"
        maxLength={12}
        disabled={props.isOff}
        onCommit={(text) => count("points", text)}
      />
      <span>{words().pointsUnit}</span>
      <EntryField
        label={words().delegates}
        value={shown("delegates")}
        inputMode="numeric"
        placeholder="…"
        maxLength={12}
        disabled={props.isOff}
        onCommit={(text) => count("delegates", text)}
      />
      <span>{words().delegatesUnit}</span>
      <button
        type="button"
        class="icon-btn item-small"
        aria-label={words().removeOnline}
        disabled={props.isOff}
        onClick={() => props.onPut(withOnline(props.venue, false))}
      >
        <Icon name="close" />
      </button>
    </div>
  );
}
