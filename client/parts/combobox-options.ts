import type { IconName } from "./icon-paths.ts";

/** Something a combobox offers. `detail` tells namesakes apart. */
export type ComboOption = {
  readonly id: string;
  readonly label: string;
  readonly detail?: string;
  readonly icon?: IconName;
};

export type ComboGroup = { readonly label: string | null; readonly options: readonly ComboOption[] };

/** A line of the open list: an option of the groups, or the typed words as they are. */
export type ComboLine =
  | { readonly kind: "option"; readonly option: ComboOption; readonly at: number; readonly group: string | null }
  | { readonly kind: "words"; readonly text: string; readonly at: number };

type Offer = { readonly groups: readonly ComboGroup[]; readonly words: string | null };

/** The lines of an open list in order, numbered from 0; the typed words, where they may stand as they are, come last. */
export function linesOf({ groups, words }: Offer): readonly ComboLine[] {
  const options = groups.flatMap(({ label, options }) => options.map((option) => ({ option, group: label })));
  const lines: ComboLine[] = options.map(({ option, group }, at) => ({ kind: "option", option, at, group }));
  return words === null || words === "" ? lines : [...lines, { kind: "words", text: words, at: lines.length }];
}

/** The line an arrow key goes to; past either end it comes in again at the other. Null when there is none. */
export function lineAfter(count: number, from: number | null, step: 1 | -1): number | null {
  if (count === 0) return null;
  if (from === null) return step === 1 ? 0 : count - 1;
  return (from + step + count) % count;
}
