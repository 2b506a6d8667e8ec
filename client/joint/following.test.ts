import { expect, test, vi } from "vitest";
import type { Day } from "../../shared/kit/day.ts";
import { item } from "../../test/world/small-city.ts";
import type { Place } from "../place.ts";

vi.stubGlobal("localStorage", { getItem: () => null, setItem: () => {} });
vi.stubGlobal("document", { documentElement: { lang: "" } });
const { placeFor } = await import("./following.ts");
const { placeOfScope, scopeOfPlace, scopeName } = await import("./scope.ts");
const { setLanguage } = await import("../text/language.ts");

const week = (number: number): Place => ({ view: "week", week: { year: 2026, week: number } });
const november: Place = { view: "month", year: 2026, month: 11 };
const monday = "2026-11-23";
const desk = (from: Place) => ({ from, isNarrow: false });
const phone = (from: Place) => ({ from, isNarrow: true });

test("the board goes to the week of the topic, and nowhere when one of its cards is there already", () => {
  const here = item("a", "08:00", { day: monday });
  const nextWeek = item("b", "08:00", { day: "2026-11-30" });
  expect(placeFor([here], desk(week(48)))).toBeNull();
  expect(placeFor([nextWeek, here], desk(week(48)))).toBeNull();
  expect(placeFor([nextWeek], desk(week(48)))).toEqual(week(49));
  expect(placeFor([here], desk({ view: "directory" }))).toEqual(week(48));
});

test("who looks at months stays with months; a phone goes to the day", () => {
  const here = item("a", "08:00", { day: monday });
  const inDecember = item("b", "08:00", { day: "2026-12-15" });
  expect(placeFor([here], desk(november))).toBeNull();
  expect(placeFor([inDecember], desk(november))).toEqual({ view: "month", year: 2026, month: 12 });
  const onDay: Place = { view: "week", week: { year: 2026, week: 48 }, day: monday as Day };
  expect(placeFor([here], phone(onDay))).toBeNull();
  expect(placeFor([here], phone(week(48)))).toEqual(onDay);
  expect(placeFor([item("c", "08:00", { day: "2026-11-24" })], phone(onDay))).toEqual({ ...onDay, day: "2026-11-24" });
});

test("what stands on no day leads nowhere", () => {
  const waiting = { ...item("a", null), when: { horizon: "month", period: "2026-11" } as const };
  expect(placeFor([waiting], desk(week(48)))).toBeNull();
  expect(placeFor([], desk(week(48)))).toBeNull();
});

test("the week or month that is looked at is what a session is about, and the way back to it", () => {
  for (const place of [week(5), week(53), november]) {
    const scope = scopeOfPlace(place);
    expect(scope && placeOfScope(scope)).toEqual(place);
  }
  expect(scopeOfPlace(week(5))).toEqual({ horizon: "week", period: "2026-W05" });
  expect(scopeOfPlace({ view: "directory" })).toBeNull();
});

test("inside a sentence a week is a number and a month begins small, where the language has it so", () => {
  const [inWeek, inMonth] = [scopeOfPlace(week(48)), scopeOfPlace(november)];
  if (!inWeek || !inMonth) throw new Error("no scope");
  const names = (["vi", "en", "fr"] as const).map((language) => {
    setLanguage(language);
    return [scopeName(inWeek), scopeName(inMonth)];
  });
  setLanguage("vi");
  expect(names).toEqual([
    ["tuần 48", "tháng 11/2026"],
    ["week 48", "November 2026"],
    ["semaine 48", "novembre 2026"],
  ]);
});
