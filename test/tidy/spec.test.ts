import { existsSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, test } from "vitest";
import { root } from "./source-files.ts";

/** Every `SPEC.md`: a table of numbered rules, the last column naming the tests that try to break each. */
const specs = [
  { spec: "server/live/SPEC.md", sign: "LV", least: 25 },
  { spec: "server/screens/SPEC.md", sign: "SC", least: 15 },
];

type Rule = { readonly number: string; readonly words: string; readonly tests: readonly string[] };

function rulesOf(text: string): Rule[] {
  return [...text.matchAll(/^\| ([A-Z]{2}\d+) \| (.+) \| (.+?) \|$/gm)].map(
    ([, number = "", words = "", last = ""]) => ({
      number,
      words,
      tests: [...last.matchAll(/`([^`]+)`/g)].map(([, path = ""]) => path),
    }),
  );
}

/** Names of tests that are not there; a star stands for any name, a folder for all in it. */
function missingOf(spec: string, rules: readonly Rule[]): string[] {
  return rules.flatMap(({ number, tests }) => {
    const places = tests.map((path) => normalize(join(root, dirname(spec), path.replace(/\*.*$/, ""))));
    const missing = places.filter((place) => !existsSync(place));
    return tests.length === 0 ? [`${number} names no test`] : missing.map((place) => `${number}: ${place}`);
  });
}

describe.each(specs)("$spec", ({ spec, sign, least }) => {
  const rules = rulesOf(readFileSync(join(root, spec), "utf8"));

  test("its rules are numbered without a hole", () => {
    expect(rules.length).toBeGreaterThan(least);
    expect(rules.map(({ number }) => number)).toEqual(rules.map((_, at) => `${sign}${at + 1}`));
  });

  test("each rule names tests that are there", () => {
    expect(missingOf(spec, rules)).toEqual([]);
  });
});

test("a rule without a test, or with one that is gone, would be found", () => {
  const planted = rulesOf("| LV1 | words | – |\n| LV2 | words | `gone.test.ts` |\n");
  expect(missingOf("server/live/SPEC.md", planted)).toEqual([
    "LV1 names no test",
    `LV2: ${join(root, "server/live/gone.test.ts")}`,
  ]);
});
