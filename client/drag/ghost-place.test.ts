import { expect, test } from "vitest";
import { ghostPlace } from "./ghost-place.ts";

const page = { width: 300, height: 100, pageWidth: 1440, pageHeight: 900 };

test("the ghost stands beside the pointer, below and to the right", () => {
  const { x, y } = ghostPlace({ x: 200, y: 200 }, page);
  expect(x).toBeGreaterThan(200);
  expect(y).toBeGreaterThan(200);
});

test("wherever the pointer is, the whole ghost stays on the page and not under the pointer", () => {
  for (let px = 0; px <= page.pageWidth; px += 45)
    for (let py = 0; py <= page.pageHeight; py += 45) {
      const { x, y } = ghostPlace({ x: px, y: py }, page);
      expect(x >= 0 && y >= 0 && x + page.width <= page.pageWidth && y + page.height <= page.pageHeight).toBe(true);
      expect(px > x && px < x + page.width && py > y && py < y + page.height).toBe(false);
    }
});
