import { For, Match, Show, Switch } from "solid-js";
import { Dynamic } from "solid-js/web";
import { parseDay } from "../../shared/kit/day.ts";
import { itemKinds } from "../../shared/model/item.ts";
import { officeIds } from "../../shared/model/office.ts";
import type { PartyRef } from "../../shared/model/ref.ts";
import { useBoard } from "../document/board.ts";
import { DateField } from "../parts/date-field.tsx";
import { boardRuleWords } from "../text/board-rule-words.ts";
import { directoryEntryWords } from "../text/directory-entry-words.ts";
import { directoryFieldWords } from "../text/directory-field-words.ts";
import { directoryWords } from "../text/directory-words.ts";
import { itemWords } from "../text/item-words.ts";
import { wordsOf } from "../text/words.ts";
import type { DraftValue, ProblemCode } from "./draft.ts";
import type { Field } from "./fields.ts";
import { LinksInput } from "./links-input.tsx";
import { PartyInput } from "./party-input.tsx";
import { LengthInput, Select } from "./plain-inputs.tsx";

const words = wordsOf(directoryWords);
const kindWords = wordsOf(directoryEntryWords);
const nouns = wordsOf(itemWords);
const choices = wordsOf(boardRuleWords);
const labels = wordsOf(directoryFieldWords);

type InputProps = {
  readonly id: string;
  readonly field: Field;
  readonly value: DraftValue | undefined;
  readonly problem: ProblemCode | undefined;
  readonly own: PartyRef | null;
  readonly isReadOnly: boolean;
  onChange(value: DraftValue): void;
};

/** One field of a form: its label, its control, what it is for and what is wrong with it. */
export function FieldInput(props: InputProps) {
  // Lists and searches name their own controls.
  const isLabelled = () => !["party", "links", "day"].includes(props.field.form);
  const hint = () => (props.field.key in words().fieldHint ? words().fieldHint[props.field.key as HintKey] : "");
  return (
    <div class="dir-field" data-form={props.field.form} data-half={props.field.isHalf ? "" : undefined}>
      <Show when={props.field.form !== "yes-no"}>
        <Dynamic
          component={isLabelled() ? "label" : "span"}
          class="dir-label"
          for={isLabelled() ? props.id : undefined}
        >
          {labels()[props.field.key]}
          <Show when={props.field.isRequired}>
            <small> {words().required}</small>
          </Show>
        </Dynamic>
      </Show>
      <Control {...props} />
      <Show when={hint() !== "" && !props.problem}>
        <p class="dir-hint" id={`${props.id}-says`}>
          {hint()}
        </p>
      </Show>
      <Show when={props.problem}>
        {(problem) => (
          <p class="dir-problem" id={`${props.id}-says`}>
            {words().problem[problem()]}
          </p>
        )}
      </Show>
    </div>
  );
}

type HintKey = keyof ReturnType<typeof words>["fieldHint"];

function Control(props: InputProps) {
  const board = useBoard();
  const text = () => (typeof props.value === "string" ? props.value : "");
  const links = () => (typeof props.value === "object" ? props.value : []);
  const common = () => ({
    id: props.id,
    class: "field",
    "aria-describedby": `${props.id}-says`,
    "aria-invalid": props.problem !== undefined,
    disabled: props.isReadOnly,
  });
  const onText = (event: { currentTarget: { value: string } }) => props.onChange(event.currentTarget.value);
  const as = <Form extends Field["form"]>(form: Form) =>
    props.field.form === form ? (props.field as Extract<Field, { form: Form }>) : undefined;

  return (
    <Switch fallback={<input {...common()} value={text()} onInput={onText} autocomplete="off" />}>
      <Match when={props.field.form === "lines"}>
        <textarea {...common()} rows={Math.max(2, text().split("\n").length)} value={text()} onInput={onText} />
      </Match>
      <Match when={props.field.form === "number"}>
        <input {...common()} inputmode="numeric" value={text()} onInput={onText} autocomplete="off" />
      </Match>
      <Match when={props.field.form === "day"}>
        <DateField
          label={labels()[props.field.key]}
          value={parseDay(text())}
          disabled={props.isReadOnly}
          error={null}
          onCommit={(day) => props.onChange(day ?? "")}
        />
      </Match>
      <Match when={props.field.form === "yes-no"}>
        <label class="dir-yes">
          <input
            id={props.id}
            type="checkbox"
            disabled={props.isReadOnly}
            checked={props.value === true}
            onChange={(event) => props.onChange(event.currentTarget.checked)}
          />
          {labels()[props.field.key]}
        </label>
      </Match>
      <Match when={props.field.form === "office"}>
        <Select {...common()} value={text()} onChange={props.onChange} none={words().anyOffice}>
          <For each={officeIds}>{(office) => <option value={office}>{nouns().office[office]}</option>}</For>
        </Select>
      </Match>
      <Match when={props.field.form === "item-kind"}>
        <Select {...common()} value={text()} onChange={props.onChange} none={words().anyKind}>
          <For each={itemKinds}>{(kind) => <option value={kind}>{nouns().kind[kind]}</option>}</For>
        </Select>
      </Match>
      <Match when={props.field.form === "day-kind"}>
        <Select {...common()} value={text()} onChange={props.onChange} none="—">
          <For each={["holiday", "in-lieu", "make-up"] as const}>
            {(kind) => <option value={kind}>{kindWords().dayKind[kind]}</option>}
          </For>
        </Select>
      </Match>
      <Match when={props.field.form === "room"}>
        <Select {...common()} value={text()} onChange={props.onChange} none="—">
          <For each={board.store.directory().rooms}>{(room) => <option value={room.id}>{room.name}</option>}</For>
        </Select>
      </Match>
      <Match when={as("choice")}>
        {(field) => (
          <Select {...common()} value={text()} onChange={props.onChange} none="—">
            <For each={Object.entries(choices()[field().of])}>
              {([value, name]) => <option value={value}>{name}</option>}
            </For>
          </Select>
        )}
      </Match>
      <Match when={props.field.form === "length"}>
        <LengthInput {...common()} value={text()} onChange={props.onChange} />
      </Match>
      <Match when={as("party")}>
        {(field) => (
          <PartyInput field={field()} party={text()} isReadOnly={props.isReadOnly} onChange={props.onChange} />
        )}
      </Match>
      <Match when={as("links")}>
        {(field) => (
          <LinksInput
            fieldKey={field().key === "holders" ? "holders" : "members"}
            kinds={field().kinds}
            parts={field().parts}
            links={links()}
            own={props.own}
            isReadOnly={props.isReadOnly}
            onChange={props.onChange}
          />
        )}
      </Match>
    </Switch>
  );
}
