import type { Readiness } from "../store.ts";
import type { RedisConnection } from "./connection.ts";

/** Writes once, and looks whether Redis is set up to keep what it takes. Never rejects. */
export async function redisReadiness(client: RedisConnection): Promise<Readiness> {
  try {
    await client.set("lien-thong:try", "", { expiration: { type: "EX", value: 60 } });
    const info = readInfo(`${await client.info("persistence")}\n${await client.info("memory")}`);
    return { can: true, warnings: [...warningsOf(info), ...(await syncWarnings(client, info))] };
  } catch (error) {
    return { can: false, why: `redis: ${error instanceof Error ? error.message || error.name : String(error)}` };
  }
}

type Info = ReadonlyMap<string, string>;

function warningsOf(info: Info): string[] {
  const warnings: string[] = [];
  if (info.get("aof_enabled") === "0") {
    warnings.push("Redis keeps no append-only file: what is saved would not survive its restart. Set appendonly yes.");
  }
  if (info.get("aof_enabled") === "1" && info.get("aof_last_write_status") === "err") {
    warnings.push("Redis could not write its append-only file the last time it tried.");
  }
  const policy = info.get("maxmemory_policy") ?? "noeviction";
  if (policy.startsWith("allkeys")) {
    warnings.push(
      `Redis may throw away saved documents when memory is short (${policy}). Set maxmemory-policy noeviction.`,
    );
  }
  return warnings;
}

/**
 * With `everysec` Redis answers before it has written as long as its last sync still runs, up to two seconds on a slow
 * disk (`flushAppendOnlyFile` in its `aof.c`): then even kill -9 of it takes back what was shown as saved.
 */
async function syncWarnings(client: RedisConnection, info: Info): Promise<string[]> {
  if (info.get("aof_enabled") !== "1") return [];
  const policy = await client.configGet("appendfsync").then(
    ({ appendfsync }) => appendfsync ?? "unknown",
    // A hosted Redis may keep its settings to itself; a connection that broke meanwhile says so at the next look.
    () => "unknown",
  );
  if (policy === "always") return [];
  return [
    `Redis may lose what was saved in its last seconds when it is killed (appendfsync ${policy}). Set it to always.`,
  ];
}

/** `INFO`: one `name:value` a line. */
function readInfo(text: string): Info {
  const lines = text.split(/\r?\n/).filter((line) => line.includes(":"));
  return new Map(lines.map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 1)]));
}
