import { describe, expect, test } from "vitest";
import { item } from "../../test/world/small-city.ts";
import type { Day } from "../kit/day.ts";
import { isSameLanding, landAt, type Target, targetForAll, targetToText, textToTarget } from "./landing.ts";

const day = "2026-11-25" as Day;
const held = item("a", "08:30", { end: "10:00" });

describe("a card let go", () => {
  test("in a cell of its own session keeps its hours, on another day; in another session nobody has said one", () => {
    const morning: Target = { kind: "cell", day, session: "morning", office: "council" };
    expect(landAt(held, morning)).toMatchObject({ office: "council", when: { ...held.when, day } });
    expect(landAt(held, { ...morning, session: "afternoon" }).when).toEqual({
      ...{ horizon: "session", session: "afternoon" },
      day,
    });
  });

  test("in a session alone stays with its office; on an office alone it changes hands and keeps its time", () => {
    expect(landAt(held, { kind: "session", day, session: "morning" })).toEqual({
      ...held,
      when: { ...held.when, day },
    });
    expect(landAt(held, { kind: "session", day, session: "evening" })).toEqual({
      ...held,
      when: { horizon: "session", session: "evening", day },
    });
    expect(landAt(held, { kind: "office", office: "council" })).toEqual({ ...held, office: "council" });
  });

  test("on a day keeps its hours; in the tray it only waits for a day", () => {
    expect(landAt(held, { kind: "day", day }).when).toEqual({ ...held.when, day });
    expect(landAt(held, { kind: "tray", period: "2026-11" }).when).toEqual({ horizon: "month", period: "2026-11" });
    expect(landAt(landAt(held, { kind: "tray", period: "2026-W48" }), { kind: "day", day }).when).toEqual({
      horizon: "day",
      day,
    });
  });

  test("that lasts several days stays as long", () => {
    const long = { ...held, when: { horizon: "day", day: "2026-11-23" as Day, lastDay: "2026-11-24" as Day } as const };
    expect(landAt(long, { kind: "day", day }).when).toMatchObject({ day, lastDay: "2026-11-26" });
    expect(isSameLanding(long, landAt(long, { kind: "day", day: "2026-11-23" as Day }))).toBe(true);
    expect(isSameLanding(long, landAt(long, { kind: "day", day }))).toBe(false);
    const elsewhere: Target = { kind: "cell", day, session: "afternoon", office: "party" };
    const mornings = item("b", "08:00", { lastDay: "2026-11-25", end: "11:30" });
    expect(landAt(mornings, elsewhere).when).toEqual({
      ...{ horizon: "session", session: "afternoon", day },
      lastDay: "2026-11-27",
    });
  });
});

test("a hand that moves on a phone is told to all boards as the cell it would come to", () => {
  const cell = { kind: "cell", day, session: "evening", office: "party" } as const;
  expect(targetForAll(held, { kind: "session", day, session: "evening" })).toEqual(cell);
  const here = { ...cell, day: "2026-11-23", session: "morning", office: "people" };
  expect(targetForAll(held, { kind: "office", office: "people" })).toEqual(here);
  expect(targetForAll(held, cell)).toBe(cell);
  expect(targetForAll(held, { kind: "day", day })).toEqual({ kind: "day", day });
  const waiting = landAt(held, { kind: "tray", period: "2026-11" });
  expect(targetForAll(waiting, { kind: "office", office: "people" })).toEqual({ kind: "office", office: "people" });
});

test("a place is one text and back; what names none is none, whoever sent it", () => {
  const places: readonly Target[] = [
    { kind: "cell", day, session: "evening", office: "people" },
    { kind: "session", day, session: "evening" },
    { kind: "office", office: "people" },
    { kind: "day", day },
    ...["2026", "2026-Q4", "2026-11", "2026-W48"].map((period) => ({ kind: "tray", period }) as const),
  ];
  expect(places.map((place) => textToTarget(targetToText(place)))).toEqual(places);
  const odd = ["", "day", "day|2026-02-30", "cell|2026-11-25|noon|party", "cell|2026-11-25|morning|x", "tray|<b>"];
  odd.push("session|2026-11-25", "session|2026-11-25|noon", "office", "office|x", "office|x|x|party");
  expect(odd.map(textToTarget)).toEqual(odd.map(() => null));
});
