/*
 * Keeps the page itself on this machine, so that a reload without a network opens what the machine keeps (P3). The page is
 * asked from the server first and taken from here only when there is no answer; hashed files never change and come from
 * here first. Requests to /api and /sync are never touched.
 */
const shelfSign = "lien-thong-page-";
/** The build writes another word here whenever a file changes: the browser then fetches and fills a new shelf. */
const build = "unbuilt";
const shelf = shelfSign + build;

self.addEventListener("install", (event) => {
  takeShortWays(event);
  event.waitUntil(fillShelf().then(() => self.skipWaiting()));
});

/** Where the browser can find the way by itself, no request waits until this worker is awake. What no shelf has, the server has. */
function takeShortWays(event) {
  event.addRoutes?.([
    { condition: { urlPattern: { pathname: "/assets/*" }, requestMethod: "GET" }, source: "cache" },
    { condition: { urlPattern: { pathname: "/api/*" } }, source: "network" },
  ]);
}

/** The page with every file of its build, also those that no page has asked for yet. */
async function fillShelf() {
  const cache = await caches.open(shelf);
  const files = await (await fetch("/files.json", { cache: "no-cache" })).json();
  await cache.addAll(["/", ...files.map((file) => `/${file}`)]);
}

self.addEventListener("activate", (event) => {
  event.waitUntil(dropOldShelves().then(() => self.clients.claim()));
});

/** The one before stays: a page that was opened before may still ask for an area of its own build. */
async function dropOldShelves() {
  const others = (await caches.keys()).filter((name) => name.startsWith(shelfSign) && name !== shelf);
  await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)));
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (url.pathname.startsWith("/assets/")) event.respondWith(fromShelfFirst(request));
  // The page of a screen is another page: it is always the server's.
  else if (request.mode === "navigate" && !/^\/screen\/?$/.test(url.pathname))
    event.respondWith(fromServerFirst(request));
});

async function fromShelfFirst(request) {
  const kept = await caches.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) await (await caches.open(shelf)).put(request, answer.clone());
  return answer;
}

async function fromServerFirst(request) {
  const cache = await caches.open(shelf);
  try {
    const answer = await fetch(request);
    if (answer.ok) await cache.put("/", answer.clone());
    return answer;
  } catch {
    return (await cache.match("/")) ?? Response.error();
  }
}
