import fc from "fast-check";
import { expect, test } from "vitest";
import { seed } from "../../test/world/seed.ts";
import { type Gesture, type GestureEvent, turn } from "./gesture.ts";

const targetArb = fc.option(fc.constantFrom("mon", "tue", "wed"));
const placeArb = fc.constantFrom("mon", "tue", "wed");
const pointerArb = fc.constantFrom(1, 2, 3);
const idArb = fc.constantFrom("a", "b");
const alongArb = fc.integer({ min: 95, max: 110 });
const at = { x: alongArb, y: alongArb };

/** Whatever hands, the browser and the page may do, in any order: the ends of what never began among it. */
const eventArb: fc.Arbitrary<GestureEvent> = fc.oneof(
  fc.record({
    type: fc.constant("press" as const),
    ...{ pointer: pointerArb, id: idArb, by: fc.constantFrom("mouse", "touch"), isFixed: fc.boolean(), ...at },
  }),
  fc.record({ type: fc.constant("move" as const), pointer: pointerArb, target: targetArb, ...at }),
  fc.record({ type: fc.constant("move" as const), pointer: fc.constant(1), target: targetArb, ...at }),
  fc.constant({ type: "rest" as const }),
  fc.record({ type: fc.constantFrom("release", "lose"), pointer: pointerArb }),
  fc.constant({ type: "cancel" as const }),
  fc.record({ type: fc.constant("lift" as const), id: idArb, target: placeArb }),
  fc.record({ type: fc.constant("step" as const), target: placeArb }),
  fc.constant({ type: "put-down" as const }),
);

/** A page that does what it is told, and says at once when it is told what makes no sense. */
function makePage() {
  let held: { readonly id: string; shownAt: string | null } | null = null;
  const counts = { "wait-for-rest": 0, "pick-up": 0, "show-at": 0, drop: 0, "put-back": 0, refuse: 0, open: 0 };
  return {
    counts,
    isHolding: (id: string | null) => expect(held?.id ?? null).toBe(id),
    take(state: Gesture, event: GestureEvent): Gesture {
      const [next, ...effects] = turn(state, event);
      for (const effect of effects) {
        counts[effect.do]++;
        switch (effect.do) {
          case "pick-up":
            expect(held, "one hand holds one card").toBeNull();
            held = { id: effect.id, shownAt: null };
            break;
          case "show-at":
            expect(held?.id, "only what is held is shown").toBe(effect.id);
            held = { id: effect.id, shownAt: effect.target };
            break;
          case "drop":
            expect(held, "a card falls where it was last shown").toEqual({ id: effect.id, shownAt: effect.target });
            held = null;
            break;
          case "put-back":
            expect(held?.id, "only what is held goes back").toBe(effect.id);
            held = null;
            break;
          case "open":
          case "refuse":
            expect(held, "nothing opens or is refused while a card is held").toBeNull();
            break;
          case "wait-for-rest":
            expect(next.kind).toBe("pressed");
        }
      }
      this.isHolding(next.kind === "dragging" || next.kind === "lifted" ? next.id : null);
      return next;
    },
  };
}

const idle: Gesture = { kind: "idle" };

test("in every order of events one lift ends once: dropped where it was last shown, or put back", () => {
  const sums = { lifts: 0, drops: 0, returns: 0, opens: 0, refusals: 0 };
  fc.assert(
    fc.property(fc.array(eventArb, { minLength: 20, maxLength: 120, size: "max" }), (events) => {
      const page = makePage();
      const last = events.reduce<Gesture>((state, event) => page.take(state, event), idle);
      expect(page.take(last, { type: "cancel" })).toEqual(idle);
      expect(page.counts.drop + page.counts["put-back"]).toBe(page.counts["pick-up"]);
      sums.lifts += page.counts["pick-up"];
      sums.drops += page.counts.drop;
      sums.returns += page.counts["put-back"];
      sums.opens += page.counts.open;
      sums.refusals += page.counts.refuse;
    }),
    { seed, numRuns: 500 },
  );
  for (const [what, count] of Object.entries(sums)) expect(count, what).toBeGreaterThan(60);
});

test("a card in one finger's hand is moved and let go by that finger alone, whatever the others do", () => {
  const othersArb = fc.array(
    eventArb.filter((event) => event.type !== "press" && "pointer" in event && event.pointer !== 1),
    { maxLength: 20 },
  );
  let deeds = 0;
  fc.assert(
    fc.property(othersArb, othersArb, (before, after) => {
      const press: GestureEvent = { type: "press", pointer: 1, id: "a", by: "touch", isFixed: false, x: 100, y: 100 };
      const carried: GestureEvent[] = [
        ...[press, ...before, { type: "rest" } as const],
        ...[{ type: "move", pointer: 1, x: 200, y: 100, target: "tue" } as const, ...after],
        { type: "release", pointer: 1 },
      ];
      const page = makePage();
      expect(carried.reduce<Gesture>((state, event) => page.take(state, event), idle)).toEqual(idle);
      expect(page.counts).toMatchObject({ "pick-up": 1, "show-at": 1, drop: 1, "put-back": 0, open: 0 });
      deeds += before.length + after.length;
    }),
    { seed },
  );
  expect(deeds).toBeGreaterThan(200);
});

test("whatever was going on, a person can begin anew: by Esc, and by pressing the next card", () => {
  const kinds = new Set<string>();
  fc.assert(
    fc.property(fc.array(eventArb, { maxLength: 30 }), (events) => {
      const [one, twin] = [makePage(), makePage()];
      const after = (page: ReturnType<typeof makePage>) =>
        events.reduce<Gesture>((before, event) => page.take(before, event), idle);
      const state = after(one);
      expect(after(twin)).toEqual(state);
      kinds.add(state.kind);
      expect(one.take(state, { type: "cancel" })).toEqual(idle);
      const press = { pointer: 9, id: "c", by: "mouse", isFixed: false, x: 1, y: 1 } as const;
      expect(twin.take(state, { type: "press", ...press })).toEqual({ kind: "pressed", ...press });
    }),
    { seed, numRuns: 300 },
  );
  expect([...kinds].sort()).toEqual(["dragging", "idle", "lifted", "pressed"]);
});
