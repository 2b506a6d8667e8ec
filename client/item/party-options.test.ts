import { expect, test } from "vitest";
import type { PartyEntry } from "./party-index.ts";
import { distinctDetail, partiesToGroups } from "./party-options.ts";

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
