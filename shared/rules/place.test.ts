import { describe, expect, test } from "vitest";
import { city } from "../../test/world/small-city.ts";
import type { Venue } from "../model/venue.ts";
import { nearnessOf, placeOf, venueWords } from "./place.ts";

const room = (id: string) => city.rooms.find((each) => each.id === id);
const place = (venue: Venue | string | undefined) => placeOf(typeof venue === "string" ? { text: venue } : venue, room);

function near(a: Venue | string | undefined, b: Venue | string | undefined): string {
  const forth = nearnessOf(place(a), place(b));
  expect(nearnessOf(place(b), place(a)), "symmetric").toBe(forth);
  return forth;
}

describe("a venue in words is compared without marks and abbreviations", () => {
  test.each([
    ["P. họp số 5, lầu 2", "Phòng họp 5 tầng 2"],
    ["HT tầng 3", "Hội trường tầng 3"],
    ["tại Hội trường A", "hội trường A"],
    ["Điểm tại phòng họp số 3", "PH 3"],
    ["Địa điểm: Trụ sở UBND xã", "UBND xã"],
    ["P.302", "phòng 302"],
    ["HT T3", "Hội trường tầng 3"],
    ["Hội  trường   UBND", "HỘI TRƯỜNG UBND"],
  ])("%s = %s", (a, b) => {
    expect(venueWords(a)).toBe(venueWords(b));
    expect(near(a, b)).toBe("same");
  });

  test("another number is another room", () => {
    expect(venueWords("Phòng họp 1")).not.toBe(venueWords("Phòng họp 11"));
    expect(near("P. họp 1 tầng 3", "P. họp 5 tầng 2")).toBe("near");
  });

  test("words without letters are no place", () => {
    expect(place(" – ").words).toBeNull();
    expect(place(undefined).words).toBeNull();
    expect(place({ online: { points: 3 } }).sort).toBe("vague");
  });
});

describe("how near two places are", () => {
  test("rooms: the same, of one house, of two houses", () => {
    expect(near({ room: "p1" }, { room: "p1" })).toBe("same");
    expect(near({ room: "p2" }, { room: "p3" })).toBe("near");
    expect(near({ room: "p1" }, { room: "p2" })).toBe("apart");
    expect(near({ room: "p1" }, { room: "gone" })).toBe("unknown");
  });

  test("words: one inside the other is near, words that differ are apart", () => {
    expect(near("Hội trường UBND xã", "UBND xã")).toBe("near");
    expect(near("Trường THPT", "phòng Tiếp công dân xã")).toBe("apart");
    expect(near("Trường THPT", undefined)).toBe("unknown");
  });

  test("a room and words: near where the words name its house, apart where they name another", () => {
    expect(near({ room: "p1" }, "Hội trường Thành ủy")).toBe("near");
    expect(near({ room: "p1" }, "Trường THPT Chu Văn An")).toBe("apart");
    expect(near({ room: "p1" }, "Hội trường lớn")).toBe("unknown");
  });
});

describe("what words can be taken", () => {
  test.each([
    ["Hội trường A", "room"],
    ["phòng Khánh tiết Huyện ủy", "room"],
    ["Nhà ăn Trung tâm hành chính", "room"],
    ["UBND thị trấn Mái Dầm", "house"],
    ["cảng Hậu Giang", "house"],
    ["trực tuyến", "vague"],
    ["trên địa bàn huyện", "vague"],
    ["các xã", "vague"],
  ])("%s is a %s", (words, sort) => {
    expect(place(words).sort).toBe(sort);
  });
});
