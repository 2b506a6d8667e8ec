import { expect, test } from "vitest";
import { spreadReturns } from "../../client/connection/spread-returns.ts";
import { createDice } from "../../server/demo/dice.ts";
import { machineClock } from "../../server/observe/clock.ts";
import { itemsOf } from "../../shared/document/roots.ts";
import { covers } from "../simulation/coverage.ts";
import { until } from "../world/live-board.ts";
import { seed } from "../world/seed.ts";
import { startBalancer } from "./balancer.ts";
import { checkEqual, documentName, heal, people, startLoad } from "./chaos.ts";
import { ChaosClient, commonItem } from "./chaos-client.ts";
import { prepareGround } from "./ground.ts";

const clientCount = 60;
const editsPerSecond = 60;
const windowMs = 250;

test("[P7] a deploy, server by server, under load: nothing is lost or doubled, and nobody comes back in a crowd", {
  timeout: 240_000,
}, async () => {
  const ground = await prepareGround("redis");
  const balancer = await startBalancer(ground.servers.map(({ url }) => url));
  const dice = createDice(`deploy ${seed}`);
  // When each browser means to come back: when it then does is up to the machine.
  const returnsAtMs: number[] = [];
  const later = (delayMs: number, act: () => void) => {
    returnsAtMs.push(performance.now() + delayMs);
    return machineClock.after(delayMs, act);
  };
  const clients = await Promise.all(
    Array.from({ length: clientCount }, async (_, at) => {
      const cookie = (await ground.servers[0]?.signIn(people[at % people.length] ?? "")) ?? "";
      const client = new ChaosClient({ board: balancer, cookie, name: documentName }, dice);
      // As our pages come back, not as the stock provider would.
      const chance = (least: number, below: number) => least + dice.below(below - least);
      const onRefused = (code: number) => expect.unreachable(`refused with ${code}`);
      spreadReturns(client.tab.provider, { chance, later, onRefused });
      await client.tab.synced;
      return client;
    }),
  );
  try {
    clients[0]?.begin();
    await Promise.all(clients.map(({ doc }) => until(doc, () => itemsOf(doc).has(commonItem))));
    const opened = balancer.madeCount();
    const codes = watchCloseCodes(clients);
    const stopLoad = startLoad(clients, editsPerSecond);
    for (const server of ground.servers) {
      // However slow the load is on this machine, everybody has something that was shown as saved.
      for (const client of clients) client.edit();
      await Promise.all(clients.map(({ tab }) => tab.saved()));
      // In order, and so within the 10 s that are waited before kill -9: later it would have ended itself with 1.
      expect(await server.stop()).toBe(0);
      const confirmed = clients.flatMap((client) => client.confirmed);
      const kept = await ground.read(documentName);
      expect(confirmed.length).toBeGreaterThanOrEqual(clientCount);
      expect(confirmed.filter((update) => !covers(kept, update))).toEqual([]);
      await server.start();
      // Everybody is somewhere before the next one goes.
      await Promise.all(
        clients.map(({ tab }) => tab.provider.synced || new Promise((resolve) => tab.provider.once("sync", resolve))),
      );
    }
    await stopLoad();
    await heal(clients);
    expect(await checkEqual(ground, clients)).toBeGreaterThan(10);
    // Each server had half of them or more, and all of those were told to go and came back.
    expect(balancer.madeCount() - opened).toBeGreaterThanOrEqual(clientCount);
    expect(codes.get(1012)).toBeGreaterThanOrEqual(clientCount);
    expect(returnsAtMs.length).toBeGreaterThanOrEqual(clientCount);
    expect(mostWithin(returnsAtMs, windowMs)).toBeLessThanOrEqual(clientCount / 3);
  } finally {
    for (const client of clients) client.close();
    balancer.stop();
    await ground.remove();
  }
});

function watchCloseCodes(clients: readonly ChaosClient[]): Map<number, number> {
  const codes = new Map<number, number>();
  for (const { tab } of clients) {
    tab.provider.on("connection-close", (event) => {
      const code = event?.code ?? 0;
      codes.set(code, (codes.get(code) ?? 0) + 1);
    });
  }
  return codes;
}

/** The most of `times` that lie within one stretch of so long. */
function mostWithin(times: readonly number[], stretchMs: number): number {
  return Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + stretchMs).length));
}
