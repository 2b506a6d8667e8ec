/** What is needed of a DOM node to read it as text; the browser's own nodes have it. */
export type MarkupNode = {
  /** 1: an element, 3: text (DOM standard). */
  readonly nodeType: number;
  readonly nodeName: string;
  readonly nodeValue: string | null;
  readonly childNodes: Iterable<MarkupNode>;
  /** Of a table cell: how many rows and columns it spans. */
  readonly rowSpan?: number;
  readonly colSpan?: number;
};

/** A cell that claims to span more than this is a page's layout and no table of a schedule. */
const spanMax = 200;

const unseen = new Set(["STYLE", "SCRIPT", "TITLE", "META", "LINK", "TEMPLATE", "O:P"]);
const blocks = new Set(
  "P DIV H1 H2 H3 H4 H5 H6 LI UL OL TABLE SECTION ARTICLE HEADER FOOTER BLOCKQUOTE PRE DL DT DD HR BODY".split(" "),
);

/**
 * A copied piece of Word, Excel or a web page as lines of text: paragraphs one a line, tables one row a line with a tab
 * between cells. What stands in one cell becomes one line, and a merged cell stands in every row and column it covers: the
 * day printed once beside five meetings is the day of all five.
 */
export function markupToText(root: MarkupNode): string {
  const lines: string[] = [""];
  const write = (text: string) => lines.push((lines.pop() ?? "") + text);
  const walk = (node: MarkupNode): void => {
    if (node.nodeType === 3) return void write((node.nodeValue ?? "").replace(/\s+/gu, " "));
    const name = node.nodeName.toUpperCase();
    if (unseen.has(name)) return;
    if (name === "TABLE") {
      lines.push(...tableLines(node), "");
      return;
    }
    const isBlock = blocks.has(name);
    if (isBlock || name === "BR") lines.push("");
    for (const child of node.childNodes) walk(child);
    if (isBlock) lines.push("");
  };
  walk(root);
  return lines
    .map((line) => line.replace(/ +/g, " ").replace(/^ | $/g, ""))
    .filter((line, at, all) => line !== "" || (at > 0 && all[at - 1] !== ""))
    .join("\n")
    .trim();
}

/** Whether there is a table in it: otherwise the plain text of the clipboard is the better source. */
export function hasTable(root: MarkupNode): boolean {
  return root.nodeName.toUpperCase() === "TABLE" || [...root.childNodes].some(hasTable);
}

function tableLines(table: MarkupNode): string[] {
  const rows = rowsIn(table);
  const grid: string[][] = rows.map(() => []);
  for (const [rowAt, row] of rows.entries()) {
    let at = 0;
    for (const cell of row.childNodes) {
      if (!isCell(cell)) continue;
      while (grid[rowAt]?.[at] !== undefined) at++;
      fill(grid, { row: rowAt, column: at }, cell);
    }
  }
  return grid.map((cells) => Array.from(cells, (cell) => cell ?? "").join("\t"));
}

function fill(grid: string[][], at: { readonly row: number; readonly column: number }, cell: MarkupNode): void {
  const text = cellText(cell);
  const covered = grid.slice(at.row, at.row + spanOf(cell.rowSpan));
  for (const row of covered)
    for (let column = at.column; column < at.column + spanOf(cell.colSpan); column++)
      // A heading over several columns is printed in the first of them.
      row[column] = column === at.column ? text : "";
}

function spanOf(count: number | undefined): number {
  return Math.min(Math.max(count ?? 1, 1), spanMax);
}

function rowsIn(node: MarkupNode): MarkupNode[] {
  return [...node.childNodes].flatMap((child) => {
    const name = child.nodeName.toUpperCase();
    if (name === "TR") return [child];
    return ["TBODY", "THEAD", "TFOOT"].includes(name) ? rowsIn(child) : [];
  });
}

function isCell(node: MarkupNode): boolean {
  return ["TD", "TH"].includes(node.nodeName.toUpperCase());
}

function cellText(cell: MarkupNode): string {
  return markupToText({ ...plain(cell), nodeName: "CELL" })
    .replace(/\s+/gu, " ")
    .trim();
}

/** The members of a DOM node lie on its prototype: a spread would lose them. */
function plain({ nodeType, nodeName, nodeValue, childNodes }: MarkupNode): MarkupNode {
  return { nodeType, nodeName, nodeValue, childNodes };
}
