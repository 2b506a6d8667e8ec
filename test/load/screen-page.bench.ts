/**
 * What a day does to the page of a screen: a week of 300 lines, changed, turned and switched 20,000 times, as fast as the
 * page takes it; then how much of memory, of the page and of its listeners is left over.
 */
import { createReadStream, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { performance } from "node:perf_hooks";
import { WebSocketServer } from "ws";
import { type ScreenFrame, type ScreenShow, screenFeedVersion } from "../../shared/protocol/screen-feed.ts";
import { startChromium } from "../world/chromium.ts";
import { noon, shows, step, viewFrame, viewOf, week } from "../world/screen-views.ts";

const views = Number(process.argv[2] ?? 20_000);
const warm = Math.min(2_000, views / 5);
const dist = join(import.meta.dirname, "../../dist/client");
const types: Readonly<Record<string, string>> = {
  ".js": "text/javascript",
  ".css": "text/css",
  ".woff2": "font/woff2",
};

const server = createServer((request, response) => {
  const { pathname } = new URL(request.url ?? "/", "http://screen");
  if (pathname === "/healthz") return void response.end("{}");
  if (pathname === "/screen") {
    response.setHeader("content-type", "text/html");
    return void response.end(readFileSync(join(dist, "screen.html")));
  }
  response.setHeader("content-type", types[extname(pathname)] ?? "application/octet-stream");
  createReadStream(join(dist, pathname))
    .on("error", () => response.writeHead(404).end())
    .pipe(response);
});
const sockets = new WebSocketServer({ server, path: "/screen-feed" });
const opened = new Promise<(frame: ScreenFrame) => Promise<void>>((resolve) => {
  sockets.on("connection", (socket) => {
    socket.send(JSON.stringify({ type: "hello", version: screenFeedVersion, build: "", nowMs: noon }));
    resolve((frame) => new Promise((sent) => socket.send(JSON.stringify(frame), () => sent())));
  });
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));

/** 300 lines in ten parts; with each view one of them has another hour. */
const plan = week(30);
function weekAt(at: number): ScreenShow {
  const parts = plan.parts.map((part, of) =>
    of === at % plan.parts.length
      ? {
          ...part,
          lines: part.lines.map((one, row) => (row === at % 30 ? { ...one, hour: `0${at % 10}:1${at % 7}` } : one)),
        }
      : part,
  );
  return { ...plan, parts };
}
function showAt(at: number): ScreenShow {
  if (at % 40 < 34) return weekAt(at);
  const others: readonly ScreenShow[] = [
    shows.today,
    shows.overlaps,
    step,
    shows.calibrate,
    shows.blank,
    shows["no-session"],
  ];
  return others[at % others.length] ?? step;
}

const browser = await startChromium();
try {
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 }, reducedMotion: "reduce" });
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(String(error)));
  const { port } = server.address() as AddressInfo;
  await page.goto(`http://127.0.0.1:${port}/screen`);
  const send = await opened;
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  const measure = async () => {
    for (let times = 0; times < 3; times++) await session.send("HeapProfiler.collectGarbage");
    const { metrics } = await session.send("Performance.getMetrics");
    const of = (name: string) => metrics.find((one) => one.name === name)?.value ?? 0;
    return { heapMib: of("JSHeapUsedSize") / 2 ** 20, nodes: of("Nodes"), listeners: of("JSEventListeners") };
  };
  /** Sends views one by one, each once the page has drawn the one before: none is passed over. */
  const run = async (from: number, to: number) => {
    for (let at = from; at < to; at++) {
      await send(viewFrame(viewOf(showAt(at), { turn: at % 1_000, isFrozen: at % 97 === 0 }), noon + at * 4_300));
      if (at % 10 === 0) await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(drawn)));
    }
    await send(viewFrame(viewOf(plan), noon + to * 4_300));
    await page.locator(".page .line").first().waitFor();
  };
  await run(0, warm);
  const before = await measure();
  const begunMs = performance.now();
  await run(warm, views);
  const perViewMs = (performance.now() - begunMs) / (views - warm);
  const after = await measure();
  const print = (what: string, figure: string, wanted: string) =>
    process.stdout.write(`  ${what.padEnd(56)} ${figure.padEnd(34)} ${wanted}\n`);
  const pair = (name: keyof typeof before, digits: number) =>
    `${before[name].toFixed(digits)} → ${after[name].toFixed(digits)}`;
  print(`heap after ${warm} → ${views} views of 300 lines, MiB`, pair("heapMib", 2), "no more than 1 MiB above");
  print("nodes of the page", pair("nodes", 0), "no more");
  print("listeners", pair("listeners", 0), "no more");
  print("per view, drawn", `${perViewMs.toFixed(1)} ms`, "10 a second: ≤ 100 ms");
  print("faults", String(faults.length), "0");
  const isFlat = after.heapMib - before.heapMib < 1 && after.nodes - before.nodes < 200 && faults.length === 0;
  process.stdout.write(isFlat ? "  met\n" : `  MISSED ${faults[0] ?? ""}\n`);
} finally {
  await browser.close();
  sockets.close();
  server.close();
}
