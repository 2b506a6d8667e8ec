import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { machineClock, pause } from "../../server/observe/clock.ts";

/**
 * What production has. With `everysec` an answer may come before the write: whoever kills Redis while a sync is slow, as on
 * a busy disk, takes back what was saved, sign-ins too.
 */
export const durable = ["--appendonly", "yes", "--appendfsync", "always"];

/** A real Redis on a Unix socket of its own. */
export type RedisServer = {
  /** For `REDIS_URL`. */
  readonly url: string;
  /** kill -9. */
  kill(): Promise<void>;
  /** Starts it again over the same files. */
  start(): Promise<void>;
  /** Freezes it: it keeps its connections and answers nothing. */
  freeze(): void;
  thaw(): void;
  /** Ends it and removes its files. */
  remove(): Promise<void>;
};

export async function startRedis(settings: readonly string[] = durable): Promise<RedisServer> {
  const dir = mkdtempSync(join(tmpdir(), "lien-thong-redis-"));
  const url = join(dir, "redis.sock");
  let child: ChildProcess;
  const start = async () => {
    const args = ["--port", "0", "--unixsocket", url, "--dir", dir, "--save", "", ...settings];
    child = spawn("redis-server", args, { stdio: "ignore" });
    await answers(url);
  };
  const kill = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, "exit");
    child.kill("SIGKILL");
    await gone;
  };
  await start();
  return {
    url,
    kill,
    start,
    freeze: () => child.kill("SIGSTOP"),
    thaw: () => child.kill("SIGCONT"),
    async remove() {
      await kill();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** Resolves when the server answers PING and has read its files. */
async function answers(path: string): Promise<void> {
  while (!(existsSync(path) && (await pong(path)))) await pause(machineClock, 10);
}

function pong(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path, () => socket.write("PING\r\n"));
    socket.once("data", (data) => {
      socket.destroy();
      resolve(data.toString().startsWith("+PONG"));
    });
    socket.once("error", () => resolve(false));
  });
}
