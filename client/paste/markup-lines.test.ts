import { describe, expect, test } from "vitest";
import { readSchedule } from "../../shared/text/schedule-reading.ts";
import { hasTable, type MarkupNode, markupToText } from "./markup-lines.ts";

type Child = MarkupNode | string;
const text = (words: string): MarkupNode => ({ nodeType: 3, nodeName: "#text", nodeValue: words, childNodes: [] });
const node = (nodeName: string, ...children: Child[]): MarkupNode => ({
  nodeType: 1,
  nodeName,
  nodeValue: null,
  childNodes: children.map((child) => (typeof child === "string" ? text(child) : child)),
});
const row = (...cells: Child[]) =>
  node("TR", ...cells.map((cell) => (typeof cell === "string" ? node("TD", cell) : cell)));
const table = (...rows: MarkupNode[]) => node("TABLE", node("TBODY", ...rows));
const spanning = (cell: MarkupNode, spans: { rowSpan?: number; colSpan?: number }): MarkupNode => ({
  ...cell,
  ...spans,
});
const lines = (root: MarkupNode) => markupToText(root).split("\n");

describe("a copied table", () => {
  test("is one row a line, with a tab between cells", () => {
    expect(lines(table(row("Giờ", "Nội dung"), row("8h", "Họp")))).toEqual(["Giờ\tNội dung", "8h\tHọp"]);
  });

  test("paragraphs and breaks within a cell are one line", () => {
    const cell = node("TD", node("P", "Chủ tịch,"), node("P", "Các Phó Chủ tịch", node("BR"), "liên quan"));
    expect(lines(table(row("8h", cell)))).toEqual(["8h\tChủ tịch, Các Phó Chủ tịch liên quan"]);
  });

  test("a merged day stands beside all its meetings", () => {
    const day = spanning(node("TD", "Thứ 2 23/11"), { rowSpan: 2 });
    expect(lines(table(row(day, "8h", "Họp A"), row("14h", "Họp B"), row("Thứ 3 24/11", "9h", "Họp C")))).toEqual([
      "Thứ 2 23/11\t8h\tHọp A",
      "Thứ 2 23/11\t14h\tHọp B",
      "Thứ 3 24/11\t9h\tHọp C",
    ]);
  });

  test("a heading over two columns leaves the second empty", () => {
    const heading = spanning(node("TH", "Thời gian"), { colSpan: 2 });
    expect(lines(table(row(heading, "Nội dung"), row("Sáng", "8h", "Họp")))).toEqual([
      "Thời gian\t\tNội dung",
      "Sáng\t8h\tHọp",
    ]);
  });

  test("cells that claim to span a million rows add none", () => {
    const cell = spanning(node("TD", "x"), { rowSpan: 1_000_000, colSpan: 0 });
    expect(lines(table(row(cell, "a"), row("b")))).toEqual(["x\ta", "x\tb"]);
  });

  test("a table within a cell is words of that cell", () => {
    expect(lines(table(row("8h", node("TD", table(row("trong", "cùng"))))))).toEqual(["8h\ttrong cùng"]);
  });
});

describe("what stands around a table", () => {
  test("paragraphs are lines: the heading that names the week is not lost", () => {
    const page = node(
      "BODY",
      node("STYLE", "p {}"),
      node("P", "Tuần 48 ", node("B", "từ 23/11/2026")),
      table(row("8h", "Họp")),
      "./.",
    );
    expect(lines(page)).toEqual(["Tuần 48 từ 23/11/2026", "", "8h\tHọp", "./."]);
  });

  test("a piece without a table says so", () => {
    expect(hasTable(node("BODY", node("P", "Họp")))).toBe(false);
    expect(hasTable(node("BODY", node("DIV", table(row("a")))))).toBe(true);
  });
});

test("a week table copied out of Word is read whole", () => {
  const head = row("Thứ, ngày", "Giờ", "Nội dung", "Chủ trì", "Địa điểm");
  const day = (words: string) => spanning(node("TD", node("P", words)), { rowSpan: 2 });
  const page = node(
    "BODY",
    node("P", "LỊCH CÔNG TÁC TUẦN 48 (từ ngày 23/11/2026 đến ngày 29/11/2026)"),
    table(
      head,
      row(day("Thứ Hai 23/11"), "8h00", "Họp giao ban", "Chủ tịch", "Phòng họp 1"),
      row("14h30", "Nghe báo cáo Vành đai 4", "PCT Vũ Đức Khải", "Phòng họp 2"),
      row(day("Thứ Ba 24/11"), "9h00", "Tiếp công dân", "Chủ tịch", "Trụ sở TCD"),
      row("15h00", "Họp về ngân sách", "Chủ tịch", "Phòng họp 1"),
    ),
  );
  const { items } = readSchedule(markupToText(page));
  expect(items.map(({ date, start, title }) => [date, start, title])).toEqual([
    ["2026-11-23", "08:00", "Họp giao ban"],
    ["2026-11-23", "14:30", "Nghe báo cáo Vành đai 4"],
    ["2026-11-24", "09:00", "Tiếp công dân"],
    ["2026-11-24", "15:00", "Họp về ngân sách"],
  ]);
});
