import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { directorySchema, type Entry } from "../../shared/model/directory.ts";
import { rowsOf, searchRows } from "./entry-rows.ts";

const words = {
  title: (_kind: string, entry: Entry) => ("name" in entry ? entry.name : entry.id),
  detail: (_kind: string, entry: Entry) => ("building" in entry ? (entry.building ?? "") : ""),
};
const persons = (...names: string[]) =>
  v.parse(directorySchema, { persons: names.map((name, at) => ({ id: `p${at}`, name })) });

describe("the order of the list", () => {
  test("persons stand by given name, as in Vietnamese lists", () => {
    const directory = persons("Trần Thị Nga", "Vũ Đức Khải", "Hoàng Minh An", "Đặng Văn An", "Lê Đình Đạt");
    expect(rowsOf(directory, "persons", words).map(({ title }) => title)).toEqual([
      "Đặng Văn An",
      "Hoàng Minh An",
      "Lê Đình Đạt",
      "Vũ Đức Khải",
      "Trần Thị Nga",
    ]);
  });

  test("bodies stand by precedence, days by date, rooms by number", () => {
    const directory = v.parse(directorySchema, {
      bodies: [
        { id: "a", name: "A", precedence: 12 },
        { id: "b", name: "B", precedence: 3 },
      ],
      holidays: [
        { id: "x", name: "A", day: "2026-09-02", kind: "holiday" },
        { id: "y", name: "B", day: "2026-01-01", kind: "holiday" },
      ],
      rooms: [
        { id: "r10", name: "Phòng họp 10" },
        { id: "r2", name: "Phòng họp 2" },
      ],
    });
    const ids = (kind: "bodies" | "holidays" | "rooms") => rowsOf(directory, kind, words).map(({ id }) => id);
    expect(ids("bodies")).toEqual(["b", "a"]);
    expect(ids("holidays")).toEqual(["y", "x"]);
    expect(ids("rooms")).toEqual(["r2", "r10"]);
  });
});

describe("the search", () => {
  const directory = v.parse(directorySchema, {
    rooms: [
      { id: "a", name: "Hội trường lớn", aliases: ["HT lớn"], building: "Thành ủy" },
      { id: "b", name: "Phòng họp 1", building: "UBND" },
      { id: "c", name: "Sảnh Hội trường", building: "UBND" },
    ],
  });
  const rows = rowsOf(directory, "rooms", words);
  const found = (query: string) => searchRows(rows, query).map(({ id }) => id);

  test("needs no marks and no case, looks through aliases and details", () => {
    expect(found("hoi truong lon")).toEqual(["a"]);
    expect(found("HT")).toEqual(["a"]);
    expect(found("ubnd hop")).toEqual(["b"]);
  });

  test("shows first what begins with the words", () => {
    expect(found("hội trường")).toEqual(["a", "c"]);
  });

  test("an empty search shows everything, a strange one nothing", () => {
    expect(found("  ")).toHaveLength(3);
    expect(found("sân vận động")).toEqual([]);
  });
});
