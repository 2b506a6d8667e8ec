/**
 * Which blocks stand on which page, from heights that were measured. Pages, not crawling: from the last row one reads what
 * stands still.
 */

/** A section as it was measured, in pixels. `keepsNext`: a block that is never the last of a page, such as a heading. */
export type MeasuredSection = {
  readonly key: string;
  readonly headPx: number;
  readonly blocks: readonly MeasuredBlock[];
};
export type MeasuredBlock = {
  readonly key: string;
  readonly heightPx: number;
  readonly letters: number;
  readonly keepsNext: boolean;
};

/** One page: its section and the keys of its blocks in order. */
export type Page = { readonly section: string; readonly keys: readonly string[]; readonly letters: number };

/** As many blocks on each page as fit; a section begins a page. A block higher than the room has a page of its own. */
export function paginate(sections: readonly MeasuredSection[], roomPx: number): Page[] {
  return sections.flatMap(({ key, headPx, blocks }) => {
    const pages = fill(blocks, roomPx - headPx);
    return (pages.length > 0 ? pages : [[]]).map((page) => ({
      section: key,
      keys: page.map((block) => block.key),
      letters: page.reduce((sum, { letters }) => sum + letters, 0),
    }));
  });
}

/** Heights are fractions of pixels that were added up: half a pixel too high is no overflow. */
const tolerancePx = 0.5;

function fill(blocks: readonly MeasuredBlock[], roomPx: number): MeasuredBlock[][] {
  const pages: MeasuredBlock[][] = [];
  let page: MeasuredBlock[] = [];
  let usedPx = 0;
  for (const block of blocks) {
    if (page.length > 0 && usedPx + block.heightPx > roomPx + tolerancePx) {
      const carried = carriedOver(page, roomPx - block.heightPx);
      pages.push(page.slice(0, page.length - carried.length));
      page = carried;
      usedPx = heightOf(carried);
    }
    page.push(block);
    usedPx += block.heightPx;
  }
  if (page.length > 0) pages.push(page);
  return pages;
}

/** Headings at the end that go to the next page with what they stand over, where the two fit and something else stays. */
function carriedOver(page: readonly MeasuredBlock[], roomPx: number): MeasuredBlock[] {
  const lastOther = page.findLastIndex(({ keepsNext }) => !keepsNext);
  const headings = page.slice(lastOther + 1);
  const isMoved = lastOther >= 0 && heightOf(headings) <= roomPx + tolerancePx;
  return isMoved ? headings : [];
}

function heightOf(blocks: readonly MeasuredBlock[]): number {
  return blocks.reduce((sum, { heightPx }) => sum + heightPx, 0);
}

const pageLeastMs = 15_000;
const pageMostMs = 25_000;
/** Twenty letters a second is slow reading, with time to find the hour first. */
const msPerLetter = 50;

/** How long a page stands: 15 s to 25 s by what there is to read. */
export function pageMs({ letters }: Pick<Page, "letters">): number {
  return Math.min(pageMostMs, Math.max(pageLeastMs, letters * msPerLetter));
}

/** A place in a book that outlives new pages: a block of a section. */
export type Anchor = { readonly section: string; readonly block: string | null };

export function anchorOf(page: Page | undefined): Anchor {
  return { section: page?.section ?? "", block: page?.keys[0] ?? null };
}

/**
 * The page that a place is on now. A block that is gone: the page nearest to where one was, within its section; a section
 * that is gone: the page of that number.
 */
export function pageAt(pages: readonly Page[], anchor: Anchor, before: number): number {
  const exact = pages.findIndex(
    ({ section, keys }) => section === anchor.section && anchor.block !== null && keys.includes(anchor.block),
  );
  if (exact >= 0) return exact;
  const first = pages.findIndex(({ section }) => section === anchor.section);
  const last = pages.findLastIndex(({ section }) => section === anchor.section);
  if (first >= 0) return Math.min(last, Math.max(first, before));
  return Math.min(Math.max(0, pages.length - 1), Math.max(0, before));
}
