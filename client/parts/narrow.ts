import { type Accessor, createSignal, onCleanup } from "solid-js";

/** True while the page is as narrow as a phone: one day at a time instead of a week. */
export function createNarrow(): Accessor<boolean> {
  const query = window.matchMedia("(max-width: 720px)");
  const [isNarrow, setNarrow] = createSignal(query.matches);
  const follow = () => setNarrow(query.matches);
  query.addEventListener("change", follow);
  onCleanup(() => query.removeEventListener("change", follow));
  return isNarrow;
}
