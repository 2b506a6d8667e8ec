import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup, untrack } from "solid-js";
import { later, nowMs } from "../clock.ts";
import type { Book } from "./book.ts";
import { changesBetween, type Was } from "./changes.ts";
import type { Composition } from "./composition.ts";
import { heldOrLetGo, nextTickMs, opened, type Playing, refitted, ticked, told, turned, wentTo } from "./player.ts";
import type { RemoteAct } from "./remote-keys.ts";

export type PlayerParts = {
  readonly book: Accessor<Book>;
  /** Pages turned by hand at a desk, counted. */
  readonly turn: Accessor<number>;
  readonly isFrozen: Accessor<boolean>;
  /** Lays the book on pages; asked again whenever what it read has changed. */
  readonly composed: (book: Book, wasOf: (key: string) => Was | null) => Composition;
};

export type Player = {
  readonly composition: Accessor<Composition>;
  readonly playing: Accessor<Playing>;
  readonly wasOf: (key: string) => Was | null;
  readonly act: (act: RemoteAct) => void;
};

/** A desk that was driven from several hands at once does not spin the pages. */
const stepsMax = 20;

/** Keeps the pages of a book going (`player.ts`) for as long as its owner lives. */
export function createPlayer(parts: PlayerParts): Player {
  const { book, turn, isFrozen } = parts;
  const [flash, setFlash] = createSignal<Playing["flash"]>(null);
  /** How the lines were whose change is shown or waits to be. */
  let wasByKey = new Map<string, Was>();
  const flashing = createMemo(() => new Set(flash()?.keys));
  const wasOf = (key: string) => (flashing().has(key) ? (wasByKey.get(key) ?? null) : null);
  const laid = createMemo(() => ({ book: book(), composition: parts.composed(book(), wasOf) }));
  const pages = () => untrack(laid).composition.pages;

  const [playing, setPlaying] = createSignal(opened([], 0, nowMs()));
  let stopWaiting = () => {};
  onCleanup(() => stopWaiting());
  /** Whatever comes next, the clock is asked what is due, and set for what is due after. */
  const put = (next: Playing) => {
    stopWaiting();
    const now = nowMs();
    const due = untrack(isFrozen) ? next : ticked(next, pages(), now);
    if (due.flash === null && due.waiting.length === 0) wasByKey = new Map();
    setPlaying(due);
    setFlash(due.flash);
    const nextMs = untrack(isFrozen) ? null : nextTickMs(due, pages(), now);
    if (nextMs !== null) stopWaiting = later(Math.max(0, nextMs - now), () => put(untrack(playing)));
  };

  createEffect(
    on(laid, (now, before) => {
      if (!before || before.book.key !== now.book.key || before.composition.pages.length === 0) {
        wasByKey = new Map();
        return put(opened(pages(), firstPage(now), nowMs()));
      }
      const changes = before.book === now.book ? new Map<string, Was>() : changesBetween(before.book, now.book);
      for (const [key, was] of changes) wasByKey.set(key, was);
      const news = [...changes.keys(), ...newlyTaken(before.book, now.book)];
      put(told(refitted(untrack(playing), pages()), news, nowMs()));
    }),
  );
  createEffect(
    on(turn, (now, before) => {
      const steps = now - (before ?? now);
      if (steps === 0 || Math.abs(steps) > stepsMax || untrack(isFrozen)) return;
      put(turned(untrack(playing), pages(), steps, nowMs()));
    }),
  );
  createEffect(
    on(isFrozen, (now, before) => {
      if (before !== undefined && now !== before) put({ ...untrack(playing), ...restedFrom(nowMs()) });
    }),
  );

  const act = (one: RemoteAct) => {
    if (isFrozen()) return;
    if (one.type === "turn") put(turned(playing(), pages(), one.steps, nowMs()));
    else if (one.type === "open") put(wentTo(playing(), pages(), Math.min(one.page, pages().length) - 1, nowMs()));
    else put(heldOrLetGo(playing(), pages(), nowMs()));
  };
  return { composition: () => laid().composition, playing, wasOf, act };
}

/** A picture that is let go first stands for a moment as it is. */
const restMs = 5_000;

function restedFrom(nowMs: number): Pick<Playing, "sinceMs" | "dueMs" | "handUntilMs"> {
  return { sinceMs: nowMs, dueMs: nowMs + restMs, handUntilMs: nowMs };
}

type Laid = { readonly book: Book; readonly composition: Composition };

function firstPage({ book, composition }: Laid): number {
  const key = book.sections[book.start]?.key;
  const taken = takenOffer(book);
  const at = composition.pages.findIndex(({ section, keys }) => section === key && (!taken || keys.includes(taken)));
  return Math.max(0, at);
}

/** The way on that is being taken is looked at like anything that has changed. */
function newlyTaken(before: Book, now: Book): string[] {
  const taken = takenOffer(now);
  return taken && taken !== takenOffer(before) ? [taken] : [];
}

function takenOffer({ sections }: Book): string | null {
  const blocks = sections.flatMap((section) => section.blocks);
  return blocks.find((block) => block.kind === "offer" && block.offer.isTaken)?.key ?? null;
}
