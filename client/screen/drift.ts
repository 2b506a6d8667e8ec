/** Where the picture stands, so that no letter burns into one place: it wanders, too slowly to be seen. */

/** A picture of 1,080 lines moves by at most 8 of them; the frame leaves as much room on every side. */
export const driftMaxVh = 0.74;
/** Four minutes at each place. */
export const driftEveryMs = 4 * 60_000;

const places = [
  [0, 0],
  [1, 0.5],
  [0.5, 1],
  [-0.5, 0.5],
  [-1, 0],
  [-0.5, -1],
  [0.5, -0.5],
  [1, -1],
  [-1, 1],
] as const;

/** Offset at the `step`-th place, in hundredths of the height of the picture. */
export function driftAt(step: number): { readonly xVh: number; readonly yVh: number } {
  const [x, y] = places[step % places.length] ?? places[0];
  return { xVh: x * driftMaxVh, yVh: y * driftMaxVh };
}
