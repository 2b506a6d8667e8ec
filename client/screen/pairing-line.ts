import { type Accessor, createSignal, onCleanup } from "solid-js";
import type { Pairing } from "../../shared/protocol/screen-feed.ts";
import { later, nowMs } from "../clock.ts";
import { type PairingEffect, type PairingEvent, type PairingState, pairingAfter, pairingBegun } from "./pairing.ts";

/** Asks for a code and waits for it to be claimed, for as long as its owner lives; then begins. */
export function createPairing(begin: () => void): Accessor<PairingState> {
  const [state, setState] = createSignal<PairingState>(pairingBegun[0]);
  let isOver = false;
  let stopWaiting = () => {};
  const perform = (effect: PairingEffect) => {
    switch (effect.type) {
      case "ask-code":
        return void askCode().then(happen);
      case "ask-token":
        return void askToken(effect.secret).then(happen);
      case "wait":
        stopWaiting = later(effect.ms, () => happen({ type: "due", nowMs: nowMs() }));
        return;
      case "begin":
        return begin();
    }
  };
  const happen = (event: PairingEvent) => {
    if (isOver) return;
    const [next, effects] = pairingAfter(state(), event);
    setState(next);
    for (const effect of effects) perform(effect);
  };
  for (const effect of pairingBegun[1]) perform(effect);
  onCleanup(() => {
    isOver = true;
    stopWaiting();
  });
  return state;
}

async function askCode(): Promise<PairingEvent> {
  // What whoever claims it is shown: which of two walls is asking.
  const size = `${screen.width}×${screen.height}`;
  const answer = await post("/api/screens/pairing", { size });
  return answer?.ok
    ? { type: "given", pairing: (await answer.json()) as Pairing, nowMs: nowMs() }
    : { type: "unanswered" };
}

const eventByCode: Readonly<Record<string, PairingEvent>> = {
  "authorization-pending": { type: "pending" },
  "slow-down": { type: "slow-down" },
  "expired-token": { type: "ended" },
  "access-denied": { type: "ended" },
};

async function askToken(secret: string): Promise<PairingEvent> {
  const answer = await post("/api/screens/pairing/token", { secret });
  if (answer?.ok) return { type: "handed" };
  const problem: unknown = await answer?.json().catch(() => null);
  const code = typeof problem === "object" && problem !== null && "code" in problem ? String(problem.code) : "";
  return eventByCode[code] ?? { type: "unanswered" };
}

async function post(path: string, body: unknown): Promise<Response | null> {
  try {
    const headers = { "Content-Type": "application/json" };
    return await fetch(path, { method: "POST", headers, body: JSON.stringify(body) });
  } catch {
    return null;
  }
}
