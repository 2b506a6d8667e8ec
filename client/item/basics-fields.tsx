import { Show } from "solid-js";
import { type ItemStatus, itemKinds, itemStatuses } from "../../shared/model/item.ts";
import { type OfficeId, officeIds } from "../../shared/model/office.ts";
import { isDecision, may } from "../../shared/rules/rights.ts";
import { SelectField } from "../parts/select-field.tsx";
import { inspectorWords } from "../text/inspector-words.ts";
import { itemWords } from "../text/item-words.ts";
import { rightsWords } from "../text/rights-words.ts";
import { wordsOf } from "../text/words.ts";
import { useItem } from "./item-scope.ts";

const words = wordsOf(inspectorWords);
const nouns = wordsOf(itemWords);
const rights = wordsOf(rightsWords);

/** Whose it is, what kind it is, where it stands, whether it came unexpectedly and whether a screen may show it: one line of small fields. */
export function BasicsFields() {
  const { item, mayEdit, mayDecide, patch, board } = useItem();
  const isOff = (status: ItemStatus) => isDecision(item().status, status) && !mayDecide();
  // What is decided goes to no office whose head has not decided it.
  const isForeign = (office: OfficeId) => !may(board.actor, "add", { office, status: item().status });
  return (
    <div class="item-basics">
      <SelectField
        label={words().office}
        value={item().office}
        disabled={!mayEdit()}
        options={officeIds.map((value) => ({ value, label: nouns().officeShort[value], isOff: isForeign(value) }))}
        onChange={(office) => patch({ office })}
      />
      <SelectField
        label={words().kind}
        value={item().kind}
        disabled={!mayEdit()}
        options={itemKinds.map((value) => ({ value, label: nouns().kind[value] }))}
        onChange={(kind) => patch({ kind })}
      />
      <span
        class="item-status"
        data-status={item().status}
        title={mayDecide() ? undefined : rights().onlyHeadDecides(rights().head[item().office])}
      >
        <SelectField
          label={words().status}
          value={item().status}
          disabled={!mayEdit()}
          options={itemStatuses.map((value) => ({ value, label: nouns().status[value], isOff: isOff(value) }))}
          onChange={(status) => patch({ status })}
        />
      </span>
      <Show when={mayEdit() || item().unexpected}>
        <label class="item-check" data-tone={item().unexpected ? "hot" : undefined}>
          <input
            type="checkbox"
            checked={item().unexpected ?? false}
            disabled={!mayEdit()}
            onChange={(event) => patch({ unexpected: event.currentTarget.checked || undefined })}
          />
          {words().unexpected}
        </label>
      </Show>
      <Show when={mayEdit() || item().withheld}>
        <label class="item-check" data-tone={item().withheld ? "withheld" : undefined} title={words().withheldHint}>
          <input
            type="checkbox"
            checked={item().withheld ?? false}
            disabled={!mayEdit()}
            onChange={(event) => patch({ withheld: event.currentTarget.checked || undefined })}
          />
          {words().withheld}
        </label>
      </Show>
      <Show when={item().withheld}>
        <p class="item-withheld-hint">{words().withheldHint}</p>
      </Show>
    </div>
  );
}
