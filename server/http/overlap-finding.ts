import { Hono } from "hono";
import * as v from "valibot";
import { overlapQuerySchema, queryItemsMax } from "../../shared/text/overlap-query.ts";
import type { Calculator } from "../calculation/calculator.ts";
import { inputBytes, jsonInput } from "./input.ts";
import { languageOf } from "./language.ts";
import { ProblemError } from "./problem.ts";

/** As many items as one question may hold, each with a long list of people, and the directory of a city. */
const bodyBytesMax = 8 * 1024 * 1024;

/** Too many items is another answer than no items, so their number is looked at apart. */
const input = v.object({
  ...overlapQuerySchema.entries,
  items: v.array(v.unknown()),
  language: v.optional(v.unknown()),
});

/** The overlaps among the items of a question, for scripts and other systems. No board is touched, nothing is kept. */
export function overlapFindingRoutes(calculator: Calculator) {
  return new Hono().post("/overlaps/find", inputBytes(bodyBytesMax), jsonInput(input), async (c) => {
    const asked = c.req.valid("json");
    if (asked.items.length > queryItemsMax) throw new ProblemError("too-large", "items");
    const spoken = languageOf(c.req.header("accept-language"));
    return c.json(
      await calculator.findOverlaps(v.parse(overlapQuerySchema, { ...asked, language: asked.language ?? spoken })),
    );
  });
}
