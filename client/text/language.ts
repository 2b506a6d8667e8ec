import { createSignal } from "solid-js";
import { readStored, store } from "../stored.ts";

/** Languages of the screen, Vietnamese first: it is what a new visitor gets. */
export const languages = ["vi", "en", "fr"] as const;
export type Language = (typeof languages)[number];

const rememberedAs = "lien-thong.language";

const [language, setCurrent] = createSignal<Language>(rememberedLanguage());

/** The language everything on the screen is in (reactive). */
export { language };

/** Changes every text at once and remembers the choice on this machine. */
export function setLanguage(next: Language): void {
  store("machine", rememberedAs, next);
  document.documentElement.lang = next;
  setCurrent(next);
}

function rememberedLanguage(): Language {
  const remembered = readStored("machine", rememberedAs);
  const known = languages.find((one) => one === remembered) ?? "vi";
  document.documentElement.lang = known;
  return known;
}
