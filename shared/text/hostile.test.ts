/** Whatever is pasted, reading ends soon, never throws, and speaks only of what stands in the text. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tidySpaces } from "../kit/fold.ts";
import { readQuickLine } from "./quick-line.ts";
import type { ReadItem } from "./read-item.ts";
import { readSchedule, scheduleCharsMax, scheduleDoubtsMax, scheduleItemsMax } from "./schedule-reading.ts";
import type { Span } from "./span.ts";

const sizeChars = 150_000;
const fill = (piece: string, head = "") => head + piece.repeat(Math.ceil(sizeChars / piece.length));
const item = "Thứ Hai 16/11/2026\n8h họp ";

/** Each would take minutes if any step looked back over all of what it has read. */
const nasty: readonly (readonly [string, string])[] = [
  ["brackets that never close", fill("(")],
  ["brackets that never opened", fill(")")],
  ["nested brackets", fill("(") + fill(")")],
  ["an open bracket over many hours", fill("8h họp. ", "Thứ Hai 16/11/2026\n(")],
  ["blanks", fill(" ")],
  ["line ends", fill("\n")],
  ["tabs", fill("\t")],
  ["bars", fill("|")],
  ["digits", fill("8")],
  ["hours", fill("8h30 ")],
  ["hours with stops", fill("8h. ", "Thứ Hai 16/11/2026\n")],
  ["hour ranges", fill("từ 8h đến ")],
  ["commas", fill("a, ", item)],
  ["semicolons", fill("; ", item)],
  ["sentences", fill("A b. ", item)],
  ["posts", fill("Chủ tịch, ", "Thứ Hai 16/11/2026\n8h ")],
  ["verbs", fill("Dự Họp ", "Thứ Hai 16/11/2026\n8h Chủ tịch ")],
  ["venue signs", fill(". Điểm tại ", item)],
  ["invitations", fill(", mời ", item)],
  ["places", fill("tại tại ", item)],
  ["labels", fill("Địa điểm:\n", "Thứ Hai 16/11/2026\n")],
  ["lines that go on", fill("a\n", item)],
  ["a list without end", fill("- a\n", `${item}\nThành phần:\n`)],
  ["dates", fill("16/11/2026\n")],
  ["weekdays", fill("Thứ Hai\n")],
  ["headings of tables", fill("Ngày\tGiờ\tNội dung\n")],
  ["headings of paragraphs", fill("Ngày\n\nThời gian\n\nNội dung\n\nĐịa điểm\n\n")],
  ["rows", fill("16/11/2026\t8h\tHọp\tA\n", "Ngày\tGiờ\tNội dung\tChủ trì\n")],
  ["half rows", fill("a|\n", "Ngày|Giờ|Nội dung|Chủ trì|x\n")],
  ["days as columns", fill("\tThứ 2 (23/11)\tThứ 3 (24/11)\nSáng\ta\tb\n")],
  ["ambiguous abbreviations", fill("TT ", item)],
  ["marks on one letter", fill("\u0301", "a")],
  ["asterisks", fill("*")],
  ["lone surrogates", fill("\ud83d")],
  ["comments", fill("# a\n")],
];

function spansOf(result: ReturnType<typeof readSchedule>): Span[] {
  const spans = result.items.flatMap((one) => Object.values(one.spans).flat());
  return [...spans, ...result.doubts.map(({ span }) => span)];
}

describe("hostile text", () => {
  test.each(nasty)("%s: read to the end", (_name, text) => {
    const result = readSchedule(text);
    expect(result.items.length).toBeLessThanOrEqual(scheduleItemsMax);
    expect(result.doubts.length).toBeLessThanOrEqual(scheduleDoubtsMax);
    expect(spansOf(result).every(({ from, to }) => from >= 0 && from <= to && to <= text.length)).toBe(true);
  });

  test("a megabyte of a real kind of schedule", () => {
    const week = "Thứ Hai 16/11/2026\n- 8h: Chủ tịch họp (Sở A chuẩn bị). Điểm tại P. họp 1. Đ/c B; NC\n";
    const result = readSchedule(week.repeat(11_000));
    expect(result.items).toHaveLength(11_000);
  });

  test("what is beyond the limit is left out, and that is said", () => {
    const { doubts } = readSchedule(`${item}giao ban\n${" ".repeat(scheduleCharsMax)}`);
    expect(doubts.map(({ code }) => code)).toEqual(["text-cut"]);
  });
});

/** Words of the trade in any order reach deeper than random letters. */
const pieces = [
  ...[
    "Thứ Hai",
    "16/11",
    "16/11/2026",
    "31/02",
    "CN",
    "T. Hai",
    "tuần 47",
    "năm 2026",
    "từ",
    "đến",
    "Sáng",
    "CHIỀU:",
    "(cả ngày)",
  ],
  ...[
    "8h",
    "7 giờ 30’",
    "14h00-16h30",
    "09'00",
    "2h30",
    "25h",
    "(8h30)",
    "Chủ tịch",
    "PCT.KT",
    "đ/c An",
    "Đ/c:",
    "các PCT liên quan",
  ],
  ...[
    "dự",
    "họp",
    "Dự họp",
    "làm việc tại cơ quan",
    "cùng",
    "chủ trì",
    "mời",
    "Thành phần:",
    "Địa điểm:",
    "Điểm tại",
    "điểm tập trung tại",
  ],
  ...[
    "P. họp 2",
    "Hội trường A",
    "(Sở X chuẩn bị)",
    "(giao Y)",
    "LĐVP",
    "(LĐVP: Đ/c B)",
    "NC",
    "GM số 44/GM-UBND",
    "Trực lãnh đạo:",
  ],
  ...[
    "TT",
    "BCH",
    "tại",
    "ngày",
    "Ngày",
    "Thời gian",
    "Nội dung",
    "-",
    "*",
    "1.",
    "+",
    "(",
    ")",
    "|",
    "\t",
    "\n",
    "\n\n",
    " \n",
    ",",
    ";",
    ".",
    ":",
  ],
  ...["e\u0302\u0301", "uỷ", "\u00a0", "\u200b", "“", "./.", "---", "#", "**", "Nơi nhận:"],
];
const heads = [
  "",
  "Thứ Hai 16/11/2026\n- ",
  "Thứ Hai 16/11/2026\n- 8h ",
  "Ngày\tGiờ\tNội dung\tChủ trì\n16/11/2026\t8h\t",
];
const trade = fc
  .tuple(fc.constantFrom(...heads), fc.array(fc.constantFrom(...pieces), { maxLength: 60, size: "max" }))
  .map(([head, words]) => head + words.join(" "));
const anything = fc.oneof(
  trade,
  fc.string({ unit: "binary", maxLength: 300 }),
  fc.string({ unit: "grapheme", maxLength: 300 }),
);

const visible = (text: string) =>
  tidySpaces(text.replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]|\*{2,}/gu, ""));
const texts = ({ title, chair, participants, location, preparing }: ReadItem) => [
  title,
  ...chair,
  ...participants,
  ...preparing,
  ...(location ? [location] : []),
];

describe("any text", () => {
  test("reading never throws, and every span lies in the text", () => {
    fc.assert(
      fc.property(anything, (text) => {
        const result = readSchedule(text);
        return spansOf(result).every(({ from, to }) => from >= 0 && from <= to && to <= text.length);
      }),
      { numRuns: 1_500, seed: 20_261_116 },
    );
  });

  test("titles, names and places are words of the text, in its order", () => {
    let read = 0;
    fc.assert(
      fc.property(trade, (text) => {
        const { items } = readSchedule(text);
        read += items.length;
        const source = visible(text);
        for (const words of items.flatMap(texts)) expect(source).toContain(tidySpaces(words));
      }),
      { numRuns: 1_500, seed: 20_261_117 },
    );
    expect(read).toBeGreaterThan(500);
  });

  test("reading twice gives the same, and what was read as no item is told", () => {
    fc.assert(
      fc.property(anything, (text) => {
        const result = readSchedule(text);
        expect(readSchedule(text)).toEqual(result);
        if (result.items.length === 0) expect(result.doubts.map(({ code }) => code)).toContain("nothing-read");
      }),
      { numRuns: 400, seed: 20_261_118 },
    );
  });

  test("a typed line never throws, and its spans lie in it", () => {
    fc.assert(
      fc.property(anything, (line) => {
        const spans = Object.values(readQuickLine(line).spans).flat();
        return spans.every(({ from, to }) => from >= 0 && from <= to && to <= line.length);
      }),
      { numRuns: 1_500, seed: 20_261_119 },
    );
  });
});
