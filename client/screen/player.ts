import { type Anchor, anchorOf, type Page, pageAt, pageMs } from "./pages.ts";

/**
 * Which page stands, and until when: without a clock and without a picture. It goes on by itself; a hand at a desk or a remote
 * control turns it and it then rests; what has changed is shown where it stands, one page after the other.
 */
export type Playing = {
  readonly anchor: Anchor;
  readonly index: number;
  /** When the page came, and when the next one is due. */
  readonly sinceMs: number;
  readonly dueMs: number;
  /** Until then a page that a hand has chosen is left alone. */
  readonly handUntilMs: number;
  /** Stopped at the screen itself until it is let go there. */
  readonly isHeld: boolean;
  /** What flashes now, and until when. */
  readonly flash: { readonly keys: readonly string[]; readonly untilMs: number } | null;
  /** What has changed and was not shown yet, with when it became known. */
  readonly waiting: readonly { readonly key: string; readonly atMs: number }[];
};

/** A page as the player needs it: also what news is shown there, by the keys of its lines and blocks. */
export type PlayedPage = Page & { readonly newsKeys: readonly string[] };
type Pages = readonly PlayedPage[];

export const flashMs = 5_000;
/** How long a page turned by hand rests. */
export const handMs = 60_000;
/** A change that could not be shown within this is no news any more. */
export const newsMs = 60_000;
/** What was just changed stays to be read after it has stopped flashing. */
const afterFlashMs = 4_000;

export function opened(pages: Pages, index: number, nowMs: number): Playing {
  const rest = { handUntilMs: nowMs, isHeld: false, flash: null, waiting: [] };
  return { ...rest, ...at(pages, index, nowMs) };
}

/** The pages are others now (a new size, a longer day): the place stays, and so does its time. */
export function refitted(playing: Playing, pages: Pages): Playing {
  const index = pageAt(pages, playing.anchor, playing.index);
  const page = pages[index];
  const isThere = playing.anchor.block !== null && page?.keys.includes(playing.anchor.block);
  return { ...playing, index, anchor: isThere ? playing.anchor : anchorOf(page) };
}

/** Turned by hand, on or back, around the ends. */
export function turned(playing: Playing, pages: Pages, steps: number, nowMs: number): Playing {
  return wentTo(playing, pages, playing.index + steps, nowMs);
}

/** Opened at a page by its number from 0; beyond the ends it goes around. */
export function wentTo(playing: Playing, pages: Pages, index: number, nowMs: number): Playing {
  if (pages.length === 0) return playing;
  const around = ((index % pages.length) + pages.length) % pages.length;
  const untilMs = nowMs + handMs;
  return { ...playing, ...at(pages, around, nowMs), dueMs: untilMs, handUntilMs: untilMs, flash: null };
}

/** Stopped at the screen, or let go again. */
export function heldOrLetGo(playing: Playing, pages: Pages, nowMs: number): Playing {
  const dueMs = nowMs + pageMs(pages[playing.index] ?? { letters: 0 });
  return { ...playing, isHeld: !playing.isHeld, dueMs, handUntilMs: nowMs };
}

/** What has changed, to be shown as soon as may be. */
export function told(playing: Playing, keys: Iterable<string>, nowMs: number): Playing {
  const fresh = new Set(keys);
  if (fresh.size === 0) return playing;
  const others = playing.waiting.filter(({ key }) => !fresh.has(key));
  return { ...playing, waiting: [...others, ...[...fresh].map((key) => ({ key, atMs: nowMs }))] };
}

/** What is due at `nowMs`: a flash ends, the next change is turned to, the next page comes. The same value when nothing is. */
export function ticked(playing: Playing, pages: Pages, nowMs: number): Playing {
  const calm = playing.flash && nowMs >= playing.flash.untilMs ? { ...playing, flash: null } : playing;
  if (calm.flash) return calm;
  const news = newsAt(calm, pages, nowMs);
  if (news !== null) return flashed(calm, pages, news, nowMs);
  const isDue = !calm.isHeld && pages.length > 1 && nowMs >= calm.dueMs;
  return isDue ? { ...calm, ...at(pages, (calm.index + 1) % pages.length, nowMs) } : calm;
}

/** The time of the next thing that may be due; null when nothing is. */
export function nextTickMs(playing: Playing, pages: Pages, nowMs: number): number | null {
  if (playing.flash) return playing.flash.untilMs;
  if (newsAt(playing, pages, nowMs) !== null) return nowMs;
  const times = [
    ...(pages.length > 1 && !playing.isHeld ? [playing.dueMs] : []),
    ...(playing.waiting.length > 0 && playing.handUntilMs > nowMs ? [playing.handUntilMs] : []),
  ];
  return times.length > 0 ? Math.min(...times) : null;
}

/** The page on which the next change is to be shown: this one first, another only when no hand holds this one. */
function newsAt({ waiting, index, isHeld, handUntilMs }: Playing, pages: Pages, nowMs: number): number | null {
  const keys = waiting.filter(({ atMs }) => nowMs - atMs < newsMs).map(({ key }) => key);
  const has = (page: PlayedPage | undefined) => keys.some((key) => page?.newsKeys.includes(key));
  if (has(pages[index])) return index;
  if (isHeld || nowMs < handUntilMs) return null;
  const elsewhere = pages.findIndex(has);
  return elsewhere >= 0 ? elsewhere : null;
}

function flashed(playing: Playing, pages: Pages, index: number, nowMs: number): Playing {
  const onPage = new Set(pages[index]?.newsKeys);
  const keys = playing.waiting.map(({ key }) => key).filter((key) => onPage.has(key));
  const waiting = playing.waiting.filter(({ key, atMs }) => !onPage.has(key) && nowMs - atMs < newsMs);
  const untilMs = nowMs + flashMs;
  const place = index === playing.index ? playing : at(pages, index, nowMs);
  const dueMs = Math.max(place.dueMs, untilMs + afterFlashMs);
  return { ...playing, ...pick(place), dueMs, waiting, flash: { keys, untilMs } };
}

type Place = Pick<Playing, "anchor" | "index" | "sinceMs" | "dueMs">;

function pick({ anchor, index, sinceMs, dueMs }: Place): Place {
  return { anchor, index, sinceMs, dueMs };
}

function at(pages: Pages, index: number, nowMs: number): Place {
  const page = pages[index];
  return { anchor: anchorOf(page), index, sinceMs: nowMs, dueMs: nowMs + pageMs(page ?? { letters: 0 }) };
}
