import { expect, test } from "vitest";
import { readSources, sourceOf } from "./source-files.ts";

/** Lines that speak to the log in words of their own, instead of by an event of `server/observe/events.ts`. */
const freeWords = (bare: string) => bare.match(/\blog\.(?:info|warn|error)\(/g) ?? [];

test("the live board and the stores say in the log only what is listed as an event", () => {
  const files = readSources().filter(({ path, isTest }) => /^server\/(?:live|store)\//.test(path) && !isTest);
  expect(files.length).toBeGreaterThan(30);
  expect(freeWords(sourceOf("server/live/x.ts", 'this.#parts.log.warn({}, "words");').bare)).toHaveLength(1);
  expect(files.filter(({ bare }) => freeWords(bare).length > 0).map(({ path }) => path)).toEqual([]);
  const speakers = files.filter(({ imports }) => imports.some(({ target }) => target === "server/observe/events.ts"));
  expect(speakers.length).toBeGreaterThan(6);
});
