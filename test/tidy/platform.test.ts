import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { linesMatching, pathsUnder, readSources, root, type SourceFile, sourceOf } from "./source-files.ts";

const files = readSources();
const product = files.filter(({ path, isTest }) => !isTest && /^(?:server|client|shared)\//.test(path));
const tests = files.filter(({ path, isTest }) => isTest || path.startsWith("test/"));

/** The doors through which time and chance come in; everything else is handed them. */
const isDoor = ({ path }: SourceFile) => /(?:^|\/)(?:clock|chance|timers)\.ts$/.test(path);

const timeOrChance =
  /\bDate\.now\b|\bnew Date\(\s*\)|\bperformance\.now\b|\bset(?:Timeout|Interval|Immediate)\b|\bMath\.random\b|\brandom(?:UUID|Bytes|FillSync|Int)\s*\(|\bgetRandomValues\b/;

/** Waiting for a length of time. A helper may ask a foreign program again and again until it answers; a test may not. */
const rawSleep = /timers\/promises|new Promise[^;]*\bsetTimeout\(\s*(?:\w+\s*,|\(\)\s*=>\s*\w+\(\s*\)\s*,)/;
const anySleep = new RegExp(`${rawSleep.source}|\\b(?:await|return)\\s+(?:sleep|delay|pause)\\(`);

describe("time and chance come in by the door", () => {
  test("nothing but clock.ts, chance.ts and timers.ts touches them", () => {
    expect(product.length).toBeGreaterThan(100);
    expect(product.filter(isDoor).length).toBeGreaterThan(1);
    expect(product.filter((file) => !isDoor(file)).flatMap((file) => linesMatching(file, timeOrChance))).toEqual([]);
  });

  test("in shared/ there is no door at all", () => {
    expect(product.filter(({ path }) => path.startsWith("shared/")).filter(isDoor)).toEqual([]);
  });

  test("no test sleeps: it waits for what it waits for", () => {
    expect(tests.length).toBeGreaterThan(40);
    const found = tests
      .filter((file) => !isDoor(file))
      .flatMap((file) => linesMatching(file, file.isTest ? anySleep : rawSleep, "code"));
    expect(found).toEqual([]);
  });

  test("the patterns see what is planted", () => {
    const faults = ["const a = Date.now();", "const b = new Date();", "setTimeout(f, 5);", "x = Math.random() * 5;"];
    for (const line of faults) expect(linesMatching(sourceOf("server/x.ts", line), timeOrChance), line).toHaveLength(1);
    for (const line of ["new Date(ms)", "// Date.now", 'const words = "Date.now";', "clearTimeout(timer)"])
      expect(linesMatching(sourceOf("server/x.ts", line), timeOrChance), line).toEqual([]);
    // Put together here, or this very file would be found.
    const wait = (inside: string) => `await new ${"Promise"}((go) => ${inside});`;
    for (const line of [wait("setTimeout(go, 50)"), `await ${"sleep"}(50);`, wait("setTimeout(() => go(), 50)")])
      expect(linesMatching(sourceOf("x.test.ts", line), anySleep, "code"), line).toHaveLength(1);
    expect(linesMatching(sourceOf("x.test.ts", wait('socket.once("open", go)')), anySleep, "code")).toEqual([]);
  });
});

describe("settings come in by the door", () => {
  test("only server/config reads the environment, and the scripts that start things", () => {
    const readers = product.filter((file) => linesMatching(file, /\bprocess\.env\b/).length > 0);
    expect(readers.length).toBeGreaterThan(0);
    const others = readers.filter(({ path }) => !path.startsWith("server/config/") && !path.endsWith(".mjs"));
    expect(others.map(({ path }) => path)).toEqual([]);
  });

  test("no file knows the machine it was written on", () => {
    const places = new RegExp(`["'\`](?:/${["work", "root", "home", "Users"].join("/|/")}/)`);
    expect(files.flatMap((file) => linesMatching(file, places, "code"))).toEqual([]);
  });
});

describe("nothing leaves the building (P10)", () => {
  const harmless = /https?:\/\/(?:www\.w3\.org\/|127\.0\.0\.1\b|localhost\b|\[::1\])/g;
  const elsewhere = /\b(?:https?|wss?):\/\/[\w[]|["'(]\/\/[a-z0-9-]+\.[a-z]/i;
  const withoutNotes = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|<!--[\s\S]*?-->/g, "");

  test("no page, style or script of the client names an address outside", () => {
    const paths = pathsUnder("client").filter((path) => /\.(?:html|css|svg|webmanifest|json)$/.test(path));
    expect(paths.length).toBeGreaterThan(5);
    const found = paths.filter((path) => {
      return elsewhere.test(withoutNotes(readFileSync(join(root, path), "utf8")).replace(harmless, ""));
    });
    const scripts = product
      .filter(({ path, code }) => path.startsWith("client/") && elsewhere.test(code.replace(harmless, "")))
      .map(({ path }) => path);
    expect([...found, ...scripts]).toEqual([]);
  });

  test("the pattern sees what is planted", () => {
    const faults = [
      'src="https://cdn.example.org/x.js"',
      "url(//fonts.example.org/a.woff2)",
      '"wss://push.example.org"',
    ];
    for (const fault of faults) expect(elsewhere.test(fault.replace(harmless, "")), fault).toBe(true);
    const fine = ['xmlns="http://www.w3.org/2000/svg"', '"http://127.0.0.1:8080"', "scheme + '//' + host"];
    for (const text of fine) expect(elsewhere.test(text.replace(harmless, "")), text).toBe(false);
  });
});
