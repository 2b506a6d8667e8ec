/**
 * Letters by viewing distance (NUREG-0700, ISO 9241-3: 20 to 22 minutes of arc to be read, 16 at the least). A capital is
 * 0.7 of its letter size, so 9 of 1,080 lines for each height of the picture that the last row is away make 20 minutes.
 */
export const bodyMinutes = 20;
const linesPerHeight = 9;
const pictureLines = 1_080;

/** Body letter in pixels on a picture of `heightPx` seen from `distance` heights of it. */
export function bodyPx(distance: number, heightPx: number): number {
  return (linesPerHeight * distance * heightPx) / pictureLines;
}

/** Minutes of arc that the body letter of a screen set to `set` has when it is seen from `seenFrom`. */
export function minutesOfArc(set: number, seenFrom: number): number {
  return (bodyMinutes * set) / seenFrom;
}

/** Columns need about forty letters' widths; below, who and where stand beneath the matter. */
const columnsLeastEm = 40;

export function layoutOf(widthPx: number, emPx: number): "columns" | "stacked" {
  return widthPx / emPx >= columnsLeastEm ? "columns" : "stacked";
}
