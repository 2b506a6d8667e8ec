import * as v from "valibot";
import { itemFieldSchemas } from "./item.ts";
import { officeIdSchema } from "./office.ts";
import { overlapKinds } from "./overlap.ts";
import { idSchema, partyRefSchema } from "./ref.ts";
import { aboutSchema, settlerSchema, whyLengthMax } from "./settlement.ts";
import { wayOutKinds } from "./slot.ts";
import { whenSchema } from "./when.ts";

/** What a joint session is about: a week or a month, as in `When` (`2026-W48`, `2026-11`). */
export const scopeSchema = v.variant("horizon", [
  v.strictObject({ horizon: v.literal("week"), period: v.pipe(v.string(), v.regex(/^20\d{2}-W\d{2}$/)) }),
  v.strictObject({ horizon: v.literal("month"), period: v.pipe(v.string(), v.regex(/^20\d{2}-(?:0[1-9]|1[0-2])$/)) }),
]);
export type Scope = v.InferOutput<typeof scopeSchema>;

/** What an item may lack that it needs before the programme can be agreed. */
export const lackings = ["hour", "room", "chair"] as const;
export type Lacking = (typeof lackings)[number];

const order = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000));

/**
 * One point of the agenda: an overlap that is open, an item that lacks something, was registered late or came unexpectedly,
 * or a difficulty that an office wrote down before. `order` is its place; topics that two add at once keep both.
 */
export const topicSchema = v.variant("of", [
  v.strictObject({
    of: v.literal("overlap"),
    order,
    about: aboutSchema,
    severity: v.picklist(["error", "warning", "hint"]),
  }),
  v.strictObject({
    of: v.literal("lacking"),
    order,
    item: idSchema,
    lacks: v.pipe(v.array(v.picklist(lackings)), v.minLength(1), v.maxLength(3)),
  }),
  v.strictObject({ of: v.literal("late"), order, item: idSchema }),
  v.strictObject({ of: v.literal("unexpected"), order, item: idSchema }),
  v.strictObject({ of: v.literal("difficulty"), order, difficulty: idSchema }),
]);
export type Topic = v.InferOutput<typeof topicSchema>;

/** Topics lie in the session under keys of this sign; the rest is the topic's id, the same for the same matter on every machine (`topicIdOf`). */
export const topicSign = "~";
export const topicKeyPattern = /^~[0-9a-z]{8,14}$/;
/** A month of a busy city has about a hundred; more would be no agenda. */
export const topicsMax = 400;

const topicId = v.pipe(v.string(), v.regex(/^[0-9a-z]{8,14}$/));

/** What a joint session may decide about a topic; each is also one key of the walk. */
export const verdicts = [...wayOutKinds, "fill", "postpone", "cancel", "return", "note"] as const;
/** `fill`: what was missing was given · `return`: back to the office that registered it · `note`: talked about, nothing changed. */
export type Verdict = (typeof verdicts)[number];

/**
 * A way on that the leader's board offers at a step, numbered from 1 in this order, the same on every screen. `item` is what
 * would change; the rest is what its sentence names (see `WayOut`).
 */
export const offerSchema = v.strictObject({
  kind: v.picklist(verdicts),
  item: idSchema,
  when: v.optional(whenSchema),
  room: v.optional(idSchema),
  party: v.optional(partyRefSchema),
  standIn: v.optional(partyRefSchema),
  /** Of those who are needed, how many could come. */
  free: v.optional(v.strictObject({ free: order, of: order })),
  /** What it would still clash with: the first, and how many in all. */
  clash: v.optional(v.strictObject({ kind: v.picklist(overlapKinds), item: v.optional(idSchema), count: order })),
});
export type Offer = v.InferOutput<typeof offerSchema>;
export const offersMax = 9;

/** Where the walk is. One atomic value, written by whoever leads. `taking` is the number of the offer about to be taken. */
export const walkStepSchema = v.strictObject({
  /** Id of the topic; null before the first and after the last. */
  topic: v.nullable(topicId),
  offers: v.pipe(v.array(offerSchema), v.maxLength(offersMax)),
  taking: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(offersMax))),
  by: settlerSchema,
  atMs: atMs(),
});
export type WalkStep = v.InferOutput<typeof walkStepSchema>;

/** Who leads: handed over by the one who led, or taken by another. */
export const leadSchema = v.strictObject({ person: settlerSchema, by: settlerSchema, atMs: atMs() });
export type Lead = v.InferOutput<typeof leadSchema>;
/** Every lead stays written down beside the one that holds, under this sign and its hour in base 36: who led when. */
export const leadSign = "^";
export const leadKeyPattern = /^\^[0-9a-z]{1,11}$/;
export const leadsMax = 100;

export const changedFields = ["when", "venue", "status", "party"] as const;

/**
 * One field of one item before and after; missing where there was or is none. A change of a party names it, and says its
 * place as `participationToText` writes it.
 */
export const changeSchema = v.strictObject({
  item: idSchema,
  /** The matter as it read then: the item may be gone when the minutes are read. */
  title: v.pipe(v.string(), v.maxLength(200)),
  /** Whether the item was withheld then: nobody who may not know more is told more than "Bận". */
  withheld: v.optional(v.literal(true)),
  field: v.picklist(changedFields),
  party: v.optional(partyRefSchema),
  before: v.optional(v.union([whenSchema, itemFieldSchemas.venue, v.pipe(v.string(), v.maxLength(400))])),
  after: v.optional(v.union([whenSchema, itemFieldSchemas.venue, v.pipe(v.string(), v.maxLength(400))])),
});
export type Change = v.InferOutput<typeof changeSchema>;
/** A merged meeting brings all its people along. */
export const changesMax = 64;

/** One line of the decision log: written in the same step as the edits it tells of, so that undoing takes back both. */
export const resolutionSchema = v.strictObject({
  topic: topicId,
  verdict: v.picklist(verdicts),
  changes: v.pipe(v.array(changeSchema), v.maxLength(changesMax)),
  why: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(whyLengthMax))),
  by: settlerSchema,
  atMs: atMs(),
});
export type Resolution = v.InferOutput<typeof resolutionSchema>;
/** Keys of the decision log: this sign and an id of its own. */
export const resolutionSign = "#";
export const resolutionKeyPattern = /^#[\w-]{8,32}$/;
/** Also those that were taken back count. */
export const resolutionsMax = 2_000;

/** Somebody who was there, under `&<person id>`. `leftMs` is missing while they are. Written by themselves. */
export const attendanceSchema = v.strictObject({
  person: settlerSchema,
  office: v.nullable(officeIdSchema),
  joinedMs: atMs(),
  leftMs: v.optional(atMs()),
});
export type Attendance = v.InferOutput<typeof attendanceSchema>;
export const attendanceSign = "&";
export const attendanceKeyPattern = /^&[\w.@-]{1,64}$/;
export const attendanceMax = 300;

/**
 * The fields of a joint session in the document; topics, decisions and those present lie beside them under keys of their own.
 * `closed` is there once it has ended; it names the topics that stayed open, since later edits would tell otherwise.
 */
export const jointSessionFieldSchemas = {
  scope: scopeSchema,
  opened: v.strictObject({ by: settlerSchema, atMs: atMs() }),
  lead: leadSchema,
  step: v.optional(walkStepSchema),
  closed: v.optional(
    v.strictObject({
      by: settlerSchema,
      atMs: atMs(),
      open: v.optional(v.pipe(v.array(topicId), v.maxLength(topicsMax))),
    }),
  ),
} as const;

/** A joint session as it is read. Topics in their order, decisions and those present by time. */
export type JointSession = {
  readonly id: string;
  readonly scope: Scope;
  readonly opened: { readonly by: v.InferOutput<typeof settlerSchema>; readonly atMs: number };
  readonly lead: Lead;
  readonly step: WalkStep | null;
  readonly closed: NonNullable<v.InferOutput<typeof jointSessionFieldSchemas.closed>> | null;
  /** Who led, from when on, in order. */
  readonly leads: readonly Lead[];
  readonly topics: readonly (Topic & { readonly id: string })[];
  readonly resolutions: readonly (Resolution & { readonly id: string })[];
  readonly present: readonly Attendance[];
};

export const difficultyLengthMax = 1_000;

/** What an office wrote down before the session for it to talk about (*khó khăn, vướng mắc*); flat, in the root `difficulties`. */
export const difficultyFieldSchemas = {
  scope: scopeSchema,
  office: officeIdSchema,
  /** The item it is about, where there is one. */
  item: v.optional(idSchema),
  words: v.pipe(v.string(), v.minLength(1), v.maxLength(difficultyLengthMax)),
  written: v.strictObject({ by: settlerSchema, atMs: atMs() }),
} as const;
export type Difficulty = { readonly id: string } & Readonly<
  v.InferOutput<v.ObjectSchema<typeof difficultyFieldSchemas, undefined>>
>;

function atMs() {
  return v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8_640_000_000_000_000));
}
