import { expect, test } from "vitest";
import { keyToAct, spokenVerdicts, verdictKeys } from "./walk-keys.ts";

const press = (key: string, held: Partial<Parameters<typeof keyToAct>[0]> = {}) =>
  keyToAct({ key, code: "", ctrlKey: false, metaKey: false, altKey: false, ...held });

test("arrows and the page keys of a clicker step through the agenda", () => {
  for (const key of ["ArrowRight", "PageDown"]) expect(press(key)).toEqual({ kind: "step", by: 1 });
  for (const key of ["ArrowLeft", "PageUp"]) expect(press(key)).toEqual({ kind: "step", by: -1 });
});

test("a digit chooses the offer of that number, on a French keyboard too, and nought chooses none", () => {
  for (let number = 1; number <= 9; number++) expect(press(String(number))).toEqual({ kind: "take", number });
  expect(press("&", { code: "Digit1" })).toEqual({ kind: "take", number: 1 });
  expect(press("7", { code: "Numpad7" })).toEqual({ kind: "take", number: 7 });
  expect(press("0", { code: "Digit0" })).toBeNull();
});

test("every decision without a number has a letter of its own, in either case", () => {
  const letters = spokenVerdicts.map((verdict) => verdictKeys[verdict]);
  expect(new Set(letters).size).toBe(spokenVerdicts.length);
  for (const verdict of spokenVerdicts) {
    expect(press(verdictKeys[verdict])).toEqual({ kind: "decide", verdict });
    expect(press(verdictKeys[verdict].toLowerCase())).toEqual({ kind: "decide", verdict });
  }
  expect(press("z")).toEqual({ kind: "undo" });
  expect(press("Enter")).toEqual({ kind: "confirm" });
  expect(press("Escape")).toEqual({ kind: "drop" });
});

test("keys of the browser and of the board stay theirs", () => {
  for (const held of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }])
    for (const key of ["z", "1", "ArrowLeft", "a"]) expect(press(key, held)).toBeNull();
  for (const key of ["w", "m", "o", "?", " ", "Tab", "ArrowUp", "ArrowDown"]) expect(press(key)).toBeNull();
});
