import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { type Venue, venueSchema } from "../../shared/model/venue.ts";
import { parseCount, withAssembly, withOnline, withOnlineCount, withPlaceWords, withRoom } from "./venue-changes.ts";

const hall: Venue = { room: "ht-tu", assembly: "Trụ sở UBND", online: { points: 162 } };

describe("where an item is", () => {
  test("a room takes the place of words, and words that of a room; the rest stays", () => {
    expect(withRoom({ text: "Nhà hát Lớn", assembly: "Cổng 1" }, "ph1")).toEqual({ room: "ph1", assembly: "Cổng 1" });
    expect(withPlaceWords(hall, " Nhà hát Lớn ")).toEqual({ ...hall, room: undefined, text: "Nhà hát Lớn" });
    expect(withPlaceWords(hall, "x")).not.toHaveProperty("room");
  });

  test("no place is no value, not an empty one", () => {
    expect(withRoom({ room: "ph1" }, null)).toBeUndefined();
    expect(withPlaceWords({ text: "Hội trường" }, "  ")).toBeUndefined();
    expect(withAssembly({ assembly: "Cổng 1" }, "")).toBeUndefined();
    expect(withOnline({ online: { points: 2 } }, false)).toBeUndefined();
    expect(withOnline(undefined, false)).toBeUndefined();
  });

  test("an assembly point stands beside the place", () => {
    expect(withAssembly({ room: "ph1" }, "Trụ sở UBND")).toEqual({ room: "ph1", assembly: "Trụ sở UBND" });
  });

  test("an online part comes empty and keeps its numbers when it is there", () => {
    expect(withOnline(undefined, true)).toEqual({ online: {} });
    expect(withOnline(hall, true)).toEqual(hall);
  });

  test("numbers come and go one by one", () => {
    expect(withOnlineCount(hall, "delegates", 5000)?.online).toEqual({ points: 162, delegates: 5000 });
    expect(withOnlineCount(hall, "points", null)?.online).toEqual({});
    expect(withOnlineCount(undefined, "points", 3)).toEqual({ online: { points: 3 } });
  });

  test("what is made always satisfies the schema", () => {
    const long = "x".repeat(1000);
    for (const venue of [withPlaceWords(hall, long), withAssembly(hall, long), withOnlineCount(hall, "points", 0)])
      expect(v.is(venueSchema, venue)).toBe(true);
  });

  test("the venue it came from is never changed", () => {
    const before = structuredClone(hall);
    withRoom(hall, null);
    withOnlineCount(hall, "points", 7);
    expect(hall).toEqual(before);
  });
});

describe("numbers as they are typed", () => {
  test.each([
    ["162", 162],
    [" 162 ", 162],
    ["162 điểm cầu", 162],
    ["1.250", 1250],
    ["12 500", 12500],
    ["0", 0],
  ])("%s", (typed, count) => expect(parseCount(typed)).toBe(count));

  test("empty means not known", () => {
    expect(parseCount("")).toBeNull();
    expect(parseCount("  ")).toBeNull();
  });

  test.each(["nhiều", "-3", "1,5", "999999999", "12 điểm 4"])("“%s” is no number", (typed) => {
    expect(parseCount(typed)).toBeUndefined();
  });
});
