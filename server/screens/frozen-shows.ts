import type { Wish } from "./projection/project.ts";
import type { Shown } from "./shows.ts";

/**
 * What stood on each frozen screen when it was frozen: it stays, also for a screen that reloads. It goes when something else
 * is chosen, and when something that could be spoken of then no longer may: freezing never keeps a secret on a wall.
 */
export class FrozenShows {
  readonly #held = new Map<string, { readonly wish: string; readonly shown: Shown }>();

  /** What a frozen screen shows: what it held, or `now` from now on. */
  hold(screen: string, wish: Wish, now: Shown): Shown {
    const key = JSON.stringify(wish);
    const held = this.#held.get(screen);
    if (held?.wish === key && held.shown.withheldCount === now.withheldCount) return held.shown;
    this.#held.set(screen, { wish: key, shown: now });
    return now;
  }

  letGo(screen: string, now: Shown): Shown {
    this.#held.delete(screen);
    return now;
  }

  /** Forgets what is held of every other screen: it may have been let go while it was not there. */
  keepOnly(isFrozen: (screen: string) => boolean): void {
    for (const screen of this.#held.keys()) if (!isFrozen(screen)) this.#held.delete(screen);
  }
}
