import type { JSX } from "solid-js";

/** A line of the item: what it is called on the left, what it says on the right. */
export function Row(props: { readonly label: string; readonly children: JSX.Element; readonly class?: string }) {
  return (
    <div class={`item-row ${props.class ?? ""}`} role="group" aria-label={props.label}>
      <span class="item-label" aria-hidden="true">
        {props.label}
      </span>
      <div class="item-value">{props.children}</div>
    </div>
  );
}
