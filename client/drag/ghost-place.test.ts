import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seed } from "../../test/world/seed.ts";
import { ghostPlace } from "./ghost-place.ts";

type Sizes = Parameters<typeof ghostPlace>[1];

const desk: Sizes = { width: 300, height: 100, pageWidth: 1440, pageHeight: 900 };
const phone: Sizes = { width: 340, height: 180, pageWidth: 390, pageHeight: 844 };
const margin = 8;

const isWhole = ({ x, y }: { x: number; y: number }, { width, height, pageWidth, pageHeight }: Sizes) =>
  x >= margin && y >= margin && x + width <= pageWidth - margin && y + height <= pageHeight - margin;
const isUnder = (pointer: { x: number; y: number }, place: { x: number; y: number }, { width, height }: Sizes) =>
  pointer.x > place.x && pointer.x < place.x + width && pointer.y > place.y && pointer.y < place.y + height;

describe("the ghost of what is held", () => {
  test("stands beside the pointer, below and to the right", () => {
    const { x, y } = ghostPlace({ x: 200, y: 200 }, desk);
    expect(x).toBeGreaterThan(200);
    expect(y).toBeGreaterThan(200);
  });

  test("changes sides where the page ends, along the one edge and in the corner", () => {
    const [right, below, corner] = [
      { x: 1430, y: 200 },
      { x: 200, y: 890 },
      { x: 1430, y: 890 },
    ].map((pointer) => ghostPlace(pointer, desk));
    expect(right?.x).toBeLessThan(1430 - desk.width);
    expect(right?.y).toBeGreaterThan(200);
    expect(below?.x).toBeGreaterThan(200);
    expect(below?.y).toBeLessThan(890 - desk.height);
    expect(corner?.x).toBeLessThan(1430 - desk.width);
    expect(corner?.y).toBeLessThan(890 - desk.height);
  });

  test.each([
    ["a desk", desk],
    ["a phone", phone],
  ])("on %s is whole and never under the pointer, wherever the pointer is", (_of, sizes) => {
    for (let px = 0; px <= sizes.pageWidth; px += 15)
      for (let py = 0; py <= sizes.pageHeight; py += 15) {
        const pointer = { x: px, y: py };
        const place = ghostPlace(pointer, sizes);
        expect(isWhole(place, sizes), `${px} ${py}`).toBe(true);
        expect(isUnder(pointer, place, sizes), `${px} ${py}`).toBe(false);
      }
  });

  test("is whole also while the mouse is held outside of the window, on every side of it", () => {
    for (const x of [-5_000, -301, -1, 700, 1_441, 9_000])
      for (const y of [-5_000, -101, -1, 450, 901, 9_000])
        expect(isWhole(ghostPlace({ x, y }, desk), desk), `${x} ${y}`).toBe(true);
  });

  test("on any page that it fits on is whole, and beside the pointer where there is room for that", () => {
    let beside = 0;
    const sizeArb = fc.record({
      width: fc.integer({ min: 0, max: 340 }),
      height: fc.integer({ min: 0, max: 400 }),
      pageWidth: fc.integer({ min: 356, max: 2_560 }),
      pageHeight: fc.integer({ min: 416, max: 1_440 }),
    });
    const pointerArb = fc.record({ x: fc.integer({ min: 0, max: 2_560 }), y: fc.integer({ min: 0, max: 1_440 }) });
    fc.assert(
      fc.property(pointerArb, sizeArb, (pointer, sizes) => {
        const place = ghostPlace(pointer, sizes);
        expect(isWhole(place, sizes)).toBe(true);
        const hasRoom = 2 * (sizes.height + 22) <= sizes.pageHeight && pointer.y <= sizes.pageHeight;
        if (!hasRoom) return;
        expect(isUnder(pointer, place, sizes)).toBe(false);
        beside++;
      }),
      { seed, numRuns: 1_000 },
    );
    expect(beside).toBeGreaterThan(100);
  });

  test("that is larger than the page shows its beginning, where its hour stands", () => {
    expect(ghostPlace({ x: 150, y: 300 }, { width: 500, height: 900, pageWidth: 390, pageHeight: 600 })).toEqual({
      x: margin,
      y: margin,
    });
  });
});
