/** The parts of reading tables: headings, rows, alignment, the walk through paragraphs, leaders' cells. */
import { describe, expect, test } from "vitest";
import { columnOf, headerOf } from "./columns.ts";
import { delimitersOf, readRow, readRows, readTableStart } from "./delimited-table.ts";
import { readFlattenedStart } from "./flattened-table.ts";
import { likeliestWalk } from "./flattened-walk.ts";
import { inferColumns } from "./inferred-columns.ts";
import { readLeadersCell } from "./leaders-column.ts";
import { readLines } from "./lines.ts";
import { readMatrixDays } from "./matrix-table.ts";
import { scopeFor } from "./reading.fixture.ts";
import { readSource } from "./source.ts";

const table = (text: string) => {
  const source = readSource(text);
  const lines = readLines(source);
  const [first] = lines;
  if (!first) throw new Error("no line");
  return { source, lines, first };
};

describe("headings of columns", () => {
  test.each([
    ["tt", "index"],
    ["thứ, ngày", "day"],
    ["ngày, tháng, năm", "day"],
    ["thứ", "weekday"],
    ["buổi", "moment"],
    ["thời gian", "moment"],
    ["nội dung công việc", "matter"],
    ["buổi, (giờ) nội dung", "matter"],
    ["lãnh đạo chủ trì/tham dự", "leaders"],
    ["thường trực ubnd tỉnh; thường vụ đảng ủy", "leaders"],
    ["chủ trì, tham gia", "leaders"],
    ["sáng", "session"],
    ["cấp trình", "other"],
  ])("%s: %s", (heading, kind) => {
    expect(columnOf(heading)?.kind).toBe(kind);
  });
  test.each([
    ["chủ trì", "chair"],
    ["thành phần", "participants"],
    ["địa điểm", "venue"],
    ["cơ quan chuẩn bị", "preparing"],
    ["lđvp và phòng theo dõi", "support"],
    ["ghi chú", "note"],
    ["giấy mời số", "ref"],
  ])("%s: %s", (heading, clause) => {
    expect(columnOf(heading)).toEqual({ kind: "clause", clause });
  });
  test.each(["họp giao ban", "8h30", "đ/c an", "", "phòng họp số 3 tầng 2 nhà a của ủy ban nhân dân tỉnh"])(
    "%s is no heading",
    (words) => {
      expect(["index", "day", "matter", "leaders"]).not.toContain(columnOf(words)?.kind);
    },
  );
  test("a row of values is no row of headings", () => {
    expect(headerOf(["sáng", "họp giao ban", "lđvp"])).toBeNull();
    expect(headerOf(["ngày", "giờ", "nội dung"])?.map(({ kind }) => kind)).toEqual(["day", "moment", "matter"]);
    expect(headerOf(["thứ/ngày", "sáng", "chiều"])?.map(({ kind }) => kind)).toEqual(["day", "session", "session"]);
  });
});

describe("rows", () => {
  const rowsOf = (text: string) => {
    const { source, lines, first } = table(text);
    const start = readTableStart(source, first);
    if (!start) return null;
    const { rows, used } = readRows(source, lines, 1, start);
    return {
      used,
      rows: rows.map(({ line, cells }) => [line, ...cells.map(({ from, to }) => source.text.slice(from, to))]),
    };
  };

  test("a Markdown table, its rule left out, ends at the first line outside it", () => {
    expect(rowsOf("| Ngày | Giờ | Nội dung |\n|---|---|---|\n| 16/11 | 8h | Họp |\nHết")).toEqual({
      used: 2,
      rows: [[3, "16/11", "8h", "Họp"]],
    });
  });

  test("a cell wrapped over two lines is one cell", () => {
    expect(rowsOf("Ngày\tGiờ\tNội dung\tChủ trì\n16/11\t8h\tHọp\ngiao ban\tCT\n17/11\t9h\tDự\tPCT")?.rows).toEqual([
      [2, "16/11", "8h", "Họp\ngiao ban", "CT"],
      [4, "17/11", "9h", "Dự", "PCT"],
    ]);
  });

  test("a day on a line of its own stays inside; a second row of headings ends the table", () => {
    expect(rowsOf("Giờ|Nội dung|Ghi chú\n16/11\n8h|Họp|x")?.rows).toEqual([
      [2, "16/11"],
      [3, "8h", "Họp", "x"],
    ]);
    expect(rowsOf("Giờ|Nội dung|Ghi chú\n8h|Họp|x\nGiờ|Nội dung|Ghi chú")?.used).toBe(1);
  });

  test("a line with more cells than any table is none", () => {
    const { source, first } = table("|".repeat(100));
    expect(delimitersOf(source, first)).toEqual([]);
    expect(readTableStart(source, first)).toBeNull();
  });

  test("empty cells between tabs are kept", () => {
    const { source, first } = table("\t\t9h30\tHọp");
    expect(readRow(source, first, "\t").cells.map(({ from, to }) => source.text.slice(from, to))).toEqual([
      "",
      "",
      "9h30",
      "Họp",
    ]);
  });
});

describe("tables without headings", () => {
  test("columns are told from what the cells hold", () => {
    const { source, first } = table("1\t16/11/2026\t8h\tHọp giao ban đầu tuần\tP. họp 1\tCT An");
    expect(inferColumns(source, first)?.columns.map(({ kind }) => kind)).toEqual([
      "index",
      "day",
      "moment",
      "matter",
      "clause",
      "leaders",
    ]);
  });
  test("two cells, or none with a time, are no table", () => {
    for (const row of ["8h\tHọp", "a\tb\tc"]) expect(inferColumns(table(row).source, table(row).first)).toBeNull();
  });
  test("days as columns", () => {
    const { source, first } = table("\tThứ 2 (23/11)\tThứ 3 (24/11)");
    expect(readMatrixDays(source, first)?.days.map(({ value }) => value.first?.date)).toEqual([23, 24]);
    const other = table("1\t13/02/2020\tTừ 8 giờ");
    expect(readMatrixDays(other.source, other.first)).toBeNull();
  });
});

describe("tables whose cells are paragraphs", () => {
  test("headings one a paragraph; 'Nội dung' and 'công việc' are one", () => {
    const { source, lines } = table("Ngày\n\nThời gian\n\nNội dung\n\ncông việc\n\nĐịa điểm\n\nThứ 2");
    const start = readFlattenedStart(source, lines, 0);
    expect(start?.columns.map(({ kind }) => kind)).toEqual(["day", "moment", "matter", "clause"]);
    expect(start?.used).toBe(9);
  });

  test("the walk takes the columns in order, skips what is missing and begins again", () => {
    const columns = [{ kind: "day" }, { kind: "matter" }, { kind: "leaders" }] as const;
    const only = (column: number) => ({ fits: [0, 1, 2].map((one) => (one === column ? 4 : -4)), leans: false });
    expect(likeliestWalk([0, 1, 2, 1, 2, 0, 1].map(only), columns)).toEqual([0, 1, 2, 1, 2, 0, 1]);
  });

  test("a paragraph in the middle of a sentence stays in its cell", () => {
    const columns = [{ kind: "matter" }, { kind: "clause", clause: "venue" }] as const;
    const steps = [
      { fits: [3, -3], leans: false },
      { fits: [0, 2], leans: true },
    ];
    expect(likeliestWalk(steps, columns)).toEqual([0, 0]);
  });
});

describe("a cell of leaders", () => {
  const cellOf = (words: string) => {
    const cell = readLeadersCell(scopeFor(words));
    return [cell.chair, cell.attending, cell.open].map((list) => list.map((one) => one.words).join(" + "));
  };
  test.each([
    ["Chủ tịch,\nCác Phó Chủ tịch liên quan", ["", "", "Chủ tịch + Các Phó Chủ tịch liên quan"]],
    ["Chủ tịch A (Chủ trì); các Phó Chủ tịch", ["Chủ tịch A", "", "các Phó Chủ tịch"]],
    ["Chủ trì: PCT A; Dự: PCT B, PCT C", ["PCT A", "PCT B + PCT C", ""]],
    ["PCT A\nPCT B", ["", "", "PCT A + PCT B"]],
    ["CT An\n(Chủ trì)", ["CT An", "", ""]],
    ["Đ/c Tú PCT P. QLĐT", ["", "", "Đ/c Tú PCT P. QLĐT"]],
    ["", ["", "", ""]],
  ])("%s", (words, lists) => {
    expect(cellOf(words)).toEqual(lists);
  });
});
