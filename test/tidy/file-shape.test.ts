import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { linesMatching, pathsUnder, readSources, root } from "./source-files.ts";

const files = readSources();

/** Files whose default export a tool demands. */
const toolFiles = ["vite.config.ts", "test/closing-line.mjs"];

const lineCount = (text: string) => text.trimEnd().split("\n").length;

describe("sizes", () => {
  test("no file is longer than 400 lines", () => {
    const styles = ["client"].flatMap(pathsUnder).filter((path) => path.endsWith(".css"));
    expect(files.length).toBeGreaterThan(150);
    expect(styles.length).toBeGreaterThan(3);
    const sheets = styles.map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));
    const long = [...files, ...sheets].filter(({ text }) => lineCount(text) > 400);
    expect(long.map(({ path, text }) => `${path}: ${lineCount(text)} lines`)).toEqual([]);
  });

  test("most are far shorter: half at most 90 lines, nine in ten at most 250", () => {
    const lengths = files
      .filter(({ isTest, path }) => !isTest && !path.startsWith("test/"))
      .map(({ text }) => lineCount(text))
      .sort((a, b) => a - b);
    expect(lengths[Math.floor(lengths.length * 0.5)]).toBeLessThanOrEqual(90);
    expect(lengths[Math.floor(lengths.length * 0.9)]).toBeLessThanOrEqual(250);
  });
});

describe("one name has one home", () => {
  test("nothing is exported from a second place: no barrels, no `export *`", () => {
    const moved = files.flatMap(({ path, imports }) =>
      imports.filter(({ isReexport }) => isReexport).map(({ target }) => `${path} passes on ${target}`),
    );
    const stars = files.flatMap((file) => linesMatching(file, /^\s*export\s*\*/));
    const barrels = files.filter(({ path }) => /(?:^|\/)index\.(?:tsx?|m?js)$/.test(path)).map(({ path }) => path);
    expect([...moved, ...stars, ...barrels]).toEqual([]);
  });

  test("no default exports, except where a tool demands one", () => {
    const found = files.filter((file) => linesMatching(file, /^\s*export\s+default\b|\bas default\b/).length > 0);
    expect(found.map(({ path }) => path).filter((path) => !toolFiles.includes(path))).toEqual([]);
    for (const path of toolFiles) expect(found.map((file) => file.path)).toContain(path);
  });

  test("file names are words with hyphens", () => {
    const names = files.map(({ path }) => path.slice(path.lastIndexOf("/") + 1));
    expect(names.filter((name) => !/^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z]+)+$/.test(name))).toEqual([]);
  });
});

describe("a test that is written is run", () => {
  const tests = files.filter(({ isTest }) => isTest);

  test("none is skipped, singled out or put off", () => {
    expect(tests.length).toBeGreaterThan(30);
    const odd = new RegExp(`\\b(?:test|it|describe)\\.(?:${["only", "skip", "todo", "fails"].join("|")})\\b`);
    expect(tests.flatMap((file) => linesMatching(file, odd))).toEqual([]);
  });

  test("each lies where the runner looks for it", () => {
    const places = /^(?:shared|server|client)\/|^test\/(?:attack|chaos|contract|tidy|world|flow|simulation)\//;
    expect(tests.map(({ path }) => path).filter((path) => !places.test(path))).toEqual([]);
    expect(tests.map(({ path }) => path).filter((path) => path.endsWith(".test.tsx"))).toEqual([]);
  });

  test("each checks something", () => {
    const silent = tests.filter(
      ({ bare }) => !/\bexpect\b|\bassert\b/.test(bare) && !/\bContract\(|\bcontract\w*\(/i.test(bare),
    );
    expect(silent.map(({ path }) => path)).toEqual([]);
  });
});
