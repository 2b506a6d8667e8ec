/**
 * What a server lets into a document, side by side: `node test/load/side-rubbish.bench.ts`. Each update is well-formed Yjs and
 * no programme. It counts as let in when somebody who opens the document afterwards has it.
 */
import * as encoding from "lib0/encoding";
import * as Y from "yjs";
import { updateFrame } from "../../server/live/frame.ts";
import { machineClock, pause } from "../../server/observe/clock.ts";
import { itemsOf } from "../../shared/document/roots.ts";
import { titleLengthMax } from "../../shared/model/item.ts";
import { temporaryDir } from "../world/live-board.ts";
import { fetchWhen } from "./sides/content.ts";
import { table } from "./sides/figures.ts";
import { keepingSides, type Side, startSide } from "./sides/sides.ts";
import { Stopwatch } from "./sides/stopwatch.ts";
import { Typist } from "./sides/typist.ts";

/** The document as it is, an item in it, and who wrote that. */
type Scene = { readonly doc: Y.Doc; readonly item: string; readonly writer: number };
type Rubbish = {
  readonly what: string;
  readonly make: (scene: Scene) => Uint8Array;
  /** Whether it shows in the document as it is afterwards; the writer has made another edit meanwhile. */
  readonly shows: (doc: Y.Doc, scene: Scene & { readonly writerDoc: Y.Doc }) => boolean;
};

const settleMs = 1_000;

/** What `write` adds to a copy of the document, written by a client of any number. */
function written({ doc }: Scene, write: (copy: Y.Doc) => void, clientId?: number): Uint8Array {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  const before = Y.encodeStateVector(copy);
  if (clientId !== undefined) copy.clientID = clientId;
  write(copy);
  return Y.encodeStateAsUpdate(copy, before);
}

const fieldOf = (doc: Y.Doc, item: string, field: string): unknown => itemsOf(doc).get(item)?.get(field);
const setting = (field: string, value: unknown) => (scene: Scene) =>
  written(scene, (copy) =>
    itemsOf(copy)
      .get(scene.item)
      ?.set(field, value as never),
  );

/** Goes the same way as the rubbish: a server that refuses this one refuses everything, and says nothing by it. */
const honest: Rubbish = {
  what: "(an honest edit)",
  make: setting("ref", "12/GM-UBND"),
  shows: (doc, { item }) => fieldOf(doc, item, "ref") === "12/GM-UBND",
};

const rubbish: readonly Rubbish[] = [
  {
    what: "a root that no programme has",
    make: (scene) => written(scene, (copy) => copy.getMap("secrets").set("a", 1)),
    shows: (doc) => doc.getMap("secrets").get("a") === 1,
  },
  {
    what: "a place that is none",
    make: setting("venue", 7),
    shows: (doc, { item }) => fieldOf(doc, item, "venue") === 7,
  },
  {
    what: "a field that no item has",
    make: setting("colour", "red"),
    shows: (doc, { item }) => fieldOf(doc, item, "colour") === "red",
  },
  {
    what: "a document inside the document",
    make: (scene) => setting("inner", new Y.Doc())(scene),
    shows: (doc, { item }) => fieldOf(doc, item, "inner") instanceof Y.Doc,
  },
  {
    what: "a title of 100,000 letters",
    make: (scene) => setting("title", new Y.Text("x".repeat(100_000)))(scene),
    shows: (doc, { item }) => String(fieldOf(doc, item, "title")).length > titleLengthMax,
  },
  {
    what: "an edit in another writer's name",
    make: (scene) => written(scene, (copy) => itemsOf(copy).get(scene.item)?.set("ref", "forged"), scene.writer),
    shows: (doc, { item }) => fieldOf(doc, item, "ref") === "forged",
  },
  {
    what: "a deletion of edits yet to be made",
    make: ({ doc, writer }) => futureDeletion(writer, Y.getState(doc.store, writer)),
    shows: (doc, { item, writerDoc }) =>
      JSON.stringify(fieldOf(doc, item, "when")) !== JSON.stringify(fieldOf(writerDoc, item, "when")),
  },
];

/** No structs, and a delete set that begins where `writer` will go on. */
function futureDeletion(writer: number, clock: number): Uint8Array {
  return encoding.encode((encoder) => {
    for (const number of [0, 1, writer, 1, clock, 1_000_000]) encoding.writeVarUint(encoder, number);
  });
}

async function isLetIn(side: Side, name: string, { make, shows }: Rubbish): Promise<boolean> {
  const stopwatch = new Stopwatch();
  const typist = new Typist({ side, name, observes: false, stopwatch });
  await typist.ready;
  typist.edit();
  const { doc, line } = await fetchWhen(side, name, (fetched) => itemsOf(fetched).size === 1);
  line.cut();
  const [item = ""] = itemsOf(doc).keys();
  const scene = { doc, item, writer: typist.doc.clientID };
  const intruder = await side.connect(name, () => {});
  intruder.send(updateFrame(make(scene)));
  await pause(machineClock, settleMs);
  typist.edit();
  await pause(machineClock, settleMs);
  const after = await fetchWhen(side, name, (fetched) => itemsOf(fetched).size >= 1);
  await pause(machineClock, settleMs);
  for (const one of [typist, intruder, after.line]) one.cut();
  return shows(after.doc, { ...scene, writerDoc: typist.doc });
}

const updates = [honest, ...rubbish];
const rows = updates.map(({ what }) => [what]);
let letInByOurs = 0;
for (const name of keepingSides) {
  const dir = temporaryDir();
  const side = await startSide(name, dir.path);
  const letIn = await Promise.all(updates.map((one, at) => isLetIn(side, `hanoi/program/${2040 + at}`, one)));
  for (const [at, isIn] of letIn.entries()) rows[at]?.push(isIn ? "let in" : "refused");
  if (!letIn[0]) throw new Error(`${name} refused an honest edit`);
  if (name === "lien-thong") letInByOurs = letIn.filter(Boolean).length - 1;
  await side.end("SIGKILL");
  dir.remove();
}
process.stdout.write(
  `\nwell-formed rubbish\n\n${table([["update", ...keepingSides], ...rows])}` +
    `\nours let in ${letInByOurs} of ${rubbish.length} (wanted 0): ${letInByOurs === 0 ? "met" : "MISSED"}\n`,
);
process.exit(0);
