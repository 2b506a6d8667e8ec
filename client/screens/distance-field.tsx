import { createSignal, createUniqueId } from "solid-js";
import { language } from "../text/language.ts";
import { screensWords } from "../text/screens-words.ts";
import { wordsOf } from "../text/words.ts";
import { distanceMax, distanceMin, distanceOf } from "./screen-draft.ts";

const words = wordsOf(screensWords);

/** How far the last row sits, in picture heights: slid, or worked out from two measures in metres. */
export function DistanceField(props: { readonly value: number; onChange(distance: number): void }) {
  const ids = [createUniqueId(), createUniqueId()] as const;
  const [rowM, setRowM] = createSignal(Number.NaN);
  const [pictureM, setPictureM] = createSignal(Number.NaN);
  const shown = () => words().distanceIs(new Intl.NumberFormat(language()).format(props.value));
  const measure = () => {
    const distance = distanceOf(rowM(), pictureM());
    if (distance !== null) props.onChange(distance);
  };
  return (
    <div class="screen-distance">
      <div>
        <input
          type="range"
          min={distanceMin}
          max={distanceMax}
          step="0.1"
          aria-label={words().distance}
          aria-valuetext={shown()}
          value={props.value}
          onInput={(event) => props.onChange(event.currentTarget.valueAsNumber)}
        />
        <output>{shown()}</output>
      </div>
      <fieldset>
        <legend>{words().distanceHelp}</legend>
        <label for={ids[0]}>{words().rowM}</label>
        <input
          id={ids[0]}
          class="field"
          type="number"
          min="0.5"
          max="60"
          step="0.1"
          onInput={(event) => {
            setRowM(event.currentTarget.valueAsNumber);
            measure();
          }}
        />
        <label for={ids[1]}>{words().pictureM}</label>
        <input
          id={ids[1]}
          class="field"
          type="number"
          min="0.2"
          max="10"
          step="0.01"
          onInput={(event) => {
            setPictureM(event.currentTarget.valueAsNumber);
            measure();
          }}
        />
      </fieldset>
    </div>
  );
}
