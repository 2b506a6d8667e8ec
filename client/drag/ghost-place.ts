type Sizes = {
  readonly width: number;
  readonly height: number;
  readonly pageWidth: number;
  readonly pageHeight: number;
};

const besidePx = 14;
const edgePx = 8;

/**
 * Where the ghost stands: beside the pointer, on its other side where the page ends; whole on the page as long as it fits,
 * also while the pointer is outside of it. Pixels of the window.
 */
export function ghostPlace(
  pointer: { readonly x: number; readonly y: number },
  sizes: Sizes,
): { x: number; y: number } {
  return {
    x: alongAxis(pointer.x, sizes.width, sizes.pageWidth),
    y: alongAxis(pointer.y, sizes.height, sizes.pageHeight),
  };
}

function alongAxis(at: number, size: number, page: number): number {
  const after = at + besidePx;
  if (after + size + edgePx <= page) return Math.max(edgePx, after);
  return Math.max(edgePx, Math.min(at - besidePx - size, page - size - edgePx));
}
