import "./icon.css";
import { filledIcons, type IconName, iconPaths } from "./icon-paths.ts";

/**
 * A sign beside a text, in the text's colour and a little larger than its letters. Without a `label` it says nothing to a
 * screen reader: then the text beside it, or the button around it, must.
 */
export function Icon(props: { readonly name: IconName; readonly label?: string | undefined }) {
  return (
    <svg
      class="icon"
      data-icon={props.name}
      data-filled={filledIcons.has(props.name) ? "" : undefined}
      viewBox="0 0 16 16"
      role={props.label ? "img" : undefined}
      aria-label={props.label}
      aria-hidden={props.label ? undefined : "true"}
    >
      <path d={iconPaths[props.name]} />
    </svg>
  );
}
