/*
 * Keeps the page itself on this machine, so that a reload without a network opens what the machine keeps (P3). The page is
 * asked from the server first and taken from here only when there is no answer; hashed files never change and come from
 * here first. Requests to /api and /sync are never touched.
 */
const shelf = "lien-thong-page-1";

self.addEventListener("install", (event) => {
  event.waitUntil(fillShelf().then(() => self.skipWaiting()));
});

/** The page with every file of its build, also those that no page has asked for yet. */
async function fillShelf() {
  const cache = await caches.open(shelf);
  const files = await (await fetch("/files.json", { cache: "no-cache" })).json();
  await cache.addAll(["/", ...files.map((file) => `/${file}`)]);
}

self.addEventListener("activate", (event) => {
  event.waitUntil(self.clients.claim());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (url.pathname.startsWith("/assets/")) event.respondWith(fromShelfFirst(request));
  else if (request.mode === "navigate") event.respondWith(fromServerFirst(request));
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
