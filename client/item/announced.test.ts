import * as v from "valibot";
import { expect, test } from "vitest";
import type { Day } from "../../shared/kit/day.ts";
import { itemFieldSchemas } from "../../shared/model/item.ts";
import { item } from "../../test/world/small-city.ts";
import { announcedOn, announcedState } from "./announced.ts";

const day = (text: string) => text as Day;
const today = day("2026-11-20");
const meeting = (wish: object = {}) => item("a", "08:00", { day: "2026-11-27", ...wish });
const told = (on: string, of = "2026-11-27") => ({ announced: { on, of } });

test("what stands on a day can be announced with one click, until people were told of that very day or it is past", () => {
  expect(announcedState(meeting(), today)?.today).toEqual({ on: today, of: "2026-11-27" });
  expect(announcedState(meeting(told("2026-11-18")), today)?.today).toBeNull();
  expect(announcedState(meeting(), day("2026-11-28"))?.today).toBeNull();
  expect(announcedState(meeting(), day("2026-11-27"))?.today).toEqual({ on: "2026-11-27", of: "2026-11-27" });
});

test("moved since, it can be announced anew", () => {
  const moved = announcedState(meeting(told("2026-11-18", "2026-11-25")), today);
  expect(moved).toMatchObject({ isMoved: true, today: { on: today, of: "2026-11-27" } });
  expect(announcedState(meeting(told("2026-11-18")), today)?.isMoved).toBe(false);
});

test("who is told of what: a reception is posted, and nobody is invited to a dossier unless it is written", () => {
  expect(announcedState(meeting({ kind: "reception" }), today)?.way).toBe("posted");
  expect(announcedState(meeting({ kind: "meeting" }), today)?.way).toBe("invited");
  for (const kind of ["dossier", "duty", "office-work"]) {
    expect(announcedState(meeting({ kind }), today)).toBeNull();
    expect(announcedState(meeting({ kind, ...told("2026-11-18") }), today)?.told).not.toBeNull();
  }
});

test("without a day there is nothing to tell; what was told before is still shown", () => {
  const vague = { ...meeting(), when: { horizon: "month", period: "2026-12" } } as const;
  expect(announcedState(vague, today)).toBeNull();
  const before = announcedState({ ...vague, ...(told("2026-11-18") as object) }, today);
  expect(before).toMatchObject({ day: null, isMoved: false, today: null });
  expect(before && announcedOn(day("2026-11-19"), before)).toEqual({ on: "2026-11-19", of: "2026-11-27" });
});

test("a day that is typed is one value with the day people were told of; after that day nobody can have been told", () => {
  const state = announcedState(meeting(told("2026-11-18", "2026-11-25")), today);
  if (!state) throw new Error("it has a day");
  const value = announcedOn(day("2026-11-23"), state);
  expect(value).toEqual({ on: "2026-11-23", of: "2026-11-27" });
  expect(v.is(itemFieldSchemas.announced, value)).toBe(true);
  expect(announcedOn(day("2026-11-27"), state)).not.toBeNull();
  expect(announcedOn(day("2026-11-28"), state)).toBeNull();
});
