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
  pointer: 1,
  id: "a",
  by,
  isFixed,
  x: 100,
  y: 100,
});
const move = (x: number, y: number, target: string | null): GestureEvent => ({
  type: "move",
  pointer: 1,
  x,
  y,
  target,
});
const release: GestureEvent = { type: "release", pointer: 1 };
describe("mouse", () => {
  test("a press that hardly moves opens the card", () => {
    expect(run(press(), move(102, 101, "mon"), release).effects).toEqual([{ do: "open", id: "a" }]);
  });

  test("a press that moves picks up, shows each new place once, and drops where it is let go", () => {
    const { effects, state } = run(
      press(),
      move(110, 100, "mon"),
      move(140, 100, "mon"),
      move(200, 100, "tue"),
      release,
    );
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
    expect(run(press(), move(200, 100, "tue"), move(900, 9, null), release).effects.at(-1)).toEqual(back);
    expect(run(press(), move(200, 100, "tue"), { type: "cancel" }).effects.at(-1)).toEqual(back);
    expect(run(press(), move(200, 100, "tue"), { type: "cancel" }, release).effects).toHaveLength(3);
  });
});

describe("finger", () => {
  test("a finger that moves at once scrolls: nothing is picked up and nothing opens", () => {
    expect(run(press("touch"), move(100, 140, "tue"), release).effects).toEqual([{ do: "wait-for-rest" }]);
  });

  test("a finger that rests picks up and then drags", () => {
    const { effects } = run(press("touch"), { type: "rest" }, move(100, 140, "tue"), release);
    expect(effects.map((effect) => effect.do)).toEqual(["wait-for-rest", "pick-up", "show-at", "drop"]);
  });

  test("a tap opens", () => {
    expect(run(press("touch"), release).effects.at(-1)).toEqual({ do: "open", id: "a" });
  });
});

describe("a card that may not be moved", () => {
  test("is refused once when it is pulled or held, and is never picked up", () => {
    const pulled = run(press("mouse", true), move(140, 100, "mon"), move(200, 100, "tue"), release);
    expect(pulled.effects).toEqual([{ do: "refuse", id: "a" }]);
    const held = run(press("touch", true), { type: "rest" }, move(200, 100, "tue"), release);
    expect(held.effects).toEqual([{ do: "wait-for-rest" }, { do: "refuse", id: "a" }]);
  });

  test("still opens, and a finger still scrolls over it", () => {
    expect(run(press("mouse", true), release).effects).toEqual([{ do: "open", id: "a" }]);
    expect(run(press("touch", true), move(100, 160, "tue"), release).effects).toEqual([{ do: "wait-for-rest" }]);
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

describe("more than one pointer", () => {
  const otherMoves: GestureEvent = { type: "move", pointer: 2, x: 400, y: 400, target: "sun" };

  test("a second finger that taps beside a held card does not let it fall", () => {
    const { effects } = run(
      ...[press("touch"), { type: "rest" } as const, move(200, 100, "tue")],
      ...[otherMoves, { type: "release", pointer: 2 } as const, { type: "lose", pointer: 2 } as const],
      ...[move(300, 100, "wed"), release],
    );
    expect(effects.map((effect) => effect.do)).toEqual(["wait-for-rest", "pick-up", "show-at", "show-at", "drop"]);
    expect(effects.at(-1)).toEqual({ do: "drop", id: "a", target: "wed" });
  });

  test("a finger that is taken away by the browser puts the card back, once", () => {
    const lost: GestureEvent = { type: "lose", pointer: 1 };
    const { effects } = run(press("touch"), { type: "rest" }, move(200, 100, "tue"), lost, lost, release);
    expect(effects.filter((effect) => effect.do === "put-back")).toHaveLength(1);
    expect(effects.at(-1)?.do).toBe("put-back");
  });

  test("a press whose end nobody heard gives way to the next: what was held goes back, the next card opens", () => {
    const next: GestureEvent = { type: "press", pointer: 1, id: "b", by: "mouse", isFixed: false, x: 5, y: 5 };
    expect(run(press(), next, release).effects).toEqual([{ do: "open", id: "b" }]);
    expect(run(press(), move(200, 100, "tue"), next, release).effects.slice(-2)).toEqual([
      { do: "put-back", id: "a" },
      { do: "open", id: "b" },
    ]);
  });
});
