/** What the simulation once found, each told as the shortest story in which it happens. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { demoPeople } from "../../server/access/demo-people.ts";
import { createDice } from "../../server/demo/dice.ts";
import { addItem, patchItem, writeText } from "../../shared/document/item-commands.ts";
import { itemsOf } from "../../shared/document/roots.ts";
import type { Day } from "../../shared/kit/day.ts";
import { seed } from "../world/seed.ts";
import { bareItem } from "./edits.ts";
import type { SimulatedClient } from "./simulated-client.ts";
import { World } from "./world.ts";

let world: World;
beforeEach(() => {
  world = new World(createDice(`scenes ${seed}`));
});
afterEach(() => world.end());

/** Demo person `id` at the first or the second server; a person who moves says where to go next. */
function opens(id: string, server: () => 1 | 2): SimulatedClient {
  const actor = demoPeople.find((person) => person.id === id);
  if (!actor) throw new Error(`no ${id}`);
  return world.opensBoard(actor, () => world.servers[server() - 1]);
}

const faultsOf = (server: 1 | 2) => world.servers[server - 1]?.faults ?? { delayMaxMs: 0 };
const items = ["a", "b", "c", "d", "e", "f", "g", "h"];
const titleAt = ({ doc }: SimulatedClient) => String(itemsOf(doc).get("a")?.get("title"));

/** Hương and Thanh Bình of one office at the first server, Lan at the second; eight items that all of them see. */
async function threePeople(at: { huong: 1 | 2 } = { huong: 1 }) {
  world.begins((doc) => {
    for (const id of items) addItem(doc, bareItem(id, "party"));
  });
  const people = {
    huong: opens("huong", () => at.huong),
    lan: opens("lan", () => 2),
    binh: opens("thanh-binh", () => 1),
  };
  await world.pass(1_000);
  for (const { doc } of Object.values(people)) expect(itemsOf(doc).size).toBe(items.length);
  return people;
}

test("[P2] two move the same items at once: nobody is told of a replacement that is not in the log", async () => {
  const { huong, lan } = await threePeople();
  Object.assign(faultsOf(1), { refused: 100 });
  for (const id of items) huong.edit((doc) => patchItem(doc, id, { when: dayOf("2026-11-02") }));
  await world.pass(200);
  for (const id of items) lan.edit((doc) => patchItem(doc, id, { when: dayOf("2026-11-03") }));
  await world.pass(1_000);
  await world.heals();
});

test("who waits for the document misses nothing that another server writes meanwhile", async () => {
  const { huong, lan, binh } = await threePeople();
  binh.shut();
  Object.assign(faultsOf(1), { refused: 100 });
  huong.edit((doc) => patchItem(doc, "a", { ref: "1" }));
  await world.pass(200);
  // Its document is as of Hương's edit, and waits for that to be in the log.
  binh.open();
  await world.pass(500);
  expect(binh.isSynced).toBe(false);
  lan.edit((doc) => writeText(doc, "a", { field: "title", text: "Giao ban tuần" }));
  await world.pass(500);
  await world.heals();
  expect(titleAt(binh)).toBe("Giao ban tuần");
});

test("an edit that comes back over another server reaches those who could not get it over their own", async () => {
  const at: { huong: 1 | 2 } = { huong: 1 };
  const { huong, lan, binh } = await threePeople(at);
  Object.assign(faultsOf(1), { refused: 100 });
  huong.edit((doc) => writeText(doc, "a", { field: "title", text: "Giao ban tuần" }));
  await world.pass(200);
  at.huong = 2;
  huong.break();
  await world.pass(2_000);
  expect(titleAt(lan)).toBe("Giao ban tuần");
  lan.edit((doc) => writeText(doc, "a", { field: "title", text: "Giao ban tuần 48" }));
  await world.pass(1_000);
  expect(titleAt(binh)).toBe("Giao ban tuần 48");
  await world.heals();
});

test("an append whose answer was lost is told before what another server builds on it", async () => {
  const { huong, lan, binh } = await threePeople();
  Object.assign(faultsOf(1), { replyLost: 100 });
  huong.edit((doc) => writeText(doc, "a", { field: "title", text: "Giao ban tuần" }));
  await world.pass(200);
  expect(titleAt(lan)).toBe("Giao ban tuần");
  lan.edit((doc) => writeText(doc, "a", { field: "title", text: "Giao ban tuần 48" }));
  await world.pass(500);
  expect(titleAt(binh)).toBe("Giao ban tuần 48");
  await world.heals();
});

test("who goes on at another server, which knew the document before it began, is not taken for a stranger", async () => {
  const at: { huong: 1 | 2 } = { huong: 1 };
  const [huong, lan] = [opens("huong", () => at.huong), opens("lan", () => 2)];
  await world.pass(1_000);
  huong.edit((doc) => addItem(doc, bareItem("a", "party")));
  await world.pass(500);
  at.huong = 2;
  huong.break();
  await world.pass(2_000);
  huong.edit((doc) => writeText(doc, "a", { field: "title", text: "Giao ban tuần" }));
  await world.heals();
  expect(titleAt(lan)).toBe("Giao ban tuần");
});

test("who is ahead of the server it comes to is not judged by what others wrote", async () => {
  const at: { huong: 1 | 2 } = { huong: 1 };
  const { huong, binh } = await threePeople(at);
  const khach = opens("khach", () => at.huong);
  await world.pass(500);
  // The second server hears no bell: it will be behind for seconds.
  Object.assign(faultsOf(2), { bellLost: 100 });
  world.witness.noteDecided("z");
  binh.edit((doc) => addItem(doc, { ...bareItem("z", "party"), status: "approved" }));
  await world.pass(500);
  expect([huong, khach].every(({ doc }) => itemsOf(doc).has("z"))).toBe(true);
  at.huong = 2;
  for (const one of [huong, khach]) one.break();
  await world.pass(1_000);
  await world.heals();
});

test("who brings an edit of what its server has not heard of yet is not sent away: the server reads on", async () => {
  const at: { huong: 1 | 2 } = { huong: 1 };
  const { huong, binh } = await threePeople(at);
  Object.assign(faultsOf(2), { bellLost: 100 });
  binh.edit((doc) => addItem(doc, bareItem("z", "party")));
  await world.pass(200);
  Object.assign(faultsOf(1), { refused: 100 });
  huong.edit((doc) => patchItem(doc, "z", { ref: "1" }));
  // Before its machine has kept what others wrote.
  at.huong = 2;
  huong.reload();
  await world.pass(1_500);
  expect(huong.unsavedCount).toBe(0);
  expect(itemsOf(huong.doc).get("z")?.get("ref")).toBe("1");
  await world.heals();
});

function dayOf(day: string) {
  return { horizon: "day", day: day as Day } as const;
}
