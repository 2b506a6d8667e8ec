import * as v from "valibot";
import { expect, test } from "vitest";
import { normNames } from "../../shared/model/board-rules.ts";
import { certainties, overlapKinds } from "../../shared/model/overlap.ts";
import { idSchema } from "../../shared/model/ref.ts";
import { normIdOf, normsOf, readNormValue, tuningIdOf, tuningsOf } from "./rule-entries.ts";

test("every rule has an id of its own that the directory takes", () => {
  const ids = [
    ...normNames.map(normIdOf),
    ...overlapKinds.flatMap((kind) => [null, ...certainties].map((certainty) => tuningIdOf(kind, certainty))),
  ];
  expect(new Set(ids).size).toBe(normNames.length + overlapKinds.length * 4);
  expect(ids.filter((id) => !v.is(idSchema, id))).toEqual([]);
});

test("of two entries for one rule the one that counts stands first", () => {
  const norms = [
    { id: "b", norm: "set-up", value: 5 },
    { id: "a", norm: "set-up", value: 9 },
    { id: "c", norm: "way-inner", value: 1 },
  ] as const;
  expect(normsOf({ norms: [...norms] }, "set-up").map(({ id }) => id)).toEqual(["a", "b"]);
  const tunings = [
    { id: "y", overlap: "room", severity: "mute" },
    { id: "x", overlap: "room", certainty: "certain", severity: "error" },
  ] as const;
  expect(tuningsOf({ tunings: [...tunings] }, "room", null).map(({ id }) => id)).toEqual(["y"]);
  expect(tuningsOf({ tunings: [...tunings] }, "room", "certain").map(({ id }) => id)).toEqual(["x"]);
});

test("an emptied field and the customary number both mean the custom; what is no number is neither", () => {
  expect(readNormValue("way-inner", " 45 ")).toBe(45);
  expect(readNormValue("way-inner", "30")).toBeNull();
  expect(readNormValue("way-inner", "")).toBeNull();
  for (const typed of ["-1", "2.5", "nửa giờ", "1e9"]) expect(readNormValue("way-inner", typed)).toBeUndefined();
  expect(readNormValue("work-to", "25")).toBeUndefined();
  expect(readNormValue("quorum-good", "101")).toBeUndefined();
});
