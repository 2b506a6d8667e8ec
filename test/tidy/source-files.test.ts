import { expect, test } from "vitest";
import { linesMatching, readSources, sourceOf } from "./source-files.ts";

test("the whole house is read: every room, code and tests", () => {
  const files = readSources();
  expect(files.length).toBeGreaterThan(150);
  for (const room of ["shared/kit/", "shared/document/", "server/", "client/", "test/"])
    expect(files.filter(({ path }) => path.startsWith(room)).length, room).toBeGreaterThan(3);
  expect(files.some(({ isTest }) => isTest)).toBe(true);
  expect(files.some(({ path }) => path.includes("node_modules"))).toBe(false);
  expect(files.flatMap(({ imports }) => imports).length).toBeGreaterThan(500);
});

test("every import that is written is seen: none is left over when the seen ones are taken out", () => {
  for (const file of readSources()) {
    const written = file.bare
      .split("\n")
      .filter((line) => /^\s*(?:import|export)\b.*\bfrom\s*["']|^\} from ["']/.test(line));
    const seen = file.imports.filter(({ target }) => target !== "").length;
    expect(seen, file.path).toBeGreaterThanOrEqual(written.length);
  }
});

const example = sourceOf(
  "shared/rules/example.ts",
  [
    'import { a } from "../kit/day.ts"; // import "nothing"',
    "/* import x from 'y';",
    " setTimeout */",
    'import type { B } from "../model/item.ts";',
    "import {",
    "  c,",
    '} from "valibot";',
    'export { d } from "./other.ts";',
    'const late = await import("./late.ts");',
    'const url = "https://example.org/x"; // yes',
    "const quote = /[\"'`]\\/\\//; const after = 1;",
    "const text = `a // b`;",
    'import "side-effect";',
  ].join("\n"),
);

test("imports are told apart: own and foreign, types and values, moved on and kept", () => {
  const seen = example.imports.map(({ target, isOwn, isTypeOnly, isReexport }) =>
    [target, isOwn ? "own" : "foreign", isTypeOnly ? "type" : "", isReexport ? "moved on" : ""].join(" ").trim(),
  );
  expect(seen.map((line) => line.replace(/\s+/g, " "))).toEqual([
    "shared/kit/day.ts own",
    "shared/model/item.ts own type",
    "valibot foreign",
    "shared/rules/other.ts own moved on",
    "side-effect foreign",
    "shared/rules/late.ts own",
  ]);
});

test("comments are taken out, lines keep their numbers, strings and patterns stay whole", () => {
  expect(example.code.split("\n")).toHaveLength(example.text.split("\n").length);
  expect(example.code).not.toContain("setTimeout");
  expect(example.code).not.toContain("yes");
  expect(example.code).toContain("https://example.org/x");
  expect(example.code).toContain("const after = 1;");
  expect(example.code).toContain("`a // b`");
  expect(example.bare).not.toContain("example.org");
  expect(linesMatching(example, /const after/)).toEqual([
    "shared/rules/example.ts:11  const quote = /[\"'`]\\/\\//; const after = 1;",
  ]);
});
