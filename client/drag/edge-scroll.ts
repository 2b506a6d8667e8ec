/** Within this distance of an edge the board scrolls, faster the nearer the pointer is. */
export const edgePx = 56;
const fastestPx = 18;

/** Pixels to scroll in this frame: negative up, positive down, 0 away from the edges. */
export function edgeStep(pointerY: number, edges: { readonly top: number; readonly bottom: number }): number {
  const above = edges.top + edgePx - pointerY;
  const below = pointerY - (edges.bottom - edgePx);
  if (above > 0) return -Math.ceil((Math.min(above, edgePx) / edgePx) * fastestPx);
  return below > 0 ? Math.ceil((Math.min(below, edgePx) / edgePx) * fastestPx) : 0;
}
