import { createSignal, For, Show } from "solid-js";
import { minuteToText } from "../../shared/kit/minute.ts";
import type { Item } from "../../shared/model/item.ts";
import { certainties } from "../../shared/model/overlap.ts";
import { may } from "../../shared/rules/rights.ts";
import { useBoard } from "../document/board.ts";
import { useDesk } from "../document/desk.ts";
import { Icon } from "../parts/icon.tsx";
import { whenText } from "../text/dates.ts";
import { findTimeWords } from "../text/find-time-words.ts";
import { pasteWords } from "../text/paste-words.ts";
import { wordsOf } from "../text/words.ts";
import { overlapSigns } from "./overlap-signs.ts";
import { usePaste } from "./paste-context.ts";
import type { PasteRow } from "./paste-review.ts";
import { changedItem, type Plan } from "./plan.ts";
import { RowChanges } from "./row-changes.tsx";
import { RowEdit } from "./row-edit.tsx";
import { RowPeople, RowVenue } from "./row-people.tsx";
import type { Verdict } from "./schedule-diff.ts";

const words = wordsOf(pasteWords);
const timeWords = wordsOf(findTimeWords);

/** One read item: whether it goes onto the board, what it says, how sure each field is, and what would change. */
export function RowCard(props: { readonly rowKey: string }) {
  const { review } = usePaste();
  return <Show when={review.rows().get(props.rowKey)}>{(row) => <Card row={row()} />}</Show>;
}

function Card(props: { readonly row: PasteRow }) {
  const board = useBoard();
  const { review } = usePaste();
  const [isEditing, setEditing] = createSignal(false);
  const draft = () => props.row.draft;
  const verdict = (): Verdict["kind"] | "waiting" | null =>
    props.row.item === null ? "waiting" : (props.row.verdict?.kind ?? null);
  const isTakeable = () => verdict() === "new" || verdict() === "changed";
  const title = () => draft().title || words().noTitle;
  const changes = () => (props.row.verdict?.kind === "changed" ? props.row.verdict.changes : []);
  return (
    <article
      class="paste-row"
      data-verdict={verdict() ?? "unknown"}
      data-out={isTakeable() && !review.isIncluded(draft().key) ? "" : undefined}
    >
      <header>
        <Show when={isTakeable()}>
          <input
            type="checkbox"
            class="paste-tick"
            aria-label={words().include(title())}
            disabled={!may(board.actor, "add") || props.row.whyFixed !== null}
            checked={review.isIncluded(draft().key)}
            onChange={(event) => review.include(draft().key, event.currentTarget.checked)}
          />
        </Show>
        <Show when={verdict()}>{(kind) => <span class="paste-badge">{words().verdict[kind()]}</span>}</Show>
        <span
          class="paste-when"
          data-state={draft().states.date === "certain" ? draft().states.hour : draft().states.date}
        >
          <WhenText row={props.row} />
        </span>
        <RowOverlaps row={props.row} />
        <button
          type="button"
          class="icon-btn paste-edit"
          aria-expanded={isEditing()}
          onClick={() => setEditing(!isEditing())}
        >
          <Icon
            name={isEditing() ? "check" : "pencil"}
            label={`${isEditing() ? words().done : words().edit}: ${title()}`}
          />
        </button>
      </header>
      <Show
        when={isEditing()}
        fallback={
          <h3 class="paste-matter" data-state={draft().states.title}>
            {title()}
          </h3>
        }
      >
        <RowEdit draft={draft()} />
      </Show>
      <Show when={isEditing() || (isTakeable() && !hasHour(props.row))}>
        <FindTimeButton row={props.row} />
      </Show>
      <dl class="paste-fields">
        <Show when={draft().body}>
          {(body) => (
            <>
              <dt>{words().body}</dt>
              <dd>
                <span class="paste-chip" data-state="certain">
                  {board.names().of(body()).name}
                </span>
              </dd>
            </>
          )}
        </Show>
        <RowPeople draft={draft()} field="chair" roles={["chair"]} />
        <RowPeople draft={draft()} field="participants" roles={["attend", "invited"]} />
        <RowVenue draft={draft()} />
        <RowPeople draft={draft()} field="preparing" roles={["prepare", "serve"]} />
      </dl>
      <Show when={props.row.whyFixed}>
        {(why) => (
          <p class="paste-doubt" data-fixed="">
            <Icon name="lock" />
            {words().leftOut(why())}
          </p>
        )}
      </Show>
      <Show when={props.row.isRepeat}>
        <p class="paste-doubt">
          <Icon name="question" />
          {words().repeated}
        </p>
      </Show>
      <RowChanges changes={changes()} />
    </article>
  );
}

function hasHour({ item }: PasteRow): boolean {
  return item?.when.horizon === "time";
}

/**
 * A time that suits everybody the row names, beside the board and the other rows: it becomes the day, the hours and, where
 * the room is taken then, the room of the row, as if somebody had typed them.
 */
function FindTimeButton(props: { readonly row: PasteRow }) {
  const board = useBoard();
  const desk = useDesk();
  const { review } = usePaste();
  const seek = (item: Item) =>
    desk.findTime({
      item,
      beside: otherRows(review.plan(), item.id),
      take({ when, venue }) {
        if (when.horizon !== "time") return;
        const end = when.endMin === undefined ? null : minuteToText(when.endMin);
        const hours = { start: minuteToText(when.startMin), end, session: null };
        const isElsewhere = venue?.room !== undefined && venue.room !== item.venue?.room;
        const location = isElsewhere ? { location: board.names().of(`room:${venue.room}`).name } : {};
        review.correct(props.row.draft.key, { date: when.day, ...hours, ...location });
      },
    });
  return (
    <Show when={asOnBoard(props.row)}>
      {(item) => (
        <button type="button" class="btn paste-seek" data-size="small" onClick={() => seek(item())}>
          <Icon name="search" />
          {timeWords().findTime}
        </button>
      )}
    </Show>
  );
}

/** What the rest of the paste will put on the board. */
function otherRows({ adds, changes }: Plan, own: string): readonly Item[] {
  return [...adds, ...changes.map(changedItem)].filter(({ id }) => id !== own);
}

/** The item under the id it has on the board: it is not in its own way. */
function asOnBoard({ item, verdict }: PasteRow): Item | null {
  return item && verdict?.kind === "changed" ? { ...item, id: verdict.board.id } : item;
}

function WhenText(props: { readonly row: PasteRow }) {
  const when = () => props.row.draft.when;
  return (
    <Show when={when()} fallback={words().noDate}>
      {(known) => <>{whenText(known())}</>}
    </Show>
  );
}

/** Signs and numbers of the overlaps the item would bring, each certainty apart. */
function RowOverlaps(props: { readonly row: PasteRow }) {
  const { review } = usePaste();
  const id = () => (props.row.verdict?.kind === "changed" ? props.row.verdict.board.id : (props.row.item?.id ?? ""));
  const found = () => review.overlaps().get(id()) ?? [];
  return (
    <Show when={found().length > 0}>
      <span class="paste-marks" role="img" aria-label={words().overlaps(found().length)}>
        <For each={certainties}>
          {(certainty) => {
            const count = () => found().filter((overlap) => overlap.certainty === certainty).length;
            return (
              <Show when={count() > 0}>
                <span class="mark" data-certainty={certainty}>
                  {overlapSigns[certainty]} {count()}
                </span>
              </Show>
            );
          }}
        </For>
      </span>
    </Show>
  );
}
