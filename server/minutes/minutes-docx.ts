/**
 * Minutes as a Word document in the official form (Nghị định 30/2020/NĐ-CP, phụ lục I): A4 with its margins, Times New
 * Roman 13–14, country and motto beside the issuing offices, page numbers in the top margin from the second page on.
 */
import {
  AlignmentType,
  BorderStyle,
  Document,
  Header,
  type IParagraphOptions,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from "docx";
import type { MinutesSection, MinutesText } from "../../shared/text/minutes-words.ts";

/** Word counts in twentieths of a point and in half points. */
const twipsOfMm = (mm: number) => Math.round((mm / 25.4) * 1440);
const halfPoints = (points: number) => points * 2;

const page = { widthMm: 210, heightMm: 297, topMm: 20, bottomMm: 20, leftMm: 30, rightMm: 15 };
const textMm = page.widthMm - page.leftMm - page.rightMm;
const font = "Times New Roman";

type Say = { readonly size?: number; readonly isBold?: boolean; readonly isItalic?: boolean };

/** Answers the bytes of a `.docx`. */
export async function minutesToDocx(text: MinutesText, language: string): Promise<Uint8Array> {
  const document = new Document({
    creator: "Liên Thông",
    title: `${text.title} – ${text.about}`,
    styles: { default: { document: { run: { font, size: halfPoints(14), language: { value: language } } } } },
    sections: [
      {
        properties: { titlePage: true, page: pageLayout() },
        headers: {
          first: new Header({ children: [centred("")] }),
          default: new Header({ children: [pageNumber()] }),
        },
        children: [head(text), ...titled(text), ...text.sections.flatMap(sectionOf), ...ending(text)],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

function pageLayout() {
  const { topMm, bottomMm, leftMm, rightMm, widthMm, heightMm } = page;
  return {
    size: { width: twipsOfMm(widthMm), height: twipsOfMm(heightMm), orientation: PageOrientation.PORTRAIT },
    margin: {
      ...{ top: twipsOfMm(topMm), bottom: twipsOfMm(bottomMm), left: twipsOfMm(leftMm), right: twipsOfMm(rightMm) },
      header: twipsOfMm(10),
    },
  };
}

/** Who issues it on the left, country and motto on the right. */
function head({ offices, number, country, motto, placeAndDay }: MinutesText): Table {
  const left = [
    ...offices.map((office) => centred(office, { size: 12, isBold: true })),
    line(22),
    centred(number, { size: 13 }),
  ];
  const right = [
    centred(country, { size: 12, isBold: true }),
    centred(motto, { size: 13, isBold: true }),
    line(44),
    centred(placeAndDay, { size: 13, isItalic: true }),
  ];
  return sideBySide([left, right], [70, textMm - 70]);
}

function titled({ title, about }: MinutesText): Paragraph[] {
  return [
    centred(title, { size: 14, isBold: true }, { spacing: { before: 240 } }),
    centred(about, { size: 14, isBold: true }),
    line(40, textMm),
    centred("", { size: 6 }),
  ];
}

function sectionOf({ heading, lines, isNumbered }: MinutesSection, at: number): Paragraph[] {
  const numeral = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII"][at] ?? String(at + 1);
  return [
    new Paragraph({ ...body, keepNext: true, children: [run(`${numeral}. ${heading}`, { isBold: true })] }),
    ...lines.map((each, index) => {
      const words = isNumbered ? `${index + 1}. ${each}` : each;
      return new Paragraph({ ...body, children: [run(words)] });
    }),
  ];
}

/** Nobody signs alone on a new page: what is signed comes along. */
function ending({ recipients, signers }: MinutesText): (Paragraph | Table)[] {
  const signed = signers.map(({ title, name }) => [
    centred(title, { size: 14, isBold: true }, { keepNext: true }),
    ...Array.from({ length: 4 }, () => centred("", {}, { keepNext: true })),
    centred(name, { size: 14, isBold: true }),
  ]);
  const [first = "", ...others] = recipients;
  return [
    centred("", { size: 6 }),
    sideBySide(signed, [textMm / 2, textMm / 2]),
    new Paragraph({ spacing: { before: 240 }, children: [run(first, { size: 12, isBold: true, isItalic: true })] }),
    ...others.map((other) => new Paragraph({ children: [run(other, { size: 11 })] })),
  ];
}

/** Body text: justified, first line in by 1.27 cm, 6 pt between paragraphs. */
const body = {
  alignment: AlignmentType.JUSTIFIED,
  indent: { firstLine: twipsOfMm(12.7) },
  spacing: { after: 120, line: 276, lineRule: LineRuleType.AUTO },
} as const satisfies IParagraphOptions;

function run(text: string, { size = 14, isBold = false, isItalic = false }: Say = {}): TextRun {
  return new TextRun({ text, font, size: halfPoints(size), bold: isBold, italics: isItalic });
}

function centred(text: string, say: Say = {}, more: IParagraphOptions = {}): Paragraph {
  return new Paragraph({ ...more, alignment: AlignmentType.CENTER, children: text === "" ? [] : [run(text, say)] });
}

/** A thin line of `lengthMm` in the middle of what is `withinMm` wide: the form's underline, shorter than its words. */
function line(lengthMm: number, withinMm = lengthMm <= 22 ? 70 : textMm - 70): Paragraph {
  const side = twipsOfMm((withinMm - lengthMm) / 2);
  return new Paragraph({
    indent: { left: side, right: side },
    spacing: { before: 60, after: 80, line: 60, lineRule: LineRuleType.EXACT },
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 1, color: "000000" } },
    children: [],
  });
}

function pageNumber(): Paragraph {
  const children = [new TextRun({ children: [PageNumber.CURRENT], font, size: halfPoints(13) })];
  return new Paragraph({ alignment: AlignmentType.CENTER, children });
}

const none = { style: BorderStyle.NONE, size: 0, color: "auto" };
const noBorders = { top: none, bottom: none, left: none, right: none };
const noMargins = { left: 0, right: 0, top: 0, bottom: 0 };

function sideBySide(columns: readonly (readonly Paragraph[])[], widthsMm: readonly number[]): Table {
  const cells = columns.map(
    (children, at) =>
      new TableCell({
        ...{ children: [...children], borders: noBorders, margins: noMargins, verticalAlign: VerticalAlign.TOP },
        width: { size: twipsOfMm(widthsMm[at] ?? 0), type: WidthType.DXA },
      }),
  );
  return new Table({
    width: { size: twipsOfMm(textMm), type: WidthType.DXA },
    columnWidths: widthsMm.map(twipsOfMm),
    layout: TableLayoutType.FIXED,
    borders: { ...noBorders, insideHorizontal: none, insideVertical: none },
    rows: [new TableRow({ cantSplit: true, children: cells })],
  });
}
