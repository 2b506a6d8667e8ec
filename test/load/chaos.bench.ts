/**
 * Kill -9 under load, the long form of `test/chaos`: `node test/load/chaos.bench.ts [kills] [clients] [edits per second]`.
 * Ends with an error when anything that was shown as saved is lost, or when in the end somebody has another document.
 */
import { runChaos } from "../chaos/chaos.ts";
import { seed } from "../world/seed.ts";

const [kills = 24, clients = 8, editsPerSecond = 100] = process.argv.slice(2).map(Number);
let lostCount = 0;

for (const store of ["embedded", "redis"] as const) {
  const figures = await runChaos({ store, seed: `${seed} ${store}`, kills, clients, editsPerSecond });
  const killed = Object.entries(figures.kills).map(([what, count]) => `${what} ${count} ×`);
  process.stdout.write(
    `${store}: ${clients} clients, ${editsPerSecond} edits/s, kill -9 of ${killed.join(", ")}\n` +
      `  ${figures.edits} edits, ${figures.confirmed} shown as saved by the last kill, ${figures.lost} of them lost\n` +
      `  ${figures.caughtUnsaved} edits were on their way when a kill came; ${(figures.healedMs / 1000).toFixed(1)} s after the\n` +
      `  last edit nothing was unsaved and all ${clients} had the same ${figures.items} items, as had who came after\n`,
  );
  lostCount += figures.lost;
}
process.exit(lostCount > 0 ? 1 : 0);
