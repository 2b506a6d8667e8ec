import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { spreadReturns } from "./spread-returns.ts";

/** A socket that the test opens and closes: as much of the browser's as the provider uses. */
class HeldSocket {
  static opened: HeldSocket[] = [];
  onclose: ((event: { code: number; reason: string }) => void) | null = null;
  readonly readyState = 0;
  constructor() {
    HeldSocket.opened.push(this);
  }
  close() {}
}

let waiting: { delayMs: number; act: () => void; isCalledOff: boolean }[];
let refused: number[];
let provider: WebsocketProvider;
let stop: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  HeldSocket.opened = [];
  waiting = [];
  refused = [];
  provider = new WebsocketProvider("ws://127.0.0.1/sync", "d", new Y.Doc(), {
    WebSocketPolyfill: HeldSocket as unknown as typeof WebSocket,
    connect: false,
    disableBc: true,
  });
  stop = spreadReturns(provider, {
    chance: (least, below) => Math.floor((least + below) / 2),
    later(delayMs, act) {
      const timer = { delayMs, act, isCalledOff: false };
      waiting.push(timer);
      return () => void (timer.isCalledOff = true);
    },
    onRefused: (code) => refused.push(code),
  });
  provider.connect();
});
afterEach(() => {
  stop();
  provider.destroy();
  vi.useRealTimers();
});

const lose = (code: number) => HeldSocket.opened.at(-1)?.onclose?.({ code, reason: "" });

test("[P7] after a loss the provider waits for the time that chance gave it, and then opens one new socket", () => {
  lose(1012);
  expect(HeldSocket.opened).toHaveLength(1);
  expect(waiting.map(({ delayMs }) => delayMs)).toEqual([2_050]);
  waiting[0]?.act();
  expect(HeldSocket.opened).toHaveLength(2);
  expect(refused).toEqual([]);
});

test("its own timer does not open a second one beside it", () => {
  lose(1006);
  // The stock provider tries after 200 ms whatever it was told, and finds that it may not.
  vi.advanceTimersByTime(250);
  expect(HeldSocket.opened).toHaveLength(1);
  waiting[0]?.act();
  expect(HeldSocket.opened).toHaveLength(2);
});

test("each failure in a row waits longer", () => {
  for (let round = 0; round < 3; round++) {
    lose(1006);
    waiting.at(-1)?.act();
  }
  expect(waiting.map(({ delayMs }) => delayMs)).toEqual([800, 1_550, 3_050]);
});

test("a refusal for good is told, and nothing is tried again", () => {
  lose(4401);
  expect(refused).toEqual([4401]);
  expect(waiting).toEqual([]);
});

test("stopped, it comes back no more", () => {
  lose(1006);
  stop();
  expect(waiting.map(({ isCalledOff }) => isCalledOff)).toEqual([true]);
});
