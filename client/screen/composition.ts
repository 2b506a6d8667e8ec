import type { JSX } from "solid-js";
import type { JointShow } from "../../shared/protocol/screen-feed.ts";
import { type Block, type Book, lettersOf, linesOf } from "./book.ts";
import type { Was } from "./changes.ts";
import type { Measurer } from "./measurer.ts";
import { type MeasuredSection, paginate } from "./pages.ts";
import type { PlayedPage } from "./player.ts";

/** How a book lies on its pages. `isTight`: sections whose head had to be set closer. */
export type Composition = { readonly pages: readonly PlayedPage[]; readonly tight: ReadonlySet<string> };

export type Composing = {
  readonly measurer: Measurer;
  readonly roomPx: number;
  readonly wasOf: (key: string) => Was | null;
  readonly drawBlock: (block: Block) => JSX.Element;
  readonly drawHead: (show: JointShow, isTight: boolean) => JSX.Element;
};

/** Measures a book and lays it on pages. */
export function compose(book: Book, composing: Composing): Composition {
  const tight = new Set<string>();
  const measured = book.sections.map((section): MeasuredSection => {
    const heights = composing.measurer.heightsOf(section.blocks.map((block) => drawingOf(block, composing)));
    const blocks = section.blocks.map((block, at) => ({
      key: block.key,
      heightPx: heights[at] ?? 0,
      letters: lettersOf(block),
      keepsNext: block.kind === "heading",
    }));
    const neededPx = heights.reduce((sum, height) => sum + height, 0);
    const headPx = section.head ? headHeight(section.head, neededPx, composing) : { px: 0, isTight: false };
    if (headPx.isTight) tight.add(section.key);
    return { key: section.key, headPx: headPx.px, blocks };
  });
  const linesOfBlock = new Map(
    book.sections.flatMap(({ key, blocks }) =>
      blocks.map((block): [string, string[]] => [`${key} ${block.key}`, linesOf(block).map((line) => line.key)]),
    ),
  );
  const sidesOf = new Map(book.sections.map(({ key, head }) => [key, head?.sides.map((side) => side.key) ?? []]));
  const pages = paginate(measured, composing.roomPx).map((page) => ({
    ...page,
    newsKeys: [
      ...(sidesOf.get(page.section) ?? []),
      ...page.keys,
      ...page.keys.flatMap((key) => linesOfBlock.get(`${page.section} ${key}`) ?? []),
    ],
  }));
  return { pages, tight };
}

/** Set roomily where everything fits on one page, closer otherwise; what then does not fit goes to pages under the head. */
function headHeight(head: JointShow, belowPx: number, composing: Composing) {
  const [roomyPx = 0, tightPx = 0] = composing.measurer.heightsOf(
    [false, true].map((isTight) => ({
      sign: `head ${isTight} ${JSON.stringify(head)} ${JSON.stringify(head.sides.map(({ key }) => composing.wasOf(key)))}`,
      draw: () => composing.drawHead(head, isTight),
    })),
  );
  const isTight = roomyPx + belowPx > composing.roomPx;
  return { px: isTight ? tightPx : roomyPx, isTight };
}

function drawingOf(block: Block, { wasOf, drawBlock }: Composing) {
  const was = linesOf(block).map(({ key }) => wasOf(key));
  return { sign: `${JSON.stringify(block)} ${JSON.stringify(was)}`, draw: () => drawBlock(block) };
}
