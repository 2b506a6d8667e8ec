import { expect, test } from "vitest";
import { DurableWaits, Glances } from "./glances.ts";

test("many who ask for the same thing cost one look, until the document changes", () => {
  const glances = new Glances();
  let looks = 0;
  const look = () => ++looks;
  expect([1, 2, 3].map(() => glances.see("week 48", 7, look))).toEqual([1, 1, 1]);
  expect(glances.see("week 49", 7, look)).toBe(2);
  expect(glances.see("week 48", 8, look)).toBe(3);
  expect(glances.see("week 49", 8, look)).toBe(4);
});

test("nothing seen is also an answer, and kept", () => {
  const glances = new Glances();
  let looks = 0;
  const look = () => {
    looks++;
    return undefined;
  };
  glances.see("a", 1, look);
  glances.see("a", 1, look);
  expect(looks).toBe(1);
});

test("who waits for a moment is told when the log has it, not before, and that it never came when the document closes", async () => {
  const waits = new DurableWaits();
  const told: string[] = [];
  const wait = (name: string, after: number) =>
    void waits.until(after, 4).then((isDurable) => told.push(`${name} ${isDurable}`));
  wait("now", 4);
  wait("next", 5);
  wait("later", 9);
  await Promise.resolve();
  expect(told).toEqual(["now true"]);
  waits.release(8);
  await Promise.resolve();
  expect(told).toEqual(["now true", "next true"]);
  waits.stop();
  await Promise.resolve();
  expect(told).toEqual(["now true", "next true", "later false"]);
});
