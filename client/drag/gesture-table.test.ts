import { describe, expect, test } from "vitest";
import { type Effect, type Gesture, type GestureEvent, turn } from "./gesture.ts";

const [own, other] = [1, 2];
const press = { pointer: own, id: "a", x: 100, y: 100 } as const;

/** Every state, twice where it makes a difference how one got there. */
const states = {
  idle: { kind: "idle" },
  "pressed by mouse": { kind: "pressed", ...press, by: "mouse", isFixed: false },
  "pressed by finger": { kind: "pressed", ...press, by: "touch", isFixed: false },
  "fixed, by mouse": { kind: "pressed", ...press, by: "mouse", isFixed: true },
  "fixed, by finger": { kind: "pressed", ...press, by: "touch", isFixed: true },
  "dragging over tue": { kind: "dragging", pointer: own, id: "a", target: "tue" },
  "dragging over nothing": { kind: "dragging", pointer: own, id: "a", target: null },
  lifted: { kind: "lifted", id: "a", target: "tue" },
} as const satisfies Record<string, Gesture>;

/** Every event; those of another pointer than began it stand for themselves. */
const events = {
  "press by mouse": { type: "press", pointer: other, id: "b", by: "mouse", isFixed: false, x: 0, y: 0 },
  "press by finger": { type: "press", pointer: other, id: "b", by: "touch", isFixed: false, x: 0, y: 0 },
  "move far": { type: "move", pointer: own, x: 300, y: 300, target: "wed" },
  "move a little": { type: "move", pointer: own, x: 102, y: 101, target: "tue" },
  "move off": { type: "move", pointer: own, x: 900, y: 1, target: null },
  "another moves": { type: "move", pointer: other, x: 300, y: 300, target: "wed" },
  rest: { type: "rest" },
  release: { type: "release", pointer: own },
  "another releases": { type: "release", pointer: other },
  lose: { type: "lose", pointer: own },
  "another is lost": { type: "lose", pointer: other },
  cancel: { type: "cancel" },
  lift: { type: "lift", id: "b", target: "mon" },
  step: { type: "step", target: "wed" },
  "put down": { type: "put-down" },
} as const satisfies Record<string, GestureEvent>;

type EventName = keyof typeof events;
/** Where one is then and what the page does, in one line: "idle: drop a tue". Nothing happens: "". */
type Row = Readonly<Record<EventName, string>>;

const nothing = Object.fromEntries(Object.keys(events).map((name) => [name, ""])) as unknown as Row;
const begins = { "press by mouse": "pressed b", "press by finger": "pressed b: wait-for-rest" };
const putBackFirst = {
  "press by mouse": "pressed b: put-back a",
  "press by finger": "pressed b: put-back a, wait-for-rest",
};

const table: Readonly<Record<keyof typeof states, Row>> = {
  idle: { ...nothing, ...begins, lift: "lifted b: pick-up b, show-at b mon" },
  "pressed by mouse": {
    ...{ ...nothing, ...begins },
    "move far": "dragging a: pick-up a, show-at a wed",
    "move off": "dragging a: pick-up a, show-at a nothing",
    release: "idle: open a",
    ...{ lose: "idle", cancel: "idle" },
  },
  "pressed by finger": {
    ...{ ...nothing, ...begins },
    // It scrolls.
    ...{ "move far": "idle", "move off": "idle" },
    rest: "dragging a: pick-up a",
    release: "idle: open a",
    ...{ lose: "idle", cancel: "idle" },
  },
  "fixed, by mouse": {
    ...{ ...nothing, ...begins },
    "move far": "idle: refuse a",
    "move off": "idle: refuse a",
    release: "idle: open a",
    ...{ lose: "idle", cancel: "idle" },
  },
  "fixed, by finger": {
    ...{ ...nothing, ...begins },
    ...{ "move far": "idle", "move off": "idle" },
    rest: "idle: refuse a",
    release: "idle: open a",
    ...{ lose: "idle", cancel: "idle" },
  },
  "dragging over tue": {
    ...{ ...nothing, ...putBackFirst },
    "move far": "dragging a: show-at a wed",
    "move off": "dragging a: show-at a nothing",
    release: "idle: drop a tue",
    ...{ lose: "idle: put-back a", cancel: "idle: put-back a" },
  },
  "dragging over nothing": {
    ...{ ...nothing, ...putBackFirst },
    "move far": "dragging a: show-at a wed",
    "move a little": "dragging a: show-at a tue",
    release: "idle: put-back a",
    ...{ lose: "idle: put-back a", cancel: "idle: put-back a" },
  },
  lifted: {
    ...{ ...nothing, ...putBackFirst },
    step: "lifted a: show-at a wed",
    "put down": "idle: drop a tue",
    cancel: "idle: put-back a",
  },
};

function wordsOf(effect: Effect): string {
  const target = "target" in effect ? [effect.target ?? "nothing"] : [];
  return [effect.do, ...("id" in effect ? [effect.id] : []), ...target].join(" ");
}

function told(state: Gesture, event: GestureEvent): string {
  const [next, ...effects] = turn(state, event);
  if (next === state || (next.kind === "idle" && state.kind === "idle")) {
    expect(effects).toEqual([]);
    return "";
  }
  const place = "id" in next ? `${next.kind} ${next.id}` : next.kind;
  return effects.length > 0 ? `${place}: ${effects.map(wordsOf).join(", ")}` : place;
}

describe.each(Object.keys(states) as (keyof typeof states)[])("%s", (name) => {
  test.each(Object.keys(events) as EventName[])("%s", (event) => {
    expect(told(states[name], events[event])).toBe(table[name][event]);
  });
});
