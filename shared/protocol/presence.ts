import * as v from "valibot";

/**
 * What one tab tells the others while it is open (awareness, never in the log). The server writes `user` itself from the
 * sign-in, so nobody can pose as another; the tab says only what it has open, in hand or is typing in.
 */
export const presenceSchema = v.object({
  /** Written by the server over whatever was sent. */
  user: v.object({ id: v.string(), name: v.string(), office: v.nullable(v.string()) }),
  /** The item open in the inspector. */
  open: v.optional(v.string()),
  /** The item held in a drag. */
  hand: v.optional(v.string()),
});

export type Presence = v.InferOutput<typeof presenceSchema>;
