import "./language-choice.css";
import { For, Show } from "solid-js";
import { type Language, language, languages, setLanguage } from "../text/language.ts";

/** Each language in its own words: who cannot read this page finds their own. */
const nameByLanguage: Record<Language, string> = { vi: "Tiếng Việt", en: "English", fr: "Français" };
const codeByLanguage: Record<Language, string> = { vi: "VI", en: "EN", fr: "FR" };

export function LanguageChoice(props: { readonly label: string; readonly size?: "small" }) {
  return (
    <fieldset class="language-choice" aria-label={props.label}>
      <For each={languages}>
        {(one) => (
          <button
            type="button"
            lang={one}
            aria-pressed={language() === one}
            title={nameByLanguage[one]}
            onClick={() => setLanguage(one)}
          >
            <Show when={props.size === "small"} fallback={nameByLanguage[one]}>
              <span aria-hidden="true">{codeByLanguage[one]}</span>
              <span class="hidden-but-read">{nameByLanguage[one]}</span>
            </Show>
          </button>
        )}
      </For>
    </fieldset>
  );
}
