import "./screen.css";
import { createMemo, Show } from "solid-js";
import type { ScreenShow, ScreenView } from "../../shared/protocol/screen-feed.ts";
import { screenWords } from "../text/screen-words.ts";
import { type Book, bookOf, withSameBlocks } from "./book.ts";
import { BookPages } from "./book-pages.tsx";
import { CalibrationPage } from "./calibration-page.tsx";
import { createDrift } from "./create-drift.ts";
import { standing } from "./held.ts";

export type StageProps = {
  readonly view: ScreenView;
  /** It is night. */
  readonly isDark: boolean;
  /** "13:42", in the city. */
  readonly clock: string;
  /** For how long nothing was heard, and of what hour the figures are; null while the line stands. */
  readonly lost: { readonly since: string; readonly at: string } | null;
};

/** The picture on the wall: what is shown, page by page, in letters for the last row. */
export function Stage(props: StageProps) {
  const words = () => screenWords[props.view.setting.language];
  const show = createMemo<ScreenShow>((held) => standing(held ?? null, props.view));
  // Kept while the screen is black: what comes back stands where it stood.
  const book = createMemo<Book | null>(
    (before) => withSameBlocks(bookOf(show(), words()), before ?? null) ?? before ?? null,
  );
  const drift = createDrift();
  return (
    <div
      class="stage"
      data-theme={props.view.setting.theme}
      data-language={props.view.setting.language}
      data-dark={props.isDark || show().of === "blank" ? "" : undefined}
      style={{ "--k": String(props.view.setting.distance) }}
    >
      <div class="stage-drift" style={{ transform: `translate(${drift().xVh}vh, ${drift().yVh}vh)` }}>
        <Show when={book()}>{(one) => <BookPages {...props} book={one()} />}</Show>
        <Show when={show().of === "calibrate"}>
          <CalibrationPage {...props.view.setting} words={words()} />
        </Show>
      </div>
    </div>
  );
}
