/**
 * `npm test`: makes ready what is not, checks types and style, builds the client, runs every test. Arguments go to
 * vitest: `npm test -- --project unit server/live`. The last line is `N passed, N failed, N skipped`.
 */
import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { build, fail, install, modernNode, root, run } from "../server/setup.mjs";

install();
provide(["chromium", "redis-server"]);
if (runNode("test/check.mjs") !== 0) {
  // Who reads only the last line must not take this for a pass.
  process.stdout.write("\n0 passed, 1 failed, 0 skipped\n");
  process.exit(1);
}
build();
process.exit(runNode("node_modules/vitest/vitest.mjs", "run", ...process.argv.slice(2)));

function runNode(...args) {
  const env = { ...process.env, CI: "true" };
  return spawnSync(modernNode(), args, { cwd: root, stdio: "inherit", env }).status ?? 1;
}

/** Programs that tests run for real. On Debian, as root, they are installed; elsewhere one is told how. */
function provide(programs) {
  const missing = programs.filter((program) => !isThere(program));
  if (missing.length === 0) return;
  const command = `apt-get install -y --no-install-recommends ${missing.join(" ")}`;
  if (process.getuid?.() !== 0 || !isThere("apt-get")) fail(`The tests need ${missing.join(" and ")}. Run: ${command}`);
  run("apt-get", ["update", "-qq"]);
  run("apt-get", [...command.split(" ").slice(1), "-qq"], { ...process.env, DEBIAN_FRONTEND: "noninteractive" });
}

function isThere(program) {
  return (process.env.PATH ?? "").split(delimiter).some((directory) => {
    try {
      accessSync(join(directory, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
