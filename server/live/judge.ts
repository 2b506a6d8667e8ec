/**
 * Judges a whole update: what each part of it would do to which entry, and what of that may not be. Pure: it reads the
 * document and the update.
 */
import * as Y from "yjs";
import { type DocumentKind, entriesMax, entryFormOf } from "../../shared/document/document-schema.ts";
import type { Actor } from "../../shared/model/actor.ts";
import type { Refusal } from "../../shared/protocol/refusal.ts";
import type { EntryCase, Piece, Ruling } from "./entry-case.ts";
import { entryRights } from "./entry-rights.ts";
import { aliveIn, groundOf, type Incoming, type Range, type Struct } from "./incoming.ts";
import { judgeEntry } from "./judge-entry.ts";
import { createSpots, type Spot, type Spots } from "./spots.ts";

export type Judgement = {
  /** New structs that must not come in as what they are. */
  readonly struck: ReadonlySet<Struct>;
  /** What is alive and stays so although the update deletes it. */
  readonly spared: readonly Range[];
  /** What the sender is to be told. */
  readonly refusals: readonly Refusal[];
  /** What it is about, each as `root/entry`. */
  readonly entries: readonly string[];
};

export type Hearing = {
  readonly doc: Y.Doc;
  readonly kind: DocumentKind;
  readonly actor: Actor;
  readonly incoming: Incoming;
  /** Whether something of this writer was refused before: what builds on it comes to nothing. */
  hadRefusals(client: number): boolean;
};

/** Null for an update in which a struct, known in part, says of itself another place than the part that is known. */
export function judge(hearing: Hearing): Judgement | null {
  const { doc, kind, actor, incoming } = hearing;
  const spots = createSpots(doc, incoming);
  const dead = deletedRanges(incoming);
  const filed = fileAll(hearing, spots);
  if (!filed) return null;
  const struck = new Set<Struct>(filed.lost);
  const spared: Range[] = [];
  const refusals: Refusal[] = [...filed.refusals];
  for (const entry of filed.cases) {
    const root = doc.share.get(entry.root)?._map;
    const current = root?.get(entry.entry) ?? null;
    const rulings = judgeEntry(entry, {
      form: entryFormOf(kind, entry.root),
      rights: entryRights(kind, entry.root, actor),
      current: current?.deleted ? null : current,
      hasRoom: (root?.size ?? 0) < entriesMax,
      isDead: (item) => item.content instanceof Y.ContentDeleted || dead.covers(item),
    });
    for (const ruling of rulings) execute(entry, ruling, { struck, spared, refusals });
  }
  strikeWhatBuildsOnIt({ incoming, spots, struck, refusals });
  const entries = filed.cases.map(({ root, entry }) => entryKey(root, entry));
  return { struck, spared, refusals, entries };
}

type Sentence = { readonly struck: Set<Struct>; readonly spared: Range[]; readonly refusals: Refusal[] };

function execute({ root, entry }: EntryCase, { items, pieces, told }: Ruling, sentence: Sentence): void {
  for (const item of items) sentence.struck.add(item);
  for (const { item, clock, len } of pieces) sentence.spared.push({ client: item.id.client, clock, len });
  if (told) sentence.refusals.push({ ...told, root, entry });
}

type Filed = { readonly cases: readonly EntryCase[]; readonly lost: readonly Struct[]; readonly refusals: Refusal[] };

/** Puts every part of the update with the entry it is about. */
function fileAll({ doc, incoming, hadRefusals }: Hearing, spots: Spots): Filed | null {
  const cases = new Map<string, EntryCase>();
  const lost: Struct[] = [];
  const refusals: Refusal[] = [];
  const caseOf = (root: string, entry: string): EntryCase => {
    const key = entryKey(root, entry);
    const found = cases.get(key) ?? { root, entry, containers: [], writes: [], runs: [], pieces: [] };
    cases.set(key, found);
    return found;
  };
  for (const struct of incoming.fresh) {
    if (!(struct instanceof Y.Item)) continue;
    const spot = spots.of(struct);
    const before = knownPartOf(doc, struct);
    if (before instanceof Y.Item && !isSameSpot(spot, spots.of(before))) return null;
    if (spot.at === "unknown") {
      lost.push(struct);
      refusals.push({ why: "unknown-place", root: spot.root, entry: null, field: null, value: null });
    } else if (spot.at === "nowhere" || before instanceof Y.GC) {
      if (hadRefusals(struct.id.client)) refusals.push(noGround(spot));
      lost.push(struct);
    } else file(struct, spot, caseOf(spot.root, spot.entry));
  }
  for (const piece of piecesOf(doc, incoming.ranges, spots)) {
    const spot = spots.of(piece.item);
    if ("entry" in spot) caseOf(spot.root, spot.entry).pieces.push(piece);
  }
  return { cases: [...cases.values()], lost, refusals };
}

function entryKey(root: string, entry: string): string {
  return `${root}/${entry}`;
}

function file(item: Y.Item, spot: Extract<Spot, { entry: string }>, into: EntryCase): void {
  if (spot.at === "entry") into.containers.push(item);
  else (spot.at === "field" ? into.writes : into.runs).push({ item, field: spot.field, holder: spot.holder });
}

/** The stored struct that holds the clock before the new part; null when all of it is new. */
function knownPartOf(doc: Y.Doc, { id }: Y.Item): Struct | null {
  const known = Y.getState(doc.store, id.client);
  return id.clock < known ? Y.getItem(doc.store, Y.createID(id.client, known - 1)) : null;
}

function isSameSpot(one: Spot, other: Spot): boolean {
  if (one.at !== other.at) return false;
  return one.at !== "text" || (other.at === "text" && one.holder === other.holder);
}

/** The parts of what is in the document and alive that the update deletes. An answer repeats every deletion ever made. */
function piecesOf(doc: Y.Doc, ranges: readonly Range[], spots: Spots): Piece[] {
  const pieces: Piece[] = [];
  for (const range of ranges) {
    for (const item of aliveIn(doc, range)) {
      const clock = Math.max(range.clock, item.id.clock);
      const until = Math.min(range.clock + range.len, item.id.clock + item.length);
      const spot = spots.of(item);
      const field = "field" in spot ? spot.field : null;
      pieces.push({ item, clock, len: until - clock, field, at: spot.at });
    }
  }
  return pieces;
}

/** What the update itself takes away again of what it brings. */
function deletedRanges({ ranges, freshByClient }: Incoming) {
  const byClient = Map.groupBy(
    ranges.filter(({ client }) => freshByClient.has(client)),
    ({ client }) => client,
  );
  for (const own of byClient.values()) own.sort((one, other) => one.clock - other.clock);
  return {
    covers({ id, length }: Y.Item): boolean {
      const last = lastFrom(byClient.get(id.client) ?? [], id.clock);
      return last !== undefined && last.clock + last.len >= id.clock + length;
    },
  };
}

/** The last of some ranges in order that begins at or before `clock`. */
function lastFrom(ranges: readonly Range[], clock: number): Range | undefined {
  let [low, high] = [0, ranges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.clock ?? 0) <= clock) low = middle + 1;
    else high = middle;
  }
  return ranges[low - 1];
}

type Building = {
  readonly incoming: Incoming;
  readonly spots: Spots;
  readonly struck: Set<Struct>;
  readonly refusals: Refusal[];
};

/** What builds on a struck struct would come to nothing unsaid: it is struck too, and told. */
function strikeWhatBuildsOnIt({ incoming, spots, struck, refusals }: Building): void {
  if (struck.size === 0) return;
  for (const struct of incoming.fresh) {
    if (!(struct instanceof Y.Item) || struck.has(struct)) continue;
    const isLost = groundOf(struct).some((id) => {
      const ground = spots.find(id);
      return ground !== null && struck.has(ground);
    });
    if (!isLost) continue;
    struck.add(struct);
    if (!(struct.content instanceof Y.ContentDeleted)) refusals.push(noGround(spots.of(struct)));
  }
}

function noGround(spot: Spot): Refusal {
  const [root, entry] = ["root" in spot ? spot.root : "", "entry" in spot ? spot.entry : null];
  return { why: "no-ground", root, entry, field: "field" in spot ? spot.field : null, value: null };
}
