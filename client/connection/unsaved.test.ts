import { expect, test } from "vitest";
import { assert } from "../../shared/kit/assert.ts";
import {
  countChanges,
  groupsToResend,
  nothingUnsaved,
  resentBytesMax,
  type Unsaved,
  withAllSent,
  withConfirmation,
  withKey,
  withUpdate,
} from "./unsaved.ts";

const after = (...labels: string[]): Unsaved =>
  labels.reduce((state, label) => withUpdate(state, edit({ label })), nothingUnsaved);
const edit = ({ label = "", bytes = 1, isSent = false }) => ({
  label,
  key: null,
  update: new Uint8Array(bytes),
  isSent,
});
const withKept = (state: Unsaved, number: number, key: number): Unsaved => {
  const next = withKey(state, number, key);
  assert(next, "it is waiting");
  return next;
};

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
  const kept = withKept(withKept(after("", "", ""), 1, 71), 3, 73);
  expect(withConfirmation(kept, 2).savedKeys).toEqual([71]);
  expect(withConfirmation(kept, 3).savedKeys).toEqual([71, 73]);
});

test("a key that comes after the confirmation is told to the keep by whoever asked for it", () => {
  expect(withKey(withConfirmation(after(""), 1).state, 1, 71)).toBeNull();
});

test("[P4] what was sent and never confirmed is sent again; what never left is not", () => {
  const state = withUpdate(withAllSent(after("", "")), edit({ isSent: false }));
  expect(groupsToResend(state).map((group) => group.length)).toEqual([2]);
  expect(groupsToResend(withConfirmation(state, 2).state)).toEqual([]);
  expect(groupsToResend(withConfirmation(withAllSent(state), 2).state)).toHaveLength(1);
});

test("what is sent again goes out in pieces that the server takes, in order", () => {
  const half = resentBytesMax / 2;
  const sizes = [half, half, 1, resentBytesMax, resentBytesMax + 1, 5];
  const state = sizes.reduce((all, bytes) => withUpdate(all, edit({ bytes, isSent: true })), nothingUnsaved);
  const groups = groupsToResend(state).map((group) => group.map(({ byteLength }) => byteLength));
  expect(groups).toEqual([[half, half], [1], [resentBytesMax], [5]]);
});
