import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { root } from "./source-files.ts";

const sheetOf = (name: string) => readFileSync(join(root, "client/screen", `${name}.css`), "utf8");
const sheet = sheetOf("tokens");

/** Colours of a theme by name: `ink-certain` → `#8f1a10`. */
function coloursOf(theme: "light" | "dark"): Map<string, string> {
  const [, inside = ""] = new RegExp(`\\[data-theme="${theme}"\\] \\{([^}]*)\\}`).exec(sheet) ?? [];
  return new Map([...inside.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map(([, name = "", hex = ""]) => [name, hex]));
}

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

describe.each(["light", "dark"] as const)("the %s screen", (theme) => {
  const colours = coloursOf(theme);
  const named = (sign: string) => [...colours].filter(([name]) => name === sign || name.startsWith(`${sign}-`));

  test("has 7:1 between every ink and every ground: a projector in a lit room leaves half of it", () => {
    expect(named("ink").length).toBe(10);
    expect(named("ground").length).toBe(8);
    const weak = named("ink").flatMap(([ink, one]) =>
      named("ground")
        .map(([ground, other]) => ({ pair: `${ink} on ${ground}`, is: contrast(one, other) }))
        .filter(({ is }) => is < 7),
    );
    expect(weak).toEqual([]);
  });

  test("has 12:1 for what is read most", () => {
    expect(contrast(colours.get("ink") ?? "", colours.get("ground") ?? "")).toBeGreaterThan(12);
  });
});

test("the measure is WCAG's own", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
  expect(contrast("#767676", "#ffffff")).toBeCloseTo(4.54, 2);
});

test("both themes name the same colours, and no other sheet of the screen has one of its own", () => {
  expect([...coloursOf("light").keys()]).toEqual([...coloursOf("dark").keys()]);
  for (const name of ["screen", "line", "step", "standalone"]) {
    const other = sheetOf(name).replace(/\/\*[\s\S]*?\*\//g, "");
    // Black behind the picture and the code that a phone reads are no part of a theme.
    expect(other.match(/#[0-9a-f]{3,6}\b(?!\w)/g)?.filter((hex) => !["#000", "#fff"].includes(hex)) ?? []).toEqual([]);
  }
});
