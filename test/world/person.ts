/** Somebody at a real screen: what they do and what they see, in the words of the tests. */
import type { Locator, Page } from "playwright-core";
import type { Item } from "../../shared/model/item.ts";
import { type Target, targetToText } from "../../shared/rules/landing.ts";
import { type Held, takeByFinger, takeByMouse } from "./hands.ts";

export type PersonId = "huong" | "lan" | "quang-anh" | "thanh-binh" | "minh-duc" | "thu-ha" | "khach";

export type Screen = {
  /** `phone`: 390 × 844, touched. `desk`: 1440 × 900, with a mouse. */
  readonly size: "desk" | "phone";
};

export type Person = {
  readonly page: Page;
  /** Goes to an address and waits until the board is there, from whatever this machine or the server has. */
  opens(path: string): Promise<void>;
  /** The card of an item: by its id, or by words of its matter. */
  card(of: Item | string): Locator;
  place(target: Target): Locator;
  sees(of: Item | string): Promise<void>;
  /** Waits until a card stands at a place. */
  seesAt(of: Item | string, target: Target): Promise<void>;
  seesNoMore(of: Item | string): Promise<void>;
  /** Waits until an element has these words. */
  reads(element: Locator, words: string | RegExp): Promise<void>;
  /** Types a line into a cell and adds it. */
  types(target: Target, line: string): Promise<void>;
  takes(of: Item | string): Promise<Held>;
  /** Drags a card to a place and lets it go. */
  drags(of: Item | string, target: Target): Promise<void>;
  presses(...keys: readonly string[]): Promise<void>;
  /** Waits until this machine can open the page without a network. */
  isKeptHere(): Promise<void>;
  /** Loads the page anew; answers whether the browser asked first, as it must while something is not saved. */
  reloads(): Promise<"asked before leaving" | "left freely">;
  /** Waits until the page says that everything is saved. */
  isSaved(): Promise<void>;
  /** The line at the foot of the page. */
  readonly notice: Locator;
  readonly inspector: Locator;
  /** What the browser complained about so far. */
  readonly complaints: readonly string[];
};

export type Options = { readonly page: Page; readonly screen: Screen };

export function createPerson({ page, screen }: Options): Person {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  let isAsked = false;
  page.on("dialog", (dialog) => {
    isAsked ||= dialog.type() === "beforeunload";
    void dialog.accept();
  });
  page.on("pageerror", (error) => complaints.push(String(error.stack ?? error)));

  const card = (of: Item | string) =>
    typeof of === "string"
      ? page.locator("[data-card]").filter({ hasText: of })
      : page.locator(`[data-card="${of.id}"]`);
  const place = (target: Target) => page.locator(`[data-target="${targetToText(target)}"]`);
  const reads = (element: Locator, words: string | RegExp) => element.filter({ hasText: words }).first().waitFor();
  const takes = (of: Item | string) => (screen.size === "phone" ? takeByFinger : takeByMouse)(page, card(of));

  const isBoardThere = async () => {
    await page.locator(".app").waitFor();
    await page.locator("[data-opening]").waitFor({ state: "detached" });
    // A board that is only remembered, or told ahead by the server, can be looked at and not changed yet.
    await page.locator(".app-main:not([inert])").waitFor();
  };

  return {
    page,
    complaints,
    card,
    place,
    reads,
    takes,
    notice: page.locator(".notice"),
    inspector: page.locator(".app-side"),
    async opens(path) {
      await page.goto(path);
      await isBoardThere();
    },
    async isKeptHere() {
      await page.evaluate(() => navigator.serviceWorker.ready);
      // Areas that open later are fetched ahead, the directory of keys last.
      await page.evaluate(async (last) => {
        const isThere = async () => {
          const shelves = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
          const kept = await Promise.all(shelves.map((shelf) => shelf.keys()));
          return kept.flat().some(({ url }) => url.includes(last));
        };
        while (!(await isThere())) await new Promise(requestAnimationFrame);
      }, "/assets/key-help");
    },
    async reloads() {
      isAsked = false;
      await page.reload();
      await isBoardThere();
      return isAsked ? "asked before leaving" : "left freely";
    },
    sees: (of) => card(of).waitFor(),
    seesAt: (of, target) => place(target).locator(card(of)).waitFor(),
    seesNoMore: (of) => card(of).waitFor({ state: "detached" }),
    async types(target, line) {
      const field = place(target).locator(".quick input");
      if (!(await field.isVisible())) await place(target).locator(".cell-add").click();
      await field.fill(line);
      await field.press("Enter");
      // The line is empty again when it was taken; before, Escape would take it back.
      await place(target).locator(".quick input:placeholder-shown").waitFor();
      await field.press("Escape");
    },
    async drags(of, target) {
      const held = await takes(of);
      await held.over(place(target));
      await held.letsGo();
    },
    async presses(...keys) {
      for (const key of keys) await page.keyboard.press(key);
    },
    isSaved: () => page.locator('.saved[data-kind="saved"]').waitFor(),
  };
}
