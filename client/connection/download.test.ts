import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { epochHeader } from "../../shared/protocol/download.ts";
import { downloadDocument } from "./download.ts";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const never = new AbortController().signal;
const name = "hanoi/program/2026";

/** A server that answers when and how the test says; `asked` is what it was asked for. */
function server() {
  const asked: string[] = [];
  let answer = (_response: Response) => {};
  let refuse = (_reason: unknown) => {};
  let stream: ReadableStreamDefaultController<Uint8Array> | null = null;
  let isCut = () => {};
  vi.stubGlobal("fetch", (address: string, { signal }: { signal: AbortSignal }) => {
    asked.push(address);
    return new Promise<Response>((resolve, reject) => {
      [answer, refuse] = [resolve, reject];
      isCut = () => {
        reject(signal.reason);
        stream?.error(signal.reason);
      };
      signal.addEventListener("abort", isCut);
      if (signal.aborted) isCut();
    });
  });
  return {
    asked,
    begins(headers: Record<string, string> = { [epochHeader]: "e1" }, status = 200) {
      const body = new ReadableStream<Uint8Array>({ start: (controller) => void (stream = controller) });
      answer(new Response(body, { status, headers }));
    },
    says: (...bytes: number[]) => stream?.enqueue(new Uint8Array(bytes)),
    ends: () => stream?.close(),
    breaks: () => stream?.error(new TypeError("network error")),
    isUnreachable: () => refuse(new TypeError("Failed to fetch")),
  };
}

/** Lets everything that waits for no time happen. */
const settle = () => vi.advanceTimersByTimeAsync(0);

test("a document comes whole, however many pieces it comes in, with the life that it belongs to", async () => {
  const there = server();
  const download = downloadDocument(name, never);
  there.begins();
  there.says(1, 2);
  await settle();
  there.says(3);
  there.ends();
  expect(await download).toEqual({ update: new Uint8Array([1, 2, 3]), epoch: "e1" });
  expect(there.asked).toEqual([`/api/documents/${name}`]);
  expect(vi.getTimerCount()).toBe(0);
});

test("there is none where the server has none to give, is not ours, or cannot be reached", async () => {
  for (const [headers, status] of [
    [{}, 200],
    [{ [epochHeader]: "" }, 200],
    [{ [epochHeader]: "e1" }, 503],
    [{}, 404],
  ] as const) {
    const there = server();
    const download = downloadDocument(name, never);
    there.begins(headers, status);
    expect(await download, `${status}`).toBeNull();
    expect(vi.getTimerCount()).toBe(0);
  }
  const there = server();
  const download = downloadDocument(name, never);
  there.isUnreachable();
  expect(await download).toBeNull();
});

test("a body that is cut short is none: half a document would be taken for a whole one", async () => {
  const there = server();
  const download = downloadDocument(name, never);
  there.begins();
  there.says(1, 2);
  await settle();
  there.breaks();
  expect(await download).toBeNull();
});

test("[P3] a server that does not answer, or falls silent in the middle, is not waited for: the socket is", async () => {
  server();
  const unanswered = downloadDocument(name, never);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(await unanswered).toBeNull();

  const there = server();
  const cut = downloadDocument(name, never);
  there.begins();
  there.says(1);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(await cut).toBeNull();
  expect(vi.getTimerCount()).toBe(0);
});

test("a slow line may take as long as it needs", async () => {
  const there = server();
  const download = downloadDocument(name, never);
  await vi.advanceTimersByTimeAsync(4_900);
  there.begins();
  for (let piece = 0; piece < 20; piece++) {
    there.says(piece);
    await vi.advanceTimersByTimeAsync(4_900);
  }
  there.ends();
  expect((await download)?.update).toHaveLength(20);
});

test("who goes elsewhere meanwhile stops it, before it begins and in the middle", async () => {
  for (const hasBegun of [false, true]) {
    const there = server();
    const leaving = new AbortController();
    const download = downloadDocument(name, leaving.signal);
    if (hasBegun) there.begins();
    await settle();
    leaving.abort();
    expect(await download).toBeNull();
    expect(vi.getTimerCount()).toBe(0);
  }
});
