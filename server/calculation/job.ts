import { unreachable } from "../../shared/kit/assert.ts";
import { findOverlaps, type OverlapQuery } from "../../shared/text/overlap-query.ts";
import { readSchedule, type ScheduleReading } from "../../shared/text/schedule-reading.ts";
import { packUpdate } from "../live/packing.ts";
import type { FoundOverlaps, MinutesInput, ScheduleInput } from "./calculator.ts";

/** What the thread can be asked, each kind with its input. */
export type Job =
  | { readonly kind: "read-schedule"; readonly input: ScheduleInput }
  | { readonly kind: "find-overlaps"; readonly input: OverlapQuery }
  | { readonly kind: "pack-update"; readonly input: Uint8Array }
  | { readonly kind: "write-minutes"; readonly input: MinutesInput };

/** The answer to each kind. */
export type JobAnswers = {
  "read-schedule": ScheduleReading;
  "find-overlaps": FoundOverlaps;
  "pack-update": Uint8Array;
  "write-minutes": Uint8Array;
};

/** Thread → main thread; the thread does one job at a time, so an answer needs no number. */
export type JobReply =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly message: string };

/** Does the job, on whatever thread it is called. */
export async function doJob(job: Job): Promise<JobAnswers[Job["kind"]]> {
  switch (job.kind) {
    case "read-schedule":
      return readSchedule(job.input.text, job.input.year === undefined ? {} : { year: job.input.year });
    case "find-overlaps":
      return findOverlaps(job.input);
    case "pack-update":
      return packUpdate(job.input);
    case "write-minutes": {
      // Most servers write none for weeks: what writes Word documents is loaded with the first.
      const { minutesToDocx } = await import("../minutes/minutes-docx.ts");
      return minutesToDocx(job.input.text, job.input.language);
    }
    default:
      return unreachable(job);
  }
}
