import { expect, test } from "vitest";
import { languageOf } from "./language.ts";

test.each([
  [undefined, "vi"],
  ["", "vi"],
  ["fr", "fr"],
  ["en-GB,en;q=0.9,vi;q=0.8", "en"],
  ["vi-VN,vi;q=0.9,en;q=0.8", "vi"],
  ["de;q=0.9, fr ; q=0.5, en;q=0.7", "en"],
  ["en;q=0, fr;q=0.1", "fr"],
  ["ja, zh;q=0.5", "vi"],
  ["FR-CA", "fr"],
  ["english", "vi"],
  ["*", "vi"],
  [";;q=,,q", "vi"],
  ["en;q=abc, fr;q=0.2", "fr"],
])("%s is answered in %s", (header, language) => {
  expect(languageOf(header)).toBe(language);
});
