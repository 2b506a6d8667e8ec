import { expect, test } from "vitest";
import { readSources, type SourceFile } from "./source-files.ts";

const files = readSources();

/** Exports of a file by name: values and types alike. */
function exportsOf({ bare }: SourceFile): string[] {
  const declared = bare.matchAll(
    /^export\s+(?:declare\s+)?(?:async\s+)?(?:abstract\s+)?(?:const|let|function\*?|class|type|interface)\s+(\w+)/gm,
  );
  const listed = [...bare.matchAll(/^export\s*\{([^}]*)\}/gm)].flatMap(([, names]) => (names ?? "").split(","));
  return [...[...declared].map(([, name]) => name ?? ""), ...listed.map((name) => name.trim())].filter(Boolean);
}

/** How often each word stands in the whole house, in what the machine does. */
function wordCounts(): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { bare } of files)
    for (const [word] of bare.matchAll(/\w+/g)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

test("what is exported is used somewhere", () => {
  const counts = wordCounts();
  const exported = files.flatMap((file) => exportsOf(file).map((name) => ({ path: file.path, name })));
  expect(exported.length).toBeGreaterThan(400);
  const unused = exported.filter(({ name }) => (counts.get(name) ?? 0) < 2);
  expect(unused.map(({ path, name }) => `${path}: ${name}`)).toEqual([]);
});

test("every file is imported by another, or is where something begins", () => {
  const targets = new Set(files.flatMap(({ imports }) => imports.map(({ target }) => target)));
  const named = (path: string) =>
    files.some(({ code, path: other }) => other !== path && code.includes(`/${path.split("/").at(-1)}`));
  const begins =
    /\.test\.ts$|\.bench\.ts$|\.mjs$|^vite\.config\.ts$|^server\/main\.ts$|^client\/(?:screen\/)?main\.tsx$/;
  const lonely = files.filter(({ path }) => !begins.test(path) && !targets.has(path) && !named(path));
  expect(lonely.map(({ path }) => path)).toEqual([]);
});
