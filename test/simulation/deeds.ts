/** What people, networks, servers and the store do in a run, each thrown against the others by its weight. */
import type { Dice } from "../../server/demo/dice.ts";
import { idleMs, snapshotQuietMs } from "../../server/live/limits.ts";
import { patchItem } from "../../shared/document/item-commands.ts";
import { itemsOf } from "../../shared/document/roots.ts";
import { countsUp, isOfOthers, ownItem, randomEdit } from "./edits.ts";
import { meets } from "./meeting.ts";
import type { SimulatedClient } from "./simulated-client.ts";
import { type Faults, noFaults } from "./simulated-store.ts";
import { trespasses } from "./trespasses.ts";
import type { World } from "./world.ts";

type Act = (world: World, client: SimulatedClient) => void | Promise<void>;

const acts = {
  edit: [170, edit],
  decide: [4, decide],
  meet: [24, meet],
  trespass: [5, trespass],
  burst: [16, burst],
  count: [20, countUp],
  present: [8, (world, client) => client.present(`i${world.dice.below(100)}`)],
  breaks: [8, (_world, client) => client.break()],
  vanishes: [3, (_world, client) => client.vanish()],
  reloads: [8, (_world, client) => client.reload()],
  shuts: [4, (_world, client) => client.shut()],
  opens: [6, (_world, client) => client.open()],
  serverKilled: [3, (world) => world.endServer("kill")],
  serverRestarts: [2, (world) => world.endServer("stop")],
  storeFails: [5, (world) => failStore(world, randomFaults(world.dice))],
  storeHeals: [8, (world) => failStore(world, noFaults)],
  quiet: [2, (world) => world.pass(2 * snapshotQuietMs)],
  allLeave: [1, allLeave],
} satisfies Record<string, readonly [weight: number, act: Act]>;

export type Deed = keyof typeof acts;

const names = Object.keys(acts) as Deed[];

/** Each as often as it weighs. */
export const deeds: readonly Deed[] = names.flatMap((deed) => Array<Deed>(acts[deed][0]).fill(deed));

export async function doDeed(world: World, deed: Deed): Promise<void> {
  const client = world.dice.pick(world.clients);
  world.tell(`${deed} ${client.actor.id}`);
  const act: Act = acts[deed][1];
  await act(world, client);
}

function edit(world: World, client: SimulatedClient) {
  const { office } = client.actor;
  if (office === null || !client.canWrite) return;
  const { words, write } = randomEdit(world.dice, office);
  world.tell(`  ${words}`);
  client.edit(write);
}

/** Typing quickly: what comes during an append becomes the next one. */
function burst(world: World, client: SimulatedClient) {
  for (let count = 2 + world.dice.below(12); count > 0; count--) edit(world, client);
}

/** The one item that only this person writes to. */
function countUp({ witness }: World, client: SimulatedClient) {
  const { id, office } = client.actor;
  if (office === null || !client.canWrite) return;
  // A page that was just loaded may not show the last count yet: made twice, the item would be refused; written beside the
  // last count and not over it, either could win.
  if (!witness.isLastCount(id, itemsOf(client.doc).get(ownItem(id))?.get("ref"))) return;
  client.edit(countsUp({ id: ownItem(id), office, count: witness.nextCount(id) }));
}

/** A head decides about an item of their office. */
function decide({ dice, witness }: World, client: SimulatedClient) {
  const { role, office } = client.actor;
  if (role !== "head" || !client.canWrite) return;
  const own = [...itemsOf(client.doc)].filter(([id, map]) => isOfOthers(id) && map.get("office") === office);
  if (own.length === 0) return;
  const [id] = dice.pick(own);
  witness.noteDecided(id);
  client.edit((doc) => patchItem(doc, id, { status: dice.pick(["approved", "held"] as const) }));
}

/** Something in the joint session. Who does not know yet that another leads now is refused. */
function meet(world: World, client: SimulatedClient) {
  const { actor, doc, canWrite } = client;
  if (actor.role === "guest" || !canWrite) return;
  const { words, write } = meets({ doc, dice: world.dice, actor, nowMs: world.clock.now() });
  world.tell(`  ${words}`);
  client.edit(write);
}

/** Something forbidden, alone or in one go with an honest edit. */
function trespass(world: World, client: SimulatedClient) {
  const { office, role } = client.actor;
  if (office === null || !client.canWrite) return;
  const { name, write } = world.dice.pick(trespasses);
  const honest = randomEdit(world.dice, office);
  const isAlone = world.dice.happens(50);
  world.tell(`  ${name}`);
  client.edit((doc) => {
    if (!isAlone) honest.write(doc);
    write({ doc, dice: world.dice, office, role, log: world.log });
  });
}

/** One way to the store, or both. */
function failStore({ dice, servers }: World, faults: Faults) {
  const hit = dice.happens(40) ? servers : [dice.pick(servers)];
  for (const server of hit) Object.assign(server.faults, faults);
}

function randomFaults(dice: Dice): Faults {
  const mostly = dice.below(4);
  return {
    delayMaxMs: mostly === 0 ? 3_000 : 4 + dice.below(200),
    refused: mostly === 1 ? 100 : dice.below(40),
    replyLost: mostly === 2 ? 60 : dice.below(30),
    bellLost: mostly === 3 ? 100 : dice.below(50),
  };
}

/** The document leaves the memory of both servers. */
function allLeave(world: World) {
  for (const client of world.clients) client.shut();
  return world.pass(2 * idleMs);
}
