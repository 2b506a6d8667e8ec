import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { city } from "../../test/world/small-city.ts";
import type { Day } from "../kit/day.ts";
import { type Directory, directorySchema } from "../model/directory.ts";
import type { PartyRef } from "../model/ref.ts";
import { createDirectoryIndex } from "./directory-index.ts";
import { findBodyCycles } from "./membership.ts";

const today = "2026-11-23" as Day;
const make = (input: object): Directory => v.parse(directorySchema, input);

function ways(directory: Directory, ref: PartyRef, day: Day = today): Record<string, string> {
  const holdings = createDirectoryIndex(directory).expand(ref, day);
  return Object.fromEntries(
    holdings.map(({ leaf, steps, conditional }) => [leaf, `${steps.join(" ")}${conditional ? " ?" : ""}`]),
  );
}

describe("what a party stands for", () => {
  test("a person stands for himself, known or not", () => {
    expect(ways(city, "person:an")).toEqual({ "person:an": "person:an" });
    expect(ways(city, "person:gone")).toEqual({ "person:gone": "person:gone" });
  });

  test("a post stands for who holds it, and for itself while nobody does", () => {
    expect(ways(city, "post:ct")).toEqual({ "person:binh": "post:ct person:binh" });
    expect(ways(city, "post:vacant")).toEqual({ "post:vacant": "post:vacant" });
  });

  test("a post of several, named alone, is one of them: not said which", () => {
    expect(ways(city, "post:pct")).toEqual({
      "person:chi": "post:pct person:chi ?",
      "person:dung": "post:pct person:dung ?",
    });
  });

  test("a body is all its members, those of a post of several too, and the body itself", () => {
    expect(ways(city, "body:ubnd")).toEqual({
      "body:ubnd": "body:ubnd",
      "person:binh": "body:ubnd post:ct person:binh",
      "person:chi": "body:ubnd post:pct person:chi",
      "person:dung": "body:ubnd post:pct person:dung",
      "person:em": "body:ubnd post:tpnv person:em",
    });
  });

  test("a unit is itself: its head is held only where he is named", () => {
    expect(ways(city, "unit:nv")).toEqual({ "unit:nv": "unit:nv" });
  });

  test("a conditional group marks everybody behind it", () => {
    expect(ways(city, "group:pcts")).toEqual({
      "person:chi": "group:pcts post:pct person:chi",
      "person:dung": "group:pcts post:pct person:dung",
    });
    expect(ways(city, "group:lq")["person:chi"]).toBe("group:lq post:pct person:chi ?");
  });

  test("words stand for themselves", () => {
    expect(ways(city, "text:các sở")).toEqual({ "text:các sở": "text:các sở" });
  });
});

describe("the best of several ways is kept", () => {
  const directory = make({
    posts: [{ id: "bt", name: "Bí thư", holders: [{ person: "an" }] }],
    bodies: [
      { id: "bch", name: "BCH", members: [{ party: "body:btv" }, { party: "person:an" }, { party: "group:some" }] },
      { id: "btv", name: "BTV", members: [{ party: "post:bt" }, { party: "person:em" }] },
    ],
    groups: [{ id: "some", name: "liên quan", members: ["person:em", "person:gia"], conditional: true }],
  });

  test("the shortest way wins, and a sure way wins over a conditional one", () => {
    expect(ways(directory, "body:bch")).toEqual({
      "body:bch": "body:bch",
      "body:btv": "body:bch body:btv",
      "person:an": "body:bch person:an",
      "person:em": "body:bch body:btv person:em",
      "person:gia": "body:bch group:some person:gia ?",
    });
  });

  test("the order of the directory says nothing", () => {
    const turned = make({
      ...directory,
      bodies: directory.bodies.map((body) => ({ ...body, members: body.members.toReversed() })),
    });
    expect(ways(turned, "body:bch")).toEqual(ways(directory, "body:bch"));
  });
});

describe("holders and members are dated, both ends included", () => {
  const directory = make({
    posts: [
      {
        id: "ct",
        name: "Chủ tịch",
        holders: [
          { person: "old", to: "2026-06-30" },
          { person: "new", from: "2026-07-01" },
        ],
      },
    ],
    bodies: [
      {
        id: "b",
        name: "Ban",
        members: [{ party: "post:ct" }, { party: "person:guest", from: "2026-03-01", to: "2026-03-31" }],
      },
    ],
  });

  test.each([
    ["2026-02-28", ["body:b", "person:old"]],
    ["2026-03-01", ["body:b", "person:guest", "person:old"]],
    ["2026-03-31", ["body:b", "person:guest", "person:old"]],
    ["2026-04-01", ["body:b", "person:old"]],
    ["2026-06-30", ["body:b", "person:old"]],
    ["2026-07-01", ["body:b", "person:new"]],
  ])("on %s", (day, leaves) => {
    expect(Object.keys(ways(directory, "body:b", day as Day)).sort()).toEqual(leaves);
  });

  test("days between two changes share one era and one expansion", () => {
    const index = createDirectoryIndex(directory);
    expect(index.eraOf("2026-03-02" as Day)).toBe(index.eraOf("2026-03-30" as Day));
    expect(index.eraOf("2026-03-31" as Day)).not.toBe(index.eraOf("2026-04-01" as Day));
    expect(index.expand("body:b", "2026-03-02" as Day)).toBe(index.expand("body:b", "2026-03-30" as Day));
  });
});

describe("cycles of bodies", () => {
  const directory = make({
    bodies: [
      { id: "a", name: "A", members: [{ party: "body:b" }, { party: "person:x" }] },
      { id: "b", name: "B", members: [{ party: "group:g" }, { party: "person:y" }] },
      { id: "c", name: "C", members: [{ party: "body:c" }] },
      { id: "d", name: "D", members: [{ party: "body:a" }] },
    ],
    groups: [{ id: "g", name: "G", members: ["body:a", "person:z"] }],
  });

  test("are reported, each once, from its least member round", () => {
    expect(findBodyCycles(directory)).toEqual([["body:a", "body:b", "group:g"], ["body:c"]]);
    expect(findBodyCycles(city)).toEqual([]);
  });

  test("do not keep an expansion from ending, and everybody is there once", () => {
    expect(Object.keys(ways(directory, "body:d")).sort()).toEqual([
      "body:a",
      "body:b",
      "body:d",
      "person:x",
      "person:y",
      "person:z",
    ]);
  });

  test("a long chain of bodies is walked in a moment", () => {
    const bodies = Array.from({ length: 300 }, (_, at) => ({
      id: `b${at}`,
      name: `B${at}`,
      members: [{ party: `body:b${(at + 1) % 300}` }, { party: `body:b${(at + 7) % 300}` }, { party: `person:p${at}` }],
    }));
    const long = make({ bodies });
    expect(Object.keys(ways(long, "body:b0"))).toHaveLength(600);
    expect(findBodyCycles(long).length).toBeGreaterThan(0);
  });
});
