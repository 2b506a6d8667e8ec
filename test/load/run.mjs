/**
 * `npm run bench`: runs every `*.bench.ts` here, one after another, each in a process of its own; `npm run bench -- side` those
 * with "side" in the name. Before each stands how busy the machine was: on a busy one times say little.
 */
import { readdirSync } from "node:fs";
import { loadavg } from "node:os";
import { fileURLToPath } from "node:url";
import { build, install, modernNode, run } from "../../server/setup.mjs";

install();
build();
const wanted = process.argv[2] ?? "";
const names = readdirSync(fileURLToPath(new URL(".", import.meta.url)))
  .filter((name) => name.endsWith(".bench.ts") && name.includes(wanted))
  .sort();
for (const name of names) {
  const load = loadavg().map((value) => value.toFixed(1));
  process.stdout.write(`\n${name} (load average ${load.join(", ")})\n`);
  // Memory is what is left when the rubbish has been collected: a bench must be able to ask for it.
  run(modernNode(), ["--expose-gc", `test/load/${name}`]);
}
