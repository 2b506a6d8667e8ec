import { performReading, type ReadingAnswer, type ReadingRequest } from "./reading-task.ts";

/** Reads one schedule at a time; a newer question gives up the older one. */
export type Reader = {
  /** Null when a newer question came first. */
  read(request: ReadingRequest): Promise<ReadingAnswer | null>;
  stop(): void;
};

/**
 * Reads in a worker: half a megabyte takes seconds. Where a worker cannot start (it could not be loaded because the line is
 * down) the page reads by itself.
 */
export function createReader(): Reader {
  let worker: Worker | null = null;
  let giveUp: (() => void) | null = null;

  const stop = () => {
    giveUp?.();
    giveUp = null;
    worker?.terminate();
    worker = null;
  };

  return {
    read(request) {
      stop();
      return new Promise((resolve) => {
        const own = new Worker(new URL("./reading-worker.ts", import.meta.url), { type: "module" });
        worker = own;
        giveUp = () => resolve(null);
        const answer = (reading: ReadingAnswer) => {
          giveUp = null;
          resolve(reading);
          stop();
        };
        own.addEventListener("message", ({ data }: MessageEvent<ReadingAnswer>) => answer(data));
        own.addEventListener("error", (event) => {
          event.preventDefault();
          answer(performReading(request));
        });
        own.postMessage(request);
      });
    },
    stop,
  };
}
