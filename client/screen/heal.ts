import { later } from "../clock.ts";

/** What keeps a screen on the wall in order that has no hands: it stays awake, and shows no cursor. Each returns its stop. */

/**
 * Asks the machine not to go dark. The browser takes the lock back whenever the page is hidden, so it is asked for again.
 * Where there is none (plain HTTP, an old browser), the machine's own settings decide.
 */
export function keepAwake(): () => void {
  let lock: WakeLockSentinel | null = null;
  let isOver = false;
  const ask = async () => {
    if (isOver || document.visibilityState !== "visible" || (lock && !lock.released)) return;
    try {
      lock = (await navigator.wakeLock?.request("screen")) ?? null;
      if (isOver) void lock?.release();
    } catch {
      // Low battery, or no permission: asked again when the page is shown next.
    }
  };
  const onShown = () => void ask();
  document.addEventListener("visibilitychange", onShown);
  void ask();
  return () => {
    isOver = true;
    document.removeEventListener("visibilitychange", onShown);
    void lock?.release();
  };
}

const cursorRestsAfterMs = 3_000;

/** A cursor that nobody moves is not on the picture. */
export function restCursor(): () => void {
  let stop = () => {};
  const rest = () => {
    document.body.dataset.hand = "resting";
  };
  const onMove = () => {
    document.body.dataset.hand = "moving";
    stop();
    stop = later(cursorRestsAfterMs, rest);
  };
  rest();
  addEventListener("pointermove", onMove);
  return () => {
    stop();
    removeEventListener("pointermove", onMove);
  };
}
