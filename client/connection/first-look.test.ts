import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Day } from "../../shared/kit/day.ts";
import { emptyDirectory } from "../../shared/model/directory.ts";
import { city, item } from "../../test/world/small-city.ts";
import { SmallStorage } from "../../test/world/small-storage.ts";
import { fetchLook, forgetLook, loadLook, saveLook } from "./first-look.ts";

let storage: SmallStorage;
beforeEach(() => {
  storage = new SmallStorage();
  vi.stubGlobal("localStorage", storage);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const here = { keep: "lien-thong hanoi e1 lan", path: "/week/2026-W48", build: "/assets/board-a.js" };
const look = { directory: city, items: [item("a", "08:00"), item("b", null)] };

test("what was on the screen is there for the next page at the same address", () => {
  saveLook(here, look);
  expect(loadLook(here)).toMatchObject(look);
});

test.each([
  ["another person", { ...here, keep: "lien-thong hanoi e1 huong" }],
  ["another life of the store", { ...here, keep: "lien-thong hanoi e2 lan" }],
  ["another build, that may write items otherwise", { ...here, build: "/assets/board-b.js" }],
  ["another address", { ...here, path: "/week/2026-W49" }],
  ["an address that goes on", { ...here, path: "/week/2026-W4" }],
])("%s sees nothing of it", (_who, elsewhere) => {
  saveLook(here, look);
  expect(loadLook(elsewhere)).toBeNull();
});

test("nothing is left once it is forgotten", () => {
  saveLook(here, look);
  forgetLook();
  expect(loadLook(here)).toBeNull();
  expect(storage.texts.size).toBe(0);
});

test("a look too large for the browser leaves none, not the old one", () => {
  saveLook(here, look);
  storage.roomLetters = 10;
  saveLook(here, look);
  expect(loadLook(here)).toBeNull();
});

test("a look that was cut is none", () => {
  saveLook(here, look);
  const [[key = "", text = ""] = []] = storage.texts;
  storage.texts.set(key, text.slice(0, -5));
  expect(loadLook(here)).toBeNull();
});

const days = { first: "2026-11-23" as Day, last: "2026-11-29" as Day };
const answering = (answer: () => Promise<Response>) => vi.stubGlobal("fetch", vi.fn(answer));

test("the server is asked for the days on the screen", async () => {
  answering(async () => Response.json({ directory: emptyDirectory, items: look.items }));
  expect(await fetchLook(days)).toMatchObject({ items: look.items });
  expect(fetch).toHaveBeenCalledWith("/api/look/2026-11-23/2026-11-29");
});

test.each([
  ["the server has none", async () => new Response(null, { status: 204 })],
  ["nobody is signed in", async () => Response.json({ code: "sign-in-needed" }, { status: 401 })],
  ["the network is away", () => Promise.reject(new TypeError("failed"))],
  ["the answer is cut", async () => new Response('{"directory":')],
])("when %s the page opens without it", async (_why, answer) => {
  answering(answer);
  expect(await fetchLook(days)).toBeNull();
});
