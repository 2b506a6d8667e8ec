import { type Accessor, createSignal, onCleanup } from "solid-js";
import { every } from "../clock.ts";
import { driftAt, driftEveryMs } from "./drift.ts";

/** Where the picture stands now (`drift.ts`), for as long as its owner lives. */
export function createDrift(): Accessor<ReturnType<typeof driftAt>> {
  const [step, setStep] = createSignal(0);
  onCleanup(every(driftEveryMs, () => setStep((before) => before + 1)));
  return () => driftAt(step());
}
