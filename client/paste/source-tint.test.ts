import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readSchedule } from "../../shared/text/schedule-reading.ts";
import { tintSource } from "./source-tint.ts";

const text = [
  "LỊCH CÔNG TÁC TUẦN 48 (từ 23/11/2026 đến 29/11/2026)",
  "",
  "Thứ Hai, ngày 23/11/2026",
  "- 8 giờ, Chủ tịch họp giao ban. Điểm tại Phòng họp 1.",
  "- 14 giờ, PCT Vũ Đức Khải kiểm tra đê điều (Sở Xây dựng chuẩn bị).",
  "Thứ Ba, ngày 24/11/2026",
  "- 9 giờ, Chủ tịch tiếp công dân.",
].join("\n");
const blocksOf = (source: string) => {
  const { items, doubts } = readSchedule(source);
  return tintSource(source, items, doubts);
};
const textOf = (block: ReturnType<typeof blocksOf>[number]) =>
  block.lines.map(({ pieces }) => pieces.map(({ text: piece }) => piece).join("")).join("\n");

describe("the source beside its rows", () => {
  test("every line that gave items begins a strip; what stands above has none", () => {
    const blocks = blocksOf(text);
    expect(blocks.map(({ rows }) => rows)).toEqual([[], [0], [1], [2]]);
    expect(blocks.map(({ lines }) => lines.map(({ number }) => number))).toEqual([[1, 3], [4], [5, 6], [7]]);
  });

  test("the read words are tinted by field", () => {
    const line = blocksOf(text)[1]?.lines[0];
    const tinted = new Map(line?.pieces.map(({ field, text: words }) => [field, words]));
    expect(tinted.get("hour")).toBe("8 giờ");
    expect(tinted.get("title")).toBe("họp giao ban");
    expect(tinted.get("venue")).toBe("Phòng họp 1");
    expect(tinted.get(null)).toBe(".");
  });

  test("no word of the source is lost or doubled, blank lines aside", () => {
    const words = (one: string) =>
      one
        .split("\n")
        .filter((line) => line.trim() !== "")
        .join("\n");
    expect(blocksOf(text).map(textOf).join("\n")).toBe(words(text));
  });

  test("a doubt stands on its line", () => {
    const odd = text.replace("Thứ Ba, ngày 24/11", "Thứ Ba, ngày 25/11");
    const doubted = blocksOf(odd).flatMap(({ lines }) => lines.filter(({ doubts }) => doubts.length > 0));
    expect(doubted.map(({ doubts }) => doubts[0]?.code)).toContain("weekday-mismatch");
  });

  test("Windows line ends and a table of one paragraph a cell keep their lines apart", () => {
    const blocks = blocksOf(text.replace(/\n/g, "\r\n"));
    expect(blocks.map(({ rows }) => rows)).toEqual([[], [0], [1], [2]]);
  });
});

test("[seeded] whatever is pasted, the strips hold the text and every item once", () => {
  const pieces = fc.constantFrom(
    ...text.split(/(?<=[\s.,])/u),
    "\n",
    "\r\n",
    "Thứ 5 26/11 ",
    "8h30 ",
    "(",
    ")",
    "\t",
    "Mời A; B. ",
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
      const source = parts.join("");
      const { items, doubts } = readSchedule(source, { year: 2026 });
      const blocks = tintSource(source, items, doubts);
      const shown = blocks.map(textOf).join("").replace(/\s/g, "");
      expect(shown).toBe(source.replace(/\s/g, ""));
      expect(blocks.flatMap(({ rows }) => [...rows]).toSorted((a, b) => a - b)).toEqual([...items.keys()]);
    }),
    { seed: 1123, numRuns: 300 },
  );
});
