import { monitorEventLoopDelay } from "node:perf_hooks";
import { gaugeText } from "./measures.ts";
import { named } from "./meters.ts";
import type { Stop } from "./stop.ts";

/** Node looks this often how late it is. Each look wakes the thread: every 10 ms they would cost 4 ms of every second. */
export const resolutionMs = 50;

export type ProcessGauges = { text(): string; readonly stop: Stop };

/** What the process itself weighs, and how long its one thread keeps everybody waiting, since the page was last read. */
export function watchProcess(): ProcessGauges {
  const delay = monitorEventLoopDelay({ resolution: resolutionMs });
  delay.enable();
  return {
    text() {
      const { rss, heapUsed, external } = process.memoryUsage();
      const [p50, p99, max] = [delay.percentile(50), delay.percentile(99), delay.max].map(secondsLate);
      delay.reset();
      return [
        gaugeText(
          named("loop_delay_p50_seconds", "Lateness of the event loop since the last reading, median."),
          p50 ?? 0,
        ),
        gaugeText(named("loop_delay_p99_seconds", "The same, 99th percentile."), p99 ?? 0),
        gaugeText(named("loop_delay_max_seconds", "The same, worst."), max ?? 0),
        gaugeText(named("resident_memory_bytes", "Memory of the process."), rss),
        gaugeText(named("heap_used_bytes", "JavaScript objects of the main thread."), heapUsed),
        gaugeText(named("external_memory_bytes", "Buffers outside the JavaScript heap."), external),
      ].join("");
    },
    stop: () => void delay.disable(),
  };
}

/** The histogram counts nanoseconds between looks, so a loop that is never late stands at the resolution; empty, it says NaN or 0. */
function secondsLate(nanoseconds: number): number {
  return Number.isFinite(nanoseconds) ? Math.max(0, nanoseconds / 1e9 - resolutionMs / 1000) : 0;
}
