/**
 * Makes a clone ready to run: packages, a Node that can run the program, the built client. Plain JavaScript without
 * dependencies, for the Node that a machine happens to have (20 and later). Each step is skipped when what it depends
 * on has not changed since.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const stamps = join(root, "node_modules/.stamps");
/** Node runs TypeScript as it is since 22.18. */
const oldestNode = [22, 18];

/** `npm ci`, when the lock is not what is installed. */
export function install() {
  const want = hashOf(["package.json", "package-lock.json"]);
  if (stampOf("install") === want) return;
  if (!isInstalledByHand()) {
    // Also under NODE_ENV=production: the client is built here.
    run("npm", ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"]);
  }
  writeStamp("install", want);
}

/** `vite build`, when the sources of the client are not what was built. */
export function build() {
  const want = hashOf(["client", "shared", "vite.config.ts", "package-lock.json"]);
  if (stampOf("build") === want && existsSync(join(root, "dist/client/index.html"))) return;
  run(modernNode(), ["node_modules/vite/bin/vite.js", "build", "--logLevel", "warn"]);
  writeStamp("build", want);
}

/** A Node that can run the program: this one, or the one that npm brought. Ends the process when there is none. */
export function modernNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const [oldestMajor, oldestMinor] = oldestNode;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return process.execPath;
  const brought = join(root, "node_modules/.bin/node");
  if (existsSync(brought)) return brought;
  fail(
    `Node ${oldestNode.join(".")} or later is needed, this is ${process.versions.node}, and for ${process.platform} on ` +
      `${process.arch} npm brings none. Install Node 24 from https://nodejs.org and run the command again.`,
  );
}

/** Runs `command` in the project and ends this process with its exit code when it fails. */
export function run(command, args, env = process.env) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: "inherit", env });
  if (error) fail(`${command} cannot be run: ${error.message}`);
  if (status !== 0) process.exit(status ?? 1);
}

/** Ends the process with one sentence. */
export function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

/** npm writes down what it installed: when that agrees with the lock, installing again would only take time. */
function isInstalledByHand() {
  const written = join(root, "node_modules/.package-lock.json");
  if (!existsSync(written)) return false;
  const installed = JSON.parse(readFileSync(written, "utf8")).packages;
  const locked = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
  return Object.entries(locked).every(
    ([path, { integrity, optional }]) => path === "" || optional || installed[path]?.integrity === integrity,
  );
}

function hashOf(paths) {
  const hash = createHash("sha256");
  for (const path of paths.flatMap((one) => filesIn(join(root, one))))
    hash.update(`${path}\0`).update(readFileSync(path));
  return hash.digest("hex");
}

function filesIn(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesIn(join(path, name)));
}

function stampOf(step) {
  const file = join(stamps, step);
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}

function writeStamp(step, value) {
  mkdirSync(stamps, { recursive: true });
  writeFileSync(join(stamps, step), value);
}
