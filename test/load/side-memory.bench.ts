/**
 * Whether memory comes back after a thousand documents, side by side: `node test/load/side-memory.bench.ts [documents]`. Each is
 * opened, edited once and left. The first thousand bring the server to its working size, the second thousand are measured
 * against that: what grows from one to the other is kept by somebody. The three run at the same time.
 */
import { idleMs } from "../../server/live/limits.ts";
import { machineClock, pause } from "../../server/observe/clock.ts";
import { documentNameToText, firstYear, lastYear } from "../../shared/protocol/document-name.ts";
import { temporaryDir } from "../world/live-board.ts";
import { memoryMib, table } from "./sides/figures.ts";
import { keepingSides, type Side, type SideName, startSide } from "./sides/sides.ts";
import { Stopwatch } from "./sides/stopwatch.ts";
import { Typist } from "./sides/typist.ts";

const [documentCount = 1_000] = process.argv.slice(2).map(Number);
const atOnce = 20;
/** Until ours has let go of documents that nobody has open, and the machine of each has collected its garbage. */
const restMs = idleMs + 15_000;
/** An edit is on its way. */
const editMs = 50;
/** What the issue asks of ours. */
const growthMax = 0.05;

/** Every programme and term that the closed list has room for, as many as asked. */
function documentNames(): string[] {
  const names: string[] = [];
  for (let years = 0; years <= 10; years++) {
    for (let from = firstYear; from + years <= lastYear; from++) {
      const name =
        years === 0
          ? ({ kind: "programme", board: "hanoi", year: from } as const)
          : ({ kind: "term", board: "hanoi", from, to: from + years } as const);
      names.push(documentNameToText(name));
    }
  }
  return names.slice(0, documentCount);
}

async function visit(side: Side, name: string): Promise<void> {
  const typist = new Typist({ side, name, observes: false, stopwatch: new Stopwatch() });
  await typist.ready;
  typist.edit();
  await pause(machineClock, editMs);
  typist.cut();
}

async function visitAll(side: Side): Promise<number> {
  const names = documentNames();
  const workers = Array.from({ length: atOnce }, async () => {
    for (let name = names.pop(); name; name = names.pop()) await visit(side, name);
  });
  await Promise.all(workers);
  await pause(machineClock, restMs);
  return memoryMib(side.pid);
}

async function measure(name: SideName): Promise<{ start: number; first: number; second: number }> {
  const dir = temporaryDir();
  const side = await startSide(name, dir.path);
  const start = memoryMib(side.pid);
  const first = await visitAll(side);
  const second = await visitAll(side);
  await side.end("SIGKILL");
  dir.remove();
  return { start, first, second };
}

const measured = await Promise.all(keepingSides.map(measure));
const rows = measured.map(({ start, first, second }, at) => [
  keepingSides[at] ?? "",
  ...[start, first, second].map((value) => value.toFixed(0)),
  `${((100 * (second - first)) / first).toFixed(1)} %`,
]);
const head = ["server", "after the start, MiB", `after ${documentCount} documents`, "after as many again", "growth"];
const growth = ((measured[0]?.second ?? 0) - (measured[0]?.first ?? 0)) / (measured[0]?.first ?? 1);
process.stdout.write(
  `\nmemory after documents were opened and closed\n\n${table([head, ...rows])}` +
    `\nours ${(100 * growth).toFixed(1)} % (wanted ≤ ${100 * growthMax} %): ${growth <= growthMax ? "met" : "MISSED"}\n`,
);
process.exit(0);
