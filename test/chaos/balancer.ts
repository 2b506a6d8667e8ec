import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** What stands before several servers: each new connection goes to the next one that says it is ready. */
export type Balancer = {
  readonly url: string;
  /** Connections made so far. */
  readonly madeCount: () => number;
  stop(): void;
};

export async function startBalancer(urls: readonly string[]): Promise<Balancer> {
  let madeCount = 0;
  const sockets = new Set<Socket>();
  let turn = 0;
  const door = createServer(async (near) => {
    sockets.add(near);
    near.on("error", () => near.destroy());
    const url = await nextReady(urls, turn++);
    if (url === null) return near.destroy();
    madeCount++;
    const far = connect(Number(new URL(url).port), new URL(url).hostname);
    far.on("error", () => near.destroy());
    near.on("close", () => far.destroy());
    far.on("close", () => near.destroy());
    near.pipe(far).pipe(near);
  });
  await new Promise<void>((resolve) => door.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(door.address() as AddressInfo).port}`,
    madeCount: () => madeCount,
    stop() {
      door.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

async function nextReady(urls: readonly string[], turn: number): Promise<string | null> {
  for (let tried = 0; tried < urls.length; tried++) {
    const url = urls[(turn + tried) % urls.length] ?? "";
    const answer = await fetch(`${url}/readyz`).catch(() => null);
    if (answer?.status === 200) return url;
  }
  return null;
}
