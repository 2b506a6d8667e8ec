import { Hono } from "hono";
import * as v from "valibot";
import { firstYear, lastYear } from "../../shared/protocol/document-name.ts";
import type { Calculator } from "../calculation/calculator.ts";
import { inputBytes, jsonInput } from "./input.ts";
import { ProblemError } from "./problem.ts";

/** Text of a year of three offices, several times over. */
const textBytesMax = 1024 * 1024;
/** The same text with every letter written as an escape. */
const bodyBytesMax = 8 * textBytesMax;

const input = v.object({
  text: v.string(),
  year: v.optional(v.pipe(v.number(), v.integer(), v.minValue(firstYear), v.maxValue(lastYear))),
});

/** Reading a schedule as text: for the import dialog, and for scripts that need no board. Nothing is kept. */
export function scheduleReadingRoutes(calculator: Calculator) {
  return new Hono().post("/schedules/read", inputBytes(bodyBytesMax), jsonInput(input), async (c) => {
    const { text, year } = c.req.valid("json");
    if (new TextEncoder().encode(text).byteLength > textBytesMax) throw new ProblemError("too-large", "text");
    return c.json(await calculator.readSchedule(year === undefined ? { text } : { text, year }));
  });
}
