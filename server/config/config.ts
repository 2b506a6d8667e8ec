import { resolve } from "node:path";
import { isLoopback } from "../access/loopback.ts";

/** Everything an operator may set, checked. */
export type Config = {
  readonly port: number;
  readonly host: string;
  /** Absolute path of the directory of the embedded store. */
  readonly dataDir: string;
  /** Where Redis is; null chooses the embedded store. */
  readonly redisUrl: string | null;
  /** The one board this server serves: the first part of each document name. */
  readonly board: string;
  /** Whether people may sign in as one of the demo people. Never true on an address that others can reach. */
  readonly demo: boolean;
};

type Environment = Readonly<Record<string, string | undefined>>;

/** A value that cannot be used; `message` is one sentence for the operator. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

/**
 * Reads the settings from `env`; an empty value counts as absent. Throws {@link ConfigError} on the first wrong one:
 * a server never starts with a setting it had to guess.
 */
export function readConfig(env: Environment, workingDir: string): Config {
  const host = env.HOST || "127.0.0.1";
  return Object.freeze({
    port: readPort(env.PORT || "8080"),
    host,
    dataDir: resolve(workingDir, env.DATA_DIR || "data"),
    redisUrl: readRedisUrl(env.REDIS_URL),
    board: readBoard(env.BOARD || "hanoi"),
    demo: readSwitch("DEMO", env.DEMO || "on") && isLoopback(host),
  });
}

/** The settings of this process: the only place that looks at its environment. */
export function processConfig(): Config {
  return readConfig(process.env, process.cwd());
}

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new ConfigError(`PORT must be a number from 0 to 65535, not "${text}".`);
}

function readRedisUrl(text: string | undefined): string | null {
  if (!text) return null;
  // A path is a Unix socket: how Redis is best reached on one machine.
  if (text.startsWith("/")) return text;
  if (URL.canParse(text) && /^rediss?:$/.test(new URL(text).protocol)) return text;
  throw new ConfigError("REDIS_URL must look like redis://host:6379, rediss://host:6380 or /path/to/redis.sock.");
}

function readBoard(text: string): string {
  if (/^[a-z][a-z0-9-]{0,31}$/.test(text)) return text;
  throw new ConfigError(`BOARD must be 1 to 32 small letters, digits and hyphens, not "${text}".`);
}

function readSwitch(name: string, text: string): boolean {
  if (text === "on") return true;
  if (text === "off") return false;
  throw new ConfigError(`${name} must be "on" or "off", not "${text}".`);
}
