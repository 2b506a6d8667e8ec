import fc from "fast-check";
import * as v from "valibot";
import { expect, test } from "vitest";
import { venueArb } from "../../test/world/arbitraries.ts";
import { seed } from "../../test/world/seed.ts";
import { venueSchema } from "./venue.ts";

const isVenue = (value: unknown) => v.is(venueSchema, value);

test("a venue is a room or words, with an assembly point and an online part where there are any", () => {
  expect(isVenue({ room: "r2" })).toBe(true);
  expect(isVenue({ text: "Nhà văn hoá thôn Đoài" })).toBe(true);
  expect(isVenue({ text: "Sóc Sơn", assembly: "Cổng 79 Đinh Tiên Hoàng" })).toBe(true);
  expect(isVenue({ room: "r2", online: { points: 126, delegates: 9_000 } })).toBe(true);
  expect(isVenue({ online: {} })).toBe(true);
  expect(isVenue({})).toBe(true);
});

test("whatever the generator makes is one", () => {
  fc.assert(
    fc.property(venueArb, (venue) => {
      expect(isVenue(venue)).toBe(true);
    }),
    { seed },
  );
});

test("empty words, other members and numbers that count nothing are refused", () => {
  expect(isVenue({ text: "" })).toBe(false);
  expect(isVenue({ text: "x".repeat(301) })).toBe(false);
  expect(isVenue({ room: "room 2" })).toBe(false);
  expect(isVenue({ online: { points: -1 } })).toBe(false);
  expect(isVenue({ online: { points: 1.5 } })).toBe(false);
  expect(isVenue({ online: { link: "x" } })).toBe(false);
  expect(isVenue({ map: "x" })).toBe(false);
  expect(isVenue("r2")).toBe(false);
  expect(isVenue(null)).toBe(false);
});
