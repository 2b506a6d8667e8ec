import "./menu.css";
import { DropdownMenu } from "@kobalte/core/dropdown-menu";
import { For, type JSX, Match, Switch } from "solid-js";
import { Icon } from "./icon.tsx";
import type { IconName } from "./icon-paths.ts";

/** A line of a menu: something to do, one choice of several, or a rule between. */
export type MenuEntry =
  | {
      readonly kind: "act";
      readonly label: string;
      readonly icon?: IconName;
      readonly tone?: "plain" | "danger";
      readonly run: () => void;
    }
  | {
      readonly kind: "choice";
      readonly label: string;
      readonly value: string;
      readonly options: readonly { readonly value: string; readonly label: string }[];
      readonly onChange: (value: string) => void;
    }
  | { readonly kind: "rule" };

/** A button that opens a menu below it; keys, focus and Esc are the library's. */
export function Menu(props: {
  /** What the button is called, where its content does not say it. */
  readonly label?: string | undefined;
  readonly class?: string;
  readonly entries: readonly MenuEntry[];
  readonly disabled?: boolean;
  /** Keys on the closed button: Delete takes a chip away. */
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  readonly children: JSX.Element;
}) {
  return (
    <DropdownMenu gutter={4} placement="bottom-start" modal={false}>
      <DropdownMenu.Trigger
        class={props.class ?? "icon-btn"}
        aria-label={props.label}
        disabled={props.disabled ?? false}
        on:keydown={(event: KeyboardEvent) => props.onKeyDown?.(event)}
      >
        {props.children}
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content class="menu">
          <For each={props.entries}>{(entry) => <MenuLine entry={entry} />}</For>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu>
  );
}

type Act = Extract<MenuEntry, { kind: "act" }>;
type Choice = Extract<MenuEntry, { kind: "choice" }>;

function MenuLine(props: { readonly entry: MenuEntry }) {
  const act = () => (props.entry.kind === "act" ? props.entry : null);
  const choice = () => (props.entry.kind === "choice" ? props.entry : null);
  return (
    <Switch fallback={<DropdownMenu.Separator class="menu-rule" />}>
      <Match when={act()}>{(found) => <ActLine entry={found()} />}</Match>
      <Match when={choice()}>{(found) => <ChoiceLines entry={found()} />}</Match>
    </Switch>
  );
}

function ActLine(props: { readonly entry: Act }) {
  return (
    <DropdownMenu.Item class="menu-item" data-tone={props.entry.tone} onSelect={props.entry.run}>
      <span class="menu-sign">{props.entry.icon && <Icon name={props.entry.icon} />}</span>
      {props.entry.label}
    </DropdownMenu.Item>
  );
}

function ChoiceLines(props: { readonly entry: Choice }) {
  return (
    <DropdownMenu.RadioGroup value={props.entry.value} onChange={props.entry.onChange}>
      <DropdownMenu.GroupLabel class="menu-label">{props.entry.label}</DropdownMenu.GroupLabel>
      <For each={props.entry.options}>
        {(option) => (
          <DropdownMenu.RadioItem class="menu-item" value={option.value}>
            <span class="menu-sign">
              <DropdownMenu.ItemIndicator>
                <Icon name="check" />
              </DropdownMenu.ItemIndicator>
            </span>
            {option.label}
          </DropdownMenu.RadioItem>
        )}
      </For>
    </DropdownMenu.RadioGroup>
  );
}
