import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { whenArb } from "../../test/world/arbitraries.ts";
import { seed } from "../../test/world/seed.ts";
import { parseDay } from "../kit/day.ts";
import { mondayOf, weekOf, weeksInYear } from "../kit/week.ts";
import { parseDocumentName } from "../protocol/document-name.ts";
import {
  horizons,
  isPlaced,
  monthBounds,
  programmeYearOf,
  sessionOf,
  sessionOfMinute,
  type When,
  whenSchema,
} from "./when.ts";

const isWhen = (value: unknown) => v.is(whenSchema, value);
const read = (value: unknown) => v.parse(whenSchema, value);

describe("what is a when", () => {
  test("every horizon, from a term to the minute", () => {
    const examples: Record<(typeof horizons)[number], unknown> = {
      term: { horizon: "term", period: "2025-2030" },
      year: { horizon: "year", period: "2026" },
      quarter: { horizon: "quarter", period: "2026-Q4" },
      month: { horizon: "month", period: "2026-11" },
      week: { horizon: "week", period: "2026-W48" },
      day: { horizon: "day", day: "2026-11-24" },
      session: { horizon: "session", day: "2026-11-24", session: "afternoon" },
      time: { horizon: "time", day: "2026-11-24", startMin: 840, endMin: 1020 },
    };
    for (const horizon of horizons) expect(isWhen(examples[horizon]), horizon).toBe(true);
  });

  test("whatever the generator makes, and every horizon of it", () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(whenArb, (when) => {
        seen.add(when.horizon);
        expect(isWhen(when)).toBe(true);
      }),
      { seed, numRuns: 500 },
    );
    expect([...seen].sort()).toEqual([...horizons].sort());
  });

  test("a period belongs to its horizon", () => {
    expect(isWhen({ horizon: "month", period: "2026-Q4" })).toBe(false);
    expect(isWhen({ horizon: "quarter", period: "2026-11" })).toBe(false);
    expect(isWhen({ horizon: "year", period: "2026-W48" })).toBe(false);
    expect(isWhen({ horizon: "day", period: "2026-11-24" })).toBe(false);
    expect(isWhen({ horizon: "decade", period: "2020" })).toBe(false);
  });

  test("quarters, months and weeks that no calendar has are refused", () => {
    for (const period of ["2026-Q0", "2026-Q5", "2026-q4"]) expect(isWhen({ horizon: "quarter", period })).toBe(false);
    for (const period of ["2026-00", "2026-13", "2026-1"]) expect(isWhen({ horizon: "month", period })).toBe(false);
    for (const period of ["2026-W00", "2026-W54", "2026-W5"]) expect(isWhen({ horizon: "week", period })).toBe(false);
  });

  test("week 53 only in a year that has one: in another no board would show it", () => {
    for (let year = 2020; year <= 2040; year++)
      expect(isWhen({ horizon: "week", period: `${year}-W53` }), String(year)).toBe(weeksInYear(year) === 53);
  });

  test("a term is one that has a document", () => {
    for (const period of ["2025-2030", "2030-2025", "2025-2025", "2025-2035", "2025-2036", "2025-2099"])
      expect(isWhen({ horizon: "term", period }), period).toBe(parseDocumentName(`hanoi/term/${period}`) !== null);
  });

  test("days must exist", () => {
    expect(isWhen({ horizon: "day", day: "2026-02-29" })).toBe(false);
    expect(isWhen({ horizon: "day", day: "2028-02-29" })).toBe(true);
    expect(isWhen({ horizon: "day", day: "24/11/2026" })).toBe(false);
  });

  test("nothing may ride along that the horizon does not know", () => {
    expect(isWhen({ horizon: "day", day: "2026-11-24", startMin: 480 })).toBe(false);
    expect(isWhen({ horizon: "week", period: "2026-W48", day: "2026-11-24" })).toBe(false);
    expect(isWhen({ horizon: "session", day: "2026-11-24" })).toBe(false);
  });
});

describe("ordering", () => {
  const timeOf = (more: object) => ({ horizon: "time", day: "2026-11-24", startMin: 840, ...more });

  test("an end lies behind its start on the same day", () => {
    expect(isWhen(timeOf({ endMin: 841 }))).toBe(true);
    expect(isWhen(timeOf({ endMin: 840 }))).toBe(false);
    expect(isWhen(timeOf({ endMin: 480 }))).toBe(false);
    expect(isWhen(timeOf({ endMin: 480, lastDay: "2026-11-24" }))).toBe(false);
  });

  test("on a later last day the end may be at an earlier hour", () => {
    expect(isWhen(timeOf({ endMin: 480, lastDay: "2026-11-25" }))).toBe(true);
  });

  test("the last day is not before the first, whatever the horizon", () => {
    const span = { day: "2026-11-24", lastDay: "2026-11-23" };
    expect(isWhen({ horizon: "day", ...span })).toBe(false);
    expect(isWhen({ horizon: "session", ...span, session: "morning" })).toBe(false);
    expect(isWhen(timeOf({ lastDay: "2026-11-23" }))).toBe(false);
    expect(isWhen({ horizon: "day", day: "2026-12-30", lastDay: "2027-01-02" })).toBe(true);
    expect(isWhen({ horizon: "day", day: "2026-12-30", lastDay: "2026-12-30" })).toBe(true);
  });

  test("midnight ends a day and begins none", () => {
    expect(isWhen(timeOf({ endMin: 1440 }))).toBe(true);
    expect(isWhen(timeOf({ endMin: 1441 }))).toBe(false);
    expect(isWhen({ horizon: "time", day: "2026-11-24", startMin: 1439 })).toBe(true);
    expect(isWhen({ horizon: "time", day: "2026-11-24", startMin: 1440 })).toBe(false);
    expect(isWhen({ horizon: "time", day: "2026-11-24", startMin: -1 })).toBe(false);
    expect(isWhen({ horizon: "time", day: "2026-11-24", startMin: 480.5 })).toBe(false);
    expect(isWhen({ horizon: "time", day: "2026-11-24", startMin: "480" })).toBe(false);
  });
});

describe("the session an item stands in", () => {
  test("morning ends at noon, afternoon at six", () => {
    expect([0, 719, 720, 1079, 1080, 1439].map(sessionOfMinute)).toEqual([
      "morning",
      "morning",
      "afternoon",
      "afternoon",
      "evening",
      "evening",
    ]);
  });

  test("a bare day stands with the whole-day items, a session where it says, an hour where it falls", () => {
    const at = (value: object) => {
      const when = read({ day: "2026-11-24", ...value });
      return isPlaced(when) ? sessionOf(when) : null;
    };
    expect(at({ horizon: "day" })).toBe("allday");
    expect(at({ horizon: "session", session: "evening" })).toBe("evening");
    expect(at({ horizon: "time", startMin: 450 })).toBe("morning");
  });

  test("a session written beside the hour wins: “7:30, cả ngày”", () => {
    const when = read({ horizon: "time", day: "2026-11-24", startMin: 450, session: "allday" });
    expect(isPlaced(when) && sessionOf(when)).toBe("allday");
  });

  test("only what has a day is placed", () => {
    fc.assert(
      fc.property(whenArb, (when) => {
        expect(isPlaced(when)).toBe(["day", "session", "time"].includes(when.horizon));
      }),
      { seed },
    );
  });
});

describe("the programme that holds an item", () => {
  test("is that of its first day: a span across New Year stays where it begins", () => {
    expect(programmeYearOf(read({ horizon: "day", day: "2026-12-30", lastDay: "2027-01-02" }))).toBe(2026);
    expect(programmeYearOf(read({ horizon: "time", day: "2027-01-01", startMin: 480 }))).toBe(2027);
  });

  test("is that of its period", () => {
    for (const period of ["2026", "2026-Q4", "2026-11"]) {
      const horizon = ({ 4: "year", 7: period.includes("Q") ? "quarter" : "month" } as const)[period.length];
      expect(programmeYearOf(read({ horizon, period })), period).toBe(2026);
    }
  });

  test("of a week it is the year of its Thursday, also when its Monday lies in another (ISO 8601)", () => {
    expect(programmeYearOf(read({ horizon: "week", period: "2026-W53" }))).toBe(2026);
    expect(programmeYearOf(read({ horizon: "week", period: "2025-W01" }))).toBe(2025);
    expect(mondayOf({ year: 2025, week: 1 })).toBe("2024-12-30");
    const newYear = parseDay("2027-01-01");
    expect(newYear && weekOf(newYear)).toEqual({ year: 2026, week: 53 });
  });

  test("is none for a term: it has a document of its own", () => {
    expect(programmeYearOf(read({ horizon: "term", period: "2025-2030" }))).toBeNull();
  });

  test("has a document for whatever can be planned by period", () => {
    fc.assert(
      fc.property(whenArb, (when: When) => {
        const year = programmeYearOf(when);
        if (year !== null) expect(parseDocumentName(`hanoi/program/${year}`)).not.toBeNull();
      }),
      { seed },
    );
  });
});

describe("the bounds of a month", () => {
  test("know the length of every month, and leap years", () => {
    expect(monthBounds("2026-02")).toEqual({ first: "2026-02-01", last: "2026-02-28" });
    expect(monthBounds("2028-02")).toEqual({ first: "2028-02-01", last: "2028-02-29" });
    expect(monthBounds("2026-04")?.last).toBe("2026-04-30");
    expect(monthBounds("2026-12")?.last).toBe("2026-12-31");
  });

  test("are none for what is no month", () => {
    for (const period of ["2026-13", "2026-00", "2026", "", "2026-Q4"]) expect(monthBounds(period), period).toBeNull();
  });
});
