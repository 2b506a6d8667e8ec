/** What is read off a process and off a list of times. */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

/** Processor time of a process with all its threads, from Linux' /proc: 100 ticks a second. */
export function cpuSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

/**
 * How long the threads of a process stood ready while others had the processor, in seconds: on a busy machine this, and not
 * the server, is what an edit waits for. From Linux' /proc, in nanoseconds.
 */
export function starvedSeconds(pid: number): number {
  const threads = readdirSync(`/proc/${pid}/task`);
  const waits = threads.map((thread) =>
    Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, "utf8").split(" ")[1]),
  );
  return waits.reduce((sum, wait) => sum + wait, 0) / 1e9;
}

export function memoryMib(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1024;
}

/** The value below which `share` of them lie; NaN when there are none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Processors that Linux' `taskset` can keep a process on; null where there is no such thing. */
export const canPin = spawnSync("taskset", ["--version"]).status === 0;

/** Puts this process, with all its threads, on the second processor: the measured server has the first. */
export function pinLoad(): void {
  if (canPin) spawnSync("taskset", ["-acp", "1", String(process.pid)]);
}

/** Puts a server that runs already on the first processor. */
export function pinServer(pid: number): void {
  if (canPin) spawnSync("taskset", ["-acp", "0", String(pid)]);
}

/** How to start `command` on the first processor. */
export function pinned(command: string, args: readonly string[]): { command: string; args: readonly string[] } {
  return canPin ? { command: "taskset", args: ["-c", "0", command, ...args] } : { command, args };
}

/** Rows of texts as a table that can be pasted into a README; the first row is its head. */
export function table(rows: readonly (readonly string[])[]): string {
  const [head = [], ...body] = rows;
  const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) => `| ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(" | ")} |`;
  const rule = `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`;
  return `${[line(head), rule, ...body.map(line)].join("\n")}\n`;
}
