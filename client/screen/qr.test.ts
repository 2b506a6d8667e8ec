import { expect, test } from "vitest";
import { qrPath } from "./qr.ts";

test("the code has the quiet border of four modules that readers need, and the three eyes they look for", () => {
  const { size, path } = qrPath("http://127.0.0.1:8080/pair?code=BCD-FGH");
  const dark = new Set([...path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => `${x} ${y}`));
  expect(dark.size).toBeGreaterThan(200);
  for (const place of dark) {
    const [x = 0, y = 0] = place.split(" ").map(Number);
    expect(Math.min(x, y)).toBeGreaterThanOrEqual(4);
    expect(Math.max(x, y)).toBeLessThan(size - 4);
  }
  const last = size - 5;
  for (const corner of [`4 4`, `${last} 4`, `4 ${last}`]) expect(dark).toContain(corner);
  expect(dark.has(`${last} ${last}`) && dark.has(`${last - 1} ${last}`) && dark.has(`${last} ${last - 1}`)).toBe(false);
});

test("another code is another picture", () => {
  expect(qrPath("a").path).not.toBe(qrPath("b").path);
});
