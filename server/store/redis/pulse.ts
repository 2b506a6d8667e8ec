import type { Clock } from "../../observe/clock.ts";
import { storeConnectionFailed } from "../../observe/events.ts";
import type { Log } from "../../observe/log.ts";
import type { Stop } from "../../observe/stop.ts";
import { pingMs, type RedisConnection, silenceMaxMs } from "./connection.ts";

const beatMs = 1_000;
/** Counted, not measured: a process that was held up itself sees one late beat, not a long silence. */
const silentBeatsMax = (pingMs + silenceMaxMs) / beatMs;

/**
 * Cuts a connection on which Redis answers nothing, so that what waits on it fails and it is connected anew. node-redis
 * alone does not: its `socketTimeout` takes what is *written* for a sign of life, and as long as somebody goes on writing
 * to a frozen Redis, or to a machine that vanished, everything would wait for an answer for ever.
 */
export function keepPulse(client: RedisConnection, clock: Clock, log: Log): Stop {
  let silentBeats = 0;
  const isAnswered = () => {
    silentBeats = 0;
  };
  client.on("ready", isAnswered);
  client.on("ping-interval", isAnswered);
  return clock.every(beatMs, () => {
    // While it is connecting nothing is written but the greeting: then the socketTimeout holds.
    if (!client.isReady || ++silentBeats <= silentBeatsMax) return;
    silentBeats = 0;
    storeConnectionFailed(log, { why: `nothing was answered for ${silenceMaxMs} ms` });
    client.destroy();
    // Tried until it stands, or the store is closed.
    client.connect().catch(() => {});
  });
}
