import "./refused-panel.css";
import { createMemo, createSignal, createUniqueId, For, Show } from "solid-js";
import type { Item } from "../../shared/model/item.ts";
import { useBoard } from "../document/board.ts";
import { useDesk } from "../document/desk.ts";
import { whyFixed } from "../document/permission.ts";
import { copyText } from "../parts/copy-text.ts";
import { Icon } from "../parts/icon.tsx";
import { refusedWords } from "../text/refused-words.ts";
import { wordsOf } from "../text/words.ts";
import { lineToText, type RefusedParagraph, refusedToParagraphs, refusedToText } from "./refused-text.ts";

const words = wordsOf(refusedWords);

/**
 * What was written here and did not come into the programme: about what, why, and the words themselves to take along. It
 * stands above the board, covers nothing and blocks nothing, until the person has seen to it.
 */
export function RefusedPanel() {
  const board = useBoard();
  const desk = useDesk();
  const { changes, dismissAll } = board.setbacks;
  const [isFolded, setFolded] = createSignal(false);
  const listId = createUniqueId();
  const around = () => ({
    names: board.names(),
    item: board.store.item,
    whyFixed: (item: Item) => whyFixed(board.actor, item),
  });
  const paragraphs = createMemo(() => refusedToParagraphs(changes(), around()));
  const copy = async () => {
    const isCopied = await copyText(refusedToText(changes(), around()));
    desk.say({ text: isCopied ? words().copied : words().notCopied });
  };
  return (
    <section class="refused" aria-label={words().title(changes().length)}>
      <header class="refused-head">
        <Icon name="info" />
        <h2 role="alert">{words().title(changes().length)}</h2>
        <button type="button" class="btn" data-size="small" onClick={() => void copy()}>
          <Icon name="copy" />
          {words().copy}
        </button>
        <button type="button" class="btn" data-size="small" onClick={() => dismissAll()}>
          {words().dismissAll}
        </button>
        <button
          type="button"
          class="icon-btn"
          aria-expanded={!isFolded()}
          aria-controls={listId}
          aria-label={isFolded() ? words().unfold : words().fold}
          onClick={() => setFolded(!isFolded())}
        >
          <Icon name={isFolded() ? "chevron-down" : "chevron-up"} />
        </button>
      </header>
      <div id={listId} class="refused-body" hidden={isFolded()}>
        <p class="refused-lead">{words().lead}</p>
        <ul>
          <For each={paragraphs()}>{(paragraph) => <Paragraph paragraph={paragraph} />}</For>
        </ul>
      </div>
    </section>
  );
}

function Paragraph(props: { readonly paragraph: RefusedParagraph }) {
  const board = useBoard();
  const desk = useDesk();
  /** The item, while there is one to open. */
  const itemId = () => {
    const { root, entry } = props.paragraph.changes[0] ?? { root: "", entry: null };
    return root === "items" && entry !== null && board.store.item(entry) ? entry : null;
  };
  return (
    <li class="refused-change">
      <div class="refused-words">
        <b>{props.paragraph.matter}</b>
        <span class="refused-why">{props.paragraph.why}</span>
        <Show when={props.paragraph.wrote.length > 0}>
          <p>
            <span class="refused-wanted">{words().wanted}</span>
            <For each={props.paragraph.wrote}>{(line) => <q>{lineToText(line)}</q>}</For>
          </p>
        </Show>
      </div>
      <Show when={itemId()}>
        {(id) => (
          <button
            type="button"
            class="btn"
            data-size="small"
            aria-label={words().openOf(props.paragraph.matter)}
            onClick={() => desk.select(id())}
          >
            {words().open}
          </button>
        )}
      </Show>
      <button
        type="button"
        class="icon-btn"
        aria-label={words().dismissOf(props.paragraph.matter)}
        title={words().dismiss}
        onClick={() => props.paragraph.changes.forEach(board.setbacks.dismiss)}
      >
        <Icon name="close" />
      </button>
    </li>
  );
}
