import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { readSources, root, type SourceFile, sourceOf } from "./source-files.ts";

/**
 * A meeting room's screen may run in a browser as old as Chromium 100 (March 2022), which nobody updates. Syntax is the
 * build's business; what a browser must bring by itself is looked for here, in everything the page imports.
 */
const entry = "client/screen/main.tsx";

/** What came after Chromium 100, with the version that brought it. */
const tooYoung: readonly (readonly [pattern: RegExp, since: number])[] = [
  [/\.(?:toSorted|toReversed|toSpliced)\(/, 110],
  [/\.with\(\s*[-\w]+\s*,/, 110],
  [/\b(?:Map|Object)\.groupBy\b/, 117],
  [/\bPromise\.(?:withResolvers|try)\b/, 119],
  [/\bArray\.fromAsync\b/, 121],
  [/\bSet\.prototype\b|\.(?:isSubsetOf|isSupersetOf|isDisjointFrom|symmetricDifference)\(/, 122],
  [
    /\b(?:Iterator)\.(?:from|prototype)\b|\.(?:values|keys|entries)\(\)\.(?:map|filter|take|drop|flatMap|toArray)\(/,
    122,
  ],
  [/\bAbortSignal\.(?:timeout|any)\b/, 103],
  [/\bURL\.(?:canParse|parse)\b/, 120],
  [/\b(?:checkVisibility|startViewTransition|showPopover|moveBefore|setHTML)\(/, 105],
  [/\.(?:isWellFormed|toWellFormed)\(/, 111],
  [/\bIntl\.(?:DurationFormat|Segmenter\.prototype)\b/, 129],
  [/\/[dgimsuy]*v[dgimsuy]*(?=[.,;)\s])(?<=\/[dgimsuyv]+)/, 112],
  [/\bscheduler\.yield\b|\bnavigation\.navigate\b/, 102],
  [/\bstructuredClone\(.*transferToFixedLength/, 114],
];

const tooYoungStyles: readonly (readonly [pattern: RegExp, since: number])[] = [
  [/:has\(/, 105],
  [/@container|container-type/, 105],
  [/\bcolor-mix\(|\boklch\(|\boklab\(/, 111],
  [/@starting-style|\banchor-name\b|@property/, 117],
  [/\bsubgrid\b/, 117],
  [/\b\d*\.?\d+(?:d|s|l)v(?:h|w|min|max)\b/, 108],
  [/@media[^{]*[<>]=?/, 104],
  [/\btext-wrap:\s*(?:balance|pretty)/, 114],
  [/(?:^|[;{]\s*)(?:translate|rotate|scale):/m, 104],
  [/@layer|@scope/, 99],
  [/\blight-dark\(/, 123],
];

const found = (text: string, list: typeof tooYoung) =>
  list.flatMap(([pattern, since]) => {
    const [hit] = pattern.exec(text) ?? [];
    return hit === undefined ? [] : [`${hit.trim()} (Chromium ${since})`];
  });

/** Rules within rules (Chromium 112), by their selectors. */
function nestedRules(sheet: string): string[] {
  const open: string[] = [];
  const nested: string[] = [];
  for (const [, head = "", brace] of sheet.matchAll(/([^{};]*)([{};])/g)) {
    if (brace === "}") open.pop();
    if (brace !== "{") continue;
    const selector = head.trim();
    if (open.some((outer) => !outer.startsWith("@"))) nested.push(`${selector} in ${open.at(-1)} (Chromium 112)`);
    open.push(selector);
  }
  return nested;
}

/** Everything that the page of the screens imports as a value: our own files, and packages by name. */
function reachOf(files: readonly SourceFile[]): { own: SourceFile[]; styles: string[]; packages: Set<string> } {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const own = new Map<string, SourceFile>();
  const styles = new Set<string>();
  const packages = new Set<string>();
  const visit = (path: string) => {
    const file = byPath.get(path);
    if (!file || own.has(path)) return;
    own.set(path, file);
    for (const { target, isOwn, isTypeOnly } of file.imports) {
      if (isTypeOnly) continue;
      if (!isOwn) packages.add(target);
      else if (target.endsWith(".css")) styles.add(target);
      else visit(target);
    }
  };
  visit(entry);
  return { own: [...own.values()], styles: [...styles], packages };
}

const { own, styles, packages } = reachOf(readSources());

describe("the page of a meeting room's screen", () => {
  test("is small: no documents, no board, none of the packages that they need", () => {
    expect(own.length).toBeGreaterThan(20);
    expect([...packages].sort()).toEqual(["solid-js", "solid-js/web", "uqr"]);
    const elsewhere = own
      .map(({ path }) => path)
      .filter(
        (path) => !/^client\/(?:screen|text)\/|^client\/(?:clock|stored)\.ts$|^shared\/(?:kit|protocol)\//.test(path),
      );
    expect(elsewhere).toEqual([]);
  });

  test("asks nothing of a browser that Chromium 100 has not", () => {
    const hits = own.flatMap(({ path, code }) => found(code, tooYoung).map((hit) => `${path}: ${hit}`));
    expect(hits).toEqual([]);
  });

  test("nor do the packages that it brings", () => {
    const require = createRequire(join(root, "package.json"));
    const at = (name: string) => dirname(require.resolve(`${name}/package.json`));
    const files = [
      join(at("solid-js"), "dist/solid.js"),
      join(at("solid-js"), "web/dist/web.js"),
      join(root, "node_modules/uqr/dist/index.mjs"),
    ];
    for (const file of files) {
      const text = readFileSync(file, "utf8");
      expect(text.length).toBeGreaterThan(10_000);
      expect(found(text, tooYoung), file).toEqual([]);
    }
  });

  test("nor do its styles", () => {
    expect(styles.length).toBeGreaterThan(4);
    const hits = styles.flatMap((path) => {
      const text = readFileSync(join(root, path), "utf8").replace(/\/\*[\s\S]*?\*\//g, "");
      return [...found(text, tooYoungStyles), ...nestedRules(text)].map((hit) => `${path}: ${hit}`);
    });
    expect(hits).toEqual([]);
  });

  test("the lists see what is planted", () => {
    const scripts = [
      "const a = b.toSorted();",
      "const a = b.with(0, c);",
      "Map.groupBy(a, b)",
      "Promise.withResolvers()",
      "new Map().values().map((x) => x)",
      "fetch(a, { signal: AbortSignal.timeout(5) })",
      "const r = /[a]/v;",
    ];
    for (const script of scripts)
      expect(found(sourceOf("client/screen/x.ts", script).code, tooYoung), script).toHaveLength(1);
    for (const fine of ["a.at(-1)", "a.findLast(b)", "structuredClone(a)", "[...a.values()].map(b)", "a / b / v;"])
      expect(found(fine, tooYoung), fine).toEqual([]);
    const sheets = [
      ".a:has(.b) { color: red }",
      ".a { color: color-mix(in srgb, red, blue) }",
      ".a {\n  color: red;\n  .b { color: blue }\n}",
      ".a {\n  &:hover { color: blue }\n}",
      "@media (width <= 720px) { .a { color: red } }",
      ".a { height: 100dvh }",
      ".a { container-type: inline-size }",
    ];
    const hitsIn = (text: string) => [...found(text, tooYoungStyles), ...nestedRules(text)];
    for (const text of sheets) expect(hitsIn(text).length, text).toBeGreaterThan(0);
    for (const fine of [
      ".a {\n  color: red;\n}\n.b:not([c])::before {\n  inset: 0;\n}",
      "@media (max-width: 9px) {\n}",
    ])
      expect(found(fine, tooYoungStyles), fine).toEqual([]);
  });
});
