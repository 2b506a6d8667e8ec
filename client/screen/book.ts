import { unreachable } from "../../shared/kit/assert.ts";
import type { JointShow, Line, OverlapRow, ProgrammeShow, ScreenShow } from "../../shared/protocol/screen-feed.ts";

/** What a page is made of, from top to bottom. `key` is the same while it is the same thing. */
export type Block =
  | { readonly kind: "heading"; readonly key: string; readonly words: string }
  /** `isTight`: higher than a page otherwise, so that its matter has one line. */
  | { readonly kind: "line"; readonly key: string; readonly line: Line; readonly isTight?: true }
  | { readonly kind: "overlap"; readonly key: string; readonly row: OverlapRow }
  /** One side of a step, and why it clashes: on pages of their own where a step is too large for one. */
  | { readonly kind: "side"; readonly key: string; readonly side: JointShow["sides"][number] }
  | { readonly kind: "reason"; readonly key: string; readonly why: Why }
  | { readonly kind: "offer"; readonly key: string; readonly offer: JointShow["offers"][number] }
  /** There is nothing to be listed, and that is what is said. */
  | { readonly kind: "none"; readonly key: string; readonly words: string };

export type Why = Pick<JointShow, "certainty" | "reason" | "decided">;

/** What begins on a page of its own: a day, half a day, a step. `head` stands on each of its pages. */
export type Section = {
  readonly key: string;
  readonly title: string;
  readonly subtitle: string;
  readonly head: JointShow | null;
  /** The same head as blocks, for letters so large that it cannot stand on every page. */
  readonly loose: readonly Block[];
  readonly blocks: readonly Block[];
};

/** Everything there is to page through. `start`: the section that a new book opens at. `key`: which book it is. */
export type Book = { readonly key: string; readonly sections: readonly Section[]; readonly start: number };

/** The words that a book says by itself; everything else comes ready from the server. */
export type BookWords = {
  readonly now: string;
  readonly next: string;
  readonly nothingNow: string;
  readonly nothingNext: string;
  readonly nothingPlanned: string;
  readonly noOverlaps: string;
  readonly noSession: string;
};

/** The book of what is shown; null where there is nothing to page: the black screen and the calibration page. */
export function bookOf(show: ScreenShow, words: BookWords): Book | null {
  switch (show.of) {
    case "blank":
    case "calibrate":
      return null;
    case "programme":
      return programmeBook(show, words, null);
    case "no-session":
      if (show.next) return programmeBook(show.next, words, words.noSession);
      return { key: "no-session", sections: [section("none", words.noSession, [])], start: 0 };
    case "today":
      return {
        key: `today ${show.title}`,
        sections: [section("today", show.title, todayBlocks(show, words))],
        start: 0,
      };
    case "overlaps": {
      const rows = show.rows.map((row): Block => ({ kind: "overlap", key: row.key, row }));
      const none: Block = { kind: "none", key: "none", words: words.noOverlaps };
      return {
        key: "overlaps",
        sections: [section("overlaps", show.title, rows.length > 0 ? rows : [none])],
        start: 0,
      };
    }
    case "joint": {
      const offers = show.offers.map((offer): Block => ({ kind: "offer", key: `offer ${offer.number}`, offer }));
      const step = {
        ...section("step", show.title, offers),
        subtitle: show.subtitle,
        head: show,
        loose: looseHead(show),
      };
      return { key: `joint ${show.title}`, sections: [step], start: 0 };
    }
    default:
      return unreachable(show);
  }
}

/** Parts without a line have no page, unless it is now, or nothing at all is planned. */
function programmeBook(show: ProgrammeShow, words: BookWords, note: string | null): Book {
  const nowKey = show.now === null ? null : show.parts[show.now]?.key;
  const filled = show.parts.filter(({ key, lines }) => lines.length > 0 || key === nowKey);
  const sections = (filled.length > 0 ? filled : show.parts.slice(0, 1)).map((part): Section => {
    const lines = part.lines.map((line): Block => ({ kind: "line", key: line.key, line }));
    const none: Block = { kind: "none", key: "none", words: words.nothingPlanned };
    return {
      ...section(part.key, part.title, lines.length > 0 ? lines : [none]),
      subtitle: [note, show.title].filter(Boolean).join(" · "),
    };
  });
  const start = Math.max(
    0,
    sections.findIndex(({ key }) => key === nowKey),
  );
  return { key: `programme ${show.title}`, sections, start };
}

function todayBlocks(show: Extract<ScreenShow, { of: "today" }>, words: BookWords): Block[] {
  const group = (key: string, title: string, lines: readonly Line[], nothing: string): Block[] => [
    { kind: "heading", key, words: title },
    ...lines.map((line): Block => ({ kind: "line", key: line.key, line })),
    ...(lines.length === 0 ? [{ kind: "none", key: `no ${key}`, words: nothing } as const] : []),
  ];
  return [
    ...group("now", words.now, show.now, words.nothingNow),
    ...group("next", words.next, show.next, words.nothingNext),
  ];
}

/** An overlap as blocks, for letters so large that it does not fit on one page. */
export function looseOverlap({ key, certainty, reason, a, b }: OverlapRow): Block[] {
  return [
    { kind: "reason", key: `${key} reason`, why: { certainty, reason, decided: null } },
    ...(b ? [a, b] : [a]).map((side): Block => ({ kind: "side", key: `${key} ${side.key}`, side })),
  ];
}

function looseHead(show: JointShow): Block[] {
  return [
    ...show.sides.map((side): Block => ({ kind: "side", key: `side ${side.key}`, side })),
    { kind: "reason", key: "reason", why: show },
  ];
}

function section(key: string, title: string, blocks: readonly Block[]): Section {
  return { key, title, subtitle: "", head: null, loose: [], blocks };
}

/**
 * The same book with the blocks of the one before where nothing about them has changed, so that only what changed is drawn
 * again: a screen is sent whole views.
 */
export function withSameBlocks(book: Book | null, before: Book | null): Book | null {
  if (!book || !before) return book;
  const old = new Map(before.sections.flatMap(({ key, blocks }) => blocks.map((one) => [`${key} ${one.key}`, one])));
  const same = (key: string, block: Block) => {
    const known = old.get(`${key} ${block.key}`);
    return known && JSON.stringify(known) === JSON.stringify(block) ? known : block;
  };
  return {
    ...book,
    sections: book.sections.map((one) => ({ ...one, blocks: one.blocks.map((block) => same(one.key, block)) })),
  };
}

/** The lines that a block is about. */
export function linesOf(block: Block): readonly Line[] {
  switch (block.kind) {
    case "line":
      return [block.line];
    case "overlap":
      return block.row.b ? [block.row.a, block.row.b] : [block.row.a];
    case "side":
      return [block.side];
    case "heading":
    case "reason":
    case "offer":
    case "none":
      return [];
    default:
      return unreachable(block);
  }
}

/** How much there is to read on it, in letters. */
export function lettersOf(block: Block): number {
  switch (block.kind) {
    case "heading":
    case "none":
      return block.words.length;
    case "offer":
      return block.offer.words.length;
    case "overlap":
      return block.row.reason.length + lettersOfLines(linesOf(block));
    case "reason":
      return block.why.reason.length + (block.why.decided?.length ?? 0);
    case "side":
    case "line":
      return lettersOfLines(linesOf(block));
    default:
      return unreachable(block);
  }
}

function lettersOfLines(lines: readonly Line[]): number {
  const letters = lines.map(({ hour, officeName, matter, who, where }) =>
    [hour, officeName, matter, who ?? "", where ?? ""].join(" "),
  );
  return letters.join(" ").length;
}
