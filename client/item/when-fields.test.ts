import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { type Day, parseDay } from "../../shared/kit/day.ts";
import { type Minute, parseMinute } from "../../shared/kit/minute.ts";
import { sessions, type When, whenSchema } from "../../shared/model/when.ts";
import {
  boundsOf,
  fieldsToWhen,
  type WhenFields,
  type WhenResult,
  weeksOf,
  whenToFields,
  withDay,
  withHours,
  withYear,
  type YearHorizon,
  yearHorizons,
} from "./when-fields.ts";

const day = (text: string): Day => parseDay(text)!;
const min = (text: string): Minute => parseMinute(text)!;
const monday = day("2026-11-23");
const opening: When = { horizon: "time", day: monday, startMin: min("14:00"), endMin: min("16:30") };

/** Goes through horizons one after another, as a person clicks; answers the last result. */
function through(when: When, ...horizons: YearHorizon[]): WhenResult {
  let fields = whenToFields(when, null);
  let result: WhenResult = { kind: "when", when };
  for (const horizon of horizons) {
    result = fieldsToWhen(horizon, fields);
    if (result.kind === "when") fields = whenToFields(result.when, fields);
  }
  return result;
}
const placed = (when: When) => ({ kind: "when", when });

describe("from exact to vague", () => {
  test("an hour becomes its session, its day, its week, its month, its quarter, its year", () => {
    expect(through(opening, "session")).toEqual(placed({ horizon: "session", day: monday, session: "afternoon" }));
    expect(through(opening, "day")).toEqual(placed({ horizon: "day", day: monday }));
    expect(through(opening, "week")).toEqual(placed({ horizon: "week", period: "2026-W48" }));
    expect(through(opening, "month")).toEqual(placed({ horizon: "month", period: "2026-11" }));
    expect(through(opening, "quarter")).toEqual(placed({ horizon: "quarter", period: "2026-Q4" }));
    expect(through(opening, "year")).toEqual(placed({ horizon: "year", period: "2026" }));
  });

  test("a week over New Year is the week of its own year, its month that of its Thursday", () => {
    const newYear: When = { horizon: "day", day: day("2027-01-01") };
    expect(through(newYear, "week")).toEqual(placed({ horizon: "week", period: "2026-W53" }));
    expect(through({ horizon: "week", period: "2026-W53" }, "month")).toEqual(
      placed({ horizon: "month", period: "2026-12" }),
    );
  });
});

describe("from vague to exact", () => {
  test("what is not said is asked for, not guessed", () => {
    expect(through({ horizon: "year", period: "2026" }, "quarter")).toEqual({ kind: "missing", field: "quarter" });
    expect(through({ horizon: "year", period: "2026" }, "month")).toEqual({ kind: "missing", field: "month" });
    expect(through({ horizon: "month", period: "2026-11" }, "week")).toEqual({ kind: "missing", field: "week" });
    expect(through({ horizon: "week", period: "2026-W48" }, "day")).toEqual({ kind: "missing", field: "day" });
    expect(through({ horizon: "day", day: monday }, "session")).toEqual({ kind: "missing", field: "session" });
    expect(through({ horizon: "day", day: monday }, "time")).toEqual({ kind: "missing", field: "start" });
  });

  test("narrowing keeps the rest: the day, the last day", () => {
    const days: When = { horizon: "day", day: monday, lastDay: day("2026-11-25") };
    const fields = { ...whenToFields(days, null), session: "morning" as const };
    expect(fieldsToWhen("session", fields)).toEqual(placed({ ...days, horizon: "session", session: "morning" }));
  });

  test("back again nothing is lost", () => {
    for (const horizon of yearHorizons) expect(through(opening, horizon, "time"), horizon).toEqual(placed(opening));
  });

  test("back by several steps nothing is lost", () => {
    expect(through(opening, "session", "day", "week", "month", "quarter", "year", "week", "time")).toEqual(
      placed(opening),
    );
  });

  test("an hour of another session is not brought back", () => {
    const fields = { ...whenToFields(opening, null), session: "morning" as const };
    const asMorning = fieldsToWhen("session", fields);
    expect(asMorning.kind).toBe("when");
    if (asMorning.kind !== "when") return;
    expect(fieldsToWhen("time", whenToFields(asMorning.when, fields))).toEqual({ kind: "missing", field: "start" });
  });

  test("a day outside the month now chosen is not brought back", () => {
    const before = whenToFields(opening, null);
    const fields = whenToFields({ horizon: "month", period: "2026-12" }, before);
    expect(fieldsToWhen("day", fields)).toEqual({ kind: "missing", field: "day" });
    expect(fieldsToWhen("week", fields)).toEqual({ kind: "missing", field: "week" });
  });

  test("a week known before is found again inside the year, without inventing a day", () => {
    const before = whenToFields({ horizon: "week", period: "2026-W48" }, null);
    const fields = whenToFields({ horizon: "year", period: "2026" }, before);
    expect(fieldsToWhen("week", fields)).toEqual(placed({ horizon: "week", period: "2026-W48" }));
    expect(fieldsToWhen("day", fields)).toEqual({ kind: "missing", field: "day" });
  });
});

describe("what cannot be is not written", () => {
  const fields = whenToFields(opening, null);

  test("an end at or before the start", () => {
    expect(fieldsToWhen("time", { ...fields, endMin: min("13:00") })).toEqual({ kind: "wrong", field: "end" });
    expect(fieldsToWhen("time", { ...fields, endMin: min("14:00") })).toEqual({ kind: "wrong", field: "end" });
  });

  test("an earlier hour on a later last day is an end like any other", () => {
    const result = fieldsToWhen("time", { ...fields, lastDay: day("2026-11-24"), endMin: min("09:00") });
    expect(result.kind).toBe("when");
  });

  test("a last day before the first", () => {
    const lastDay = day("2026-11-22");
    for (const horizon of ["day", "session", "time"] as const)
      expect(fieldsToWhen(horizon, { ...fields, lastDay })).toEqual({ kind: "wrong", field: "lastDay" });
  });

  test("a year nobody plans", () => {
    for (const year of [1999, 20266, Number.NaN])
      expect(fieldsToWhen("year", { year })).toEqual({ kind: "wrong", field: "year" });
  });

  test("a last day that is the first day is not written at all", () => {
    expect(fieldsToWhen("day", { ...fields, lastDay: monday })).toEqual(placed({ horizon: "day", day: monday }));
  });
});

describe("single changes", () => {
  test("a new first day takes the last one along", () => {
    const fields = whenToFields({ horizon: "day", day: monday, lastDay: day("2026-11-25") }, null);
    const moved = withDay(fields, day("2026-12-31"));
    expect(moved).toMatchObject({
      day: "2026-12-31",
      lastDay: "2027-01-02",
      month: 12,
      week: { year: 2026, week: 53 },
    });
  });

  test("a range typed into the start sets both hours, an hour alone leaves the end", () => {
    const fields = whenToFields(opening, null);
    expect(withHours(fields, min("08:00"), min("10:00"))).toMatchObject({ startMin: 480, endMin: 600 });
    expect(withHours(fields, min("15:00"), null)).toMatchObject({ startMin: 900, endMin: 990 });
  });

  test("an hour that stands with the whole-day items stays there while its hour changes", () => {
    const allDay: When = { horizon: "time", day: monday, startMin: min("07:30"), session: "allday" };
    const fields = withHours(whenToFields(allDay, null), min("08:00"), null);
    expect(fieldsToWhen("time", fields)).toEqual(placed({ ...allDay, startMin: min("08:00") }));
  });

  test("a session beside the hour that the hour itself says is not written", () => {
    const fields: WhenFields = { ...whenToFields(opening, null), standsIn: "afternoon" };
    expect(fieldsToWhen("time", fields)).toEqual(placed(opening));
  });

  test("another year keeps quarter, month and week, and week 53 becomes 52", () => {
    const fields = withYear(whenToFields({ horizon: "week", period: "2026-W53" }, null), 2027);
    expect(fieldsToWhen("week", fields)).toEqual(placed({ horizon: "week", period: "2027-W52" }));
    expect(fieldsToWhen("month", fields)).toEqual(placed({ horizon: "month", period: "2027-12" }));
  });
});

describe("where a day is looked for", () => {
  test("in the exactest period known", () => {
    expect(boundsOf({ year: 2026 })).toEqual({ first: "2026-01-01", last: "2026-12-31" });
    expect(boundsOf({ year: 2026, quarter: 4 })).toEqual({ first: "2026-10-01", last: "2026-12-31" });
    expect(boundsOf({ year: 2028, month: 2 })).toEqual({ first: "2028-02-01", last: "2028-02-29" });
    expect(boundsOf({ year: 2026, week: { year: 2026, week: 48 } })).toEqual({
      first: "2026-11-23",
      last: "2026-11-29",
    });
  });

  test("the weeks of a month are those whose Thursday lies in it", () => {
    expect(weeksOf({ year: 2026, month: 11 }).map(({ week }) => week)).toEqual([45, 46, 47, 48]);
    expect(weeksOf({ year: 2026 })).toHaveLength(53);
    expect(weeksOf({ year: 2027 })).toHaveLength(52);
  });
});

test("whatever horizons are clicked through, what is written satisfies the schema", () => {
  const horizon = fc.constantFrom(...yearHorizons);
  const change = fc.record({
    startMin: fc.option(fc.integer({ min: 0, max: 1439 }), { nil: undefined }),
    endMin: fc.option(fc.integer({ min: 0, max: 1440 }), { nil: undefined }),
    session: fc.option(fc.constantFrom(...sessions), { nil: undefined }),
    lastDay: fc.option(fc.constantFrom(day("2026-11-20"), day("2026-11-25"), day("2027-01-02")), { nil: undefined }),
    month: fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined }),
  });
  let written = 0;
  fc.assert(
    fc.property(fc.array(fc.tuple(horizon, change), { maxLength: 6 }), (steps) => {
      let fields = whenToFields(opening, null);
      for (const [to, changed] of steps) {
        fields = { ...fields, ...(changed as Partial<WhenFields>) };
        const result = fieldsToWhen(to, fields);
        if (result.kind !== "when") continue;
        written++;
        expect(v.is(whenSchema, result.when)).toBe(true);
        fields = whenToFields(result.when, fields);
      }
    }),
    { seed: 20261128, numRuns: 2000 },
  );
  expect(written).toBeGreaterThan(2000);
});
