/** The keep as a browser has it: `keep.ts` itself, in a page of its own, driven from here. */
import { fileURLToPath } from "node:url";
import type { BrowserContext, Page } from "playwright-core";
import { build } from "vite";
import type { Keep, KeptUpdate } from "../../client/connection/keep.ts";

const origin = "http://keep.test";
const entry = fileURLToPath(new URL("../../client/connection/keep.ts", import.meta.url));

/** `keep.ts` and what it uses, as one script. */
export async function bundleKeep(): Promise<string> {
  const lib = { entry, formats: ["iife" as const], name: "opened" };
  const options = { configFile: false as const, logLevel: "silent" as const, publicDir: false as const };
  const built = await build({ ...options, build: { lib, write: false, minify: false, target: "es2023" } });
  const [output] = [built].flat();
  if (!output || !("output" in output)) throw new Error("the keep was not built");
  return output.output[0].code;
}

type Opened = { openKeep(name: string, merge: (updates: Uint8Array[]) => Uint8Array): Promise<Keep> };
type World = { opened?: Opened; keeps?: Map<string, Keep> };

/** A page of `context` in which keeps can be opened. */
export async function openKeepPage(context: BrowserContext, script: string): Promise<Page> {
  await context.route(`${origin}/**`, (route) =>
    route.fulfill({ contentType: "text/html", body: "<!doctype html><title>keep</title>" }),
  );
  const page = await context.newPage();
  // A page of no origin has no IndexedDB.
  await page.goto(`${origin}/`);
  await page.addScriptTag({ content: script });
  return page;
}

/** Opens a keep in a page; what it is asked goes there, its answers come back. Rejects as it does. */
export async function keepIn(page: Page, name: string): Promise<Keep> {
  const id = await page.evaluate(async (called) => {
    const world = globalThis as unknown as World;
    const merge = (updates: Uint8Array[]) => new Uint8Array(updates.flatMap((update) => [...update]));
    const keep = await world.opened?.openKeep(called, merge);
    if (!keep) throw new Error("the page has no keep");
    world.keeps ??= new Map();
    world.keeps.set(`${world.keeps.size}`, keep);
    return `${world.keeps.size - 1}`;
  }, name);
  /** Bytes travel as lists: a page and a test share no memory. */
  const ask = <Value>(method: keyof Keep, ...sent: unknown[]): Promise<Value> =>
    page.evaluate(
      async ({ id: of, method: asked, sent: given }) => {
        const keep = (globalThis as unknown as World).keeps?.get(of);
        const revived = JSON.parse(given, (_, value) => (value?.bytes ? new Uint8Array(value.bytes) : value));
        const act = keep?.[asked] as ((...values: unknown[]) => unknown) | undefined;
        const answer = await act?.(...revived);
        return JSON.parse(
          JSON.stringify(answer ?? null, (_, value) => (value instanceof Uint8Array ? [...value] : value)),
        );
      },
      {
        id,
        method,
        sent: JSON.stringify(sent, (_, value) => (value instanceof Uint8Array ? { bytes: [...value] } : value)),
      },
    );
  return {
    async load(document) {
      const rows = await ask<(Omit<KeptUpdate, "update"> & { update: number[] })[]>("load", document);
      return rows.map((row) => ({ ...row, update: new Uint8Array(row.update) }));
    },
    putOwn: (document, update, label) => ask("putOwn", document, update, label),
    putOthers: (document, update) => void ask("putOthers", document, update),
    putWhole: (document, update) => void ask("putWhole", document, update),
    markSaved: (keys) => ask("markSaved", keys),
    factsOf: (document) => ask("factsOf", document),
    putEpoch: (document, epoch) => ask("putEpoch", document, epoch),
    markForRebuild: (document) => ask("markForRebuild", document),
    compact: (document, state) => ask("compact", document, state),
    rebuild: (document, rebuilt) => ask("rebuild", document, rebuilt),
  };
}
