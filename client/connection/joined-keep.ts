import * as v from "valibot";
import { idSchema } from "../../shared/model/ref.ts";
import { readStored, store } from "../stored.ts";

/** Which joint session this tab has joined, so that a reload stays in it. Another tab of the same person has not. */

const storedAs = "lien-thong.joint";

export type Joined = { readonly id: string; readonly follows: boolean };

export function keepJoined(joined: Joined | null): void {
  store("tab", storedAs, joined && `${joined.follows ? "+" : "-"}${joined.id}`);
}

/** Null when none was joined, or what is stored is not of our form. */
export function joinedBefore(): Joined | null {
  const stored = readStored("tab", storedAs);
  const [sign, id] = [stored?.at(0), stored?.slice(1)];
  return (sign === "+" || sign === "-") && v.is(idSchema, id) ? { follows: sign === "+", id } : null;
}
