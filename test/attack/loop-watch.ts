/**
 * Loaded into an attacked server before its own code (`NODE_OPTIONS=--import …`): on SIGUSR2 it says on standard output how
 * late its event loop was since the last time, in milliseconds.
 */
import { monitorEventLoopDelay } from "node:perf_hooks";

const resolutionMs = 5;
const delays = monitorEventLoopDelay({ resolution: resolutionMs });
delays.enable();

process.on("SIGUSR2", () => {
  // The histogram counts from one look at the clock to the next, so a loop that is never late shows the resolution.
  const ms = (nanoseconds: number) => Math.max(0, nanoseconds / 1e6 - resolutionMs).toFixed(1);
  process.stdout.write(
    `loop delay p50 ${ms(delays.percentile(50))} p99 ${ms(delays.percentile(99))} most ${ms(delays.max)}\n`,
  );
  delays.reset();
});
