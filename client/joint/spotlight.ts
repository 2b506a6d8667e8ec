import { createEffect, createMemo, on, onCleanup } from "solid-js";
import type { Seating } from "./seating.ts";

/**
 * The card under the pointer or the focus of whoever leads, seen by all who have joined the session; outside of one
 * nobody's pointer is anybody's business.
 */
export function createSpotlight({ board, desk, session, leads }: Seating): void {
  const spot = createMemo(() => {
    const now = session();
    const item = now && board.joint.spotOf(now.id);
    const leader = now && board.joint.companions(now.id).find((one) => one.leads);
    return item && leader ? { item, name: leader.name, office: leader.office } : null;
  });
  createEffect(() => desk.showSpot(spot()));
  onCleanup(() => desk.showSpot(null));

  const point = (event: Event) => {
    if (!leads()) return;
    const card = event.target instanceof Element ? event.target.closest("[data-card], [data-walk-card]") : null;
    board.presence.showSpot(card?.getAttribute("data-card") ?? card?.getAttribute("data-walk-card") ?? null);
  };
  const rest = () => leads() && board.presence.showSpot(null);
  const kinds = ["pointerover", "focusin"];
  for (const kind of kinds) document.addEventListener(kind, point);
  document.documentElement.addEventListener("pointerleave", rest);
  onCleanup(() => {
    for (const kind of kinds) document.removeEventListener(kind, point);
    document.documentElement.removeEventListener("pointerleave", rest);
  });
  createEffect(on(leads, (now) => !now && board.presence.showSpot(null), { defer: true }));
}
