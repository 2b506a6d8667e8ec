import { createRoot, createSignal } from "solid-js";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createFilling, inSight, nextToFill } from "./filling.ts";

const days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
/** A screen of 900 pixels on a week that has so many cards in the fullest cell of each day; a card takes 56 at least. */
const sizes = { rowMinPx: 34, headPx: 0, cardMinPx: 56 };
const sight = (top: number, most: number) => ({ rows: days.map((key) => ({ key, most })), top, screenPx: 900, sizes });
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

test("what stands above the cards of a row takes its room, too, and no row is less high than its least", () => {
  const month = { rowMinPx: 136, headPx: 34, cardMinPx: 26 };
  const keysOf = (most: number, screenPx: number) => [...inSight({ ...sight(0, most), screenPx, sizes: month }).keys()];
  expect(keysOf(6, 570)).toEqual(["mon", "tue", "wed"]);
  expect(keysOf(6, 571)).toEqual(["mon", "tue", "wed", "thu"]);
  expect(keysOf(1, 408)).toEqual(["mon", "tue", "wed"]);
  expect(keysOf(1, 409)).toEqual(["mon", "tue", "wed", "thu"]);
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

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A week on a page, with so many cards in each day; `asked` are days that somebody wants at once. */
function openWeek(most: number) {
  return createRoot((end) => {
    const [count, setCount] = createSignal(most);
    const [asked, ask] = createSignal<readonly string[]>([]);
    const steps: string[] = [];
    const cardsOf = createFilling({
      sight: () => sight(2, count()),
      asked,
      isEmpty: () => count() === 0,
      keepingStill: (change) => {
        change();
        steps.push(days.filter((day) => cardsOf(day) === whole).join(" "));
      },
    });
    return { cards: () => days.map(cardsOf), come: setCount, ask, steps, end };
  });
}

test("a week fills by itself, a row at a time, and what comes later is there at once", () => {
  const week = openWeek(20);
  expect(week.cards()).toEqual([0, 0, 17, 0, 0, 0, 0]);
  vi.runAllTimers();
  expect(week.steps).toEqual([
    "wed",
    "wed thu",
    "wed thu fri",
    "wed thu fri sat",
    "wed thu fri sat sun",
    "tue wed thu fri sat sun",
    "mon tue wed thu fri sat sun",
  ]);
  week.come(40);
  expect(week.cards()).toEqual(days.map(() => whole));
  week.end();
});

test("a week that was empty as it came up begins with what is in sight once its cards are there", () => {
  const week = openWeek(0);
  vi.runAllTimers();
  week.come(20);
  expect(week.cards()).toEqual([0, 0, 17, 0, 0, 0, 0]);
  vi.runAllTimers();
  expect(week.cards()).toEqual(days.map(() => whole));
  week.end();
});

test("a card that is there stays when others come above it; what somebody asks for does not wait for its turn", () => {
  const week = openWeek(8);
  expect(week.cards()).toEqual([0, 0, whole, whole, 1, 0, 0]);
  week.come(20);
  expect(week.cards()).toEqual([0, 0, whole, whole, 1, 0, 0]);
  week.ask(["sun"]);
  expect(week.cards()).toEqual([0, 0, whole, whole, 1, 0, whole]);
  week.end();
  vi.runAllTimers();
  expect(week.steps).toEqual([]);
});
