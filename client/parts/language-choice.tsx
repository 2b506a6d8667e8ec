import "./language-choice.css";
import { For } from "solid-js";
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
            aria-label={nameByLanguage[one]}
            onClick={() => setLanguage(one)}
          >
            {props.size === "small" ? codeByLanguage[one] : nameByLanguage[one]}
          </button>
        )}
      </For>
    </fieldset>
  );
}
