import { describe, expect, test } from "vitest";
import { entryKinds } from "../model/directory.ts";
import { type DocumentKind, entryFormOf } from "./document-schema.ts";
import { directoryRoots, programmeRoots } from "./roots.ts";

const items = entryFormOf("programme", "items");

function accepts(document: DocumentKind, root: string, key: string, value: unknown): boolean {
  const field = entryFormOf(document, root)?.fieldOf(key);
  return field?.form === "value" && field.accepts(value);
}

describe("what a document may hold", () => {
  test("a closed list of roots", () => {
    expect(items).not.toBeNull();
    for (const root of programmeRoots) expect(entryFormOf("programme", root), root).not.toBeNull();
    for (const root of [...entryKinds, ...directoryRoots]) expect(entryFormOf("directory", root), root).not.toBeNull();
    for (const root of ["persons", "__proto__", "constructor", "toString", "", "Items"])
      expect(entryFormOf("programme", root), root).toBeNull();
    for (const root of programmeRoots) expect(entryFormOf("directory", root)).toBeNull();
    for (const root of directoryRoots) expect(entryFormOf("programme", root)).toBeNull();
  });

  test("a closed list of fields, and one key per party", () => {
    for (const key of ["title", "notes", "when", "venue", "@person:an", "@text:Sở Nội vụ"])
      expect(items?.fieldOf(key), key).not.toBeNull();
    for (const key of [
      "id",
      "parties",
      "__proto__",
      "constructor",
      "@",
      "@person:",
      "@nobody:an",
      "@person:__proto__",
      "",
    ])
      expect(items?.fieldOf(key), key).toBeNull();
    expect(items?.required.toSorted()).toEqual(["kind", "office", "status", "title", "when"]);
  });

  test("ids that name something of an object are none", () => {
    expect(items?.acceptsId("a-1_B")).toBe(true);
    for (const id of ["__proto__", "constructor", "", "a b", "x".repeat(65)])
      expect(items?.acceptsId(id), id).toBe(false);
  });
});

describe("which values a field takes", () => {
  test.each([
    ["status", "approved", "done"],
    ["when", { horizon: "day", day: "2026-11-24" }, { horizon: "day", day: "2026-13-24" }],
    [
      "when",
      { horizon: "time", day: "2026-11-24", startMin: 60, endMin: 90 },
      { horizon: "time", day: "2026-11-24", startMin: 90, endMin: 60 },
    ],
    ["@person:an", { role: "chair" }, { role: "king" }],
    ["venue", { room: "p1" }, { room: "p1", secret: 1 }],
    ["venue", {}, []],
    ["venue", { text: "Sóc Sơn", online: {} }, { text: "Sóc Sơn", online: [] }],
    ["unexpected", true, "yes"],
    ["due", "2026-11-24", undefined],
  ])("%s: %j, never %j", (key, good, bad) => {
    expect(accepts("programme", "items", key, good)).toBe(true);
    expect(accepts("programme", "items", key, bad)).toBe(false);
  });

  test("a value that owes its members to a prototype is none: others would receive it empty", () => {
    const when = { horizon: "day", day: "2026-11-24" };
    const inherited = Object.setPrototypeOf({}, when);
    expect(accepts("programme", "items", "when", inherited)).toBe(false);
    expect(accepts("programme", "items", "@person:an", Object.setPrototypeOf({ role: "chair" }, { order: 1 }))).toBe(
      false,
    );
    expect(accepts("programme", "items", "when", { ...when, lastDay: undefined })).toBe(true);
  });

  test("a holder is a person, a group's member says nothing more, a body's member may be any party", () => {
    expect(accepts("directory", "posts", "@person:an", { from: "2026-01-01" })).toBe(true);
    expect(accepts("directory", "posts", "@body:btv", {})).toBe(false);
    expect(accepts("directory", "bodies", "@post:bt", { as: "chair" })).toBe(true);
    expect(accepts("directory", "bodies", "@post:bt", { as: "king" })).toBe(false);
    expect(accepts("directory", "groups", "@person:an", {})).toBe(true);
    expect(accepts("directory", "groups", "@person:an", { as: "chair" })).toBe(false);
    expect(accepts("directory", "rooms", "@person:an", {})).toBe(false);
  });
});
