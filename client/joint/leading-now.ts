import { createSignal } from "solid-js";
import type { Leading } from "./leading.ts";

const [leading, showLeading] = createSignal<Leading | null>(null);

/** The hand on the walk: the bar holds it as long as a session is on, the panel beside the board shows it. */
export { leading, showLeading };
