import type { CDPSession, Locator, Page } from "playwright-core";

/** A card in the hand, however it was picked up. */
export type Held = {
  /** Moves it over a place and waits until the page shows it there. */
  over(place: Locator): Promise<void>;
  letsGo(): Promise<void>;
};

type Point = { readonly x: number; readonly y: number };

/** Further than the distance that tells a drag from a click. */
const firstPullPx = 12;

/** Takes a card with the mouse. */
export async function takeByMouse(page: Page, card: Locator): Promise<Held> {
  const from = await middleOf(card);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + firstPullPx, from.y + 2);
  await page.locator("[data-dragging]").waitFor();
  return {
    async over(place) {
      const to = await middleOf(place);
      await page.mouse.move(to.x, to.y, { steps: 4 });
      await isOver(place);
    },
    letsGo: () => page.mouse.up(),
  };
}

/** Takes a card with a finger that rests on it. */
export async function takeByFinger(page: Page, card: Locator): Promise<Held> {
  const finger = await newFinger(page);
  await finger.down(await middleOf(card));
  // The page says when the rest was long enough; the finger does not move before.
  await page.locator("[data-dragging]").waitFor();
  return {
    async over(place) {
      await finger.move(await middleOf(place));
      await isOver(place);
    },
    letsGo: finger.up,
  };
}

/** A flick over the page, as one scrolls: no rest, then away. */
export async function swipe(page: Page, from: Locator, byPx: number): Promise<void> {
  const finger = await newFinger(page);
  const start = await middleOf(from);
  await finger.down(start);
  for (const share of [0.2, 0.4, 0.6, 0.8, 1]) await finger.move({ x: start.x, y: start.y + byPx * share });
  await finger.up();
}

/** A finger on the glass, and now and then a second one beside it. */
export async function newFinger(page: Page) {
  const session: CDPSession = await page.context().newCDPSession(page);
  const send = (type: "touchStart" | "touchMove" | "touchEnd", points: (Point & { id?: number })[]) =>
    session.send("Input.dispatchTouchEvent", { type, touchPoints: points.map((point, id) => ({ id, ...point })) });
  let here: Point = { x: 0, y: 0 };
  return {
    down: (at: Point) => send("touchStart", [(here = at)]),
    move: (at: Point) => send("touchMove", [(here = at)]),
    /** A second finger comes down there, moves, and leaves again; the first rests. */
    async anotherTaps(at: Point) {
      await send("touchStart", [here, at]);
      await send("touchMove", [here, { x: at.x + 3, y: at.y + 3 }]);
      await send("touchEnd", [{ ...at, id: 1 }]);
    },
    async up() {
      await send("touchEnd", []);
      await session.detach();
    },
  };
}

async function isOver(place: Locator): Promise<void> {
  await place.and(place.page().locator("[data-over]")).waitFor();
}

export async function middleOf(element: Locator): Promise<Point> {
  await element.scrollIntoViewIfNeeded();
  const box = await element.boundingBox();
  if (!box) throw new Error(`not on the screen: ${element}`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
