import { createEffect, onMount } from "solid-js";
import { textEdit } from "../../shared/document/text-edit.ts";
import { useBoard } from "../document/board.ts";
import { useDesk } from "../document/desk.ts";
import { redoLast, undoLast } from "../document/undoing.ts";
import { caretThrough, rebaseText } from "./text-rebase.ts";

/**
 * A text that several people may type in at once. What others do comes in while one types, and the caret stays where the
 * person put it. While an input method composes a syllable (Telex, VNI), nothing is written and nothing is shown from
 * outside: setting the field then would break the syllable. What came in meanwhile is brought together afterwards.
 */
export function LiveText(props: {
  readonly label: string;
  readonly value: string;
  readonly class: string;
  readonly placeholder: string;
  readonly maxLength: number;
  readonly isReadOnly: boolean;
  /** `line`: one paragraph, however long; `text`: as many as one likes. */
  readonly shape: "line" | "text";
  onType(text: string, caret: number): void;
}) {
  const board = useBoard();
  const desk = useDesk();
  let area!: HTMLTextAreaElement; // set by ref before mounting
  let isComposing = false;
  /** What the field and the document agreed on last. */
  let base = "";

  const grow = () => {
    // The mirror behind the field has the same text and gives both their height (see item.css).
    if (area.parentElement) area.parentElement.dataset.text = `${area.value} `;
  };
  const show = (text: string) => {
    if (area.value !== text) {
      const edit = textEdit(area.value, text);
      const { selectionStart, selectionEnd } = area;
      area.value = text;
      // A field that has no focus would take it with its selection in some browsers.
      if (document.activeElement === area)
        area.setSelectionRange(caretThrough(edit, selectionStart), caretThrough(edit, selectionEnd));
    }
    base = text;
    grow();
  };
  const flush = () => {
    const typed = props.shape === "line" ? area.value.replace(/[\r\n]/g, " ") : area.value;
    const mine = { text: typed, caret: area.selectionStart };
    const { text, caret } = rebaseText({ base, mine, theirs: props.value });
    if (area.value !== text) {
      area.value = text;
      area.setSelectionRange(caret, caret);
    }
    base = text;
    if (text !== props.value) props.onType(text, caret);
    // What the document made of it, if it is not what was typed (the item is gone, or refused).
    show(props.value);
  };
  const endComposition = () => {
    isComposing = false;
    flush();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing || isComposing) return;
    const key = event.key.toLowerCase();
    if (props.shape === "line" && key === "enter") return event.preventDefault();
    if (!event.ctrlKey && !event.metaKey) return;
    // The browser's own undo would take back what others typed, too.
    const isRedo = key === "y" || (key === "z" && event.shiftKey);
    if (!isRedo && key !== "z") return;
    event.preventDefault();
    event.stopPropagation();
    if (isRedo) redoLast(board, desk);
    else undoLast(board, desk);
  };
  createEffect(() => {
    const text = props.value;
    if (isComposing) return;
    show(text);
  });
  onMount(grow);

  return (
    <div class={`item-grow ${props.class}`}>
      <textarea
        ref={area}
        aria-label={props.label}
        rows={1}
        placeholder={props.placeholder}
        maxLength={props.maxLength}
        readOnly={props.isReadOnly}
        spellcheck={false}
        on:compositionstart={() => {
          isComposing = true;
        }}
        on:compositionend={endComposition}
        on:input={(event: InputEvent) => {
          grow();
          if (!isComposing && !event.isComposing) flush();
        }}
        on:keydown={onKeyDown}
        onBlur={() => isComposing && endComposition()}
      />
    </div>
  );
}
