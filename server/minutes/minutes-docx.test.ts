import { expect, test } from "vitest";
import type { MinutesText } from "../../shared/text/minutes-words.ts";
import { unzip } from "../../test/world/unzip.ts";
import { minutesToDocx } from "./minutes-docx.ts";

const text: MinutesText = {
  ...{ country: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", motto: "Độc lập - Tự do - Hạnh phúc" },
  offices: ["VĂN PHÒNG THÀNH ỦY", "VĂN PHÒNG ĐOÀN ĐBQH VÀ HĐND", "VĂN PHÒNG UBND THÀNH PHỐ"],
  ...{ number: "Số:        /BB-HC", placeAndDay: "Hà Nội, ngày 24 tháng 11 năm 2026", title: "BIÊN BẢN" },
  about: "Họp chung về chương trình công tác tuần 48/2026",
  sections: [
    { heading: "Thành phần", lines: ["Văn phòng Thành ủy: đ/c Lan."], isNumbered: false },
    { heading: "Nội dung đã quyết", lines: ["Dời “A & B” <chiều>.", "Hoãn “C”."], isNumbered: true },
  ],
  recipients: ["Nơi nhận:", "- Lưu: VT."],
  signers: [
    { title: "THƯ KÝ", name: "" },
    { title: "NGƯỜI DẪN", name: "Lê Minh Đức" },
  ],
};

const parts = async (of = text) => unzip(await minutesToDocx(of, "vi"));
/** The words of a part, paragraph by paragraph. */
const wordsOf = (xml = "") =>
  [...xml.matchAll(/<w:p>.*?<\/w:p>|<w:p .*?<\/w:p>/gs)]
    .map(([paragraph]) =>
      [...paragraph.matchAll(/<w:t[ >][^<]*<\/w:t>|<w:t>[^<]*<\/w:t>/g)].join("").replaceAll(/<[^>]*>/g, ""),
    )
    .filter((words) => words !== "");

test("is a whole Word document: every part that another names is there", async () => {
  const files = await parts();
  for (const name of ["[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/styles.xml"])
    expect(files.has(name), name).toBe(true);
  const relations = [...(files.get("word/_rels/document.xml.rels") ?? "").matchAll(/Target="([^"]+)"/g)];
  expect(relations.length).toBeGreaterThan(2);
  for (const [, target = ""] of relations) expect(files.has(`word/${target}`), target).toBe(true);
  const types = files.get("[Content_Types].xml") ?? "";
  for (const [, name = ""] of types.matchAll(/PartName="\/([^"]+)"/g)) expect(files.has(name), name).toBe(true);
});

test("holds every word of the minutes in order, points numbered, signs of XML as words", async () => {
  const words = wordsOf((await parts()).get("word/document.xml")).map((each) =>
    each.replaceAll("&amp;", "&").replaceAll("&lt;", "<").replaceAll("&gt;", ">"),
  );
  expect(words).toEqual([
    ...text.offices,
    ...[text.number, text.country, text.motto, text.placeAndDay, text.title, text.about],
    ...["I. Thành phần", "Văn phòng Thành ủy: đ/c Lan."],
    ...["II. Nội dung đã quyết", "1. Dời “A & B” <chiều>.", "2. Hoãn “C”."],
    ...["THƯ KÝ", "NGƯỜI DẪN", "Lê Minh Đức", "Nơi nhận:", "- Lưu: VT."],
  ]);
});

test("has the page, the margins, the type and the page numbers of the form (NĐ 30/2020)", async () => {
  const files = await parts();
  const xml = files.get("word/document.xml") ?? "";
  const mm = (twips: number) => Math.round((twips / 1440) * 25.4);
  const [, size = ""] = /<w:pgSz ([^>]*)\/>/.exec(xml) ?? [];
  const [, margin = ""] = /<w:pgMar ([^>]*)\/>/.exec(xml) ?? [];
  const read = (from: string, name: string) => mm(Number(new RegExp(`w:${name}="(\\d+)"`).exec(from)?.[1]));
  expect([read(size, "w"), read(size, "h")]).toEqual([210, 297]);
  expect(["top", "bottom", "left", "right"].map((side) => read(margin, side))).toEqual([20, 20, 30, 15]);
  const fonts = [...xml.matchAll(/w:ascii="([^"]+)"/g)].map(([, name]) => name);
  expect(new Set(fonts)).toEqual(new Set(["Times New Roman"]));
  const bodySizes = [...xml.matchAll(/<w:sz w:val="(\d+)"\/>/g)].map(([, half]) => Number(half) / 2);
  expect(Math.max(...bodySizes)).toBe(14);
  expect(xml).toContain("<w:titlePg/>");
  const headers = [...files].filter(([name]) => /^word\/header\d+\.xml$/.test(name)).map(([, content]) => content);
  expect(headers.filter((header) => header.includes("PAGE"))).toHaveLength(1);
});
