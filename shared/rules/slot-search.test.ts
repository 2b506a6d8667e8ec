import { describe, expect, test } from "vitest";
import { benchDirectory, benchItems, seeded } from "../../test/load/bench-programme.ts";
import { ruledIndex } from "../../test/world/ruled-city.ts";
import { an, binh, item } from "../../test/world/small-city.ts";
import { chairedBy } from "../../test/world/told-overlaps.ts";
import { addDays, type Day, daysBetween } from "../kit/day.ts";
import { minuteToText } from "../kit/minute.ts";
import type { Item } from "../model/item.ts";
import type { Slot } from "../model/slot.ts";
import { fitByDay } from "./day-fit.ts";
import { createOverlapIndex } from "./overlap-index.ts";
import { freeRoomsFor } from "./room-search.ts";
import { clashesAt, searchSlots } from "./slot-search.ts";

const monday = "2026-11-23" as Day;
const friday = "2026-11-27" as Day;
const told = ({ when, fit, room }: Slot) =>
  [when.day.slice(8), minuteToText(when.startMin), fit, room].filter(Boolean).join(" ");
const wanted = (wish: object = {}): Item => chairedBy("new", "08:00", an, wish);
/** An keeps these hours of the week busy. */
const busy = (...hours: (readonly [day: string, from: string, to: string])[]) =>
  hours.map(([day, start, end], at) => chairedBy(`x${at}`, start, an, { day: `2026-11-${day}`, end, room: "p3" }));

describe("the nearest good time", () => {
  test("the wanted hour itself when nothing is in the way, then those around it", () => {
    const { slots, free, looked } = searchSlots(ruledIndex([]), { item: wanted(), from: monday, to: friday, most: 3 });
    expect(slots.map(told)).toEqual(["23 08:00 free", "23 07:30 free", "23 08:30 free"]);
    expect(free).toBe(looked);
  });

  test("past what is busy, over the holiday on the 24th, to the nearest free hour of any office", () => {
    const index = ruledIndex(busy(["23", "07:30", "17:30"], ["25", "07:30", "10:00"]));
    const { slots } = searchSlots(index, { item: wanted(), from: monday, to: friday, most: 2 });
    expect(slots.map(told)).toEqual(["25 10:00 free", "25 10:30 free"]);
  });

  test("an item that stands on the board does not stand in its own way", () => {
    const own = wanted({ day: "2026-11-25" });
    const { slots } = searchSlots(ruledIndex([own]), { item: own, from: monday, to: friday, most: 1 });
    expect(slots.map(told)).toEqual(["25 08:00 free"]);
  });

  test("a written length is kept, a given one is written, an open one stays open", () => {
    const search = { from: monday, to: monday, most: 1 };
    const whenOf = (item: Item, lengthMin?: number) =>
      searchSlots(ruledIndex([]), { item, ...search, ...(lengthMin !== undefined && { lengthMin }) }).slots[0]?.when;
    expect(whenOf(wanted({ end: "09:10" }))).toMatchObject({ startMin: 480, endMin: 550 });
    expect(whenOf(wanted(), 45)).toMatchObject({ startMin: 480, endMin: 525 });
    expect(whenOf(wanted())).not.toHaveProperty("endMin");
  });

  test("days in a row are kept together, what has no day yet finds one", () => {
    const days = wanted({ lastDay: "2026-11-24" });
    expect(
      searchSlots(ruledIndex([]), { item: days, from: monday, to: friday }).slots.every(
        ({ when }) => when.lastDay === addDays(when.day, 1),
      ),
    ).toBe(true);
    const vague: Item = { ...wanted(), when: { horizon: "month", period: "2026-11" } };
    expect(searchSlots(ruledIndex([]), { item: vague, from: monday, to: friday, most: 1 }).slots).toHaveLength(1);
  });

  test("what takes the whole day stays whole, wherever it is moved", () => {
    const range = { from: monday, to: friday, most: 1 };
    const index = ruledIndex(busy(["23", "14:00", "15:00"]));
    const begun = wanted({ session: "allday" });
    expect(searchSlots(index, { item: begun, ...range }).slots[0]?.when).toMatchObject({
      ...{ day: "2026-11-25", startMin: 480, session: "allday" },
    });
    const whole = chairedBy("new", null, an, { session: "allday" });
    expect(searchSlots(index, { item: whole, ...range }).slots[0]?.when).toMatchObject({
      ...{ day: "2026-11-25", session: "allday" },
    });
    expect(searchSlots(index, { item: whole, ...range, lengthMin: 60 }).slots[0]?.when).not.toHaveProperty("session");
  });

  test("days in a row begin at their own hour, however early or late that is", () => {
    const at = (start: string) =>
      searchSlots(ruledIndex([]), {
        item: chairedBy("new", start, an, { lastDay: "2026-11-24", kind: "trip" }),
        ...{ from: monday, to: friday, most: 1 },
      }).slots.map(told);
    expect([at("05:30"), at("12:30"), at("19:00")]).toEqual([["23 05:30 free"], ["23 12:30 free"], ["23 19:00 free"]]);
  });

  test("a time that only the room spoils is a good one in another room", () => {
    const index = ruledIndex([item("a", "07:30", { room: "p2", end: "17:30" })]);
    const { slots } = searchSlots(index, {
      item: item("new", "08:00", { room: "p2" }),
      from: monday,
      to: monday,
      most: 1,
    });
    expect(slots.map(told)).toEqual(["23 08:00 free p3"]);
  });
});

describe("never a bare none", () => {
  const full = busy(...["23", "25", "26", "27"].map((day) => [day, "07:00", "18:00"] as const));

  test("when nothing is free the least bad times are answered, with whom they would displace and what stood in the way", () => {
    const sitting = item("new", "08:00", { body: "body:btv" });
    const { slots, free, looked, obstacles } = searchSlots(ruledIndex(full), {
      item: sitting,
      from: monday,
      to: friday,
    });
    expect(free).toBe(0);
    expect(looked).toBeGreaterThan(40);
    expect(slots).toHaveLength(10);
    expect(slots[0]).toMatchObject({ fit: "clash", displaced: ["x0"], attendance: { free: 2, of: 3, share: "half" } });
    expect(obstacles[0]).toMatchObject({ kind: "person", resource: an, count: looked });
  });

  test("an item that gives way displaces nobody", () => {
    const { slots } = searchSlots(ruledIndex([item("b", "07:30", { end: "17:30", body: "body:btv" })]), {
      item: chairedBy("new", "08:00", an),
      from: monday,
      to: monday,
    });
    expect(slots[0]).toMatchObject({ fit: "clash", displaced: [] });
  });

  test("a range of days off only is still looked at", () => {
    const { slots } = searchSlots(ruledIndex([]), {
      item: wanted(),
      from: "2026-11-29" as Day,
      to: "2026-11-29" as Day,
    });
    expect(slots[0]).toMatchObject({ fit: "possible", clashes: [{ kind: "calendar" }] });
    expect(searchSlots(ruledIndex([]), { item: wanted(), from: friday, to: monday })).toEqual({
      slots: [],
      looked: 0,
      free: 0,
      obstacles: [],
    });
  });
});

describe("laws of the search", () => {
  const items = benchItems({ count: 3_000, years: 1, planned: true });
  const index = createOverlapIndex(benchDirectory());
  index.build(items);

  test("what it calls free is free on the board, what it says clashes is what an edit would bring, and order is by cost", () => {
    const next = seeded(5);
    for (let round = 0; round < 12; round++) {
      const chosen = items[Math.floor(next() * items.length)];
      if (!chosen || !("day" in chosen.when)) continue;
      const from = addDays(chosen.when.day, -3);
      const { slots } = searchSlots(index, { item: chosen, from, to: addDays(from, 10) });
      expect(slots.length).toBe(10);
      for (const { when, fit, clashes, room } of slots) {
        const venue = room === null ? {} : { venue: { room } };
        const found = clashesAt(index, { ...chosen, when, ...venue });
        expect(found.map(({ key }) => key)).toEqual(clashes.map(({ key }) => key));
        expect(fit === "free").toBe(found.length === 0);
      }
      const costs = slots.map(({ cost }) => cost);
      expect(costs).toEqual([...costs].sort((a, b) => a - b));
    }
  });

  test("it leaves the board as it was, and answers the same twice", () => {
    const chosen = items[17] as Item;
    const search = { item: chosen, from: "2026-05-04" as Day, to: "2026-05-29" as Day };
    const before = JSON.stringify(index.counts());
    expect(JSON.stringify(searchSlots(index, search))).toBe(JSON.stringify(searchSlots(index, search)));
    expect(JSON.stringify(index.counts())).toBe(before);
  });
});

test("other rooms: large enough, not taken, the same house first", () => {
  const index = ruledIndex([item("a", "08:00", { room: "p3" })]);
  expect(freeRoomsFor(index, item("n", "08:00", { room: "p2" }), 9).map(({ id }) => id)).toEqual([
    "ht",
    "ht-a",
    "ht-b",
    "p1",
  ]);
  expect(freeRoomsFor(index, item("n", "08:00", { room: "p1", seats: 8 }), 9).map(({ id }) => id)).toEqual([
    "p2",
    "ht-a",
    "ht-b",
  ]);
});

test("columns are tinted by the item's own hour where the session holds it, else by the best of the usual ones", () => {
  const index = ruledIndex([
    ...busy(["23", "07:30", "09:00"], ["25", "13:30", "17:30"]),
    item("v", null, { day: "2026-11-26", session: "morning", parties: { [an]: "attend" } }),
  ]);
  const fits = fitByDay(index, wanted({ end: "09:00" }), daysBetween(monday, friday));
  const at = (day: string, session: string) => fits.find((each) => each.day.endsWith(day) && each.session === session);
  expect(fits).toHaveLength(15);
  expect(at("23", "morning")).toMatchObject({ fit: "clash", reason: { resource: an } });
  expect(at("23", "afternoon")).toMatchObject({ fit: "free", reason: null });
  expect(at("24", "morning")).toMatchObject({ fit: "clash", reason: { kind: "calendar" } });
  expect(at("25", "afternoon")?.fit).toBe("clash");
  expect(at("26", "morning")).toMatchObject({ fit: "possible", reason: { kind: "person" } });
  expect(at("27", "morning")?.fit).toBe("free");
  expect(fitByDay(index, chairedBy("n", null, binh, { session: "morning" }), [monday]).map(({ fit }) => fit)).toEqual([
    "free",
    "free",
    "free",
  ]);
});

test("a column is tinted by what would be let go there: several days as several", () => {
  const index = ruledIndex(busy(["26", "08:30", "09:30"]));
  const fitOn = (subject: Item, day: string) =>
    fitByDay(index, subject, [day as Day]).find(({ session }) => session === "morning")?.fit;
  const days = wanted({ lastDay: "2026-11-24", end: "11:30" });
  expect([fitOn(wanted({ end: "09:00" }), "2026-11-25"), fitOn(days, "2026-11-25")]).toEqual(["free", "clash"]);
});
