import * as v from "valibot";
import { type Day, parseDay } from "../kit/day.ts";

/** The check of a {@link Day}, wherever one comes in: "2026-11-24", a day that there is. */
export const daySchema = v.custom<Day>((input) => typeof input === "string" && parseDay(input) !== null);
