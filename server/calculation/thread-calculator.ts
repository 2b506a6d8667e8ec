import { Worker } from "node:worker_threads";
import type { Clock } from "../observe/clock.ts";
import type { Stop } from "../observe/stop.ts";
import { Busy, type Calculator, Overrun } from "./calculator.ts";
import type { Job, JobAnswers, JobReply } from "./job.ts";

/** A year of schedules takes about 3 s; what takes longer is no schedule. */
export const jobMaxMs = 15_000;
/** Waiting jobs hold their input: 16 of 1 MiB are nothing, and the last of them has waited long enough. */
const waitingMax = 16;

/** An input that asks for more ends the thread, not the server. */
const resourceLimits = { maxOldGenerationSizeMb: 512 };

type Waiting = { readonly job: Job; resolve(value: unknown): void; reject(error: Error): void };

/** A {@link Calculator} with a thread of its own, started by the first job. The stop rejects what still waits. */
export function startCalculator(clock: Clock): { readonly calculator: Calculator; readonly stop: Stop } {
  const waiting: Waiting[] = [];
  let worker: Worker | null = null;
  let current: Waiting | null = null;
  let stopTimer: Stop = () => {};
  let isStopped = false;

  const settle = (act: (job: Waiting) => void) => {
    stopTimer();
    const done = current;
    current = null;
    if (done) act(done);
    next();
  };
  const dismiss = (error: Error) => {
    // It is in the middle of something; the next job gets a thread of its own.
    void worker?.terminate();
    worker = null;
    settle((job) => job.reject(error));
  };
  const hire = () => {
    const hired = new Worker(new URL("./worker.ts", import.meta.url), { resourceLimits });
    hired.unref();
    // A dismissed thread may still say something: it is no longer about the current job.
    const whileHired =
      <T>(act: (what: T) => void) =>
      (what: T) =>
        void (hired === worker && act(what));
    hired.on(
      "message",
      whileHired((reply: JobReply) => {
        // Under `node --watch` a thread also reports which files it reads, in messages of Node's own.
        if (!("ok" in reply)) return;
        settle((job) => (reply.ok ? job.resolve(reply.value) : job.reject(new Error(reply.message))));
      }),
    );
    hired.on(
      "error",
      whileHired((error: unknown) => dismiss(new Error(String(error)))),
    );
    hired.on(
      "exit",
      whileHired(() => dismiss(new Error("the calculation thread ended"))),
    );
    return hired;
  };
  const next = () => {
    if (current || isStopped) return;
    current = waiting.shift() ?? null;
    if (!current) return;
    worker ??= hire();
    worker.postMessage(current.job);
    stopTimer = clock.after(jobMaxMs, () => dismiss(new Overrun()));
  };
  const ask = <J extends Job>(job: J): Promise<JobAnswers[J["kind"]]> =>
    new Promise((resolve, reject) => {
      if (waiting.length >= waitingMax || isStopped) return reject(new Busy());
      // The thread answers each kind with the shape that `JobAnswers` gives for it.
      waiting.push({ job, resolve: resolve as (value: unknown) => void, reject });
      next();
    });

  return {
    calculator: {
      readSchedule: (input) => ask({ kind: "read-schedule", input }),
      findOverlaps: (input) => ask({ kind: "find-overlaps", input }),
      packUpdate: (input) => ask({ kind: "pack-update", input }),
      writeMinutes: (input) => ask({ kind: "write-minutes", input }),
    },
    stop() {
      isStopped = true;
      for (const job of waiting.splice(0)) job.reject(new Busy());
      dismiss(new Busy());
    },
  };
}
