import { batch, createEffect, createRoot } from "solid-js";
import { expect, test } from "vitest";
import { createSignalMap } from "./signal-map.ts";

/** Follows one key and notes every value it was seen with. */
function follow<Value>(read: () => Value): { seen: Value[]; stop: () => void } {
  const seen: Value[] = [];
  const stop = createRoot((dispose) => {
    createEffect(() => void seen.push(read()));
    return dispose;
  });
  return { seen, stop };
}

test("who reads one key hears of that key only", () => {
  const map = createSignalMap<string, number>();
  map.set("a", 1);
  const { seen, stop } = follow(() => map.get("a"));
  map.set("b", 7);
  map.set("a", 2);
  map.set("a", 2);
  expect(seen).toEqual([1, 2]);
  stop();
});

test("a key may be waited for before it is there, and seen to go", () => {
  const map = createSignalMap<string, number>();
  const { seen, stop } = follow(() => map.get("a"));
  map.set("a", 1);
  map.set("a", undefined);
  expect(seen).toEqual([undefined, 1, undefined]);
  stop();
});

test("values set while nobody looked are there when somebody does", () => {
  const map = createSignalMap<string, number>();
  for (let key = 0; key < 1000; key++) map.set(String(key), key);
  expect(map.get("998")).toBe(998);
  const { seen, stop } = follow(() => map.get("999"));
  expect(seen).toEqual([999]);
  stop();
});

test("in a batch each value is seen once, the last", () => {
  const map = createSignalMap<string, number>();
  const { seen, stop } = follow(() => map.get("a"));
  batch(() => {
    map.set("a", 1);
    map.set("a", 2);
  });
  expect(seen).toEqual([undefined, 2]);
  stop();
});
