import "./standalone.css";
import { For } from "solid-js";
import type { Language } from "../text/language.ts";
import type { ScreenWords } from "../text/screen-words.ts";
import { minutesOfArc } from "./type-size.ts";

/** Distances to choose from, each line as large as the body of a screen set to it. */
const distances = [12, 10, 8, 7, 6, 5, 4, 3, 2.5, 2];

/**
 * To set the size of the letters where the screen hangs: whoever sits farthest names the smallest line they read with ease,
 * and its number is the setting. Beside it its size, in minutes of arc at the distance that is set now.
 */
export function CalibrationPage(props: {
  readonly distance: number;
  readonly language: Language;
  readonly words: ScreenWords;
}) {
  const words = () => props.words.calibration;
  return (
    <main class="calibration">
      <h1 class="calibration-title">{words().title}</h1>
      <For each={distances}>
        {(distance) => (
          <p
            class="calibration-line"
            style={{ "--at": String(distance) }}
            data-current={distance === props.distance ? "" : undefined}
          >
            <b>{distance.toLocaleString(props.language)}</b>
            <span>{words().minutes(Math.round(minutesOfArc(distance, props.distance)))}</span>
            {words().sample}
          </p>
        )}
      </For>
      <p class="calibration-set">{words().set}</p>
    </main>
  );
}
