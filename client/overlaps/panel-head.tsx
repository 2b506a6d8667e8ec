import { createMemo, For, Show } from "solid-js";
import { type Overlap, overlapKinds, severities } from "../../shared/model/overlap.ts";
import { useBoard } from "../document/board.ts";
import { useDesk } from "../document/desk.ts";
import { Icon } from "../parts/icon.tsx";
import { Segmented } from "../parts/segmented.tsx";
import { SelectField } from "../parts/select-field.tsx";
import { KindSign } from "../settling/kind-sign.tsx";
import { boardRuleWords } from "../text/board-rule-words.ts";
import { overlapPanelWords } from "../text/overlap-panel-words.ts";
import { wordsOf } from "../text/words.ts";
import { listView, setListView } from "./list-view.ts";
import { groupings } from "./overlap-groups.ts";
import { type ShownState, shownStates } from "./shown-list.ts";

const words = wordsOf(overlapPanelWords);
const rules = wordsOf(boardRuleWords);

/** Over the list: how many there are and how much they matter, which are shown, and in what order. */
export function PanelHead(props: {
  readonly all: readonly Overlap[];
  countIn(state: ShownState): number;
  readonly state: ShownState;
  onState(state: ShownState): void;
  onStep(by: 1 | -1): void;
}) {
  const board = useBoard();
  const desk = useDesk();
  const open = createMemo(() => props.all.filter((overlap) => !board.settlements.isQuiet(overlap)));
  return (
    <header class="ovl-head">
      <div class="panel-bar">
        <h2>{words().title}</h2>
        <button
          type="button"
          class="icon-btn"
          aria-label={words().before}
          title={words().before}
          onClick={() => props.onStep(-1)}
        >
          <Icon name="chevron-up" />
        </button>
        <button
          type="button"
          class="icon-btn"
          aria-label={words().after}
          title={words().after}
          onClick={() => props.onStep(1)}
        >
          <Icon name="chevron-down" />
        </button>
        <button type="button" class="icon-btn" aria-label={words().close} onClick={() => desk.showSide("none")}>
          <Icon name="close" />
        </button>
      </div>
      <ul class="ovl-counts">
        <For each={severities}>
          {(severity) => (
            <li data-severity={severity}>
              <Icon name={severity} /> <b>{open().filter((overlap) => overlap.severity === severity).length}</b>{" "}
              {rules().severity[severity].toLocaleLowerCase()}
            </li>
          )}
        </For>
      </ul>
      <Segmented
        label={words().show}
        value={props.state}
        options={shownStates.map((value) => ({
          value,
          label: words().withCount(words().states[value], props.countIn(value)),
        }))}
        onChange={(state) => props.onState(state)}
      />
      <div class="ovl-view">
        <span>{words().groupBy}</span>
        <SelectField
          label={words().groupBy}
          value={listView().by}
          options={groupings.map((value) => ({ value, label: words().by[value] }))}
          onChange={(by) => setListView({ by })}
        />
      </div>
      <Show when={board.actor.office}>
        <label class="ovl-own">
          <input
            type="checkbox"
            checked={listView().ownOnly}
            onChange={(event) => setListView({ ownOnly: event.currentTarget.checked })}
          />
          {words().ownOnly}
        </label>
      </Show>
      <Kinds />
    </header>
  );
}

/** Which kinds this reader sees here, and which the board itself says nothing about. */
function Kinds() {
  const board = useBoard();
  const desk = useDesk();
  const silent = createMemo(() =>
    board.store
      .directory()
      .tunings.filter(({ severity, certainty }) => severity === "mute" && certainty === undefined)
      .map(({ overlap }) => overlap),
  );
  const toggle = (kind: (typeof overlapKinds)[number], isShown: boolean) =>
    setListView({
      muted: isShown ? listView().muted.filter((one) => one !== kind) : [...listView().muted, kind],
    });
  return (
    <details class="ovl-kinds">
      <summary>
        {words().kinds}
        <Show when={listView().muted.length > 0}> · {words().kindsHidden(listView().muted.length)}</Show>
      </summary>
      <ul>
        <For each={overlapKinds.filter((kind) => !silent().includes(kind))}>
          {(kind) => (
            <li>
              <label>
                <input
                  type="checkbox"
                  checked={!listView().muted.includes(kind)}
                  onChange={(event) => toggle(kind, event.currentTarget.checked)}
                />
                <KindSign kind={kind} />
              </label>
            </li>
          )}
        </For>
      </ul>
      <p class="ovl-rules">
        <Show when={silent().length > 0}>
          {words().boardMutes(
            silent()
              .map((kind) => rules().overlap[kind].toLocaleLowerCase())
              .join(", "),
          )}{" "}
        </Show>
        <button type="button" class="ovl-link" onClick={() => desk.go({ view: "directory" })}>
          {words().changeRules}
        </button>
      </p>
    </details>
  );
}
