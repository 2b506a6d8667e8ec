import { describe, expect, test } from "vitest";
import { lineAfter, linesOf } from "./combobox-options.ts";

const rooms = [
  {
    label: "Trụ sở Thành ủy",
    options: [
      { id: "ph1", label: "Phòng họp 1" },
      { id: "ph2", label: "Phòng họp 2" },
    ],
  },
  { label: "Trụ sở UBND", options: [{ id: "ht1", label: "Hội trường" }] },
];

describe("the open list of a combobox", () => {
  test("options are numbered through all groups", () => {
    const lines = linesOf({ groups: rooms, words: null });
    expect(lines.map((line) => (line.kind === "option" ? `${line.at} ${line.group} ${line.option.id}` : ""))).toEqual([
      "0 Trụ sở Thành ủy ph1",
      "1 Trụ sở Thành ủy ph2",
      "2 Trụ sở UBND ht1",
    ]);
  });

  test("words that may stand as they are come last", () => {
    expect(linesOf({ groups: rooms, words: "Nhà hát Lớn" }).at(-1)).toEqual({
      kind: "words",
      text: "Nhà hát Lớn",
      at: 3,
    });
    expect(linesOf({ groups: [], words: "Nhà hát Lớn" })).toHaveLength(1);
  });

  test("no words, no line for them", () => {
    expect(linesOf({ groups: rooms, words: "" })).toHaveLength(3);
    expect(linesOf({ groups: [], words: null })).toEqual([]);
  });
});

describe("arrow keys in the list", () => {
  test("go on, and round at both ends", () => {
    expect(lineAfter(3, 0, 1)).toBe(1);
    expect(lineAfter(3, 2, 1)).toBe(0);
    expect(lineAfter(3, 0, -1)).toBe(2);
  });

  test("come in at the near end", () => {
    expect(lineAfter(3, null, 1)).toBe(0);
    expect(lineAfter(3, null, -1)).toBe(2);
  });

  test("an empty list has nowhere to go", () => {
    expect(lineAfter(0, null, 1)).toBeNull();
    expect(lineAfter(0, 2, -1)).toBeNull();
  });
});
