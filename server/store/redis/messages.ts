import type { Messenger } from "../store.ts";
import { asBytes, type RedisConnection } from "./connection.ts";
import { subscribe } from "./follow.ts";

type Parts = { readonly client: RedisConnection; readonly listener: RedisConnection; readonly node: string };

/** Over pub/sub; the braces keep what is said of a document in its slot, as its keys. */
export function createMessenger({ client, listener, node }: Parts): Messenger {
  const bytes = asBytes(client);
  const channelOf = (topic: string) => `lien-thong:{${topic}}:said`;
  const signature = Buffer.from(`${node} `);
  return {
    say(topic, words) {
      // While Redis is away it fails at once: nothing piles up.
      bytes.publish(channelOf(topic), Buffer.concat([signature, words])).catch(() => {});
    },
    listen: (topic, hear) =>
      subscribe(listener, channelOf(topic), (message) => {
        const from = message.toString("latin1", 0, message.indexOf(" "));
        if (from !== node) hear(message.subarray(from.length + 1), from);
      }),
  };
}
