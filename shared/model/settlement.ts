import * as v from "valibot";
import { daySchema } from "./day-schema.ts";
import { overlapKinds } from "./overlap.ts";
import { idSchema } from "./ref.ts";

/**
 * How an overlap is settled (*chấp nhận, cử người dự thay, sẽ dời, đổi phòng, rút ngắn, gộp, không bắt buộc dự, đổi giờ cho
 * nhau, không phải trùng*).
 */
export const settlementWays = [
  "accepted",
  "proxy",
  "will-move",
  "other-room",
  "shortened",
  "merged",
  "made-optional",
  "swapped",
  "no-clash",
] as const;

export type SettlementWay = (typeof settlementWays)[number];

const print = v.pipe(v.string(), v.regex(/^[0-9a-z]{1,16}$/));

export const whyLengthMax = 500;

/** Who decided: the person's id and the name as it stood then, so that the history is readable for ever. */
export const settlerSchema = v.strictObject({
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(120)),
});

/**
 * What was decided about an overlap, by whom and why. One atomic value: of two who decide at once one stands whole. `print`
 * is the fingerprint of the overlap it was decided about: a changed overlap has another, and the decision is void. `until`
 * is the last day on which it holds. `atMs` is when, since 1970, by the clock of whoever decided.
 */
export const decisionSchema = v.variant("state", [
  v.strictObject({ state: v.literal("discussed"), print, by: settlerSchema, atMs: atMs(), why: why() }),
  v.strictObject({
    state: v.literal("settled"),
    print,
    by: settlerSchema,
    atMs: atMs(),
    how: v.picklist(settlementWays),
    why: why(),
    until: v.optional(daySchema),
  }),
  v.strictObject({ state: v.literal("open"), print, by: settlerSchema, atMs: atMs(), why: why() }),
]);
export type Decision = v.InferOutput<typeof decisionSchema>;

/**
 * Which overlap a settlement is about. `key` is that of the overlap; the rest is what a list shows when the overlap is gone.
 * `b` is missing where one item clashes with a rule.
 */
export const aboutSchema = v.strictObject({
  key: v.pipe(v.string(), v.minLength(1), v.maxLength(600)),
  kind: v.picklist(overlapKinds),
  resource: v.pipe(v.string(), v.minLength(1), v.maxLength(320)),
  a: idSchema,
  b: v.optional(idSchema),
});
export type About = v.InferOutput<typeof aboutSchema>;

/**
 * The fields of a settlement in the document, as `itemFieldSchemas` are those of an item; the steps lie beside them,
 * each a {@link Decision} under a key of its own.
 */
export const settlementFieldSchemas = { about: aboutSchema, decision: decisionSchema } as const;

/** Keys of the steps of a history begin with this sign; the rest is an id of its own, so that steps made at once merge. */
export const stepSign = "#";
export const stepKeyPattern = /^#[\w-]{8,32}$/;

/** Settlements lie in the root map of a programme under ids of this form ({@link settlementIdOf} in `rules/`). */
export const settlementIdPattern = /^[a-z]{1,12}-[0-9a-z]{8,14}$/;

/** Steps kept of one history; the oldest go when it grows longer. */
export const stepsMax = 40;

/** A settlement as it is read: the decision that holds and the steps that led there, oldest first. */
export type Settlement = {
  readonly id: string;
  readonly about: About;
  readonly decision: Decision;
  readonly steps: readonly Decision[];
};

/** How far an overlap has come. `reopened`: it was settled or discussed, and has changed since or the time is over. */
export const settlementStates = ["open", "discussed", "settled", "reopened"] as const;
export type SettlementState = (typeof settlementStates)[number];

function why() {
  return v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(whyLengthMax)));
}

function atMs() {
  return v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8_640_000_000_000_000));
}
