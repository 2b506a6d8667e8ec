import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";
import type { Plugin } from "vite";
import solid from "vite-plugin-solid";
import { defineConfig } from "vitest/config";

const server = process.env.SERVER ?? "http://127.0.0.1:8080";

/** One file for the tool: how the client is built, how it is served in development, which tests there are. */
export default defineConfig({
  root: "client",
  plugins: [solid(), fontsAhead(), compressed("dist/client"), screenPage()],
  build: {
    outDir: "../dist/client",
    emptyOutDir: true,
    target: "es2023",
    // The oldest browser of a meeting room's screen. Without it the build writes media ranges that are younger.
    cssTarget: "chrome100",
    sourcemap: true,
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: { board: fileUrl("client/index.html"), screen: fileUrl("client/screen.html") },
    },
  },
  // As objects: the short form rewrites the Host header, and the server compares it with the Origin.
  server: {
    proxy: {
      "/api": { target: server },
      "/healthz": { target: server },
      "/sync": { target: server, ws: true },
      "/screen-feed": { target: server, ws: true },
    },
  },
  // Under test the Solid plugin asks for the browser's files of each package, and those of ws only throw.
  resolve: { alias: [{ find: /^ws$/, replacement: fileURLToPath(import.meta.resolve("ws")) }] },
  test: {
    root: ".",
    // Said here too, not only per project: the Solid plugin asks for jsdom where nothing is said.
    environment: "node",
    reporters: ["default", "./test/closing-line.mjs"],
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          environment: "node",
          include: [
            "{shared,server,client}/**/*.test.ts",
            "test/{attack,chaos,contract,simulation,tidy,world}/**/*.test.ts",
          ],
          // Half of the time is spent waiting: for a disk, a process that starts, a lease that ends.
          maxWorkers: availableParallelism() + 1,
          // A bound for what hangs, not a wish: what takes seven seconds alone takes seventy on a machine that is busy elsewhere.
          testTimeout: 150_000,
          hookTimeout: 150_000,
        },
      },
      {
        extends: true,
        test: {
          name: "flow",
          environment: "node",
          include: ["test/flow/**/*.test.ts"],
          // After the others, one file at a time: a browser needs the machine for itself.
          sequence: { groupOrder: 1 },
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});

/**
 * Names the board's letters in its page, so that they are there when the first words are drawn. Left to the browser, each
 * is asked for when the first word in it has been laid out, and then everything is laid out again.
 */
function fontsAhead(): Plugin {
  return {
    name: "fonts-ahead",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler(_html, { bundle, filename }) {
        if (!filename.endsWith("/index.html")) return [];
        const fonts = Object.keys(bundle ?? {}).filter((name) => name.endsWith(".woff2"));
        if (fonts.length === 0) throw new Error("the build has no letters");
        return fonts.map((name) => ({
          tag: "link",
          attrs: { rel: "preload", as: "font", type: "font/woff2", crossorigin: "", href: `/${name}` },
          injectTo: "head",
        }));
      },
    },
  };
}

/** Writes each text file of a build compressed beside it: the server sends those instead of compressing each time. */
function compressed(directory: string): Plugin {
  return {
    name: "compressed",
    apply: "build",
    writeBundle(_options, bundle) {
      // The service worker keeps all of these, so that without a network every area opens.
      const assets = Object.keys(bundle).filter((name) => name.startsWith("assets/") && !name.endsWith(".map"));
      writeFileSync(join(directory, "files.json"), JSON.stringify(assets));
      const stamp = createHash("sha256").update(assets.join()).digest("hex").slice(0, 12);
      putStamp(join(directory, "sw.js"), 'const build = "unbuilt";', `const build = "${stamp}";`);
      putStamp(join(directory, "screen.html"), 'content="unbuilt"', `content="${stamp}"`);
      const files = readdirSync(directory, { recursive: true, encoding: "utf8" });
      for (const file of files.filter((name) => /\.(?:js|css|html|svg)$/.test(name))) {
        const path = join(directory, file);
        const bytes = readFileSync(path);
        writeFileSync(`${path}.br`, brotliCompressSync(bytes));
        writeFileSync(`${path}.gz`, gzipSync(bytes));
      }
    },
  };
}

/**
 * What names the build. A browser fetches the files of a new one ahead only when the service worker itself has changed, and
 * a screen loads itself anew when the server has another than it runs.
 */
function putStamp(path: string, unbuilt: string, stamped: string): void {
  const text = readFileSync(path, "utf8");
  if (!text.includes(unbuilt)) throw new Error(`${path} takes no stamp`);
  writeFileSync(path, text.replace(unbuilt, stamped));
}

/** In development the page of the screens is where the server has it. */
function screenPage(): Plugin {
  return {
    name: "screen-page",
    configureServer({ middlewares }) {
      middlewares.use((request, _answer, next) => {
        request.url = request.url?.replace(/^\/screen\/?(?=\?|$)/, "/screen.html");
        next();
      });
    },
  };
}

function fileUrl(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url));
}
