import { describe, expect, test } from "vitest";
import type { Pairing } from "../../shared/protocol/screen-feed.ts";
import { HandClock } from "../../test/world/hand-clock.ts";
import {
  type PairingEffect,
  type PairingEvent,
  type PairingState,
  pairingAfter,
  pairingBegun,
  slowDownMs,
} from "./pairing.ts";

const pairing = (code: string): Pairing => ({
  secret: `secret of ${code}`,
  code,
  path: `/pair?code=${code}`,
  expiresInSeconds: 600,
  intervalSeconds: 5,
});

type Asked = "code" | "token";

/** A screen on a clock moved by hand; `answers` is what the server says to the next questions, the last one for ever. */
function screenWith(answers: (asked: Asked, nowMs: number) => Omit<PairingEvent, "nowMs">) {
  const clock = new HandClock(0);
  const asked: { what: Asked; atMs: number }[] = [];
  let state: PairingState = pairingBegun[0];
  let begun = 0;
  const happen = (event: PairingEvent) => {
    const [next, effects] = pairingAfter(state, event);
    state = next;
    for (const effect of effects) perform(effect);
  };
  const ask = (what: Asked) => {
    asked.push({ what, atMs: clock.now() });
    const answer = answers(what, clock.now());
    happen({ nowMs: clock.now(), ...answer } as PairingEvent);
  };
  const perform = (effect: PairingEffect) => {
    if (effect.type === "ask-code") ask("code");
    else if (effect.type === "ask-token") ask("token");
    else if (effect.type === "wait") clock.after(effect.ms, () => happen({ type: "due", nowMs: clock.now() }));
    else begun += 1;
  };
  for (const effect of pairingBegun[1]) perform(effect);
  return { clock, asked, state: () => state, begun: () => begun };
}

const given = (code = "BCD-FGH") => ({ type: "given", pairing: pairing(code) }) as const;
const times = (asked: readonly { what: Asked; atMs: number }[], what: Asked) =>
  asked.filter((one) => one.what === what).map(({ atMs }) => atMs);

describe("a screen that is to be paired", () => {
  test("shows a code and asks as often as it was told, until it is let in", () => {
    const screen = screenWith((asked, nowMs) =>
      asked === "code" ? given() : { type: nowMs < 20_000 ? "pending" : "handed" },
    );
    expect(screen.state()).toMatchObject({ at: "shown", pairing: { code: "BCD-FGH" } });
    screen.clock.pass(60_000);
    expect(times(screen.asked, "token")).toEqual([5_000, 10_000, 15_000, 20_000]);
    expect(screen.begun()).toBe(1);
    expect(screen.state().at).toBe("paired");
    expect(screen.clock.waitingCount).toBe(0);
  });

  test("has patience when it is told to slow down, five seconds more each time (RFC 8628)", () => {
    const said: PairingEvent["type"][] = ["slow-down", "pending", "slow-down"];
    const screen = screenWith((asked) => (asked === "code" ? given() : { type: said.shift() ?? "pending" }));
    screen.clock.pass(45_000);
    expect(slowDownMs).toBe(5_000);
    expect(times(screen.asked, "token")).toEqual([5_000, 15_000, 25_000, 40_000]);
  });

  test("takes a new code by itself when the one it shows is over, by its own clock or by the server's word", () => {
    const codes = ["BCD-FGH", "JKL-MNP", "QRS-TVW"];
    const screen = screenWith((asked, nowMs) => {
      if (asked === "code") return given(codes.shift() ?? "XXX-XXX");
      return { type: nowMs === 700_000 ? "ended" : "pending" };
    });
    screen.clock.pass(600_000);
    expect(screen.state()).toMatchObject({ at: "shown", pairing: { code: "JKL-MNP" } });
    screen.clock.pass(100_000);
    expect(screen.state()).toMatchObject({ at: "shown", pairing: { code: "QRS-TVW" }, untilMs: 1_300_000 });
    expect(times(screen.asked, "code")).toEqual([0, 600_000, 700_000]);
  });

  test("says that nobody answers and goes on trying, at most every eight seconds, for as long as it takes", () => {
    let isThere = false;
    const screen = screenWith((asked) => {
      if (!isThere) return { type: "unanswered" };
      return asked === "code" ? given() : { type: "pending" };
    });
    screen.clock.pass(40_000);
    expect(screen.state().at).toBe("waiting");
    expect(times(screen.asked, "code")).toEqual([0, 1_000, 3_000, 7_000, 15_000, 23_000, 31_000, 39_000]);
    isThere = true;
    screen.clock.pass(8_000);
    expect(screen.state()).toMatchObject({ at: "shown", isHeard: true });
    isThere = false;
    screen.clock.pass(5_000);
    // The code is still good: it stays.
    expect(screen.state()).toMatchObject({ at: "shown", isHeard: false, pairing: { code: "BCD-FGH" } });
    isThere = true;
    screen.clock.pass(5_000);
    expect(screen.state()).toMatchObject({ at: "shown", isHeard: true });
  });

  test("an answer that comes too late changes nothing", () => {
    const paired: PairingState = { at: "paired" };
    const late: PairingEvent[] = [
      { type: "pending" },
      { type: "handed" },
      { type: "ended" },
      { type: "due", nowMs: 0 },
      { ...given(), nowMs: 0 },
    ];
    for (const event of late) expect(pairingAfter(paired, event)).toEqual([paired, []]);
    const asking: PairingState = { at: "asking", attempt: 2 };
    for (const type of ["pending", "ended", "handed"] as const)
      expect(pairingAfter(asking, { type })).toEqual([asking, []]);
  });
});
