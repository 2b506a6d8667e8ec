import { onCleanup } from "solid-js";
import { may } from "../../shared/rules/rights.ts";
import { type Board, useBoard } from "../document/board.ts";
import { type Desk, useDesk } from "../document/desk.ts";
import { redoLast, undoLast } from "../document/undoing.ts";
import { placeAfter, thisMonth, thisPlace, thisWeek } from "../place.ts";

type Dialogs = (dialog: "paste" | "keys" | null) => void;

/** The page's own keys. Single letters count only outside of fields; Ctrl+Z in a field is the field's business too. */
export function createKeys(show: Dialogs): void {
  const board = useBoard();
  const desk = useDesk();
  const onKey = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    const act = isTyping(event.target) ? null : actOf(event, { board, desk, show });
    if (!act) return;
    event.preventDefault();
    act();
  };
  window.addEventListener("keydown", onKey);
  onCleanup(() => window.removeEventListener("keydown", onKey));
}

type Around = { readonly board: Board; readonly desk: Desk; readonly show: Dialogs };

function actOf(event: KeyboardEvent, { board, desk, show }: Around): (() => void) | null {
  const key = event.key.toLowerCase();
  if (event.ctrlKey || event.metaKey) {
    if (key === "z") return event.shiftKey ? () => redoLast(board, desk) : () => undoLast(board, desk);
    return key === "y" ? () => redoLast(board, desk) : null;
  }
  if (event.altKey) return null;
  switch (key) {
    case "t":
      return () => desk.go(thisPlace(desk.place()));
    case "[":
    case "pageup":
      return () => desk.go(placeAfter(desk.place(), -1));
    case "]":
    case "pagedown":
      return () => desk.go(placeAfter(desk.place(), 1));
    case "w":
      return () => desk.go(thisWeek());
    case "m":
      return () => desk.go(thisMonth());
    case "o":
      return () => desk.showSide(desk.side() === "overlaps" ? "none" : "overlaps");
    case ".":
      return () => desk.stepOverlap(1);
    case ",":
      return () => desk.stepOverlap(-1);
    case "p":
      return may(board.actor, "add") ? () => show("paste") : null;
    case "?":
      return () => show("keys");
    case "escape":
      return desk.side() === "none" ? null : () => desk.select(null);
    case "arrowup":
    case "arrowdown":
    case "arrowleft":
    case "arrowright":
      return () => focusNextCard(key);
    default:
      return null;
  }
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest("input, textarea, select, [contenteditable], [role=dialog]") !== null
  );
}

/** Arrow keys go to the nearest card in that direction, as it looks on the page. */
function focusNextCard(key: string): void {
  const cards = [...document.querySelectorAll<HTMLElement>("[data-card]")];
  const from =
    document.activeElement instanceof HTMLElement ? document.activeElement.closest<HTMLElement>("[data-card]") : null;
  if (!from) {
    cards[0]?.focus();
    return;
  }
  const a = centreOf(from);
  const isDown = key === "arrowup" || key === "arrowdown";
  const sign = key === "arrowup" || key === "arrowleft" ? -1 : 1;
  let best: { card: HTMLElement; cost: number } | null = null;
  for (const card of cards) {
    const b = centreOf(card);
    const along = sign * (isDown ? b.y - a.y : b.x - a.x);
    const across = Math.abs(isDown ? b.x - a.x : b.y - a.y);
    const cost = along + across * 3;
    if (along > 4 && (!best || cost < best.cost)) best = { card, cost };
  }
  best?.card.focus();
}

function centreOf(element: HTMLElement): { x: number; y: number } {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  return { x: (left + right) / 2, y: (top + bottom) / 2 };
}
