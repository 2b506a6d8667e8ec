import { describe, expect, test } from "vitest";
import type { Certainty, Overlap, OverlapKind } from "../../shared/model/overlap.ts";
import type { PartyRef } from "../../shared/model/ref.ts";
import { busyOf, surestFirst } from "./busy-parties.ts";

function overlap(key: string, certainty: Certainty, own: PartyRef, kind: OverlapKind = "person"): Overlap {
  const side = (item: string, first: PartyRef) => ({
    item,
    path: { role: "attend" as const, steps: [first, "person:trung" as const], conditional: false },
  });
  return {
    key,
    fingerprint: key,
    kind,
    resource: "person:trung",
    a: side("other", "person:trung"),
    b: side("this", own),
    certainty,
    severity: "warning",
    gapMin: 30,
    assumedMin: { a: null, b: null },
    yields: null,
    detail: null,
    noProxy: { a: false, b: false },
  };
}

describe("who is needed elsewhere", () => {
  test("the party as written on this item, not the person behind it", () => {
    const { parties } = busyOf("this", [overlap("1", "certain", "body:btv")]);
    expect([...parties]).toEqual([["body:btv", "certain"]]);
  });

  test("seen from the other item it is the other's party", () => {
    const { parties } = busyOf("other", [overlap("1", "certain", "body:btv")]);
    expect([...parties.keys()]).toEqual(["person:trung"]);
  });

  test("of several overlaps the surest counts, in whatever order they come", () => {
    const several = [
      overlap("1", "possible", "body:btv"),
      overlap("2", "certain", "body:btv"),
      overlap("3", "probable", "body:btv"),
    ];
    expect(busyOf("this", several).parties.get("body:btv")).toBe("certain");
    expect(busyOf("this", several.toReversed()).parties.get("body:btv")).toBe("certain");
  });

  test("a room marks the place and no party", () => {
    const { parties, venue } = busyOf("this", [overlap("1", "probable", "text:x", "room")]);
    expect(venue).toBe("probable");
    expect(parties.size).toBe(0);
  });

  test("no overlaps, nobody", () => {
    expect(busyOf("this", [])).toEqual({ parties: new Map(), venue: null });
  });
});

test("the surest overlaps stand first, equally sure ones by their key", () => {
  const keys = surestFirst([
    overlap("b", "possible", "body:btv"),
    overlap("d", "certain", "body:btv"),
    overlap("a", "probable", "body:btv"),
    overlap("c", "certain", "body:btv"),
  ]).map(({ key }) => key);
  expect(keys).toEqual(["c", "d", "a", "b"]);
});
