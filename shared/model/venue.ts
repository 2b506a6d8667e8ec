import * as v from "valibot";
import { idSchema } from "./ref.ts";

const words = v.pipe(v.string(), v.minLength(1), v.maxLength(300));

/**
 * Where: a room of the directory or free text, an assembly point (where people must be first; it is not the venue), and
 * an online part with its number of bridging points and delegates. One atomic value.
 */
export const venueSchema = v.strictObject({
  room: v.optional(idSchema),
  text: v.optional(words),
  assembly: v.optional(words),
  /** How many people are expected in the room itself. */
  seats: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100_000))),
  online: v.optional(
    v.strictObject({
      points: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000))),
      delegates: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000_000))),
    }),
  ),
});

export type Venue = v.InferOutput<typeof venueSchema>;
