import { createMemo, createSignal, For, Show } from "solid-js";
import { type PartyRole, partiesWithRole } from "../../shared/model/item.ts";
import type { PartyRef } from "../../shared/model/ref.ts";
import { Icon } from "../parts/icon.tsx";
import { Menu } from "../parts/menu.tsx";
import { inspectorWords } from "../text/inspector-words.ts";
import { wordsOf } from "../text/words.ts";
import { useItem } from "./item-scope.ts";
import { AddParty } from "./party-add.tsx";
import { PartyChip } from "./party-chip.tsx";
import { Row } from "./row.tsx";

const words = wordsOf(inspectorWords);

/** One line of parties. `adds` is the role that somebody added here gets. */
type PartyLine = {
  readonly label: "chair" | "participants" | "preparing" | "coordinating" | "appraising" | "serving";
  readonly roles: readonly PartyRole[];
  readonly adds: PartyRole;
};

const always: readonly PartyLine[] = [
  { label: "chair", roles: ["chair"], adds: "chair" },
  { label: "participants", roles: ["attend", "invited", "optional"], adds: "attend" },
  { label: "preparing", roles: ["prepare"], adds: "prepare" },
];
const asNeeded: readonly PartyLine[] = [
  { label: "coordinating", roles: ["coordinate"], adds: "coordinate" },
  { label: "appraising", roles: ["appraise"], adds: "appraise" },
  { label: "serving", roles: ["serve"], adds: "serve" },
];

/** Who chairs, who takes part, who prepares; further roles as soon as somebody has them. */
export function PartyRows() {
  const { item, mayEdit } = useItem();
  const [opened, setOpened] = createSignal<readonly PartyRole[]>([]);
  const isShown = ({ adds, roles }: PartyLine) =>
    opened().includes(adds) || partiesWithRole(item(), ...roles).length > 0;
  const shown = createMemo(() => [...always, ...asNeeded.filter(isShown)]);
  const hidden = () => asNeeded.filter((line) => !isShown(line));
  const entries = () =>
    hidden().map(({ label, adds }) => ({
      kind: "act" as const,
      label: words()[label],
      run: () => setOpened((roles) => [...roles, adds]),
    }));
  return (
    <>
      <For each={shown()}>{(line) => <PartyRow line={line} isOpened={opened().includes(line.adds)} />}</For>
      <Show when={mayEdit() && hidden().length > 0}>
        <div class="item-row">
          <span />
          <Menu class="item-more" entries={entries()}>
            <Icon name="plus" />
            {words().otherRoles}
          </Menu>
        </div>
      </Show>
    </>
  );
}

function PartyRow(props: { readonly line: PartyLine; readonly isOpened: boolean }) {
  const { item, mayEdit } = useItem();
  const refs = createMemo(() => partiesWithRole(item(), ...props.line.roles), noRefs, { equals: isSameList });
  const label = () => words()[props.line.label];
  return (
    <Row label={label()}>
      <ul class="item-parties">
        <For each={refs()}>
          {(ref) => (
            <li data-party={ref}>
              <PartyChip party={ref} usual={props.line.adds} />
            </li>
          )}
        </For>
        <Show when={mayEdit()}>
          <li>
            <AddParty role={props.line.adds} row={label()} isOpened={props.isOpened} />
          </li>
        </Show>
      </ul>
      <Show when={refs().length === 0 && !mayEdit()}>
        <span class="item-none">–</span>
      </Show>
    </Row>
  );
}

const noRefs: PartyRef[] = [];

function isSameList(a: readonly PartyRef[], b: readonly PartyRef[]): boolean {
  return a.length === b.length && a.every((ref, at) => ref === b[at]);
}
