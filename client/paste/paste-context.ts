import { createContext, useContext } from "solid-js";
import { assert } from "../../shared/kit/assert.ts";
import type { PasteInput } from "./paste-input.ts";
import type { PasteReview } from "./paste-review.ts";

/** The paste in progress, for every part of its dialog. */
export type Paste = { readonly input: PasteInput; readonly review: PasteReview };

export const PasteContext = createContext<Paste>();

export function usePaste(): Paste {
  const paste = useContext(PasteContext);
  assert(paste, "a part of the paste dialog stands inside <PasteContext.Provider>");
  return paste;
}
