import { unreachable } from "../../shared/kit/assert.ts";

/**
 * One drag at a time, as a pure value and a total table: what a pointer or a key does in each state, and what follows.
 * It knows no page: positions are pixels, `target` is whatever text the page gives the place under the pointer.
 * A press becomes a drag by distance (mouse) or by holding still (finger, pen), so that a finger can still scroll.
 * It belongs to the pointer that began it: what another finger does meanwhile is nothing to it.
 */
export type Gesture =
  | { readonly kind: "idle" }
  | ({ readonly kind: "pressed" } & Press)
  | { readonly kind: "dragging"; readonly pointer: number; readonly id: string; readonly target: string | null }
  | { readonly kind: "lifted"; readonly id: string; readonly target: string };

export type Pointing = "mouse" | "touch";

/** `isFixed`: the card may be opened, not moved. */
type Press = {
  /** Which finger, pen or mouse: its number in the browser. */
  readonly pointer: number;
  readonly id: string;
  readonly by: Pointing;
  readonly isFixed: boolean;
  readonly x: number;
  readonly y: number;
};

export type GestureEvent =
  /** Of a first finger, a pen or a mouse. Whatever was held before it has ended, and nobody heard how. */
  | ({ readonly type: "press" } & Press)
  | {
      readonly type: "move";
      readonly pointer: number;
      readonly x: number;
      readonly y: number;
      readonly target: string | null;
    }
  /** A finger has rested long enough on one place. */
  | { readonly type: "rest" }
  | { readonly type: "release"; readonly pointer: number }
  /** The browser takes a pointer away: `pointercancel`, a lost capture, a mouse that comes back with no button down. */
  | { readonly type: "lose"; readonly pointer: number }
  /** The person takes the gesture away, or the page: Esc, a press elsewhere, the window loses focus, the board goes. */
  | { readonly type: "cancel" }
  /** Picked up by keyboard, at the place it stands in. */
  | { readonly type: "lift"; readonly id: string; readonly target: string }
  /** The keyboard moves what is lifted. */
  | { readonly type: "step"; readonly target: string }
  | { readonly type: "put-down" };

export type Effect =
  | { readonly do: "wait-for-rest" }
  | { readonly do: "pick-up"; readonly id: string }
  | { readonly do: "show-at"; readonly id: string; readonly target: string | null }
  | { readonly do: "drop"; readonly id: string; readonly target: string }
  | { readonly do: "put-back"; readonly id: string }
  /** Somebody tries to move what may not be moved. */
  | { readonly do: "refuse"; readonly id: string }
  | { readonly do: "open"; readonly id: string };

type Turn = readonly [Gesture, ...Effect[]];

/** A mouse drags after this many pixels; a finger that moves so far before it rested wants to scroll. */
export const dragMinPx = 4;
export const scrollMinPx = 8;
/** A finger picks up after resting so long: 1 s is widely felt as broken, 350 ms still lets a flick scroll. */
export const restMs = 350;

const idle: Gesture = { kind: "idle" };

/** The state after an event, and what the page has to do, in order. */
export function turn(state: Gesture, event: GestureEvent): Turn {
  switch (state.kind) {
    case "idle":
      return fromIdle(event);
    case "pressed":
      return fromPressed(state, event);
    case "dragging":
      return fromDragging(state, event);
    case "lifted":
      return fromLifted(state, event);
    default:
      return unreachable(state);
  }
}

function fromIdle(event: GestureEvent): Turn {
  if (event.type === "press") return pressedBy(event);
  if (event.type !== "lift") return [idle];
  const { id, target } = event;
  return [
    { kind: "lifted", id, target },
    { do: "pick-up", id },
    { do: "show-at", id, target },
  ];
}

function pressedBy({ pointer, id, by, isFixed, x, y }: Press): Turn {
  const pressed: Gesture = { kind: "pressed", pointer, id, by, isFixed, x, y };
  return by === "touch" ? [pressed, { do: "wait-for-rest" }] : [pressed];
}

function fromPressed(state: Extract<Gesture, { kind: "pressed" }>, event: GestureEvent): Turn {
  const { id, pointer } = state;
  if (isOfAnother(event, pointer)) return [state];
  switch (event.type) {
    case "move": {
      const distance = Math.hypot(event.x - state.x, event.y - state.y);
      if (state.by === "touch") return distance >= scrollMinPx ? [idle] : [state];
      if (distance < dragMinPx) return [state];
      if (state.isFixed) return [idle, { do: "refuse", id }];
      const { target } = event;
      return [
        { kind: "dragging", pointer, id, target },
        { do: "pick-up", id },
        { do: "show-at", id, target },
      ];
    }
    case "rest":
      if (state.by === "mouse") return [state];
      if (state.isFixed) return [idle, { do: "refuse", id }];
      return [
        { kind: "dragging", pointer, id, target: null },
        { do: "pick-up", id },
      ];
    case "release":
      return [idle, { do: "open", id }];
    case "lose":
    case "cancel":
      return [idle];
    case "press":
      return pressedBy(event);
    case "lift":
    case "step":
    case "put-down":
      return [state];
    default:
      return unreachable(event);
  }
}

function fromDragging(state: Extract<Gesture, { kind: "dragging" }>, event: GestureEvent): Turn {
  const { id } = state;
  if (isOfAnother(event, state.pointer)) return [state];
  switch (event.type) {
    case "move":
      if (event.target === state.target) return [state];
      return [
        { ...state, target: event.target },
        { do: "show-at", id, target: event.target },
      ];
    case "release":
      return [idle, state.target === null ? { do: "put-back", id } : { do: "drop", id, target: state.target }];
    case "lose":
    case "cancel":
      return [idle, { do: "put-back", id }];
    case "press":
      return pressedInstead(id, event);
    case "rest":
    case "lift":
    case "step":
    case "put-down":
      return [state];
    default:
      return unreachable(event);
  }
}

function fromLifted(state: Extract<Gesture, { kind: "lifted" }>, event: GestureEvent): Turn {
  const { id } = state;
  switch (event.type) {
    case "step":
      return [
        { ...state, target: event.target },
        { do: "show-at", id, target: event.target },
      ];
    case "put-down":
      return [idle, { do: "drop", id, target: state.target }];
    case "cancel":
      return [idle, { do: "put-back", id }];
    case "press":
      return pressedInstead(id, event);
    case "move":
    case "rest":
    case "release":
    case "lose":
    case "lift":
      return [state];
    default:
      return unreachable(event);
  }
}

/** What was in the hand goes back before another card is pressed. */
function pressedInstead(held: string, press: Press): Turn {
  const [pressed, ...effects] = pressedBy(press);
  return [pressed, { do: "put-back", id: held }, ...effects];
}

/** What another finger or mouse does, except that a press begins anew whoever's it is. */
function isOfAnother(event: GestureEvent, pointer: number): boolean {
  return event.type !== "press" && "pointer" in event && event.pointer !== pointer;
}
