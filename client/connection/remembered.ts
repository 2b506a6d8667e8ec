import * as v from "valibot";
import { actorSchema } from "../../shared/model/actor.ts";
import { readStored, store } from "../stored.ts";

/** Who was last signed in here and on which board: with it a reload without a network opens what this machine keeps. */
const rememberedSchema = v.object({ actor: actorSchema, board: v.string(), epoch: v.string() });

export type Remembered = v.InferOutput<typeof rememberedSchema>;

const storedAs = "lien-thong.last";

/** Where there is no room for it nobody is remembered: not whoever was here before. */
export function remember(last: Remembered | null): void {
  store("machine", storedAs, last && JSON.stringify(last));
}

/** Null when there is nothing remembered, or what is stored is not of our form. */
export function recall(): Remembered | null {
  try {
    const read = v.safeParse(rememberedSchema, JSON.parse(readStored("machine", storedAs) ?? "null"));
    return read.success ? read.output : null;
  } catch {
    return null;
  }
}
