import { expect, test } from "vitest";
import { inSight, nextToFill } from "./filling.ts";

const days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
/** A screen of 900 pixels on a week that has so many cards in the fullest cell of each day; a card takes 56 at least. */
const sight = (top: number, most: number) => ({ rows: days.map((key) => ({ key, most })), top, screenPx: 900 });
const whole = Number.POSITIVE_INFINITY;

test("the first cards are those of the row at the top and of the rows below it, as far as the screen reaches", () => {
  expect([...inSight(sight(1, 8))]).toEqual([
    ["tue", whole],
    ["wed", whole],
    ["thu", 1],
  ]);
  expect([...inSight(sight(2, 7)).keys()]).toEqual(["wed", "thu", "fri"]);
});

test("a row that is taller than the screen begins with what the screen can hold of it", () => {
  expect([...inSight(sight(0, 40))]).toEqual([["mon", 17]]);
});

test("where the week ends above the foot of the screen, the rows above stand there too, nearest first and whole", () => {
  expect([...inSight(sight(6, 8))]).toEqual([
    ["sun", whole],
    ["sat", whole],
    ["fri", whole],
  ]);
  expect([...inSight(sight(5, 0)).keys()]).toEqual(["sat", "sun", "fri", "thu", "wed", "tue", "mon"]);
});

test("then rows are completed downwards, then those above, nearest first, each once", () => {
  const filled = new Map(inSight(sight(2, 20)));
  const order: string[] = [];
  for (let next = nextToFill(sight(2, 20), filled); next !== null; next = nextToFill(sight(2, 20), filled)) {
    filled.set(next, whole);
    order.push(next);
  }
  expect(order).toEqual(["wed", "thu", "fri", "sat", "sun", "tue", "mon"]);
});
