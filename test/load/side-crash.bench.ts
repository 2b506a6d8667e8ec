/**
 * What others have already seen and a crash takes back, side by side: `node test/load/side-crash.bench.ts [seconds]`.
 * Twenty people make 50 edits a second; then the server is killed (kill -9), all browsers are gone with it, and it starts
 * again over what it kept. Counted are the edits that some peer had seen and that are in the document no more.
 */
import * as Y from "yjs";
import { machineClock, pause } from "../../server/observe/clock.ts";
import { itemsOf } from "../../shared/document/roots.ts";
import { temporaryDir } from "../world/live-board.ts";
import { benchDocument, demoContent, fetchWhen, pour } from "./sides/content.ts";
import { pinLoad, table } from "./sides/figures.ts";
import { keepingSides, type SideName, startSide } from "./sides/sides.ts";
import { Stopwatch } from "./sides/stopwatch.ts";
import { Typist, typeFor } from "./sides/typist.ts";

const [seconds = 14] = process.argv.slice(2).map(Number);
const [writerCount, editsPerSecond] = [20, 50];
/** After a start a document may come in parts. */
const settleMs = 3_000;

type Loss = { readonly seen: number; readonly lost: number };

async function measure(name: SideName): Promise<Loss> {
  const dir = temporaryDir();
  const content = demoContent();
  const side = await startSide(name, dir.path);
  await pour(side, benchDocument, content);
  const stopwatch = new Stopwatch();
  const typists = Array.from({ length: writerCount }, () => {
    return new Typist({ side, name: benchDocument, observes: true, stopwatch });
  });
  await Promise.all(typists.map(({ ready }) => ready));
  stopwatch.isRunning = true;
  await typeFor(seconds * 1000, { typists, editsPerSecond });
  await side.end("SIGKILL");
  for (const typist of typists) typist.cut();
  const again = await startSide(name, dir.path);
  const { doc } = await fetchWhen(again, benchDocument, (fetched) => itemsOf(fetched).size >= itemsOf(content).size);
  await pause(machineClock, settleMs);
  const kept = Y.decodeStateVector(Y.encodeStateVector(doc));
  await again.end("SIGKILL");
  dir.remove();
  return stopwatch.seenAndNotIn(kept);
}

pinLoad();
const rows: string[][] = [];
for (const name of keepingSides) {
  const { seen, lost } = await measure(name);
  rows.push([name, String(seen), String(lost), `${((100 * lost) / seen).toFixed(1)} %`]);
}
process.stdout.write(
  `\nkill -9 after ${seconds} s of ${editsPerSecond} edits/s by ${writerCount} people\n\n` +
    table([["server", "edits seen by peers", "of them lost", "share"], ...rows]) +
    `\nours lost ${rows[0]?.[2]} (wanted 0): ${rows[0]?.[2] === "0" ? "met" : "MISSED"}\n`,
);
process.exit(0);
