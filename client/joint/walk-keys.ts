import type { Verdict } from "../../shared/model/joint-session.ts";

/** What a key means to whoever leads. `drop` lets go of the offer about to be taken. */
export type WalkAct =
  | { readonly kind: "step"; readonly by: 1 | -1 }
  | { readonly kind: "take"; readonly number: number }
  | { readonly kind: "confirm" }
  | { readonly kind: "drop" }
  | { readonly kind: "decide"; readonly verdict: SpokenVerdict }
  | { readonly kind: "undo" };

/** The verdicts that have a key of their own; the others are numbered offers. */
export const spokenVerdicts = ["accept", "postpone", "cancel", "return", "note"] as const satisfies readonly Verdict[];
export type SpokenVerdict = (typeof spokenVerdicts)[number];

/** The letters printed on the buttons, the same in every language: initials of the Vietnamese words. */
export const verdictKeys: Readonly<Record<SpokenVerdict, string>> = {
  accept: "A",
  postpone: "H",
  cancel: "X",
  return: "T",
  note: "G",
};

type Pressed = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "altKey">;

/**
 * What a key does in the walk; null where it is none of its keys. Digits go by their place on the keyboard too: French
 * keyboards give them only with Shift.
 */
export function keyToAct({ key, code, ctrlKey, metaKey, altKey }: Pressed): WalkAct | null {
  if (ctrlKey || metaKey || altKey) return null;
  const digit = /^[1-9]$/.test(key) ? key : /^(?:Digit|Numpad)([1-9])$/.exec(code)?.[1];
  if (digit !== undefined) return { kind: "take", number: Number(digit) };
  const verdict = spokenVerdicts.find((one) => verdictKeys[one] === key.toUpperCase());
  if (verdict) return { kind: "decide", verdict };
  switch (key) {
    case "ArrowRight":
    case "PageDown":
      return { kind: "step", by: 1 };
    case "ArrowLeft":
    case "PageUp":
      return { kind: "step", by: -1 };
    case "Enter":
      return { kind: "confirm" };
    case "Escape":
      return { kind: "drop" };
    case "z":
    case "Z":
      return { kind: "undo" };
    default:
      return null;
  }
}

/** Where keys belong to what has the focus: fields, open menus, dialogs. */
const ownKeys =
  "input, textarea, select, [contenteditable], [role=dialog], [role=alertdialog], [role=menu], [role=listbox]";
/** What Enter presses. */
const pressable = "button, a[href], summary, [data-card]";

/** Whether what has the focus needs this key itself. A card on the board is carried and left by its arrows. */
export function isKeyTaken(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest(ownKeys)) return true;
  if (key === "Enter") return target.closest(pressable) !== null;
  return key.startsWith("Arrow") && target.closest("[data-card]") !== null;
}
