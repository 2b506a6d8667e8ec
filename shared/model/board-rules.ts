/**
 * What a board decides about the rules of overlaps: distances, norms, great events, and what it does not want to hear.
 * Entries of the directory like any other, so that every city sets its own.
 */
import * as v from "valibot";
import { daySchema } from "./day-schema.ts";
import { certainties, overlapKinds, severities } from "./overlap.ts";
import { idSchema, partyRefSchema } from "./ref.ts";

const name = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const whole = (least: number, most: number) => v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));

/** How far out a part of the city lies: it says how long the way to another part takes. */
export const rings = ["inner", "suburb", "province"] as const;
export type Ring = (typeof rings)[number];

/** A part of the city. `aliases` are the buildings and words in a venue that place it there. */
export const zoneSchema = v.strictObject({
  id: idSchema,
  name,
  aliases: v.optional(v.array(name), []),
  ring: v.picklist(rings),
});

/** Minutes of the way between two places, there and back alike: a building, a zone by its name, or words of a venue. */
export const travelSchema = v.strictObject({ id: idSchema, origin: name, goal: name, minutes: whole(0, 600) });

/**
 * The numbers rules go by, with their units and what holds until a board says otherwise. Notice: *QĐ 45/2018* (invitation
 * three working days before), *Luật Tiếp công dân 2013, điều 24* (reception posted five working days before), proposals for a
 * month by the 20th (*Hà Nội 2012; NĐ 191/2026*); the other figures are custom.
 */
export const normDefaults = {
  /** Minutes of the way within a building, within the inner city, to a suburb, out of the city. */
  "way-building": 5,
  "way-inner": 30,
  "way-suburb": 60,
  "way-province": 90,
  /** Minutes a room needs between two items where the room has no buffer of its own. */
  "set-up": 0,
  /** Hours of the day between which items begin and end without a word. */
  "work-from": 6,
  "work-to": 18,
  /** Working days before an item by which people are invited, and a reception is posted. */
  "notice-invite": 3,
  "notice-reception": 5,
  /** Dossiers a unit can bring on one day. */
  "unit-dossiers": 3,
  /** Percent of a body that can come: below the first is worth a warning, below the second it cannot decide. */
  "quorum-good": 75,
  "quorum-least": 50,
  /** Bridging points the city can connect at once; 0 where nobody counts them. */
  "online-points": 0,
  /** Days before its Monday on which a week's programme is closed: Thursday. The day of the month before, for a month's. */
  "closing-week": 4,
  "closing-month": 20,
  /** Days apart at which two offices may still have registered one matter: about a working week. */
  "subject-days": 4,
} as const;
export type NormName = keyof typeof normDefaults;
export const normNames = Object.keys(normDefaults) as [NormName, ...NormName[]];

/** One number of this board in the place of the customary one; of two for one norm the lesser id counts. */
export const normSchema = v.strictObject({ id: idSchema, norm: v.picklist(normNames), value: whole(0, 100_000) });

/** What to do with a kind of overlap, or with those of one certainty of it: another severity, or silence. */
export const tuningSchema = v.strictObject({
  id: idSchema,
  overlap: v.picklist(overlapKinds),
  certainty: v.optional(v.picklist(certainties)),
  severity: v.picklist([...severities, "mute"]),
});

/** A great event of the city, on one or several days, and who has to be there. */
export const eventSchema = v.strictObject({
  id: idSchema,
  name,
  day: daySchema,
  lastDay: v.optional(daySchema),
  members: v.optional(v.array(partyRefSchema), []),
});

export type Zone = v.InferOutput<typeof zoneSchema>;
export type Travel = v.InferOutput<typeof travelSchema>;
export type Norm = v.InferOutput<typeof normSchema>;
export type Tuning = v.InferOutput<typeof tuningSchema>;
export type CityEvent = v.InferOutput<typeof eventSchema>;
