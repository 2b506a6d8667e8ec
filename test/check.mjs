/**
 * `npm run check`: types of each of the four rooms, then style and format of everything. All are run even when one fails;
 * the last lines say which did. Any Node that starts this will do: the tools themselves are native programs.
 */
import { spawn } from "node:child_process";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const tsc = ["node_modules/typescript/bin/tsc"];
const biome = ["node_modules/@biomejs/biome/bin/biome"];

const checks = [
  { name: "types of shared/", command: [...tsc, "-p", "shared"] },
  { name: "types of server/", command: [...tsc, "-p", "server"] },
  { name: "types of client/", command: [...tsc, "-p", "client"] },
  { name: "types of test/ and of every test", command: [...tsc, "-p", "test"] },
  { name: "style and format", command: [...biome, "ci", "--colors=off", "--max-diagnostics=100"] },
];

/** More at once only makes each of them slower: every tool uses all processors by itself. */
const atOnce = 2;

const waiting = [...checks];
const failed = [];
await Promise.all(Array.from({ length: atOnce }, drain));
for (const name of failed) process.stdout.write(`check failed: ${name}\n`);
if (failed.length === 0) process.stdout.write(`checked: ${checks.map(({ name }) => name).join(", ")}\n`);
process.exitCode = failed.length === 0 ? 0 : 1;

async function drain() {
  for (let check = waiting.shift(); check; check = waiting.shift()) {
    const { status, output } = await run(check.command);
    if (status === 0) continue;
    failed.push(check.name);
    process.stdout.write(`\n${check.name}\n${output}\n`);
  }
}

/** Runs a tool to its end. What it says is kept together, so that two tools never speak between each other's lines. */
function run(command) {
  return new Promise((resolve) => {
    const parts = [];
    const child = spawn(process.execPath, command, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
    child.stdout.on("data", (part) => parts.push(part));
    child.stderr.on("data", (part) => parts.push(part));
    child.on("error", (error) => resolve({ status: 1, output: String(error) }));
    child.on("close", (status) => resolve({ status: status ?? 1, output: Buffer.concat(parts).toString() }));
  });
}
