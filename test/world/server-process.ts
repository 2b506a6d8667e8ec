import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { boardAt, type LiveBoard } from "./live-board.ts";

/** The server as an operator runs it: a process of its own. */
export type ServerProcess = Omit<LiveBoard, "stop"> & {
  readonly pid: number;
  /** Everything on standard output so far. */
  readonly output: () => string;
  /** Sends a signal; resolves with the exit code, null when the signal itself ended it. */
  end(signal: NodeJS.Signals): Promise<number | null>;
};

type Environment = Readonly<Record<string, string>>;

/** Starts `server/main.ts` on a free port unless `env` names one; rejects with what it said when it ends instead. */
export async function startServer(env: Environment): Promise<ServerProcess> {
  const child = spawnServer(env);
  const output = collect(child.stdout);
  const complaint = collect(child.stderr);
  await Promise.race([once(child.stdout ?? child, "data"), once(child, "exit")]);
  if (child.exitCode !== null) throw new Error(complaint());
  const url = /^Listening on (\S+)\n/.exec(output())?.[1] ?? "";
  return {
    ...boardAt(url),
    pid: child.pid ?? 0,
    output,
    async end(signal) {
      const exit = once(child, "exit");
      child.kill(signal);
      const [code] = await exit;
      return code;
    },
  };
}

/** Starts it where it must not start: answers its exit code and what it said. */
export async function refusedStart(env: Environment): Promise<{ code: number; output: string; complaint: string }> {
  const child = spawnServer(env);
  const [output, complaint] = [collect(child.stdout), collect(child.stderr)];
  const [code] = await once(child, "close");
  return { code, output: output(), complaint: complaint() };
}

function spawnServer(env: Environment): ChildProcess {
  const script = fileURLToPath(new URL("../../server/main.ts", import.meta.url));
  const own = { PATH: process.env.PATH ?? "", PORT: "0", ...env };
  return spawn(process.execPath, [script], { env: own, stdio: ["ignore", "pipe", "pipe"] });
}

function collect(stream: NodeJS.ReadableStream | null): () => string {
  let text = "";
  stream?.on("data", (data: Buffer) => {
    text += data.toString();
  });
  return () => text;
}
