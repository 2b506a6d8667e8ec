import { createSignal, onMount, Show } from "solid-js";
import { may } from "../../shared/rules/rights.ts";
import { useBoard } from "../document/board.ts";
import { Icon } from "../parts/icon.tsx";
import { pasteWords } from "../text/paste-words.ts";
import { wordsOf } from "../text/words.ts";
import { hasTable, markupToText } from "./markup-lines.ts";
import { usePaste } from "./paste-context.ts";
import { textLengthMax } from "./paste-input.ts";
import { bytesToText, isTextFile } from "./text-file.ts";

const words = wordsOf(pasteWords);
/** A letter takes at most three bytes of UTF-8; a larger file is too long whatever is in it. */
const fileSizeMaxBytes = textLengthMax * 3;

const styleSheets = /<style[\s>][\s\S]*?(?:<\/style>|$)/gi;

/** The first step: a text pasted, typed or dropped. What is pasted into the empty field is read at once. */
export function TextStage() {
  const board = useBoard();
  const { input } = usePaste();
  let area!: HTMLTextAreaElement; // set by ref before mounting
  const [isOver, setOver] = createSignal(false);
  onMount(() => area.focus());

  const takeFile = async (file: File | undefined) => {
    if (!file) return;
    if (!isTextFile(file)) return input.setProblem("no-text-file");
    if (file.size > fileSizeMaxBytes) return input.setProblem("too-long");
    const text = bytesToText(new Uint8Array(await file.arrayBuffer()));
    if (text === null) return input.setProblem("unknown-letters");
    input.setText(text);
    await input.read();
  };
  const onPaste = (event: ClipboardEvent) => {
    const pasted = clipboardText(event.clipboardData);
    if (pasted === null) return;
    event.preventDefault();
    const isAll = area.selectionEnd - area.selectionStart === area.value.length;
    area.setRangeText(pasted, area.selectionStart, area.selectionEnd, "end");
    input.setText(area.value);
    if (isAll) void input.read();
  };

  return (
    <form
      class="paste-text"
      onSubmit={(event) => {
        event.preventDefault();
        void input.read();
      }}
    >
      <p class="paste-hint" id="paste-hint">
        {words().textHint}
      </p>
      <Show when={!may(board.actor, "add")}>
        <p class="paste-note">{words().guest}</p>
      </Show>
      <div class="paste-area" data-over={isOver() ? "" : undefined}>
        <textarea
          ref={area}
          class="field"
          aria-label={words().textLabel}
          aria-describedby="paste-hint paste-problem"
          aria-invalid={input.problem() !== null}
          spellcheck={false}
          placeholder={words().placeholder}
          value={input.text()}
          onInput={(event) => input.setText(event.currentTarget.value)}
          onPaste={onPaste}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(event.dataTransfer?.types.includes("Files") ?? false);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={(event) => {
            setOver(false);
            const file = event.dataTransfer?.files[0];
            if (!file) return;
            event.preventDefault();
            void takeFile(file);
          }}
          onKeyDown={(event) => {
            if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void input.read();
          }}
        />
        <Show when={isOver()}>
          <p class="paste-drop">
            <Icon name="tray" />
            {words().dropHere}
          </p>
        </Show>
      </div>
      <p class="paste-problem" id="paste-problem" role="alert">
        {problemText(input.problem())}
      </p>
      <div class="paste-foot">
        <label class="btn paste-file">
          <input
            type="file"
            class="hidden-but-read"
            accept=".txt,.csv,.tsv,.md,text/plain"
            onChange={(event) => void takeFile(event.currentTarget.files?.[0])}
          />
          {words().chooseFile}
        </label>
        <button type="submit" class="btn" data-tone="primary" disabled={input.isReading()}>
          {input.isReading() ? words().reading : words().read}
        </button>
      </div>
    </form>
  );
}

/** Tables out of Word, Excel or a page as tabbed lines; null leaves plain text to the browser, which keeps its undo. */
function clipboardText(data: DataTransfer | null): string | null {
  const markup = data?.getData("text/html") ?? "";
  if (markup !== "" && markup.length < textLengthMax * 20) {
    // A document made this way runs no script and loads nothing; of a style sheet in it the browser would complain (CSP).
    const { body } = new DOMParser().parseFromString(markup.replace(styleSheets, ""), "text/html");
    if (hasTable(body)) return markupToText(body);
  }
  const plain = data?.getData("text/plain") ?? "";
  return plain === "" ? null : plain;
}

function problemText(problem: ReturnType<ReturnType<typeof usePaste>["input"]["problem"]>): string {
  return problem === null ? "" : words().problem[problem];
}
