import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { directorySchema } from "../../shared/model/directory.ts";
import { type Item, itemSchema } from "../../shared/model/item.ts";
import { countUses, refOf } from "./uses.ts";

const directory = v.parse(directorySchema, {
  persons: [{ id: "an", name: "An" }],
  posts: [{ id: "bt", name: "Bí thư", holders: [{ person: "an" }, { person: "gone" }] }],
  bodies: [{ id: "btv", name: "BTV", members: [{ party: "post:bt" }, { party: "post:gone" }] }],
  units: [{ id: "vp", name: "VP", head: "post:cvp" }],
  groups: [{ id: "g", name: "G", members: ["post:bt", "text:đồng chí mới"] }],
  rooms: [{ id: "p1", name: "P1" }],
  lengths: [{ id: "l", body: "btv", length: 90 }],
});
const item = v.parse(itemSchema, {
  id: "i",
  title: "Họp",
  office: "party",
  kind: "meeting",
  status: "approved",
  when: { horizon: "day", day: "2026-11-23" },
  venue: { room: "p1" },
  body: "body:btv",
  parties: { "post:bt": { role: "chair" }, "text:ai đó": { role: "attend" } },
}) as Item;
const uses = countUses(directory, [item]);

describe("where an entry is used", () => {
  test("items and entries count alike", () => {
    expect(uses.countOf("person:an")).toBe(1);
    expect(uses.countOf("post:bt")).toBe(3);
    expect(uses.countOf("body:btv")).toBe(2);
    expect(uses.countOf("room:p1")).toBe(1);
  });

  test("what nobody refers to counts nothing", () => {
    expect(uses.countOf("unit:vp")).toBe(0);
    expect(uses.countOf("room:p2")).toBe(0);
  });

  test("links that hang in the air are named; words are no links", () => {
    const missing = (kind: "posts" | "bodies" | "units" | "groups" | "lengths") =>
      directory[kind].flatMap((entry) => uses.missingIn(kind, entry));
    expect(missing("posts")).toEqual(["person:gone"]);
    expect(missing("bodies")).toEqual(["post:gone"]);
    expect(missing("units")).toEqual(["post:cvp"]);
    expect(missing("groups")).toEqual([]);
    expect(missing("lengths")).toEqual([]);
  });

  test("days and lengths are referred to by nothing", () => {
    expect(refOf("holidays", "x")).toBeNull();
    expect(refOf("lengths", "x")).toBeNull();
    expect(refOf("rooms", "p1")).toBe("room:p1");
  });
});
