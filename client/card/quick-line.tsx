import { createMemo, createResource, createSignal, For, onMount, Show } from "solid-js";
import type { Day } from "../../shared/kit/day.ts";
import type { OfficeId } from "../../shared/model/office.ts";
import type { Session } from "../../shared/model/when.ts";
import { freshId, later } from "../clock.ts";
import { useBoard } from "../document/board.ts";
import { useDesk } from "../document/desk.ts";
import { undoOffer } from "../document/undoing.ts";
import { Icon } from "../parts/icon.tsx";
import type { QuickItem, QuickPart } from "../reading/quick-item.ts";
import { boardWords } from "../text/board-words.ts";
import { whenText } from "../text/dates.ts";
import { findTimeWords } from "../text/find-time-words.ts";
import { wordsOf } from "../text/words.ts";
import { quickPartLabel } from "./quick-part-label.ts";

const words = wordsOf(boardWords);
const timeWords = wordsOf(findTimeWords);

const nothingRead: QuickItem = { item: null, parts: [] };

/**
 * One line typed as in Word becomes an item. What was understood is shown below while typing; words that the directory
 * does not know stay words and are marked. The line stays open for the next one.
 */
export function QuickLine(props: {
  readonly day: Day;
  readonly session: Session;
  readonly office: OfficeId;
  readonly label: string;
  readonly onClose: () => void;
}) {
  const board = useBoard();
  const desk = useDesk();
  const [line, setLine] = createSignal("");
  let field!: HTMLInputElement;
  onMount(() => field.focus());
  // The reader of schedules comes when the first line is opened; letters typed meanwhile are in the field already.
  const [reader, { refetch }] = createResource(() => import("../reading/quick-item.ts").catch(() => null));
  const read = createMemo(() =>
    reader()?.createQuickReader(
      { day: props.day, session: props.session, office: props.office },
      board.store.directory(),
    ),
  );
  const reading = createMemo(() => read()?.(line()) ?? nothingRead);
  const add = async () => {
    if (!reader() && !(await refetch())) return desk.say({ text: words().readerMissing });
    const { item } = reading();
    if (!item) return desk.say({ text: words().nothingRead });
    board.edits.add({ ...item, id: freshId() });
    desk.say({
      text: words().added(item.title),
      action: undoOffer(board, desk),
    });
    setLine("");
  };
  /** The same line, at a time that suits everybody it names. */
  const seek = () => {
    const { item } = reading();
    if (!item) return desk.say({ text: words().nothingRead });
    desk.findTime({
      item: { ...item, id: freshId() },
      take(placed) {
        board.edits.add(placed);
        desk.say({ text: timeWords().taken(placed.title, whenText(placed.when)), action: undoOffer(board, desk) });
        setLine("");
        // The button that led there has gone with the line; the next line is typed where this one was.
        later(0, () => field.focus());
      },
    });
  };
  const onKey = (event: KeyboardEvent) => {
    event.stopPropagation();
    // Enter that ends a Telex composition is the keyboard's, not ours.
    if (event.isComposing) return;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) seek();
    else if (event.key === "Enter") void add();
    if (event.key === "Escape") props.onClose();
  };
  return (
    <div class="quick">
      <input
        ref={field}
        class="field"
        aria-label={props.label}
        placeholder={words().addPlaceholder}
        title={words().addHelp}
        value={line()}
        onInput={(event) => setLine(event.currentTarget.value)}
        onKeyDown={onKey}
        onBlur={() => line() === "" && props.onClose()}
      />
      <Show when={reading().parts.length > 0}>
        <div class="quick-parts" aria-live="polite">
          <For each={reading().parts}>{(part) => <Part part={part} />}</For>
        </div>
      </Show>
      <Show when={reading().item}>
        <button type="button" class="btn" data-size="small" title={words().seekHelp} onClick={seek}>
          <Icon name="search" />
          {timeWords().findTime}
        </button>
      </Show>
    </div>
  );
}

function Part(props: { readonly part: QuickPart }) {
  return (
    <span class="quick-part" data-loose={props.part.isLoose ? "" : undefined}>
      {quickPartLabel(props.part.field)} <b>{props.part.text}</b>
      <Show when={props.part.isLoose}> ({words().unresolved})</Show>
    </span>
  );
}
