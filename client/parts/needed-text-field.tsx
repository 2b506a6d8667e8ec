import "./needed-text-field.css";
import { onMount, Show } from "solid-js";
import type { NeededText } from "./needed-text.ts";

/** The field of a needed text with its label above and, once it was asked for in vain, what is missing below. Takes the focus as it opens. */
export function NeededTextField(props: {
  readonly needed: NeededText;
  readonly label: string;
  readonly missing: string;
  readonly lengthMax: number;
  readonly rows: number;
  readonly hint?: string;
}) {
  let field!: HTMLTextAreaElement; // set by ref before mounting
  onMount(() => {
    props.needed.hold(field);
    field.focus();
  });
  return (
    <>
      <label class="needed">
        {props.label}
        <textarea
          ref={field}
          class="field"
          rows={props.rows}
          maxLength={props.lengthMax}
          aria-invalid={props.needed.isMissing()}
          placeholder={props.hint}
          value={props.needed.text()}
          onInput={(event) => props.needed.write(event.currentTarget.value)}
        />
      </label>
      <Show when={props.needed.isMissing()}>
        <p class="needed-missing" role="alert">
          {props.missing}
        </p>
      </Show>
    </>
  );
}
