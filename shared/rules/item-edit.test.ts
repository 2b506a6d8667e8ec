import { expect, test } from "vitest";
import { an, binh, item } from "../../test/world/small-city.ts";
import { withEdit } from "./item-edit.ts";

const meeting = item("a", "14:00", { parties: { [an]: "chair" }, room: "p1", parent: "b" });

test("an edit sets fields, takes away those that are undefined, and leaves the rest and the item itself alone", () => {
  const before = structuredClone(meeting);
  const moved = withEdit(meeting, { id: "a", set: { venue: { room: "p2" }, parent: undefined } });
  const { parent: _, ...others } = before;
  expect(moved).toEqual({ ...others, venue: { room: "p2" } });
  expect("parent" in moved).toBe(false);
  expect(meeting).toEqual(before);
});

test("an edit adds parties, changes what they do, and lets those that are null go", () => {
  const edited = withEdit(meeting, { id: "a", parties: { [an]: null, [binh]: { role: "chair", for: an } } });
  expect(edited.parties).toEqual({ [binh]: { role: "chair", for: an } });
  expect(withEdit(meeting, { id: "a", parties: { [an]: { role: "optional" } } }).parties).toEqual({
    [an]: { role: "optional" },
  });
});
