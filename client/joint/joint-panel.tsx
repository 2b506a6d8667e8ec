import { Show } from "solid-js";
import { Lobby } from "./lobby.tsx";
import { useSeating } from "./seating.ts";
import { Walk } from "./walk.tsx";

/** Beside the board: the walk of the session one sits in, else where sessions are opened and joined. */
export function JointPanel() {
  const seating = useSeating();
  return (
    <Show when={seating.session()} fallback={<Lobby seating={seating} />}>
      {(session) => <Walk session={session()} seating={seating} />}
    </Show>
  );
}
