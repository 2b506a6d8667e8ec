import { randomFillSync } from "node:crypto";
import type { Chance } from "../../shared/kit/id.ts";

/** Randomness good enough for secrets (the operating system's). */
export const machineChance: Chance = (bytes) => randomFillSync(bytes);
