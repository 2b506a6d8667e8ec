import { type Accessor, createRoot, createSignal } from "solid-js";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { LinkState } from "../connection/document-link.ts";
import { createOverdue, overdueMs } from "./overdue.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function scene() {
  const [state, setState] = createSignal<LinkState>({ kind: "live" });
  const [oldestUnsaved, setOldest] = createSignal<number | null>(null);
  const { isOverdue, stop } = createRoot((stop): { isOverdue: Accessor<boolean>; stop: () => void } => ({
    isOverdue: createOverdue(() => [{ name: "a", state, oldestUnsaved }]),
    stop,
  }));
  return { setState, setOldest, isOverdue, stop };
}

test("what the server does not save for a while is overdue, until it saves it", () => {
  const { setOldest, isOverdue } = scene();
  vi.advanceTimersByTime(2 * overdueMs);
  expect(isOverdue()).toBe(false);
  setOldest(1);
  vi.advanceTimersByTime(overdueMs - 1);
  expect(isOverdue()).toBe(false);
  vi.advanceTimersByTime(1);
  expect(isOverdue()).toBe(true);
  setOldest(null);
  expect(isOverdue()).toBe(false);
});

test("somebody who types on and on is not overdue while what was typed before gets saved", () => {
  const { setOldest, isOverdue } = scene();
  for (let number = 1; number < 20; number++) {
    setOldest(number);
    vi.advanceTimersByTime(overdueMs / 2);
    expect(isOverdue()).toBe(false);
  }
});

test("without a connection it is no fault of the server's store; a new one gets its time", () => {
  const { setState, setOldest, isOverdue } = scene();
  setOldest(1);
  setState({ kind: "offline" });
  vi.advanceTimersByTime(10 * overdueMs);
  expect(isOverdue()).toBe(false);
  setState({ kind: "live" });
  vi.advanceTimersByTime(overdueMs - 1);
  expect(isOverdue()).toBe(false);
  vi.advanceTimersByTime(1);
  expect(isOverdue()).toBe(true);
});

test("stopped, nothing waits any more", () => {
  const { setOldest, stop } = scene();
  setOldest(1);
  stop();
  expect(vi.getTimerCount()).toBe(0);
});
