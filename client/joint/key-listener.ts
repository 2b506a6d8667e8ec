import { onCleanup } from "solid-js";
import type { Leading } from "./leading.ts";
import type { Seating } from "./seating.ts";
import { isKeyTaken, keyToAct } from "./walk-keys.ts";

/**
 * The keys of the joint session. Heard before the page's own (←, T and the digits mean something else there), and never
 * while somebody types, holds a card or has a menu or a dialog open.
 */
export function createWalkKeys(seating: Seating, leading: Leading): void {
  const { desk, session, leads } = seating;
  const onKey = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || session() === null || desk.held() !== null) return;
    if (isKeyTaken(event.target, event.key)) return;
    const act = leads() ? leaderAct(event, leading) : followerAct(event, seating);
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  window.addEventListener("keydown", onKey, { capture: true });
  onCleanup(() => window.removeEventListener("keydown", onKey, { capture: true }));
}

function leaderAct(event: KeyboardEvent, leading: Leading): (() => void) | null {
  const act = keyToAct(event);
  switch (act?.kind) {
    case "step":
      return () => leading.step(act.by);
    case "take":
      return () => leading.take(act.number);
    case "confirm":
      return leading.confirm;
    case "drop":
      return leading.taking() !== null ? () => leading.take(null) : null;
    case "decide": {
      const topic = leading.topic();
      return topic && (() => leading.word({ topic: topic.id, verdict: act.verdict }));
    }
    case "undo":
      return leading.undo;
    case undefined:
      return null;
  }
}

function followerAct(event: KeyboardEvent, { follows, follow, unfollow }: Seating): (() => void) | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  if (event.key === "Escape") return follows() ? unfollow : null;
  if (event.key.toLowerCase() !== "f") return null;
  return follows() ? unfollow : follow;
}
