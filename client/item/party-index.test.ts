import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { parseDay } from "../../shared/kit/day.ts";
import { directorySchema } from "../../shared/model/directory.ts";
import { createDirectoryIndex } from "../../shared/rules/directory-index.ts";
import { createPartyIndex } from "./party-index.ts";

const directory = v.parse(directorySchema, {
  persons: [
    { id: "an", name: "Hoàng Minh An", office: "party" },
    { id: "ha", name: "Lê Thu Hà", office: "people" },
    { id: "cu", name: "Vũ Văn Cũ", office: "people" },
  ],
  posts: [
    { id: "bt", name: "Bí thư Thành ủy", short: "Bí thư", aliases: ["BT"], holders: [{ person: "an" }] },
    {
      id: "pct-vx",
      name: "Phó Chủ tịch UBND phụ trách văn xã",
      short: "PCT",
      aliases: ["PCT.VX"],
      holders: [
        { person: "cu", to: "2026-08-31" },
        { person: "ha", from: "2026-09-01" },
      ],
    },
    { id: "trong", name: "Trưởng Ban Nội chính" },
  ],
  bodies: [
    {
      id: "btv",
      name: "Ban Thường vụ Thành ủy",
      aliases: ["BTV"],
      members: [{ party: "post:bt" }, { party: "person:ha" }],
    },
    { id: "bcd", name: "Ban Chỉ đạo Tết", members: [] },
  ],
  units: [{ id: "sxd", name: "Sở Xây dựng", aliases: ["SXD"], office: "people" }],
  groups: [{ id: "pct", name: "Các PCT liên quan", members: ["post:pct-vx"], conditional: true }],
});

const phrases = {
  members: (count: number) => `${count} đ/c`,
  conditional: "liên quan",
  office: (office: string) => office,
};
const on = (today: string) =>
  createPartyIndex({ index: createDirectoryIndex(directory), today: parseDay(today)!, phrases });
const index = on("2026-11-23");
const first = (query: string) => index.search(query, 1)[0]?.ref;

describe("what tells parties apart", () => {
  test("a person by the post held today", () => {
    expect(index.of("person:an")?.detail).toBe("Bí thư");
    expect(index.of("person:ha")?.detail).toBe("PCT");
  });

  test("a person without a post by the office", () => {
    expect(index.of("person:cu")?.detail).toBe("people");
    expect(on("2026-08-01").of("person:cu")?.detail).toBe("PCT");
  });

  test("a post by who holds it; a vacant one by nothing", () => {
    expect(index.of("post:pct-vx")?.detail).toBe("Lê Thu Hà");
    expect(index.of("post:trong")?.detail).toBe("");
  });

  test("a body by how many sit in it, a unit by its office, an open group by saying so", () => {
    expect(index.of("body:btv")?.detail).toBe("2 đ/c");
    expect(index.of("body:bcd")?.detail).toBe("");
    expect(index.of("unit:sxd")?.detail).toBe("people");
    expect(index.of("group:pct")?.detail).toBe("liên quan");
  });

  test("what is not in the directory has no entry", () => {
    expect(index.of("person:ai")).toBeUndefined();
    expect(index.of("text:đ/c An")).toBeUndefined();
  });
});

describe("finding a party", () => {
  test("by initials, by alias, by post and name, with or without marks", () => {
    expect(first("HMA")).toBe("person:an");
    expect(first("btv")).toBe("body:btv");
    expect(first("sxd")).toBe("unit:sxd");
    expect(first("pct ha")).toBe("person:ha");
    expect(first("so xay dung")).toBe("unit:sxd");
  });

  test("who left a post is not found by it", () => {
    expect(index.search("pct cu", 5).map(({ ref }) => ref)).toEqual([]);
    expect(on("2026-08-01").search("pct cu", 1)[0]?.ref).toBe("person:cu");
  });

  test("a post alone finds the post before its holder", () => {
    expect(first("bi thu")).toBe("post:bt");
    expect(first("bí thư thành ủy")).toBe("post:bt");
  });

  test("what stands in a schedule finds whom it means", () => {
    expect(first("đ/c Hoàng Minh An")).toBe("person:an");
    expect(first("PCT Lê Thu Hà")).toBe("person:ha");
  });
});
