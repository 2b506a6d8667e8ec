/**
 * The servers that are measured side by side: ours as an operator runs it, the two that are used most with Yjs, and a relay
 * that keeps nothing. Each runs as a process of its own, on the first processor where processes can be pinned.
 */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { demoPeople } from "../../../server/access/demo-people.ts";
import { boardAt } from "../../world/live-board.ts";
import { hocuspocusDialect, plainDialect } from "./dialect.ts";
import { pinned } from "./figures.ts";
import { type Hear, Line } from "./line.ts";

export type SideName = "lien-thong" | "hocuspocus" | "y-websocket" | "relay";

/** A server that runs. */
export type Side = {
  readonly name: SideName;
  readonly pid: number;
  /** Resolves when the socket is open; what comes for document `name` is heard from the first frame on. */
  connect(name: string, hear: Hear): Promise<Line>;
  end(signal: NodeJS.Signals): Promise<void>;
};

/** The three that keep what they are given, ours first. */
export const keepingSides: readonly SideName[] = ["lien-thong", "hocuspocus", "y-websocket"];
export const allSides: readonly SideName[] = [...keepingSides, "relay"];

const peersDir = fileURLToPath(new URL("../peers/", import.meta.url));
const mainFile = fileURLToPath(new URL("../../../server/main.ts", import.meta.url));
const people = demoPeople.filter(({ role }) => role !== "guest");
/** As in an office: a sign-in has a few tabs, no sign-in a hundred. */
const socketsPerSignIn = 4;

// Ended from outside, too, a benchmark takes its servers with it: they are ended on "exit".
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));

/** Starts one over what `dataDir` holds; resolves when it listens. */
export function startSide(name: SideName, dataDir: string): Promise<Side> {
  switch (name) {
    case "lien-thong":
      return startOurs({ DATA_DIR: dataDir });
    case "hocuspocus":
      return startPeer({ name, script: "hocuspocus.mjs", dataDir });
    case "y-websocket":
      return startPeer({ name, script: "node_modules/@y/websocket-server/src/server.js", dataDir });
    case "relay":
      return startPeer({ name, script: "relay.mjs", dataDir });
  }
}

/** Ours with `settings` of its environment, on a free port. */
export async function startOurs(settings: Readonly<Record<string, string>>): Promise<Side> {
  const { child, output } = await startProcess(mainFile, { PORT: "0", ...settings });
  const url = /^Listening on (\S+)/m.exec(output())?.[1] ?? "";
  const board = boardAt(url);
  const cookies: Promise<string>[] = [];
  let count = 0;
  return {
    ...sideOf("lien-thong", child),
    async connect(name, hear) {
      const at = Math.floor(count++ / socketsPerSignIn);
      cookies[at] ??= board.signIn(people[at % people.length]?.id ?? "");
      const cookie = await cookies[at];
      return opened(new Line({ url, path: `/sync/${name}`, cookie, name, hear, dialect: plainDialect }));
    },
  };
}

type Peer = { readonly name: SideName; readonly script: string; readonly dataDir: string };

async function startPeer({ name, script, dataDir }: Peer): Promise<Side> {
  installPeers();
  const port = await freePort();
  const env = { PORT: String(port), HOST: "127.0.0.1", DATA_DIR: dataDir, YPERSISTENCE: join(dataDir, "leveldb") };
  const { child } = await startProcess(join(peersDir, script), env);
  const dialect = name === "hocuspocus" ? hocuspocusDialect : plainDialect;
  const url = `http://127.0.0.1:${port}`;
  return {
    ...sideOf(name, child),
    connect: (document, hear) => opened(new Line({ url, path: `/${document}`, name: document, hear, dialect })),
  };
}

async function opened(line: Line): Promise<Line> {
  await line.open();
  return line;
}

function sideOf(name: SideName, child: ChildProcess): Omit<Side, "connect"> {
  return {
    name,
    pid: child.pid ?? 0,
    async end(signal) {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, "exit");
      child.kill(signal);
      await gone;
    },
  };
}

/** Resolves when it has said its first line, which each says once it listens. What it says on errors is shown. */
async function startProcess(script: string, settings: Readonly<Record<string, string>>) {
  const { command, args } = pinned(process.execPath, [script]);
  const env = { PATH: process.env.PATH ?? "", NODE_ENV: "production", ...settings };
  const child = spawn(command, args, { env, stdio: ["ignore", "pipe", "pipe"] });
  const end = () => void child.kill("SIGKILL");
  process.once("exit", end);
  child.once("exit", () => process.off("exit", end));
  let output = "";
  let complaint = "";
  child.stderr.on("data", (data: Buffer) => {
    complaint = (complaint + data.toString()).slice(-2_000);
  });
  const isListening = new Promise<void>((resolve) => {
    child.stdout.on("data", (data: Buffer) => {
      output = (output + data.toString()).slice(0, 2_000);
      if (/listening|running at/i.test(output)) resolve();
    });
  });
  await Promise.race([isListening, once(child, "exit")]);
  if (child.exitCode !== null) throw new Error(`${script} did not start: ${complaint}`);
  return { child, output: () => output };
}

/** `npm ci` in the folder of the peers, when its lock is not what is installed. */
function installPeers(): void {
  const want = createHash("sha256")
    .update(readFileSync(join(peersDir, "package-lock.json")))
    .digest("hex");
  const stamp = join(peersDir, "node_modules/.stamp");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === want) return;
  const args = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  const { status } = spawnSync("npm", args, { cwd: peersDir, stdio: "inherit" });
  if (status !== 0) throw new Error("the peers could not be installed");
  writeFileSync(stamp, want);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return typeof address === "object" && address ? address.port : 0;
}
