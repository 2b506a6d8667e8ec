import { closeCode } from "../../shared/protocol/close-code.ts";

/** A whole number from `least` up to, not including, `below`. */
export type Chance = (least: number, below: number) => number;

type Loss = {
  /** The code that the connection was closed with. */
  readonly code: number;
  /** How many connections in a row have failed, this one counted: 1 is the first. */
  readonly attempt: number;
};

/** Everybody is sent away at once, and nobody is in a hurry: their edits are kept on their machines. */
const restartSpreadMs = 4_000;
/** From here each failure doubles the longest wait… */
const firstSpreadMs = 1_500;
/** …up to this: a server that is back is noticed within ten seconds. */
export const returnMaxMs = 10_000;
/** Nobody comes back sooner: a server that turns people away is left a moment. */
const leastMs = 100;

/**
 * How long to wait before the connection is tried again, by chance, so that those who lost it in the same instant do not
 * come back in the same instant. Null: the server has closed for good (44xx) and would only close again.
 */
export function returnTimeMs({ code, attempt }: Loss, chance: Chance): number | null {
  if (code >= 4400 && code < 4500) return null;
  const first = code === closeCode.restarting ? restartSpreadMs : firstSpreadMs;
  return chance(leastMs, Math.min(returnMaxMs, first * 2 ** (Math.max(1, attempt) - 1)));
}
