import { readFileSync } from "node:fs";
import { createContext, runInContext } from "node:vm";
import { expect, test } from "vitest";

const source = readFileSync(new URL("../../client/public/sw.js", import.meta.url), "utf8");

type Handler = (event: object) => void;

/** A browser's caches in the order in which they were opened, as the standard has it. */
class Shelves {
  readonly byName = new Map<string, Map<string, Response>>();
  open = async (name: string) => {
    const shelf = this.byName.get(name) ?? new Map<string, Response>();
    this.byName.set(name, shelf);
    return {
      addAll: async (paths: string[]) => paths.forEach((path) => void shelf.set(path, new Response(`${name} ${path}`))),
      put: async (key: string | { url: string }, answer: Response) =>
        void shelf.set(typeof key === "string" ? key : new URL(key.url).pathname, answer),
      match: async (path: string) => shelf.get(path)?.clone(),
    };
  };
  keys = async () => [...this.byName.keys()];
  delete = async (name: string) => this.byName.delete(name);
  match = async ({ url }: { url: string }) =>
    [...this.byName.values()].flatMap((shelf) => shelf.get(new URL(url).pathname)?.clone() ?? [])[0];
}

type Fetch = (what: string | { url: string }) => Promise<Response>;

/** The worker of one build in a browser with these shelves; `fetch` is the network. Older browsers know no routes. */
function worker(build: string, shelves: Shelves, fetch: Fetch, knowsRoutes = true) {
  const handlers = new Map<string, Handler>();
  const self = {
    addEventListener: (kind: string, handler: Handler) => handlers.set(kind, handler),
    skipWaiting: async () => {},
    clients: { claim: async () => {} },
    location: { origin: "http://board" },
  };
  const built = source.replace('const build = "unbuilt";', `const build = "${build}";`);
  expect(built).not.toBe(source);
  runInContext(built, createContext({ self, caches: shelves, fetch, URL, Response }));
  const routes: object[] = [];
  const waitFor = async (kind: string) => {
    let work: Promise<unknown> = Promise.resolve();
    const waitUntil = (promise: Promise<unknown>) => (work = promise);
    const addRoutes = (added: object[]) => routes.push(...JSON.parse(JSON.stringify(added)));
    handlers.get(kind)?.(knowsRoutes ? { waitUntil, addRoutes } : { waitUntil });
    await work;
  };
  return {
    routes,
    async begins() {
      await waitFor("install");
      await waitFor("activate");
    },
    /** What a page gets; null when the worker leaves it to the browser. */
    async asks(path: string, mode = "no-cors"): Promise<string | null> {
      let answer: Promise<Response> | null = null;
      const request = { url: `http://board${path}`, method: "GET", mode };
      handlers.get("fetch")?.({ request, respondWith: (promise: Promise<Response>) => (answer = promise) });
      return answer && (await (await (answer as Promise<Response>)).text());
    },
  };
}

const online = (build: string) => async (what: string | { url: string }) =>
  what === "/files.json" ? Response.json([`assets/${build}.js`]) : new Response(`network of ${build}`);
const offline = () => Promise.reject(new TypeError("no network"));

test("without a network the page and every file of its build come from the shelf", async () => {
  const shelves = new Shelves();
  await worker("one", shelves, online("one")).begins();
  const later = worker("one", shelves, offline);
  expect(await later.asks("/week/2026-W48", "navigate")).toContain("lien-thong-page-one /");
  expect(await later.asks("/assets/one.js")).toContain("/assets/one.js");
});

test("a browser that knows routes finds files and answers by itself; to one that does not the worker is the way", async () => {
  const [shelves, older] = [new Shelves(), new Shelves()];
  const now = worker("one", shelves, online("one"));
  await now.begins();
  expect(now.routes).toEqual([
    { condition: { urlPattern: { pathname: "/assets/*" }, requestMethod: "GET" }, source: "cache" },
    { condition: { urlPattern: { pathname: "/api/*" } }, source: "network" },
  ]);
  const before = worker("one", older, online("one"), false);
  await before.begins();
  expect(await before.asks("/assets/one.js")).toContain("/assets/one.js");
});

test("of builds gone by only the last one stays: a page opened before may still ask for an area of it", async () => {
  const shelves = new Shelves();
  shelves.byName.set("somebody else's", new Map());
  for (const build of ["one", "two", "three"]) await worker(build, shelves, online(build)).begins();
  expect(await shelves.keys()).toEqual(["somebody else's", "lien-thong-page-two", "lien-thong-page-three"]);
  const now = worker("three", shelves, offline);
  expect(await now.asks("/assets/two.js")).toContain("two.js");
  await expect(now.asks("/assets/one.js")).rejects.toThrow("no network");
  expect(await now.asks("/", "navigate")).toContain("lien-thong-page-three /");
});

test("the page is asked from the server first; what the server answers to the program is never kept", async () => {
  const shelves = new Shelves();
  const now = worker("one", shelves, online("one"));
  await now.begins();
  expect(await now.asks("/", "navigate")).toBe("network of one");
  expect(await now.asks("/api/documents/hanoi/program/2026")).toBeNull();
  expect(await now.asks("/api/look/2026-11-23/2026-11-29")).toBeNull();
});

test("the page of a screen is left to the server: it is another page, and is not kept in the place of the board", async () => {
  const shelves = new Shelves();
  const now = worker("one", shelves, online("one"));
  await now.begins();
  for (const path of ["/screen", "/screen/"]) expect(await now.asks(path, "navigate")).toBeNull();
  expect(await now.asks("/screenplay", "navigate")).toBe("network of one");
});
