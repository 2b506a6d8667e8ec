import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { city } from "../../test/world/small-city.ts";
import { directorySchema } from "../model/directory.ts";
import { readDirectory } from "./lenient-directory.ts";

describe("a directory in another shape", () => {
  test("one of ours comes through as it is", () => {
    expect(readDirectory(city)).toEqual({
      ...city,
      groups: city.groups.map((group) => ({ conditional: false, ...group })),
    });
  });

  test("maps by id and bare names are lists", () => {
    const read = readDirectory({
      persons: { an: { name: "Hoàng Minh An" }, binh: "Phạm Thái Bình" },
      units: ["Phòng Nội vụ"],
    });
    expect(read.persons).toMatchObject([
      { id: "an", name: "Hoàng Minh An" },
      { id: "binh", name: "Phạm Thái Bình" },
    ]);
    expect(read.units).toMatchObject([{ name: "Phòng Nội vụ" }]);
  });

  test("holders, members and heads may be ids, refs, names or objects", () => {
    const read = readDirectory({
      persons: [{ id: "an", name: "Hoàng Minh An" }],
      posts: [
        { id: "a", name: "Bí thư", holders: ["an"] },
        { id: "b", name: "Phó Bí thư", holder: "Hoàng Minh An" },
        { id: "c", name: "Chủ tịch", holders: [{ person: "an", from: "2026-01-01" }] },
      ],
      bodies: [
        {
          id: "x",
          name: "BTV",
          members: ["post:a", "an", "Phó Bí thư", { party: "post:c", to: "2026-12-31" }, { person: "an" }],
        },
      ],
      units: [{ id: "u", name: "Phòng", head: "Hoàng Minh An" }],
      groups: [{ id: "g", name: "các PCT liên quan", members: ["b"] }],
    });
    expect(read.posts.map(({ holders }) => holders)).toEqual([
      [{ person: "an" }],
      [{ person: "an" }],
      [{ person: "an", from: "2026-01-01" }],
    ]);
    expect(read.bodies[0]?.members).toEqual([
      { party: "post:a" },
      { party: "person:an" },
      { party: "post:b" },
      { party: "post:c", to: "2026-12-31" },
      { party: "person:an" },
    ]);
    expect(read.units[0]?.head).toBe("person:an");
    expect(read.groups[0]).toMatchObject({ members: ["post:b"], conditional: true });
  });

  test("a person who brings titles holds the posts of those names", () => {
    const read = readDirectory({
      persons: [
        { id: "an", name: "An", title: "Bí thư Thành ủy" },
        { id: "chi", name: "Chi", posts: ["Phó Chủ tịch"] },
        { id: "dung", name: "Dũng", posts: ["PCT"] },
      ],
      posts: [{ id: "bt", name: "Bí thư Thành uỷ" }],
      bodies: [{ name: "Thường trực", members: ["Bí thư Thành ủy", "Phó Chủ tịch"] }],
    });
    expect(read.posts.map(({ holders }) => holders.map(({ person }) => person))).toEqual([["an"], ["chi", "dung"]]);
    expect(read.bodies[0]?.members.map(({ party }) => party)).toEqual(["post:bt", `post:${read.posts[1]?.id}`]);
  });

  test("ids that are no ids get one, and what points to them still does", () => {
    const read = readDirectory({
      persons: [{ id: "đ/c An", name: "Hoàng Minh An" }],
      groups: [{ name: "x", members: ["đ/c An"] }],
    });
    expect(read.groups[0]?.members).toEqual([`person:${read.persons[0]?.id}`]);
  });

  test("a member nobody knows stays in words", () => {
    expect(readDirectory({ bodies: [{ name: "BTV", members: ["Bí thư Thành đoàn"] }] }).bodies[0]?.members).toEqual([
      { party: "text:Bí thư Thành đoàn" },
    ]);
  });

  test("what cannot be understood is left out", () => {
    const nothing = v.parse(directorySchema, {});
    for (const input of [undefined, null, 7, "x", [], { persons: 3, bodies: [null, 5] }])
      expect(readDirectory(input).persons, JSON.stringify(input)).toEqual(nothing.persons);
    expect(
      readDirectory({
        lengths: [
          { id: "a", kind: "meeting", length: 60 },
          { id: "b", length: "long" },
        ],
      }).lengths,
    ).toHaveLength(1);
  });

  test("never throws, and always answers with a directory", () => {
    const seed = 20261123;
    const keys = fc.constantFrom("persons", "posts", "bodies", "units", "groups", "rooms", "lengths", "holidays");
    fc.assert(
      fc.property(fc.dictionary(keys, fc.jsonValue()), (input) => {
        expect(v.is(directorySchema, readDirectory(input))).toBe(true);
      }),
      { seed, numRuns: 500 },
    );
  });
});
