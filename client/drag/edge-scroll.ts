/** Within this distance of an edge the board scrolls, faster the nearer the pointer is. */
export const edgePx = 56;
/** At the edge itself and beyond it: a week is through in two seconds, and a row can still be met. */
export const fastestPxPerSecond = 1_080;
/** A page that could not draw for longer goes on from where it is, not from where it would be. */
const frameMaxMs = 50;

type Edges = { readonly top: number; readonly bottom: number };

/** Pixels a second: negative up, positive down, 0 away from the edges. Of two that are both near, the nearer one counts. */
export function edgeSpeed(pointerY: number, { top, bottom }: Edges): number {
  const above = Math.max(0, top + edgePx - pointerY);
  const below = Math.max(0, pointerY - (bottom - edgePx));
  if (above === below) return 0;
  return above > below ? -speedWithin(above) : speedWithin(below);
}

function speedWithin(nearPx: number): number {
  return (Math.min(nearPx, edgePx) / edgePx) * fastestPxPerSecond;
}

/**
 * Asked once per frame, with the time of the frame in milliseconds: by how many whole pixels to scroll now. Screens draw 60
 * or 144 times a second, and the board runs no faster for it. `pointerY` is null while the pointer wants no scrolling.
 */
export function makeEdgeScroll(): (pointerY: number | null, edges: Edges, nowMs: number) => number {
  let lastMs: number | null = null;
  let owedPx = 0;
  return (pointerY, edges, nowMs) => {
    const elapsedMs = Math.min(frameMaxMs, nowMs - (lastMs ?? nowMs));
    lastMs = nowMs;
    const speed = pointerY === null ? 0 : edgeSpeed(pointerY, edges);
    if (speed === 0) owedPx = 0;
    owedPx += (speed * elapsedMs) / 1_000;
    const step = Math.trunc(owedPx);
    owedPx -= step;
    return step;
  };
}
