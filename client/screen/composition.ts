import type { JSX } from "solid-js";
import type { JointShow } from "../../shared/protocol/screen-feed.ts";
import { type Block, type Book, lettersOf, linesOf, looseOverlap, type Section } from "./book.ts";
import type { Was } from "./changes.ts";
import type { Measurer } from "./measurer.ts";
import { type MeasuredBlock, type MeasuredSection, paginate } from "./pages.ts";
import type { PlayedPage } from "./player.ts";
import type { Fit } from "./step.tsx";

/** How a book lies on its pages. `fits`: how the head of a section is set there. */
export type Composition = {
  readonly pages: readonly PlayedPage[];
  readonly fits: ReadonlyMap<string, Fit>;
  /** What stands on the pages of a section: its blocks, or what they came apart into. */
  readonly blocks: ReadonlyMap<string, readonly Block[]>;
};

export type Composing = {
  readonly measurer: Measurer;
  readonly roomPx: number;
  readonly wasOf: (key: string) => Was | null;
  readonly drawBlock: (block: Block) => JSX.Element;
  readonly drawHead: (show: JointShow, fit: Fit) => JSX.Element;
};

/** Measures a book and lays it on pages. */
export function compose(book: Book, composing: Composing): Composition {
  const laid = book.sections.map((section) => lay(section, composing));
  const news = new Map(
    laid.flatMap(({ section, blocks }) => blocks.map((one) => [`${section.key} ${one.key}`, newsOf(one)])),
  );
  const sides = new Map(laid.map(({ section, fit }) => [section.key, fit === "apart" ? [] : sidesOf(section)]));
  const pages = paginate(
    laid.map(({ measured }) => measured),
    composing.roomPx,
  ).map((page) => ({
    ...page,
    newsKeys: [
      ...(sides.get(page.section) ?? []),
      ...page.keys.flatMap((key) => news.get(`${page.section} ${key}`) ?? []),
    ],
  }));
  return {
    pages,
    fits: new Map(laid.map(({ section, fit }) => [section.key, fit])),
    blocks: new Map(laid.map(({ section, blocks }) => [section.key, blocks])),
  };
}

function newsOf(block: Block): string[] {
  return [block.key, ...linesOf(block).map(({ key }) => key)];
}

function sidesOf({ head }: Section): string[] {
  return head?.sides.map(({ key }) => key) ?? [];
}

type Laid = {
  readonly section: Section;
  readonly fit: Fit;
  readonly blocks: readonly Block[];
  readonly measured: MeasuredSection;
};

function lay(section: Section, composing: Composing): Laid {
  const whole = measure(section.blocks, composing);
  const blocks = section.blocks.flatMap((block, at) => {
    const isTooHigh = (whole[at]?.heightPx ?? 0) > composing.roomPx;
    if (isTooHigh && block.kind === "overlap") return looseOverlap(block.row);
    return [isTooHigh && block.kind === "line" ? tightened(block) : block];
  });
  const own = measure(blocks, composing);
  const { fit, px } = section.head ? fitOf(section.head, own, composing) : ({ fit: "roomy", px: 0 } as const);
  if (fit !== "apart") return { section, fit, blocks, measured: { key: section.key, headPx: px, blocks: own } };
  const all = [...section.loose, ...blocks];
  const measured = { key: section.key, headPx: 0, blocks: [...measure(section.loose, composing), ...own] };
  return { section, fit, blocks: all, measured };
}

type LineBlock = Extract<Block, { kind: "line" }>;

/** The same object every time: what is drawn for it stays. */
const tight = new WeakMap<LineBlock, LineBlock>();

/** A line in letters so large that it would not fit on a page: the matter is what may be cut. */
function tightened(block: LineBlock): LineBlock {
  const known = tight.get(block) ?? { ...block, isTight: true };
  tight.set(block, known);
  return known;
}

/**
 * Roomily where everything fits on one page, closer otherwise, so that at least the largest way on fits below; what then does
 * not fit goes to pages under the same head. Where not even that is possible the head has pages of its own.
 */
function fitOf(head: JointShow, below: readonly MeasuredBlock[], composing: Composing): { fit: Fit; px: number } {
  const allPx = below.reduce((sum, { heightPx }) => sum + heightPx, 0);
  const largestPx = Math.max(0, ...below.map(({ heightPx }) => heightPx));
  const choices: readonly (readonly [Fit, number])[] = [
    ["roomy", allPx],
    ["tight", allPx],
    ["close", largestPx],
  ];
  const heights = composing.measurer.heightsOf(choices.map(([fit]) => headDrawing(head, fit, composing)));
  for (const [at, [fit, belowPx]] of choices.entries()) {
    const px = heights[at] ?? 0;
    if (px + belowPx <= composing.roomPx) return { fit, px };
  }
  return { fit: "apart", px: 0 };
}

function headDrawing(head: JointShow, fit: Fit, { wasOf, drawHead }: Composing) {
  const was = head.sides.map(({ key }) => wasOf(key));
  return { sign: `${fit} ${JSON.stringify(head)} ${JSON.stringify(was)}`, draw: () => drawHead(head, fit) };
}

function measure(blocks: readonly Block[], composing: Composing): MeasuredBlock[] {
  const heights = composing.measurer.heightsOf(blocks.map((block) => drawingOf(block, composing)));
  return blocks.map((block, at) => ({
    key: block.key,
    heightPx: heights[at] ?? 0,
    letters: lettersOf(block),
    keepsNext: block.kind === "heading",
  }));
}

/** Blocks that did not change are the same objects from view to view: their signs are not written ten times a second. */
const signs = new WeakMap<Block, string>();

function drawingOf(block: Block, { wasOf, drawBlock }: Composing) {
  const sign = signs.get(block) ?? JSON.stringify(block);
  signs.set(block, sign);
  const was = linesOf(block).map(({ key }) => wasOf(key));
  return { sign: was.some(Boolean) ? `${sign} ${JSON.stringify(was)}` : sign, draw: () => drawBlock(block) };
}
