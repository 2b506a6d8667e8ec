import * as v from "valibot";
import { eventSchema, normSchema, travelSchema, tuningSchema, zoneSchema } from "./board-rules.ts";
import { daySchema } from "./day-schema.ts";
import { itemKinds } from "./item.ts";
import { officeIdSchema } from "./office.ts";
import { idSchema, partyRefSchema } from "./ref.ts";

const name = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const aliases = v.optional(v.array(name), []);
const office = v.optional(officeIdSchema);

/** Open at an end that is missing: from ever, until further notice. Both ends included. */
const dated = { from: v.optional(daySchema), to: v.optional(daySchema) };

export const personSchema = v.strictObject({ id: idSchema, name, aliases, office });

/** Who holds a post, and from when to when. */
export const holderSchema = v.strictObject({ person: idSchema, ...dated });

/** A post outlives its holders: who holds it is dated. `short` is what a card prints ("PCT", "Bí thư"). */
export const postSchema = v.strictObject({
  id: idSchema,
  name,
  short: v.optional(name),
  aliases,
  office,
  holders: v.optional(v.array(holderSchema), []),
});

/** Who belongs to a body, in what place, and from when to when. */
export const memberSchema = v.strictObject({
  party: partyRefSchema,
  as: v.optional(v.picklist(["chair", "deputy", "member"])),
  ...dated,
});

/**
 * A body that sits (Ban Thường vụ, UBND). Members are persons, posts or other bodies, dated; a cycle of bodies is
 * reported by whoever expands it. `precedence`: 1 goes first when two bodies clash.
 */
export const bodySchema = v.strictObject({
  id: idSchema,
  name,
  aliases,
  office,
  precedence: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(99)), 50),
  members: v.optional(v.array(memberSchema), []),
});

/** A unit can send several people: being invited twice is a hint, its head twice is not. */
export const unitSchema = v.strictObject({ id: idSchema, name, aliases, office, head: v.optional(partyRefSchema) });

/** Several parties under one name. `conditional` ("các PCT liên quan"): some of them, not said which. */
export const groupSchema = v.strictObject({
  id: idSchema,
  name,
  aliases,
  office,
  members: v.optional(v.array(partyRefSchema), []),
  conditional: v.optional(v.boolean()),
});

export const roomSchema = v.strictObject({
  id: idSchema,
  name,
  aliases,
  office,
  building: v.optional(name),
  floor: v.optional(name),
  capacity: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100_000))),
  /** The room can be a bridging point of an online conference. */
  onlinePoint: v.optional(v.boolean()),
  /** The hall this room is a part of when the hall is divided: whoever has the hall has all its parts. */
  partOf: v.optional(idSchema),
  /** Minutes it takes to clear the room and set it up between two items. */
  bufferMin: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(480))),
});

/** Days that are not ordinary: off by law, off in lieu, or worked in exchange (*nghỉ lễ, nghỉ bù, làm bù*). */
export const holidaySchema = v.strictObject({
  id: idSchema,
  name,
  day: daySchema,
  kind: v.picklist(["holiday", "in-lieu", "make-up"]),
});

/**
 * How long an item lasts when no end is printed: minutes, or to the end of its session. The most exact rule wins:
 * body and kind, then body, then kind.
 */
export const lengthSchema = v.strictObject({
  id: idSchema,
  kind: v.optional(v.picklist(itemKinds)),
  body: v.optional(idSchema),
  length: v.union([v.literal("session"), v.pipe(v.number(), v.integer(), v.minValue(5), v.maxValue(1440))]),
});

/** The kinds of entry, under the names of the directory document's root maps. */
export const entrySchemas = {
  persons: personSchema,
  posts: postSchema,
  bodies: bodySchema,
  units: unitSchema,
  groups: groupSchema,
  rooms: roomSchema,
  holidays: holidaySchema,
  lengths: lengthSchema,
  zones: zoneSchema,
  travels: travelSchema,
  norms: normSchema,
  tunings: tuningSchema,
  events: eventSchema,
} as const;

export type EntryKind = keyof typeof entrySchemas;
export const entryKinds = Object.keys(entrySchemas) as EntryKind[];

export const directorySchema = v.object({
  persons: v.optional(v.array(personSchema), []),
  posts: v.optional(v.array(postSchema), []),
  bodies: v.optional(v.array(bodySchema), []),
  units: v.optional(v.array(unitSchema), []),
  groups: v.optional(v.array(groupSchema), []),
  rooms: v.optional(v.array(roomSchema), []),
  holidays: v.optional(v.array(holidaySchema), []),
  lengths: v.optional(v.array(lengthSchema), []),
  zones: v.optional(v.array(zoneSchema), []),
  travels: v.optional(v.array(travelSchema), []),
  norms: v.optional(v.array(normSchema), []),
  tunings: v.optional(v.array(tuningSchema), []),
  events: v.optional(v.array(eventSchema), []),
});

export type Directory = v.InferOutput<typeof directorySchema>;
export type Person = v.InferOutput<typeof personSchema>;
export type Post = v.InferOutput<typeof postSchema>;
export type Body = v.InferOutput<typeof bodySchema>;
export type Unit = v.InferOutput<typeof unitSchema>;
export type Group = v.InferOutput<typeof groupSchema>;
export type Room = v.InferOutput<typeof roomSchema>;
export type Holiday = v.InferOutput<typeof holidaySchema>;
export type Length = v.InferOutput<typeof lengthSchema>;
export type Entry<Kind extends EntryKind = EntryKind> = v.InferOutput<(typeof entrySchemas)[Kind]>;

export const emptyDirectory: Directory = v.parse(directorySchema, {});
