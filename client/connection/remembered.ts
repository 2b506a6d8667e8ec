import * as v from "valibot";
import { actorSchema } from "../../shared/model/actor.ts";

/** Who was last signed in here and on which board: with it a reload without a network opens what this machine keeps. */
const rememberedSchema = v.object({ actor: actorSchema, board: v.string(), epoch: v.string() });

export type Remembered = v.InferOutput<typeof rememberedSchema>;

const storedAs = "lien-thong.last";

export function remember(last: Remembered | null): void {
  if (last) localStorage.setItem(storedAs, JSON.stringify(last));
  else localStorage.removeItem(storedAs);
}

/** Null when there is nothing remembered, or what is stored is not of our form. */
export function recall(): Remembered | null {
  try {
    const read = v.safeParse(rememberedSchema, JSON.parse(localStorage.getItem(storedAs) ?? "null"));
    return read.success ? read.output : null;
  } catch {
    return null;
  }
}
