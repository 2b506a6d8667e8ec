import { type Refusal, refusedMessage } from "../../shared/protocol/refusal.ts";
import { editRefused } from "../observe/events.ts";
import type { Log } from "../observe/log.ts";
import type { Meters } from "../observe/meters.ts";
import { refusedFrame } from "./frame.ts";

type Parts = { readonly name: string; readonly log: Log; readonly meters: Meters };

/** Tells a browser what of its update was not taken; counts and logs why, never what. */
export function tellRefused(
  { name, log, meters }: Parts,
  member: { send(frame: Uint8Array): void },
  refusals: readonly Refusal[],
): void {
  if (refusals.length === 0) return;
  for (const { why } of refusals) meters.refused(why);
  const reasons = [...new Set(refusals.map(({ why }) => why))].join(" ");
  editRefused(log, { document: name, reasons, count: refusals.length });
  member.send(refusedFrame(refusedMessage(refusals)));
}
