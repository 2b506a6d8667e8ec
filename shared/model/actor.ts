import * as v from "valibot";
import { officeIdSchema } from "./office.ts";

/** What a signed-in person may be on a board. */
export const roles = ["officer", "head", "guest"] as const;

/** Somebody signed in: `office` is null for a guest. */
export const actorSchema = v.object({
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(120)),
  role: v.picklist(roles),
  office: v.nullable(officeIdSchema),
});

export type Actor = v.InferOutput<typeof actorSchema>;
