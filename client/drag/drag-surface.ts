import { later } from "../clock.ts";
import { makeEdgeScroll } from "./edge-scroll.ts";
import { keepFocus } from "./focus-keeper.ts";
import { type Effect, type Gesture, type GestureEvent, restMs, turn } from "./gesture.ts";
import { ghostPlace } from "./ghost-place.ts";

/** What the page does when the gesture says so. Targets are the `data-target` texts of the places. */
export type DragHands = {
  pickUp(id: string, by: "pointer" | "keyboard"): void;
  showAt(id: string, target: string | null): void;
  drop(id: string, target: string): void;
  putBack(id: string): void;
  open(id: string): void;
  /** Whether a card may be moved; when not, a press only opens it. */
  mayMove(id: string): boolean;
  /** Somebody tries to move what may not be moved: says why. */
  refuse(id: string): void;
  /** The place next to `target` in a direction, for the keyboard; null where the board ends. */
  neighbour(target: string, step: KeyStep): string | null;
  /** How often others have changed an item so far: a card that they moved keeps the focus without scrolling. */
  editsByOthers(id: string): number;
};

export type KeyStep = "up" | "down" | "left" | "right";

const stepByKey: Readonly<Record<string, KeyStep>> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "left",
  ArrowRight: "right",
};

/**
 * Makes the cards (`[data-card]`) inside `root` movable between places (`[data-target]`) by mouse, finger and keyboard.
 * One set of listeners for the whole board. `ghost` follows the pointer while something is held. Returns the stop.
 */
export function makeDragSurface(root: HTMLElement, ghost: HTMLElement, hands: DragHands): () => void {
  let gesture: Gesture = { kind: "idle" };
  let stopRest = () => {};
  let stopScroll = () => {};
  let stopTouch = () => {};
  let at = { x: 0, y: 0 };
  /** Whether the pointer is over a place beside the paper: going there is no wish to scroll. */
  let isBeside = false;

  const send = (event: GestureEvent) => {
    const [next, ...effects] = turn(gesture, event);
    gesture = next;
    root.toggleAttribute("data-dragging", next.kind === "dragging" || next.kind === "lifted");
    if (next.kind !== "pressed") stopRest();
    if (next.kind !== "dragging") stopScroll();
    if (next.kind !== "pressed" && next.kind !== "dragging") stopTouch();
    for (const effect of effects) carryOut(effect);
  };
  const carryOut = (effect: Effect) => {
    switch (effect.do) {
      case "wait-for-rest":
        stopRest();
        stopRest = later(restMs, () => send({ type: "rest" }));
        return;
      case "pick-up":
        hands.pickUp(effect.id, gesture.kind === "lifted" ? "keyboard" : "pointer");
        if (gesture.kind === "dragging") stopScroll = scrollAtEdges(root, () => (isBeside ? null : at.y));
        return;
      case "show-at":
        hands.showAt(effect.id, effect.target);
        // What it says there may be wider than what it said before.
        return gesture.kind === "lifted" ? placeBeside() : moveGhost(at);
      case "drop":
        return hands.drop(effect.id, effect.target);
      case "put-back":
        return hands.putBack(effect.id);
      case "refuse":
        return hands.refuse(effect.id);
      case "open":
        return hands.open(effect.id);
    }
  };
  // Moved by keyboard the ghost stands beside the place that says it is over it, and that place is brought into view: one
  // on this paper before one around it, as the strip of days that a phone has above its list.
  const placeBeside = () => {
    const place = root.querySelector("[data-over]") ?? document.querySelector("[data-over]");
    if (!place) return;
    place.scrollIntoView({ block: "nearest" });
    const { left, top } = place.getBoundingClientRect();
    moveGhost({ x: left + 12, y: top + 4 });
  };
  const follow = (event: PointerEvent) => {
    at = { x: event.clientX, y: event.clientY };
    moveGhost(at);
  };
  const moveGhost = (beside: { x: number; y: number }) => {
    const { x, y } = ghostPlace(beside, {
      width: ghost.offsetWidth,
      height: ghost.offsetHeight,
      pageWidth: window.innerWidth,
      pageHeight: window.innerHeight,
    });
    ghost.style.transform = `translate(${x}px, ${y}px)`;
  };

  const onDown = (event: PointerEvent) => {
    const id = event.target instanceof Node && root.contains(event.target) ? cardAt(event.target) : null;
    if (!id || event.button !== 0 || !event.isPrimary) return gesture.kind === "lifted" && send({ type: "cancel" });
    follow(event);
    if (event.target) hearTouchOf(event.target);
    const by = event.pointerType === "mouse" ? "mouse" : "touch";
    const { pointerId: pointer, clientX: x, clientY: y } = event;
    send({ type: "press", pointer, id, by, isFixed: !hands.mayMove(id), x, y });
  };
  // The card may go while a finger is on it (somebody moves it): what the finger does is then told to it alone.
  const hearTouchOf = (card: EventTarget) => {
    stopTouch();
    card.addEventListener("touchmove", onTouchMove, { passive: false });
    stopTouch = () => card.removeEventListener("touchmove", onTouchMove);
  };
  const onMove = (event: PointerEvent) => {
    const { pointerId: pointer } = event;
    if (!isHeldBy(pointer)) return;
    // A window of the system was over the page when the button came up.
    if (event.pointerType === "mouse" && event.buttons === 0) return send({ type: "lose", pointer });
    follow(event);
    moveTo(pointer);
    // Captured only once it is a drag: before, a press is a click of the card itself.
    if (gesture.kind === "dragging" && !root.hasPointerCapture(pointer)) root.setPointerCapture(pointer);
  };
  const moveTo = (pointer: number) => {
    const place = placeAt(document.elementFromPoint(at.x, at.y));
    isBeside = place !== null && !root.contains(place);
    send({ type: "move", pointer, ...at, target: place?.dataset.target ?? null });
  };
  const isHeldBy = (pointer: number) => "pointer" in gesture && gesture.pointer === pointer;
  const onUp = ({ pointerId: pointer }: PointerEvent) => send({ type: "release", pointer });
  const onLost = ({ pointerId: pointer }: PointerEvent) => send({ type: "lose", pointer });
  // The card's own capture of a finger ends as the board's begins.
  const onCaptureLost = (event: PointerEvent) => event.target === root && onLost(event);
  const onCancel = () => send({ type: "cancel" });
  // Under a pointer that rests, another place comes to lie: by the edge, by a wheel.
  const onScroll = () => gesture.kind === "dragging" && moveTo(gesture.pointer);
  const onKey = (event: KeyboardEvent) => {
    if (gesture.kind === "dragging" && event.key === "Escape") return consume(event, () => send({ type: "cancel" }));
    if (gesture.kind === "lifted") return steer(event, gesture.target);
    const id = cardAt(event.target);
    if (!id || event.altKey || event.ctrlKey || event.metaKey || (event.key !== "Enter" && event.key !== " ")) return;
    // A key held down is one press; and what is in the hand is not picked up or opened a second time.
    if (event.repeat || gesture.kind !== "idle") return consume(event, () => {});
    if (event.key === "Enter") return consume(event, () => hands.open(id));
    const place = placeAt(event.target)?.dataset.target;
    if (place) consume(event, () => (hands.mayMove(id) ? send({ type: "lift", id, target: place }) : hands.refuse(id)));
  };
  const steer = (event: KeyboardEvent, target: string) => {
    const step = stepByKey[event.key];
    if (step) {
      const next = hands.neighbour(target, step);
      return consume(event, () => next !== null && send({ type: "step", target: next }));
    }
    if (event.key === "Enter" || event.key === " ")
      return consume(event, () => !event.repeat && send({ type: "put-down" }));
    if (event.key === "Escape" || event.key === "Tab") consume(event, () => send({ type: "cancel" }));
  };
  // Firefox clicks a button when Space comes up, whatever was said when it went down.
  const onKeyUp = (event: KeyboardEvent) => event.key === " " && cardAt(event.target) && event.preventDefault();
  // Whoever goes on elsewhere (a field, a dialog) has let go: the keys are theirs again.
  const onFocus = ({ target }: FocusEvent) => {
    const isElsewhere = target instanceof Node && !root.contains(target);
    if (gesture.kind === "lifted" && isElsewhere) send({ type: "cancel" });
  };
  // Pointer presses are judged by the gesture; this is for whoever "clicks" without a pointer (screen readers).
  const onClick = (event: MouseEvent) => {
    const id = cardAt(event.target);
    if (id && event.detail === 0) hands.open(id);
  };
  // A finger that has picked a card up must not scroll the page any more.
  const onTouchMove = (event: Event) => gesture.kind === "dragging" && event.preventDefault();
  const onMenu = (event: Event) => gesture.kind !== "idle" && event.preventDefault();

  const controller = new AbortController();
  const options = { signal: controller.signal };
  window.addEventListener("pointerdown", onDown, options);
  window.addEventListener("pointermove", onMove, options);
  window.addEventListener("pointerup", onUp, options);
  window.addEventListener("pointercancel", onLost, options);
  root.addEventListener("lostpointercapture", onCaptureLost, options);
  window.addEventListener("blur", onCancel, options);
  document.addEventListener("focusin", onFocus, options);
  root.addEventListener("scroll", onScroll, { ...options, capture: true });
  root.addEventListener("click", onClick, options);
  root.addEventListener("keyup", onKeyUp, options);
  window.addEventListener("keydown", onKey, { ...options, capture: true });
  root.addEventListener("touchmove", onTouchMove, { ...options, passive: false });
  root.addEventListener("contextmenu", onMenu, options);
  const stopFocus = keepFocus(root, hands.editsByOthers);
  return () => {
    stopFocus();
    send({ type: "cancel" });
    controller.abort();
  };
}

function consume(event: Event, act: () => void): void {
  event.preventDefault();
  event.stopPropagation();
  act();
}

function cardAt(target: EventTarget | null): string | null {
  return target instanceof Element ? (target.closest<HTMLElement>("[data-card]")?.dataset.card ?? null) : null;
}

function placeAt(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>("[data-target]") : null;
}

/** Scrolls the board while the pointer rests near its upper or lower edge; null: it rests elsewhere. Returns the stop. */
function scrollAtEdges(root: HTMLElement, pointerY: () => number | null): () => void {
  const stepOf = makeEdgeScroll();
  const tick = (nowMs: number) => {
    const step = stepOf(pointerY(), root.getBoundingClientRect(), nowMs);
    if (step !== 0) root.scrollBy(0, step);
    frame = requestAnimationFrame(tick);
  };
  let frame = requestAnimationFrame(tick);
  return () => cancelAnimationFrame(frame);
}
