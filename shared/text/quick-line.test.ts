import { describe, expect, test } from "vitest";
import { readQuickLine } from "./quick-line.ts";

/** Only what the line says: no empty lists, no nulls, no spans. */
function said(line: string): Record<string, unknown> {
  const { spans: _, ...reading } = readQuickLine(line);
  return Object.fromEntries(
    Object.entries(reading).filter(([, value]) => value !== null && value !== "" && `${value}` !== ""),
  );
}

describe("a line typed into a cell", () => {
  test.each([
    [
      "14h30 Họp BTV nghe báo cáo tiến độ Vành đai 4, P. họp 2, đ/c An chủ trì",
      {
        start: "14:30",
        session: "afternoon",
        title: "Họp BTV nghe báo cáo tiến độ Vành đai 4",
        location: "P. họp 2",
        chair: ["đ/c An"],
      },
    ],
    [
      "8h-10h30 Giao ban tuần, hội trường A, PCT Hà dự, Sở XD chuẩn bị",
      {
        ...{ start: "08:00", end: "10:30", session: "morning", title: "Giao ban tuần" },
        ...{ location: "hội trường A", participants: ["PCT Hà"], preparing: ["Sở XD"] },
      },
    ],
    ["Sáng kiểm tra GPMB tại xã Đông Anh", { session: "morning", title: "kiểm tra GPMB", location: "xã Đông Anh" }],
    [
      "cả ngày dự lớp bồi dưỡng, mời đ/c An",
      { session: "allday", title: "dự lớp bồi dưỡng", participants: ["đ/c An"] },
    ],
    ["Đ/c An dự hội nghị tổng kết", { title: "dự hội nghị tổng kết", participants: ["Đ/c An"] }],
    ["Chủ tịch: họp nghe báo cáo", { title: "họp nghe báo cáo", chair: ["Chủ tịch"] }],
    [
      "15:00 họp (GM số 44/GM-UBND), PCT Lê Thu Hà chủ trì, mời các Sở: A, B; Công an TP (Sở A chuẩn bị nội dung)",
      {
        ...{ start: "15:00", session: "afternoon", title: "họp", ref: "44/GM-UBND", chair: ["PCT Lê Thu Hà"] },
        ...{ participants: ["các Sở: A, B", "Công an TP"], preparing: ["Sở A"] },
      },
    ],
    [
      "họp, P. họp 1, thành phần: Sở Xây dựng; UBND quận Ba Đình",
      { title: "họp", location: "P. họp 1", participants: ["Sở Xây dựng", "UBND quận Ba Đình"] },
    ],
    ["chiều 2h họp giao ban", { start: "14:00", session: "afternoon", title: "họp giao ban" }],
    ["8h30 Hội nghị BCH, cả ngày", { start: "08:30", session: "allday", title: "Hội nghị BCH" }],
    ["thứ 3 14h họp", { day: { weekday: 2 }, start: "14:00", session: "afternoon", title: "họp" }],
    [
      "20/11 lễ kỷ niệm, HT tầng 3",
      { day: { first: { date: 20, month: 11 } }, title: "lễ kỷ niệm", location: "HT tầng 3" },
    ],
    [
      "họp bàn, đ/c Hà, đ/c Bình dự, tại PH 2",
      { title: "họp bàn", participants: ["đ/c Hà", "đ/c Bình"], location: "PH 2" },
    ],
    ["họp, Phòng họp số 1, Sở Nội vụ", { title: "họp", location: "Phòng họp số 1, Sở Nội vụ" }],
    ["9h", { start: "09:00", session: "morning" }],
    ["", {}],
  ])("%s", (line, reading) => {
    expect(said(line)).toEqual(reading);
  });

  test("what is not understood stays in the title", () => {
    expect(said("làm gì đó, đâu đó, ai đó")).toEqual({ title: "làm gì đó, đâu đó, ai đó" });
    expect(said("nhà ở xã hội, 1,5 ha, dự án A")).toEqual({ title: "nhà ở xã hội, 1,5 ha, dự án A" });
  });

  test("every field knows the letters it came from", () => {
    const line = "14h30 Họp BTV, P. họp 2, đ/c An chủ trì";
    const { spans } = readQuickLine(line);
    const words = Object.fromEntries(
      Object.entries(spans).map(([field, list]) => [field, list.map(({ from, to }) => line.slice(from, to))]),
    );
    expect(words).toEqual({ start: ["14h30"], title: ["Họp BTV"], location: ["P. họp 2"], chair: ["đ/c An"] });
  });

  test("line ends count as spaces", () => {
    expect(said("8h họp\ngiao ban")).toMatchObject({ start: "08:00", title: "họp giao ban" });
  });
});
