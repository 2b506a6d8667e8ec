import { expect, test } from "vitest";
import { countChanges, nothingUnsaved, type Unsaved, withConfirmation, withKey, withUpdate } from "./unsaved.ts";

const after = (...labels: string[]): Unsaved =>
  labels.reduce((state, label) => withUpdate(state, { label, key: null }), nothingUnsaved);

test("letters typed in one field count as one change, separate moves as several", () => {
  expect(countChanges(nothingUnsaved)).toBe(0);
  expect(countChanges(after("type a title", "type a title", "type a title"))).toBe(1);
  expect(countChanges(after("type a title", "", "", "type a title"))).toBe(4);
});

test("[P1] only what came before the confirmed marker is saved", () => {
  const { state } = withConfirmation(after("", "", ""), 2);
  expect(countChanges(state)).toBe(1);
  expect(countChanges(withConfirmation(state, 3).state)).toBe(0);
});

test("an old confirmation that comes late takes nothing back", () => {
  const { state } = withConfirmation(after("", ""), 2);
  expect(withConfirmation(state, 1).state).toEqual(state);
});

test("the keys of confirmed updates are answered, so that the keep can let go of them", () => {
  const kept = withKey(withKey(after("", "", ""), 1, 71), 3, 73);
  expect(withConfirmation(kept, 2).savedKeys).toEqual([71]);
  expect(withConfirmation(kept, 3).savedKeys).toEqual([71, 73]);
});
