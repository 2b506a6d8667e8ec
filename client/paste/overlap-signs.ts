import type { Certainty } from "../../shared/model/overlap.ts";

/** The sign of each certainty, as everywhere on the board. */
export const overlapSigns: Readonly<Record<Certainty, string>> = { certain: "▲", probable: "◆", possible: "◇" };
