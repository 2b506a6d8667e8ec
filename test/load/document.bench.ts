/**
 * What a year costs to carry, to open and to read: `node test/load/document.bench.ts [items]`. Each figure is the best of
 * several rounds, as wall time and as processor time; the second holds on a machine that others use too.
 */
import { gzipSync } from "node:zlib";
import * as Y from "yjs";
import { addItem } from "../../shared/document/item-commands.ts";
import { readItem } from "../../shared/document/item-reading.ts";
import { itemsOf } from "../../shared/document/roots.ts";
import { parseDay } from "../../shared/kit/day.ts";
import type { Minute } from "../../shared/kit/minute.ts";
import type { Item, Participation } from "../../shared/model/item.ts";

const itemCount = Number(process.argv[2] ?? 10_000);
const rounds = 7;

/** An item with every field filled and four parties: heavier than most of a real programme. */
function fullItem(n: number): Item {
  const two = (part: number) => String(part).padStart(2, "0");
  const day = parseDay(`2026-${two(1 + (n % 12))}-${two(1 + (n % 28))}`);
  if (!day) throw new Error(`item ${n} has no day`);
  const startMin = (420 + ((n * 15) % 600)) as Minute;
  return {
    id: `item-${n}`,
    title: `Hội nghị giao ban công tác quý, nghe báo cáo dự án số ${n} và cho ý kiến về chủ trương đầu tư`,
    office: "people",
    kind: "conference",
    status: "approved",
    when: { horizon: "time", day, startMin, endMin: (startMin + 90) as Minute },
    venue: { room: `room-${n % 40}`, online: { points: n % 126 } },
    due: day,
    body: "body:ubnd",
    ref: `${n}/GM-UBND`,
    unexpected: n % 20 === 0,
    notes: "Mang theo hồ sơ",
    parties: Object.fromEntries<Participation>([
      ["post:chu-tich", { role: "chair", order: 0 }],
      [`person:p${n % 60}`, { role: "attend", order: 1 }],
      [`unit:u${n % 90}`, { role: "prepare", order: 2 }],
      ["body:ban-thuong-vu", { role: "attend", order: 3 }],
    ]),
  };
}

function yearOf(count: number): Y.Doc {
  const doc = new Y.Doc();
  doc.transact(() => {
    for (let n = 0; n < count; n++) addItem(doc, fullItem(n));
  });
  return doc;
}

function openYear(update: Uint8Array): Y.Doc {
  const doc = new Y.Doc();
  itemsOf(doc);
  Y.applyUpdate(doc, update);
  return doc;
}

function readYear(doc: Y.Doc): number {
  let read = 0;
  for (const [id, map] of itemsOf(doc)) if (readItem(id, map)) read++;
  return read;
}

type Cost = { wallMs: number; cpuMs: number };

function costOf(work: () => void): Cost {
  const cpu = process.cpuUsage();
  const start = performance.now();
  work();
  const wallMs = performance.now() - start;
  const spent = process.cpuUsage(cpu);
  return { wallMs, cpuMs: (spent.user + spent.system) / 1000 };
}

function print(label: string, costs: readonly Cost[]): void {
  const best = (of: (cost: Cost) => number) => Math.round(Math.min(...costs.map(of)));
  const first = costs[0];
  console.log(
    `${label.padEnd(34)} best ${best((c) => c.wallMs)} ms (processor ${best((c) => c.cpuMs)} ms), first ${Math.round(first?.wallMs ?? 0)} ms`,
  );
}

function printSize(label: string, bytes: Uint8Array): void {
  const each = Math.round(bytes.length / itemCount);
  const megabytes = (size: number) => `${(size / 1e6).toFixed(2)} MB`;
  console.log(
    `${label.padEnd(34)} ${megabytes(bytes.length)} (${each} bytes each), gzip ${megabytes(gzipSync(bytes).length)}`,
  );
}

const year = yearOf(itemCount);
const update = Y.encodeStateAsUpdate(year);
const updateV2 = Y.encodeStateAsUpdateV2(year);
console.log(`${itemCount} items with every field and four parties`);
printSize("as one update", update);
printSize("in its V2 form", updateV2);

const opening: Cost[] = [];
const openingV2: Cost[] = [];
const reading: Cost[] = [];
for (let round = 0; round < rounds; round++) {
  let doc = new Y.Doc();
  opening.push(costOf(() => (doc = openYear(update))));
  openingV2.push(costOf(() => Y.applyUpdateV2(new Y.Doc(), updateV2)));
  reading.push(
    costOf(() => {
      const read = readYear(doc);
      if (read !== itemCount) throw new Error(`read ${read} of ${itemCount} items`);
    }),
  );
  doc.destroy();
}
print("apply the update", opening);
print("apply its V2 form", openingV2);
print("read every item", reading);
