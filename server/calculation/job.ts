import { readSchedule, type ScheduleReading } from "../../shared/text/schedule-reading.ts";
import type { ScheduleInput } from "./calculator.ts";

/** What the thread can be asked, each kind with its input and its answer. */
export type Job = { readonly kind: "read-schedule"; readonly input: ScheduleInput };

export type JobAnswers = { "read-schedule": ScheduleReading };

/** Thread → main thread; the thread does one job at a time, so an answer needs no number. */
export type JobReply =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly message: string };

/** Does the job, on whatever thread it is called. */
export function doJob({ input: { text, year } }: Job): JobAnswers[Job["kind"]] {
  return readSchedule(text, year === undefined ? {} : { year });
}
