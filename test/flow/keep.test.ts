import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bundleKeep, keepIn, openKeepPage } from "../world/browser-keep.ts";
import { startChromium } from "../world/chromium.ts";
import { keepContract } from "../world/keep-contract.ts";
import { memoryKeep } from "../world/memory-keep.ts";

let browser: Browser;
let script: string;
beforeAll(async () => {
  [browser, script] = await Promise.all([startChromium(), bundleKeep()]);
});
afterAll(() => browser.close());

const doc = "hanoi/program/2026";
const newPage = async () => openKeepPage(await browser.newContext(), script);

describe("the keep of the tests", () => {
  keepContract(async () => {
    const keeps = new Map<string, ReturnType<typeof memoryKeep>>();
    return {
      async open(name) {
        const keep = keeps.get(name) ?? memoryKeep();
        keeps.set(name, keep);
        return keep;
      },
    };
  });
});

describe("the keep of a browser", () => {
  keepContract(async () => {
    const page = await newPage();
    return { open: (name) => keepIn(page, name) };
  });

  test("is there after a reload, and in another tab", async () => {
    const page = await newPage();
    await (await keepIn(page, "keep")).putOwn(doc, new Uint8Array([1]), "");
    await page.close();
    const other = await openKeepPage(page.context(), script);
    expect(await (await keepIn(other, "keep")).load(doc)).toHaveLength(1);
  });

  test("of an earlier page, which knew no formats and no lives, is read and goes on", async () => {
    const page = await newPage();
    await page.evaluate(
      (name) =>
        new Promise<void>((resolve, reject) => {
          const request = indexedDB.open("keep", 1);
          request.onupgradeneeded = () => {
            const rows = request.result.createObjectStore("updates", { autoIncrement: true });
            rows.createIndex("name", "name");
            rows.add({ name, update: new Uint8Array([5]), unsaved: 1, label: "a" });
          };
          request.onerror = () => reject(request.error);
          request.onsuccess = () => {
            request.result.close();
            resolve();
          };
        }),
      doc,
    );
    const keep = await keepIn(page, "keep");
    expect(await keep.load(doc)).toMatchObject([{ format: 1, isUnsaved: true, label: "a" }]);
    await keep.putEpoch(doc, "e1");
    expect(await keep.factsOf(doc)).toEqual({ epoch: "e1", mustRebuild: false });
  });

  test("is refused, not waited for, where an older page in another tab does not let go", async () => {
    const page = await newPage();
    const other = await openKeepPage(page.context(), script);
    await other.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const request = indexedDB.open("keep", 1);
          request.onupgradeneeded = () =>
            request.result.createObjectStore("updates", { autoIncrement: true }).createIndex("name", "name");
          request.onsuccess = () => resolve();
        }),
    );
    await expect(keepIn(page, "keep")).rejects.toThrow("held by another tab");
    await other.close();
    expect(await (await keepIn(page, "keep")).load(doc)).toEqual([]);
  });

  test("lets a younger page have its way; what is then asked of it fails and stops nobody", async () => {
    const page = await newPage();
    const keep = await keepIn(page, "keep");
    const complaints: string[] = [];
    page.on("pageerror", (error) => complaints.push(String(error)));
    const other = await openKeepPage(page.context(), script);
    await other.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const request = indexedDB.open("keep", 3);
          request.onblocked = () => reject(new Error("blocked"));
          request.onsuccess = () => resolve();
        }),
    );
    await expect(keep.putOwn(doc, new Uint8Array([1]), "")).rejects.toThrow();
    await expect(keep.load(doc)).rejects.toThrow();
    keep.putWhole(doc, new Uint8Array([1]));
    keep.putOthers(doc, new Uint8Array([2]));
    await expect(keep.putEpoch(doc, "e")).rejects.toThrow();
    expect(complaints).toEqual([]);
  });

  test("[P3] says that an edit is not kept where the disk is full, and then keeps on working", async () => {
    const page = await newPage();
    const session = await page.context().newCDPSession(page);
    const limit = (quotaSize?: number) =>
      session.send("Storage.overrideQuotaForOrigin", {
        origin: "http://keep.test",
        ...(quotaSize === undefined ? {} : { quotaSize }),
      });
    // Before the first write: Chromium remembers for a while how much room there was.
    await limit(1);
    const keep = await keepIn(page, "keep");
    await expect(keep.putOwn(doc, new Uint8Array(100_000), "")).rejects.toThrow();
    expect(await keep.load(doc)).toEqual([]);
    await limit();
    await keep.putOwn(doc, new Uint8Array([2]), "");
    expect(await keep.load(doc)).toHaveLength(1);
  });

  test("is none where the browser has no IndexedDB or forbids it", async () => {
    const page = await newPage();
    for (const how of ["missing", "forbidden"] as const) {
      await page.evaluate((it) => {
        const indexedDBIs =
          it === "missing"
            ? { value: undefined }
            : {
                value: {
                  open() {
                    throw new DOMException("The operation is insecure.", "SecurityError");
                  },
                },
              };
        Object.defineProperty(globalThis, "indexedDB", { configurable: true, ...indexedDBIs });
      }, how);
      await expect(keepIn(page, "keep"), how).rejects.toThrow();
    }
  });
});
