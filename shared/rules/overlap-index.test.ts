import { describe, expect, test } from "vitest";
import { an, binh, city, item } from "../../test/world/small-city.ts";
import { createOverlapIndex } from "./overlap-index.ts";

const indexOf = (...items: readonly ReturnType<typeof item>[]) => {
  const index = createOverlapIndex(city);
  index.build(items);
  return index;
};

describe("one person in two places", () => {
  test("two chairs half an hour apart are certain and must be settled", () => {
    const index = indexOf(
      item("a", "14:00", { parties: { [an]: "chair" }, room: "p1" }),
      item("b", "14:30", { parties: { [an]: "chair" }, room: "p2" }),
    );
    expect(index.of("a")).toMatchObject([
      {
        kind: "person",
        resource: an,
        certainty: "certain",
        severity: "error",
        gapMin: 30,
        a: { item: "a" },
        b: { item: "b" },
      },
    ]);
    expect(index.of("b")).toEqual(index.of("a"));
  });

  test("a member of a sitting body who chairs elsewhere is found, with the way that explains it", () => {
    const index = indexOf(
      item("a", "14:00", { body: "body:btv", room: "p1" }),
      item("b", "14:30", { parties: { "post:ct": "chair" }, room: "p2" }),
    );
    const [overlap] = index.of("b");
    expect(overlap).toMatchObject({ resource: binh, certainty: "certain", severity: "error" });
    expect(overlap?.a.path).toEqual({ role: "sits", steps: ["body:btv", "post:ct", binh], conditional: false });
    expect(overlap?.b.path).toEqual({ role: "chair", steps: ["post:ct", binh], conditional: false });
  });

  test("a body that sits twice is one overlap and not one for every member", () => {
    const index = indexOf(item("a", "14:00", { body: "body:btv" }), item("b", "14:00", { body: "body:btv" }));
    expect(index.of("a").map(({ resource }) => resource)).toEqual(["body:btv"]);
    expect(index.counts()).toMatchObject({ certain: 1, error: 1, warning: 0 });
  });
});

describe("an edit tells whose card repaints", () => {
  test("moving an item away names both sides, and leaves nothing", () => {
    const index = indexOf(
      item("a", "14:00", { parties: { [an]: "chair" } }),
      item("b", "14:30", { parties: { [an]: "chair" } }),
    );
    expect([...index.upsert(item("a", "08:00", { parties: { [an]: "chair" } })).items].sort()).toEqual(["a", "b"]);
    expect([...index.all()]).toEqual([]);
    expect(index.remove("b").items.size).toBe(0);
  });
});
