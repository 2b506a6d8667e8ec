import "./rule-table.css";
import { For } from "solid-js";
import { type NormName, normDefaults, normNames } from "../../shared/model/board-rules.ts";
import { type Certainty, certainties, type OverlapKind, overlapKinds, severities } from "../../shared/model/overlap.ts";
import { may } from "../../shared/rules/rights.ts";
import { useBoard } from "../document/board.ts";
import { EntryField } from "../parts/entry-field.tsx";
import { KindSign } from "../settling/kind-sign.tsx";
import { boardRuleWords } from "../text/board-rule-words.ts";
import { directoryWords } from "../text/directory-words.ts";
import { wordsOf } from "../text/words.ts";
import { normIdOf, normsOf, readNormValue, tuningIdOf, tuningsOf } from "./rule-entries.ts";

const words = wordsOf(directoryWords);
const rules = wordsOf(boardRuleWords);

/** Every norm of the board on one sheet: the customary number stands there until the board has one of its own. */
export function NormTable() {
  const board = useBoard();
  const mayEdit = () => may(board.actor, "keep-directory");
  const own = (norm: NormName) => normsOf(board.store.directory(), norm);
  const commit = (norm: NormName, typed: string): string | null => {
    const value = readNormValue(norm, typed);
    if (value === undefined) return rules().notANumber;
    const [first, ...rest] = own(norm);
    if (value !== null) board.entries.put("norms", { id: first?.id ?? normIdOf(norm), norm, value });
    else for (const { id } of first ? [first, ...rest] : []) board.entries.remove("norms", id);
    return null;
  };
  return (
    <div class="rules">
      <p class="dir-hint">{words().hints.norms}</p>
      <ul class="rules-norms">
        <For each={normNames}>
          {(norm) => (
            <li data-own={own(norm).length > 0 ? "" : undefined}>
              <span>{rules().norm[norm]}</span>
              <EntryField
                label={rules().norm[norm]}
                value={own(norm)[0] === undefined ? "" : String(own(norm)[0]?.value)}
                placeholder={String(normDefaults[norm])}
                inputMode="numeric"
                maxLength={6}
                disabled={!mayEdit()}
                onCommit={(typed) => commit(norm, typed)}
              />
              <small>{own(norm).length > 0 ? rules().custom(normDefaults[norm]) : rules().asCustom}</small>
            </li>
          )}
        </For>
      </ul>
    </div>
  );
}

/** How loud every kind of overlap is, as a whole and by how sure it is: louder, softer, or silent. */
export function TuningTable() {
  return (
    <div class="rules">
      <p class="dir-hint">{words().hints.tunings}</p>
      <table class="rules-tunings">
        <thead>
          <tr>
            <th scope="col">{rules().kind}</th>
            <th scope="col">{rules().wholeKind}</th>
            <For each={certainties}>{(certainty) => <th scope="col">{rules().certainty[certainty]}</th>}</For>
          </tr>
        </thead>
        <tbody>
          <For each={overlapKinds}>
            {(kind) => (
              <tr>
                <th scope="row">
                  <KindSign kind={kind} />
                </th>
                <For each={[null, ...certainties]}>{(certainty) => <Tuned kind={kind} certainty={certainty} />}</For>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  );
}

function Tuned(props: { readonly kind: OverlapKind; readonly certainty: Certainty | null }) {
  const board = useBoard();
  const mayEdit = () => may(board.actor, "keep-directory");
  const own = () => tuningsOf(board.store.directory(), props.kind, props.certainty);
  const name = () => (props.certainty === null ? rules().wholeKind : rules().certainty[props.certainty]);
  const choose = (chosen: string) => {
    const severity = loudness.find((one) => one === chosen);
    const [first] = own();
    if (severity === undefined) for (const { id } of own()) board.entries.remove("tunings", id);
    else
      board.entries.put("tunings", {
        id: first?.id ?? tuningIdOf(props.kind, props.certainty),
        overlap: props.kind,
        ...(props.certainty !== null && { certainty: props.certainty }),
        severity,
      });
  };
  return (
    <td data-label={name()}>
      <select
        class="field"
        aria-label={`${rules().overlap[props.kind]}: ${name()}`}
        disabled={!mayEdit()}
        data-own={own().length > 0 ? "" : undefined}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        <option value="" selected={own().length === 0}>
          {rules().asCustom}
        </option>
        <For each={loudness}>
          {(severity) => (
            <option value={severity} selected={own()[0]?.severity === severity}>
              {rules().severity[severity]}
            </option>
          )}
        </For>
      </select>
    </td>
  );
}

const loudness = [...severities, "mute"] as const;
