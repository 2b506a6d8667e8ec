/**
 * Kill -9 of servers and of Redis at random moments, under load, with real processes and real sockets. After each kill,
 * before anybody could send anything again, the store is read past the servers: all that anybody was shown as saved must
 * be there. In the end everybody must have the same, and nothing unsaved.
 */
import * as Y from "yjs";
import { createDice, type Dice } from "../../server/demo/dice.ts";
import { machineClock, pause } from "../../server/observe/clock.ts";
import { itemsOf } from "../../shared/document/roots.ts";
import { covers } from "../simulation/coverage.ts";
import { until } from "../world/live-board.ts";
import { ChaosClient, commonItem } from "./chaos-client.ts";
import { type Ground, prepareGround, type StoreKind } from "./ground.ts";

export type ChaosOptions = {
  readonly store: StoreKind;
  readonly seed: string;
  readonly kills: number;
  readonly clients: number;
  readonly editsPerSecond: number;
};

export type ChaosFigures = {
  readonly kills: Readonly<Record<string, number>>;
  readonly edits: number;
  /** Shown as saved at the moment of some kill, and how many of those the store had right after it. */
  readonly confirmed: number;
  readonly lost: number;
  /** Edits that a kill met on their way. */
  readonly caughtUnsaved: number;
  /** From the last start until everybody had the same, with nothing unsaved. */
  readonly healedMs: number;
  readonly items: number;
};

export const documentName = "hanoi/program/2026";
/** Longest peace between two kills; the shortest is none, so that a server is also killed while it is coming up to date. */
const peaceMaxMs = 900;
const downMaxMs = 300;
export const people = ["huong", "lan", "quang-anh", "thanh-binh", "minh-duc", "thu-ha"];

/** Throws when in the end somebody has another document, or when not everything can be saved. */
export async function runChaos(options: ChaosOptions): Promise<ChaosFigures> {
  const ground = await prepareGround(options.store);
  const dice = createDice(`chaos ${options.seed}`);
  const clients = await openClients(ground, dice, options.clients);
  try {
    const stopLoad = startLoad(clients, options.editsPerSecond);
    const tally = { kills: {} as Record<string, number>, confirmed: 0, lost: 0, caughtUnsaved: 0 };
    for (let kill = 0; kill < options.kills; kill++) {
      await pause(machineClock, dice.below(peaceMaxMs));
      await killOne(ground, clients, { dice, tally });
    }
    await stopLoad();
    const beganMs = performance.now();
    await heal(clients);
    const healedMs = performance.now() - beganMs;
    const items = await checkEqual(ground, clients);
    const edits = clients.reduce((sum, { editCount }) => sum + editCount, 0);
    return { ...tally, edits, healedMs, items };
  } finally {
    for (const client of clients) client.close();
    await ground.remove();
  }
}

async function openClients({ servers }: Ground, dice: Dice, count: number): Promise<ChaosClient[]> {
  const opening = Array.from({ length: count }, async (_, at) => {
    const board = servers[at % servers.length];
    if (!board) throw new Error("no server");
    const cookie = await board.signIn(people[at % people.length] ?? "");
    const client = new ChaosClient({ board, cookie, name: documentName }, dice);
    await client.tab.synced;
    return client;
  });
  const clients = await Promise.all(opening);
  clients[0]?.begin();
  await Promise.all(clients.map(({ doc }) => until(doc, () => itemsOf(doc).has(commonItem))));
  return clients;
}

/** Everybody edits in turn; the answer ends it. */
export function startLoad(clients: readonly ChaosClient[], editsPerSecond: number): () => Promise<void> {
  let isStopping = false;
  const work = async () => {
    for (let at = 0; !isStopping; at++) {
      clients[at % clients.length]?.edit();
      await pause(machineClock, 1000 / editsPerSecond);
    }
  };
  const working = work();
  return () => {
    isStopping = true;
    return working;
  };
}

type Tally = { kills: Record<string, number>; confirmed: number; lost: number; caughtUnsaved: number };

async function killOne(ground: Ground, clients: readonly ChaosClient[], { dice, tally }: { dice: Dice; tally: Tally }) {
  const victim = dice.pick(ground.killables);
  // Something of everybody is on its way when it dies.
  for (const client of clients) client.edit();
  await victim.kill();
  // From here on nothing more of it can come, and what was confirmed was confirmed before.
  const confirmed = clients.flatMap((client) => client.confirmed);
  tally.kills[victim.words] = (tally.kills[victim.words] ?? 0) + 1;
  tally.confirmed = confirmed.length;
  tally.caughtUnsaved += clients.reduce((sum, { unsavedCount }) => sum + unsavedCount, 0);
  // A dead Redis cannot be read; started again, it has only what it had kept.
  if (victim.words === "redis") await victim.start();
  const kept = await ground.read(documentName);
  tally.lost += confirmed.filter((update) => !covers(kept, update)).length;
  if (victim.words === "redis") return;
  await pause(machineClock, dice.below(downMaxMs));
  await victim.start();
}

/** Resolves once everybody has what all have written, and nothing is unsaved. */
export async function heal(clients: readonly ChaosClient[]): Promise<void> {
  await Promise.all(clients.map(({ tab }) => tab.saved()));
  // Everybody is up to date with everybody once each has what all have written.
  const wanted = clients.map(({ doc }) => Y.encodeStateVector(doc)).map((vector) => Y.decodeStateVector(vector));
  const isUpToDate = ({ doc }: ChaosClient) =>
    wanted.every((vector) => [...vector].every(([client, clock]) => Y.getState(doc.store, client) >= clock));
  while (!clients.every(isUpToDate)) await pause(machineClock, 20);
  for (const { unsavedCount, refusals } of clients) {
    if (unsavedCount > 0) throw new Error(`${unsavedCount} edits stay unsaved`);
    if (refusals.length > 0) throw new Error(`refused, although all is honest: ${refusals[0]}`);
  }
}

/** Throws when two have different documents; answers how many items there are. */
export async function checkEqual(ground: Ground, clients: readonly ChaosClient[]): Promise<number> {
  const texts = new Set(clients.map(({ doc }) => textOf(doc)));
  if (texts.size !== 1) throw new Error(`${texts.size} different documents among ${clients.length} browsers`);
  const [server] = ground.servers;
  const late = new ChaosClient(
    { board: server ?? { url: "" }, cookie: (await server?.signIn("huong")) ?? "", name: documentName },
    createDice("late"),
  );
  await late.tab.synced;
  const isSame = texts.has(textOf(late.doc));
  const count = itemsOf(late.doc).size;
  late.close();
  if (!isSame) throw new Error("who opens it now has another document");
  return count;
}

function textOf(doc: Y.Doc): string {
  const items = Object.entries(itemsOf(doc).toJSON() as Record<string, Record<string, unknown>>);
  const sorted = items.map(([id, item]) => [id, Object.entries(item).sort(([one], [other]) => (one < other ? -1 : 1))]);
  return JSON.stringify(sorted.sort(([one], [other]) => (String(one) < String(other) ? -1 : 1)));
}
