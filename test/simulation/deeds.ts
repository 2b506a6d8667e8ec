/** What people, networks, servers and the store do in a run, each thrown against the others by its weight. */
import type { Dice } from "../../server/demo/dice.ts";
import { idleMs, snapshotQuietMs } from "../../server/live/limits.ts";
import { countsUp, ownItem, randomEdit } from "./edits.ts";
import type { SimulatedClient } from "./simulated-client.ts";
import { type Faults, noFaults } from "./simulated-store.ts";
import type { World } from "./world.ts";

type Act = (world: World, client: SimulatedClient) => void | Promise<void>;

const acts = {
  edit: [170, edit],
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
  if (office === null || !client.isOpen) return;
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
  if (office === null || !client.isOpen) return;
  client.edit(countsUp({ id: ownItem(id), office, count: witness.nextCount(id) }));
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
