import { describe, expect, test } from "vitest";
import type { Line, ScreenShow } from "../../shared/protocol/screen-feed.ts";
import { line, shows, step, viewOf, week } from "../../test/world/screen-views.ts";
import { standing } from "./held.ts";

const frozen = (show: ScreenShow) => viewOf(show, { isFrozen: true });
const day = (lines: readonly Line[]): ScreenShow => ({
  of: "programme",
  title: "Tuần 48",
  now: null,
  parts: [{ key: "mon", title: "Thứ Hai", day: "2026-11-23", lines }],
});
const secret = line({ key: "secret", matter: "Họp kín về nhân sự" });
const masked = line({ key: "secret", matter: "Bận", who: null, where: null, isWithheld: true });

describe("a frozen screen", () => {
  test("stays as it was, whatever changes behind it, until it is let go", () => {
    const held = week(3);
    expect(standing(held, frozen(week(5)))).toBe(held);
    expect(standing(step, frozen({ ...step, title: "Trùng lịch 3 / 8" }))).toBe(step);
    const next = viewOf(week(5));
    expect(standing(held, next)).toBe(next.show);
  });

  test("gives way to something else that is chosen", () => {
    const other = { ...week(3), title: "Chương trình công tác tuần 49" };
    expect(standing(week(3), frozen(other))).toBe(other);
    expect(standing(week(3), frozen(shows.overlaps))).toBe(shows.overlaps);
  });

  test("shows what there is when it was frozen before it showed anything", () => {
    expect(standing(null, frozen(step))).toBe(step);
  });

  test("goes black when it is told to", () => {
    expect(standing(week(3), frozen({ of: "blank" }))).toEqual({ of: "blank" });
  });

  test("[P9] does not go on showing what has been withheld since", () => {
    const other = line({ key: "other" });
    const now = standing(day([secret, other]), frozen(day([masked, { ...other, hour: "11:00" }])));
    expect(JSON.stringify(now)).not.toContain("nhân sự");
    // Everything else stands as it stood.
    expect(now).toEqual(day([masked, other]));
    const today: ScreenShow = { of: "today", title: "Hôm nay", now: [secret], next: [other] };
    expect(standing(today, frozen({ ...today, now: [], next: [masked] }))).toEqual({ ...today, now: [masked] });
  });

  test("[P9] of a step or a list of overlaps takes the new view, since a sentence there may name what is withheld", () => {
    const list = (reason: string, side: Line): ScreenShow => ({
      of: "overlaps",
      title: "",
      rows: [{ key: "o", certainty: "certain", word: "", reason, a: { ...side, day: "Thứ Hai" }, b: null }],
    });
    const after = list("Một việc bận…", masked);
    expect(standing(list("Họp kín về nhân sự…", secret), frozen(after))).toBe(after);
    const stepOf = (side: Line): ScreenShow => ({ ...step, sides: [{ ...side, day: "Thứ Hai" }] });
    const next = stepOf(masked);
    expect(standing(stepOf(secret), frozen(next))).toBe(next);
  });
});
