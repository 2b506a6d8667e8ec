/** `npm run bench`: runs every `*.bench.ts` here, one after another, each in a process of its own. */
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build, install, modernNode, run } from "../../server/setup.mjs";

install();
build();
const wanted = process.argv[2] ?? "";
const names = readdirSync(fileURLToPath(new URL(".", import.meta.url)))
  .filter((name) => name.endsWith(".bench.ts") && name.includes(wanted))
  .sort();
for (const name of names) {
  process.stdout.write(`\n${name}\n`);
  run(modernNode(), [`test/load/${name}`]);
}
