import * as v from "valibot";
import { daySchema } from "./day-schema.ts";
import { idSchema } from "./ref.ts";
import { settlerSchema } from "./settlement.ts";

/** Languages of the product; a screen has one of its own. */
export const languages = ["vi", "en", "fr"] as const;

/**
 * What a screen can show: the joint session's step · a week by day or half-day · today, now and next · the overlaps still
 * open · the calibration page · nothing.
 */
export const screenModes = ["session", "week", "today", "overlaps", "calibrate", "blank"] as const;
export type ScreenMode = (typeof screenModes)[number];

const minute = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1439));

/**
 * What is shown, chosen from somebody's desk or phone: one atomic value. `turn` counts pages turned by hand: the screen goes
 * on by as many as it has grown, back by as many as it has shrunk. `isFrozen`: what stands stays until it is let go.
 */
export const showSchema = v.strictObject({
  mode: v.picklist(screenModes),
  /** Any day of the week shown; this week when missing. */
  day: v.optional(daySchema),
  by: v.optional(v.picklist(["day", "half-day"]), "day"),
  isFrozen: v.optional(v.boolean(), false),
  turn: v.optional(v.pipe(v.number(), v.integer(), v.minValue(-1_000_000), v.maxValue(1_000_000)), 0),
  driver: settlerSchema,
  atMs: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8_640_000_000_000_000)),
});
export type Show = v.InferOutput<typeof showSchema>;

/**
 * The fields of a paired screen: an entry of the root `screens` of the directory document, under the screen's id. The secret
 * by which it signs in is not here: only the store knows its hash. Taking the entry away revokes the screen.
 */
export const screenFieldSchemas = {
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(120)),
  /** The room of the directory that it hangs in. */
  room: v.optional(idSchema),
  /** What it may ever show; `blank` and `calibrate` always. */
  modes: v.pipe(v.array(v.picklist(screenModes)), v.maxLength(screenModes.length)),
  language: v.picklist(languages),
  theme: v.picklist(["light", "dark"]),
  /** How far the last row sits, in heights of the picture (*khoảng cách / chiều cao ảnh*). */
  distance: v.pipe(v.number(), v.minValue(2), v.maxValue(12)),
  /** Blank from this minute of the day to that one, over midnight too. */
  night: v.optional(v.strictObject({ fromMin: minute, toMin: minute })),
  paired: v.strictObject({ by: settlerSchema, atMs: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
  show: showSchema,
} as const;

export type Screen = { readonly id: string } & Readonly<
  v.InferOutput<v.ObjectSchema<typeof screenFieldSchemas, undefined>>
>;
