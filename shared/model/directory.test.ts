import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { directoryArb } from "../../test/world/arbitraries.ts";
import { seed } from "../../test/world/seed.ts";
import { directorySchema, emptyDirectory, entryKinds, entrySchemas } from "./directory.ts";

const parse = (value: unknown) => v.parse(directorySchema, value);

describe("a directory is read leniently", () => {
  test("what is missing is empty", () => {
    expect(parse({})).toEqual(emptyDirectory);
    expect(Object.keys(emptyDirectory).sort()).toEqual([...entryKinds].sort());
    for (const kind of entryKinds) expect(emptyDirectory[kind]).toEqual([]);
  });

  test("lists of an entry that are missing are empty, and a body without a rank goes in the middle", () => {
    const read = parse({
      persons: [{ id: "an", name: "An" }],
      posts: [{ id: "ct", name: "Chủ tịch" }],
      bodies: [{ id: "btv", name: "Ban Thường vụ" }],
      groups: [{ id: "pct", name: "Các PCT" }],
    });
    expect(read.persons[0]?.aliases).toEqual([]);
    expect(read.posts[0]?.holders).toEqual([]);
    expect(read.bodies[0]).toMatchObject({ members: [], precedence: 50 });
    expect(read.groups[0]?.members).toEqual([]);
  });

  test("a kind that this version does not know is passed over", () => {
    expect(parse({ vehicles: [{ id: "v1" }] })).toEqual(emptyDirectory);
  });

  test("two empty directories share nothing that one could write into", () => {
    expect(parse({}).persons).not.toBe(parse({}).persons);
  });
});

describe("an entry is checked strictly", () => {
  const is = (kind: keyof typeof entrySchemas, value: unknown) => v.is(entrySchemas[kind], value);

  test("whatever the generator makes passes as it is", () => {
    const kinds = new Set<string>();
    fc.assert(
      fc.property(directoryArb, (directory) => {
        for (const kind of entryKinds) if (directory[kind].length > 0) kinds.add(kind);
        expect(parse(directory)).toEqual(directory);
      }),
      { seed, numRuns: 200 },
    );
    expect([...kinds].sort()).toEqual([...entryKinds].sort());
  });

  test("it has an id and a name", () => {
    expect(is("persons", { id: "an" })).toBe(false);
    expect(is("persons", { name: "An" })).toBe(false);
    expect(is("persons", { id: "an", name: "" })).toBe(false);
    expect(is("persons", { id: "__proto__", name: "An" })).toBe(false);
    expect(is("persons", { id: "an", name: "An", phone: "0912" })).toBe(false);
  });

  test("a post is held by persons, with dates that exist", () => {
    const post = (holder: object) => is("posts", { id: "ct", name: "Chủ tịch", holders: [holder] });
    expect(post({ person: "an", from: "2026-01-01", to: "2026-06-30" })).toBe(true);
    expect(post({ person: "an", from: "2026-02-30" })).toBe(false);
    expect(post({ person: "person:an" })).toBe(false);
  });

  test("a body may hold persons, posts and bodies, in a place of the list", () => {
    const body = (member: object) => is("bodies", { id: "btv", name: "BTV", members: [member] });
    for (const party of ["person:an", "post:ct", "body:tt"]) expect(body({ party, as: "chair" })).toBe(true);
    expect(body({ party: "an" })).toBe(false);
    expect(body({ party: "person:an", as: "boss" })).toBe(false);
  });

  test("an assumed length is minutes within a day, or the session", () => {
    const length = (value: unknown) => is("lengths", { id: "l", kind: "meeting", length: value });
    for (const value of [5, 90, 1440, "session"]) expect(length(value)).toBe(true);
    for (const value of [4, 1441, 90.5, "day", null]) expect(length(value)).toBe(false);
  });

  test("a day off is of a known kind", () => {
    const holiday = (kind: string) => is("holidays", { id: "h", name: "Tết", day: "2027-02-06", kind });
    for (const kind of ["holiday", "in-lieu", "make-up"]) expect(holiday(kind)).toBe(true);
    expect(holiday("party")).toBe(false);
  });
});
