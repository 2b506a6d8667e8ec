import { describe, expect, test } from "vitest";
import { forbiddenImports } from "./import-rules.ts";
import { readSources, sourceOf } from "./source-files.ts";

const files = readSources();

/** Files that import a package, by its name or anything beneath it; tests aside. */
function importersOf(name: string): string[] {
  return files
    .filter(({ isTest, path }) => !isTest && !path.startsWith("test/"))
    .filter(({ imports }) => imports.some(({ target }) => target === name || target.startsWith(`${name}/`)))
    .map(({ path }) => path);
}

const outside = (paths: readonly string[], allowed: readonly string[]) =>
  paths.filter((path) => !allowed.some((place) => path.startsWith(place)));

describe("who may import whom", () => {
  test("nobody imports what its place forbids", () => {
    expect(files.flatMap(({ imports }) => imports).filter(({ isOwn }) => isOwn).length).toBeGreaterThan(300);
    expect(files.flatMap(forbiddenImports)).toEqual([]);
  });

  test("yjs stays with the documents: in the browser, on the server and in the words for both", () => {
    const homes = ["shared/document/", "server/live/", "client/document/", "client/connection/"];
    expect(importersOf("yjs").length).toBeGreaterThan(4);
    expect(
      outside([...importersOf("yjs"), ...importersOf("y-protocols"), ...importersOf("y-websocket")], homes),
    ).toEqual([]);
  });

  test("redis stays behind its adapter", () => {
    expect(importersOf("redis").length).toBeGreaterThan(0);
    expect(outside(importersOf("redis"), ["server/store/redis/"])).toEqual([]);
  });

  test("no file is reached through a door that it is not behind: every own import names a file that is there", () => {
    const paths = new Set(files.map(({ path }) => path));
    const scripts = files.flatMap(({ path, imports }) =>
      imports
        .filter(({ isOwn, target }) => isOwn && /\.(?:tsx?|mjs|js)$/.test(target))
        .filter(({ target }) => !paths.has(target))
        .map(({ target }) => `${path} → ${target}`),
    );
    expect(scripts).toEqual([]);
  });
});

describe("the rule sees what is planted", () => {
  const planted = (path: string, ...lines: string[]) => forbiddenImports(sourceOf(path, lines.join("\n")));

  test("a lower layer looking up, and a platform below both sides", () => {
    expect(planted("shared/kit/x.ts", 'import { a } from "../model/item.ts";')).toHaveLength(1);
    expect(planted("shared/model/x.ts", 'import { a } from "../rules/span.ts";')).toHaveLength(1);
    expect(planted("shared/rules/x.ts", 'import type { a } from "../text/span.ts";')).toHaveLength(1);
    expect(planted("shared/text/x.ts", 'import * as Y from "yjs";')).toHaveLength(1);
    expect(planted("shared/kit/x.ts", 'import * as v from "valibot";')).toHaveLength(1);
    expect(planted("shared/document/x.ts", 'import { readFileSync } from "node:fs";')).toHaveLength(1);
    expect(
      planted("shared/rules/x.ts", 'import { a } from "../kit/day.ts";', 'import { b } from "./span.ts";'),
    ).toEqual([]);
  });

  test("one side importing the other", () => {
    expect(planted("client/week/x.tsx", 'import { a } from "../../server/http/api.ts";')).toHaveLength(1);
    expect(planted("server/http/x.ts", 'import { a } from "../../client/clock.ts";')).toHaveLength(1);
    expect(planted("client/connection/api.ts", 'import type { Api } from "../../server/http/api.ts";')).toEqual([]);
    expect(planted("client/connection/api.ts", 'import { api } from "../../server/http/api.ts";')).toHaveLength(1);
    expect(planted("shared/rules/x.test.ts", 'import { a } from "../../server/main.ts";')).toHaveLength(1);
  });

  test("one screen area importing another, and the ground importing a screen", () => {
    expect(planted("client/week/x.tsx", 'import { a } from "../month/tray.tsx";')).toHaveLength(1);
    expect(planted("client/session/x.tsx", 'import { a } from "../connection/api.ts";')).toHaveLength(1);
    expect(planted("client/parts/x.tsx", 'import { a } from "../document/board.ts";')).toHaveLength(1);
    expect(planted("client/document/x.ts", 'import { a } from "../week/week-rows.ts";')).toHaveLength(1);
    expect(planted("client/screen/x.tsx", 'import { a } from "../document/board.ts";')).toHaveLength(1);
    expect(planted("client/screen/x.tsx", 'import { a } from "../parts/icon.tsx";')).toHaveLength(1);
    expect(planted("client/week/x.tsx", 'import { a } from "../parts/menu.tsx";')).toEqual([]);
    expect(planted("client/app.tsx", 'import { a } from "./week/week-view.tsx";')).toEqual([]);
  });
});
