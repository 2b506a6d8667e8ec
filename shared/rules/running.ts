import type { JointSession } from "../model/joint-session.ts";

/** A working day: a session that nobody has led, decided in or come to for longer was left, not closed. */
export const idleMaxMs = 12 * 3_600_000;

/**
 * Whether a joint session is going on: not closed, and not left lying. One that was left is taken up again by whoever steps
 * in it. Of several for one scope the last opened comes first ({@link lastOpenedFirst}).
 */
export function isRunning(session: JointSession, nowMs: number): boolean {
  return session.closed === null && nowMs - lastSignMs(session) < idleMaxMs;
}

export function lastOpenedFirst(a: JointSession, b: JointSession): number {
  return b.opened.atMs - a.opened.atMs || (a.id < b.id ? -1 : 1);
}

/** When something last happened in a session, by the clocks of those who did it. */
function lastSignMs({ opened, lead, step, resolutions, present }: JointSession): number {
  return Math.max(
    opened.atMs,
    lead.atMs,
    step?.atMs ?? 0,
    resolutions.at(-1)?.atMs ?? 0,
    ...present.map(({ joinedMs, leftMs }) => leftMs ?? joinedMs),
  );
}
