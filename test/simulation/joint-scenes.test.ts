/** Joint sessions over lines and servers that fail: what a meeting room must never notice. */
import { afterEach, beforeEach, expect, test } from "vitest";
import * as Y from "yjs";
import { demoPeople } from "../../server/access/demo-people.ts";
import { createDice } from "../../server/demo/dice.ts";
import { addItem, patchItem } from "../../shared/document/item-commands.ts";
import {
  attend,
  goToStep,
  jointSessionsOf,
  openJointSession,
  readJointSessions,
  resolve,
  setLead,
} from "../../shared/document/joint-sessions.ts";
import { itemsOf } from "../../shared/document/roots.ts";
import type { Actor } from "../../shared/model/actor.ts";
import { seed } from "../world/seed.ts";
import { bareItem } from "./edits.ts";
import type { SimulatedClient } from "./simulated-client.ts";
import { World } from "./world.ts";

let world: World;
beforeEach(() => {
  world = new World(createDice(`joint ${seed}`));
});
afterEach(() => world.end());

const scope = { horizon: "week", period: "2026-W48" } as const;
const named = ({ id, name }: Actor) => ({ id, name });
const session = ({ doc }: SimulatedClient) => readJointSessions(doc).get("s");

function opens(id: string, server: 1 | 2): SimulatedClient {
  const actor = demoPeople.find((person) => person.id === id);
  if (!actor) throw new Error(`no ${id}`);
  return world.opensBoard(actor, () => world.servers[server - 1]);
}

const steps = (client: SimulatedClient, topic: string) =>
  client.edit((doc) => goToStep(doc, "s", { topic, offers: [], by: named(client.actor), atMs: 2 }));
const leads = (client: SimulatedClient, atMs: number) =>
  client.edit((doc) => setLead(doc, "s", { person: named(client.actor), by: named(client.actor), atMs }));

/** Hương leads at the first server, Lan follows at the second. */
async function meeting() {
  world.begins((doc) => addItem(doc, bareItem("a", "party")));
  const [huong, lan] = [opens("huong", 1), opens("lan", 2)];
  await world.pass(1_000);
  huong.edit((doc) => {
    openJointSession(doc, { id: "s", scope, opened: { by: named(huong.actor), atMs: 1 }, topics: [] });
    attend(doc, "s", { person: named(huong.actor), office: "party", joinedMs: 1 });
  });
  await world.pass(500);
  expect(session(lan)?.lead.person.id).toBe("huong");
  return { huong, lan };
}

test("whoever leads is dropped and another takes the lead: what the first stepped meanwhile is not taken, and all agree", async () => {
  const { huong, lan } = await meeting();
  steps(huong, "aaaaaaaa");
  await world.pass(500);
  huong.vanish();
  steps(huong, "bbbbbbbb");
  leads(lan, 5);
  steps(lan, "cccccccc");
  await world.pass(1_000);
  await world.heals();
  for (const one of [huong, lan])
    expect(session(one)).toMatchObject({ lead: { person: { id: "lan" } }, step: { topic: "cccccccc" } });
  expect(session(huong)?.leads.map(({ person }) => person.id)).toEqual(["huong", "lan"]);
});

test("both servers are killed in the middle: the session goes on at the step where it was", async () => {
  const { huong, lan } = await meeting();
  steps(huong, "aaaaaaaa");
  await world.pass(500);
  for (const server of world.servers) server.kill();
  steps(huong, "bbbbbbbb");
  await world.pass(3_000);
  for (const server of world.servers) server.start();
  await world.heals();
  expect(session(lan)).toMatchObject({ step: { topic: "bbbbbbbb" }, lead: { person: { id: "huong" } } });
  const late = opens("quang-anh", 2);
  await world.pass(1_000);
  expect(session(late)?.step?.topic).toBe("bbbbbbbb");
});

test("a decision that is taken back while the line is down is gone for everybody, with what it changed", async () => {
  const { huong, lan } = await meeting();
  const undo = new Y.UndoManager([itemsOf(huong.doc), jointSessionsOf(huong.doc)], { captureTimeout: 0 });
  huong.edit((doc) => {
    patchItem(doc, "a", { unexpected: true });
    resolve(doc, "s", {
      ...{ id: "line-one", topic: "aaaaaaaa", verdict: "accept", changes: [], by: named(huong.actor), atMs: 3 },
    });
  });
  await world.pass(500);
  expect([session(lan)?.resolutions.length, itemsOf(lan.doc).get("a")?.get("unexpected")]).toEqual([1, true]);
  huong.break();
  undo.undo();
  lan.edit((doc) => patchItem(doc, "a", { ref: "1" }));
  await world.heals();
  for (const one of [huong, lan]) {
    expect(session(one)?.resolutions).toEqual([]);
    expect(itemsOf(one.doc).get("a")?.toJSON()).not.toHaveProperty("unexpected");
  }
  undo.redo();
  await world.heals();
  expect([session(lan)?.resolutions.length, itemsOf(lan.doc).get("a")?.get("unexpected")]).toEqual([1, true]);
  expect(world.happened.refusals).toBe(0);
});

test("two take the lead in the same moment: one leads in the end, the same for all", async () => {
  const { huong, lan } = await meeting();
  const third = opens("quang-anh", 1);
  await world.pass(500);
  leads(lan, 5);
  leads(third, 6);
  await world.heals();
  const who = [huong, lan, third].map((one) => session(one)?.lead.person.id);
  expect(new Set(who).size).toBe(1);
  expect(["lan", "quang-anh"]).toContain(who[0]);
  expect(session(huong)?.leads).toHaveLength(3);
});
