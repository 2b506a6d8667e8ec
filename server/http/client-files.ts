import { existsSync } from "node:fs";
import { join } from "node:path";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";

/** First parts of the addresses that the client has views for: on a reload these answer with the page itself. */
const viewRoots = new Set([
  "",
  "day",
  "week",
  "month",
  "quarter",
  "year",
  "term",
  "directory",
  "minutes",
  "session",
  "screens",
  "pair",
]);

/**
 * The built client in `directory`. Files under `/assets` carry a hash of their content in the name, so a browser may
 * keep them for ever; the page that names them is asked for each time. Files compressed at build are sent as they are.
 */
export function clientFiles(directory: string) {
  // In development Vite serves the sources instead.
  if (!existsSync(directory)) return new Hono();
  const page = serveStatic({ path: join(directory, "index.html"), precompressed: true });
  const screenPage = serveStatic({ path: join(directory, "screen.html"), precompressed: true });
  return new Hono()
    .use(
      "/assets/*",
      serveStatic({
        root: directory,
        precompressed: true,
        onFound: (_path, c) => c.header("Cache-Control", "public, max-age=31536000, immutable"),
      }),
    )
    .use("*", async (c, next) => {
      c.header("Cache-Control", "no-cache");
      await next();
    })
    .on("GET", ["/screen", "/screen/"], screenPage)
    .get("*", async (c, next) => {
      const [, root = ""] = c.req.path.split("/");
      return viewRoots.has(root) ? page(c, next) : next();
    })
    .get("*", serveStatic({ root: directory, precompressed: true }));
}
