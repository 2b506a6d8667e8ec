import { performReading, type ReadingRequest } from "./reading-task.ts";

/** Reads schedules beside the page, so that it never stands still. One question in, one answer out, in order. */
addEventListener("message", ({ data }: MessageEvent<ReadingRequest>) => {
  postMessage(performReading(data));
});
