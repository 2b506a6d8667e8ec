import { expect, test } from "vitest";
import { createOverlapIndex } from "../../shared/rules/overlap-index.ts";
import { createNames } from "../../shared/text/names.ts";
import { an, binh, city, item } from "../../test/world/small-city.ts";
import { preparingOf, venueOf, whoOf, worstOf } from "./summary.ts";

const index = createOverlapIndex(city);
index.build([
  item("a", "08:00", { end: "10:00", parties: { [an]: "chair", [binh]: "attend" } }),
  item("b", "09:00", { end: "11:00", parties: { [an]: "chair" } }),
  item("c", "09:30", { end: "11:00", parties: { [binh]: "chair" } }),
]);
const overlaps = index.of("a");
const names = createNames(city, "2026-11-23");
const [chi, dung] = ["person:chi", "person:dung"] as const;
const known = (...texts: string[]) => texts.map((text) => ({ text, isLoose: false }));

test("a card counts what is open under its worst sign; settled ones only where nothing is open", () => {
  expect(overlaps).toHaveLength(2);
  expect(worstOf(overlaps, () => false)).toEqual({ sign: "certain", count: 2, open: 2 });
  expect(worstOf(overlaps, ({ resource }) => resource === an)).toEqual({ sign: "certain", count: 1, open: 1 });
  expect(worstOf(overlaps, () => true)).toEqual({ sign: "settled", count: 2, open: 0 });
  expect(worstOf([], () => false)).toBeNull();
});

test("what the board calls a hint is not shown louder than one, however sure it is", () => {
  const hints = overlaps.map((overlap) => ({ ...overlap, severity: "hint" as const }));
  expect(worstOf(hints, () => false)).toEqual({ sign: "possible", count: 2, open: 2 });
});

test("a card names who chairs; who attends stands there only when nobody does", () => {
  const meeting = item("m", "08:00", { parties: { [chi]: "attend", [an]: "chair", [binh]: "invited" } });
  expect(whoOf(meeting, names)).toEqual(known("Hoàng Minh An"));
  expect(whoOf(item("m", "08:00", { parties: { [chi]: "attend", [binh]: "invited" } }), names)).toEqual(
    known("Lê Thu Chi"),
  );
  expect(whoOf(item("m", "08:00", { parties: { [binh]: "invited" } }), names)).toEqual([]);
});

test("two are named, and of more it is said how many", () => {
  const all = item("m", "08:00", { parties: { [an]: "attend", [binh]: "attend", [chi]: "attend", [dung]: "attend" } });
  expect(whoOf(all, names)).toEqual(known("Hoàng Minh An", "Phạm Thái Bình", "+2"));
  expect(preparingOf(item("m", "08:00", { parties: { [an]: "prepare", [binh]: "prepare" } }), names)).toHaveLength(2);
});

test("of posts that are called alike each is named with its holder", () => {
  const trip = item("m", "08:00", { parties: { "post:pct": "chair", "post:bt": "prepare" } });
  expect(whoOf(trip, names)).toEqual(known("Phó Chủ tịch UBND"));
  const post = { name: "Phó Chủ tịch", short: "PCT", aliases: [] };
  const deputies = [
    { ...post, id: "pct1", holders: [{ person: "chi" }] },
    { ...post, id: "pct2", holders: [{ person: "dung" }] },
  ];
  const several = createNames({ ...city, posts: deputies }, "2026-11-23");
  expect(whoOf(item("m", "08:00", { parties: { "post:pct2": "chair" } }), several)).toEqual(known("PCT Vũ Trí Dũng"));
});

test("words that the directory does not know are marked, as is whoever has been taken out of it", () => {
  const strangers = item("m", "08:00", { parties: { "text:Đoàn Nhật Bản": "chair", "person:gone": "prepare" } });
  expect(whoOf(strangers, names)).toEqual([{ text: "Đoàn Nhật Bản", isLoose: true }]);
  expect(preparingOf(strangers, names)).toEqual([{ text: "gone", isLoose: true }]);
  expect(venueOf(item("m", "08:00", { room: "gone" }), names)).toEqual({ text: "gone", isLoose: true });
});

test("a card says the room, else the words of the venue, else where people assemble; free words of a place are no doubt", () => {
  const where = { room: "p1", at: "Trường Lê Lợi", assembly: "Cổng UBND" } as const;
  const venue = (wish: Parameters<typeof item>[2]) => venueOf(item("m", "08:00", wish), names);
  expect(venue(where)).toEqual({ text: "Phòng họp 1", isLoose: false });
  expect(venue({ at: where.at, assembly: where.assembly })).toEqual({ text: "Trường Lê Lợi", isLoose: false });
  expect(venue({ assembly: where.assembly })).toEqual({ text: "Cổng UBND", isLoose: false });
  expect(venue({ points: 30 })).toBeNull();
  expect(venue({})).toBeNull();
});
