import { sValidator } from "@hono/standard-validator";
import { bodyLimit } from "hono/body-limit";
import type { GenericSchema } from "valibot";
import { ProblemError } from "./problem.ts";

/** A JSON body that must fit `schema`; otherwise a `bad-input` problem that names the first place that does not. */
export function jsonInput<S extends GenericSchema>(schema: S) {
  return sValidator("json", schema, (result) => {
    if (result.success) return;
    const path = result.error[0]?.path?.map((step) => String(typeof step === "object" ? step.key : step));
    throw new ProblemError("bad-input", path?.join("."));
  });
}

/** Refuses longer bodies with a `too-large` problem, also when they do not say how long they are. */
export function inputBytes(maxSize: number) {
  return bodyLimit({
    maxSize,
    onError: () => {
      throw new ProblemError("too-large");
    },
  });
}
