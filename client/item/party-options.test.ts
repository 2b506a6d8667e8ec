import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { partyRefSchema } from "../../shared/model/ref.ts";
import type { PartyEntry } from "./party-index.ts";
import { distinctDetail, partiesToGroups, wordsToRef } from "./party-options.ts";

const entry = (ref: PartyEntry["ref"], kind: PartyEntry["kind"]): PartyEntry => ({
  ref,
  kind,
  name: ref,
  detail: "15 đ/c",
  names: [ref],
});

test("found parties keep their order, whatever their kinds, each with its sign", () => {
  const [group, ...others] = partiesToGroups([entry("body:btv", "body"), entry("person:an", "person")]);
  expect(others).toEqual([]);
  expect(group?.options).toEqual([
    { id: "body:btv", label: "body:btv", detail: "15 đ/c", icon: "body" },
    { id: "person:an", label: "person:an", detail: "15 đ/c", icon: "user" },
  ]);
});

test("a detail that the name says already is left away", () => {
  expect(distinctDetail("Văn phòng Thành ủy", "Thành ủy")).toBe("");
  expect(distinctDetail("Sở Xây dựng", "UBND")).toBe("UBND");
  expect(distinctDetail("Sở Xây dựng", "")).toBe("");
});

describe("words that stand as a party", () => {
  test("keep their wording, spaces tidied", () => {
    expect(wordsToRef("  Lãnh đạo  Sở Y tế ")).toBe("text:Lãnh đạo Sở Y tế");
  });

  test("nothing is no party", () => {
    expect(wordsToRef(" \n ")).toBeNull();
  });

  test.each(["a\tb\nc", "x".repeat(5000), "🧑‍💼".repeat(200), "dấu: hai chấm"])(
    "always make a ref that is taken",
    (words) => {
      expect(v.is(partyRefSchema, wordsToRef(words))).toBe(true);
    },
  );
});
