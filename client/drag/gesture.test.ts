import { describe, expect, test } from "vitest";
import { type Effect, type Gesture, type GestureEvent, turn } from "./gesture.ts";

const run = (...events: GestureEvent[]): { state: Gesture; effects: Effect[] } =>
  events.reduce<{ state: Gesture; effects: Effect[] }>(
    ({ state, effects }, event) => {
      const [next, ...more] = turn(state, event);
      return { state: next, effects: [...effects, ...more] };
    },
    { state: { kind: "idle" }, effects: [] },
  );
const press = (by: "mouse" | "touch" = "mouse", isFixed = false): GestureEvent => ({
  type: "press",
  id: "a",
  by,
  isFixed,
  x: 100,
  y: 100,
});
const move = (x: number, y: number, target: string | null): GestureEvent => ({ type: "move", x, y, target });
const all: GestureEvent[] = [
  press(),
  press("touch"),
  press("mouse", true),
  press("touch", true),
  move(300, 300, "tue"),
  move(101, 101, "mon"),
  move(300, 300, null),
  { type: "rest" },
  { type: "release" },
  { type: "cancel" },
  { type: "lift", id: "a", target: "mon" },
  { type: "step", target: "wed" },
  { type: "put-down" },
];

describe("mouse", () => {
  test("a press that hardly moves opens the card", () => {
    expect(run(press(), move(102, 101, "mon"), { type: "release" }).effects).toEqual([{ do: "open", id: "a" }]);
  });

  test("a press that moves picks up, shows each new place once, and drops where it is let go", () => {
    const { effects, state } = run(press(), move(110, 100, "mon"), move(140, 100, "mon"), move(200, 100, "tue"), {
      type: "release",
    });
    expect(effects).toEqual([
      { do: "pick-up", id: "a" },
      { do: "show-at", id: "a", target: "mon" },
      { do: "show-at", id: "a", target: "tue" },
      { do: "drop", id: "a", target: "tue" },
    ]);
    expect(state).toEqual({ kind: "idle" });
  });

  test("let go over no place, or taken away by Esc or the browser, it goes back", () => {
    const back = { do: "put-back", id: "a" };
    expect(run(press(), move(200, 100, "tue"), move(900, 9, null), { type: "release" }).effects.at(-1)).toEqual(back);
    expect(run(press(), move(200, 100, "tue"), { type: "cancel" }).effects.at(-1)).toEqual(back);
    expect(run(press(), move(200, 100, "tue"), { type: "cancel" }, { type: "release" }).effects).toHaveLength(3);
  });
});

describe("finger", () => {
  test("a finger that moves at once scrolls: nothing is picked up and nothing opens", () => {
    expect(run(press("touch"), move(100, 140, "tue"), { type: "release" }).effects).toEqual([{ do: "wait-for-rest" }]);
  });

  test("a finger that rests picks up and then drags", () => {
    const { effects } = run(press("touch"), { type: "rest" }, move(100, 140, "tue"), { type: "release" });
    expect(effects.map((effect) => effect.do)).toEqual(["wait-for-rest", "pick-up", "show-at", "drop"]);
  });

  test("a tap opens", () => {
    expect(run(press("touch"), { type: "release" }).effects.at(-1)).toEqual({ do: "open", id: "a" });
  });
});

describe("a card that may not be moved", () => {
  test("is refused once when it is pulled or held, and is never picked up", () => {
    const pulled = run(press("mouse", true), move(140, 100, "mon"), move(200, 100, "tue"), { type: "release" });
    expect(pulled.effects).toEqual([{ do: "refuse", id: "a" }]);
    const held = run(press("touch", true), { type: "rest" }, move(200, 100, "tue"), { type: "release" });
    expect(held.effects).toEqual([{ do: "wait-for-rest" }, { do: "refuse", id: "a" }]);
  });

  test("still opens, and a finger still scrolls over it", () => {
    expect(run(press("mouse", true), { type: "release" }).effects).toEqual([{ do: "open", id: "a" }]);
    expect(run(press("touch", true), move(100, 160, "tue"), { type: "release" }).effects).toEqual([
      { do: "wait-for-rest" },
    ]);
  });
});

describe("keyboard", () => {
  test("lift, step, put down", () => {
    const { effects } = run(
      { type: "lift", id: "a", target: "mon" },
      { type: "step", target: "tue" },
      { type: "put-down" },
    );
    expect(effects).toEqual([
      { do: "pick-up", id: "a" },
      { do: "show-at", id: "a", target: "mon" },
      { do: "show-at", id: "a", target: "tue" },
      { do: "drop", id: "a", target: "tue" },
    ]);
  });

  test("Esc puts it back where it was", () => {
    const { effects, state } = run(
      { type: "lift", id: "a", target: "mon" },
      { type: "step", target: "tue" },
      { type: "cancel" },
    );
    expect(effects.at(-1)).toEqual({ do: "put-back", id: "a" });
    expect(state.kind).toBe("idle");
  });
});

test("whatever is picked up is dropped or put back exactly once, in every order of events", () => {
  const explore = (state: Gesture, isHeld: boolean, depth: number): number => {
    if (depth === 0) return 1;
    let paths = 0;
    for (const event of all) {
      const [next, ...effects] = turn(state, event);
      let held = isHeld;
      for (const effect of effects) {
        if (effect.do === "pick-up") expect(held).toBe(false);
        if (effect.do === "drop" || effect.do === "put-back") expect(held).toBe(true);
        if (effect.do === "pick-up") held = true;
        if (effect.do === "drop" || effect.do === "put-back") held = false;
      }
      expect(held).toBe(next.kind === "dragging" || next.kind === "lifted");
      paths += explore(next, held, depth - 1);
    }
    return paths;
  };
  expect(explore({ kind: "idle" }, false, 4)).toBe(all.length ** 4);
});
