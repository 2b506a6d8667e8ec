import * as v from "valibot";

/** The longest name of a place is less than half of this. */
const overLengthMax = 80;

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
  /** The place of the board it is held over: "cell|2026-11-24|morning|party", "day|2026-11-24", "tray|2026-11". */
  over: v.optional(v.pipe(v.string(), v.maxLength(overLengthMax))),
  /** The joint session it has joined, and whether it goes along with whoever leads. */
  joint: v.optional(v.object({ id: v.pipe(v.string(), v.maxLength(64)), follows: v.boolean() })),
  /** The item that whoever leads points at. */
  spot: v.optional(v.pipe(v.string(), v.maxLength(64))),
});

export type Presence = v.InferOutput<typeof presenceSchema>;
