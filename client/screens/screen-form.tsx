import { createUniqueId, For, Show } from "solid-js";
import { minuteToText, parseMinute } from "../../shared/kit/minute.ts";
import { languages } from "../../shared/model/screen.ts";
import { useBoard } from "../document/board.ts";
import { Segmented } from "../parts/segmented.tsx";
import { SelectField } from "../parts/select-field.tsx";
import { screensWords } from "../text/screens-words.ts";
import { wordsOf } from "../text/words.ts";
import { DistanceField } from "./distance-field.tsx";
import { allowedModes, type ScreenDraft, wrongIn } from "./screen-draft.ts";

const words = wordsOf(screensWords);
const noRoom = "-";
const usualNight = { fromMin: 20 * 60, toMin: 6 * 60 };

/** The settings of one screen: its name and place, what it may show, how it is read from the last row. */
export function ScreenForm(props: { readonly draft: ScreenDraft; onChange(patch: Partial<ScreenDraft>): void }) {
  const { store } = useBoard();
  const nameId = createUniqueId();
  const rooms = () => [
    { value: noRoom, label: words().noRoom },
    ...store.directory().rooms.map(({ id, name, building }) => ({
      value: id,
      label: building ? `${name} · ${building}` : name,
    })),
  ];
  const toggle = (mode: (typeof allowedModes)[number], isAllowed: boolean) =>
    props.onChange({
      modes: allowedModes.filter((one) => (one === mode ? isAllowed : props.draft.modes.includes(one))),
    });
  return (
    <div class="screen-form">
      <label for={nameId}>{words().name}</label>
      <div>
        <input
          id={nameId}
          class="field"
          maxLength={120}
          placeholder={words().nameHint}
          value={props.draft.name}
          aria-invalid={wrongIn(props.draft) === "name" && props.draft.name !== "" ? "true" : undefined}
          onInput={(event) => props.onChange({ name: event.currentTarget.value })}
        />
      </div>
      <span aria-hidden="true">{words().room}</span>
      <SelectField
        label={words().room}
        value={props.draft.room ?? noRoom}
        options={rooms()}
        onChange={(room) => props.onChange({ room: room === noRoom ? undefined : room })}
      />
      <span aria-hidden="true">{words().mayShow}</span>
      <fieldset class="screen-modes">
        <legend class="hidden-but-read">{words().mayShow}</legend>
        <For each={allowedModes}>
          {(mode) => (
            <label>
              <input
                type="checkbox"
                checked={props.draft.modes.includes(mode)}
                onChange={(event) => toggle(mode, event.currentTarget.checked)}
              />
              {words().modes[mode]}
            </label>
          )}
        </For>
      </fieldset>
      <span aria-hidden="true">{words().language}</span>
      <Segmented
        label={words().language}
        value={props.draft.language}
        options={languages.map((value) => ({ value, label: words().languageName[value] }))}
        onChange={(language) => props.onChange({ language })}
      />
      <span aria-hidden="true">{words().theme}</span>
      <Segmented
        label={words().theme}
        value={props.draft.theme}
        options={(["light", "dark"] as const).map((value) => ({ value, label: words().themes[value] }))}
        onChange={(theme) => props.onChange({ theme })}
      />
      <span aria-hidden="true">{words().distance}</span>
      <DistanceField value={props.draft.distance} onChange={(distance) => props.onChange({ distance })} />
      <span aria-hidden="true">{words().night}</span>
      <NightField draft={props.draft} onChange={(patch) => props.onChange(patch)} />
    </div>
  );
}

/** Blank from one minute of the day to another, or never. */
function NightField(props: { readonly draft: ScreenDraft; onChange(patch: Partial<ScreenDraft>): void }) {
  const change = (end: "fromMin" | "toMin", text: string) => {
    const minute = parseMinute(text);
    const night = props.draft.night;
    if (minute !== null && night) props.onChange({ night: { ...night, [end]: minute } });
  };
  return (
    <div class="screen-night">
      <label>
        <input
          type="checkbox"
          aria-label={words().night}
          checked={props.draft.night !== undefined}
          onChange={(event) => props.onChange({ night: event.currentTarget.checked ? usualNight : undefined })}
        />
      </label>
      <Show when={props.draft.night}>
        {(night) => (
          <>
            <For each={["fromMin", "toMin"] as const}>
              {(end) => (
                <label>
                  {end === "fromMin" ? words().from : words().to}
                  <input
                    class="field"
                    type="time"
                    required
                    value={timeText(night()[end])}
                    onChange={(event) => change(end, event.currentTarget.value)}
                  />
                </label>
              )}
            </For>
            <Show when={wrongIn(props.draft) === "night"}>
              <p class="screen-wrong" role="alert">
                {words().nightWrong}
              </p>
            </Show>
          </>
        )}
      </Show>
    </div>
  );
}

function timeText(minute: number): string {
  return minuteToText(minute as Parameters<typeof minuteToText>[0]); // the schema holds it within a day
}
