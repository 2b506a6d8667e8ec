import type { Clock } from "../../observe/clock.ts";
import { type Stop, together } from "../../observe/stop.ts";
import type { DocumentStore } from "../store.ts";
import { type RedisConnection, redisFailure } from "./connection.ts";
import { documentKeys, type ReadDocument } from "./documents.ts";
import { Watcher } from "./watcher.ts";

type Parts = {
  readonly listener: RedisConnection;
  readonly clock: Clock;
  readonly node: string;
  readonly read: (name: string, after: number) => Promise<ReadDocument>;
};

export type Following = Pick<DocumentStore, "watch"> & {
  /** Up to where this process followed the log of `name` in `epoch`; 0 when it does not. */
  seen(name: string, epoch: string | null): number;
  stop(): void;
};

/** How long a lost bell can cost. */
const catchUpMs = 5_000;

/** Everything this process follows: bells, and a look at each log every few seconds and at every new connection. */
export function createFollowing({ listener, clock, node, read }: Parts): Following {
  const watchers = new Map<Watcher, string>();
  const catchUpAll = () => {
    for (const watcher of watchers.keys()) void watcher.catchUp();
  };
  listener.on("ready", catchUpAll);
  const stopBeating = clock.every(catchUpMs, catchUpAll);

  return {
    async watch(name, from, watching) {
      const { bell, call } = documentKeys(name);
      const stops: Stop[] = [];
      // Somebody found nothing where this process has something: the store lost it.
      const hearCalls = async () => stops.push(await subscribe(listener, call, () => void watcher.catchUp()));
      const began = () => void hearCalls().catch(() => {});
      const watcher = new Watcher({ ...watching, node, from, began, read: (after) => read(name, after) });
      stops.push(() => watcher.stop());
      stops.push(() => void watchers.delete(watcher));
      stops.push(await subscribe(listener, bell, (message) => watcher.ring(message)));
      if (from.epoch !== null) await hearCalls();
      watchers.set(watcher, name);
      await watcher.catchUp();
      return { stop: together(stops), catchUp: () => watcher.reach() };
    },
    seen(name, epoch) {
      const places = [...watchers].filter(([, of]) => of === name).map(([{ place }]) => place);
      return Math.max(0, ...places.filter((place) => place.epoch === epoch).map(({ position }) => position));
    },
    stop() {
      stopBeating();
      for (const watcher of watchers.keys()) watcher.stop();
    },
  };
}

/** Hears what is said on `channel`. Rejects as the store does. */
export async function subscribe(listener: RedisConnection, channel: string, hear: (message: Buffer) => void) {
  try {
    await listener.subscribe(channel, hear, true);
  } catch (error) {
    throw redisFailure(error);
  }
  // While the connection is down it fails, and the subscription is gone anyway.
  return () => void listener.unsubscribe(channel, hear, true).catch(() => {});
}
