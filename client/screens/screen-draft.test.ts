import { expect, test } from "vitest";
import {
  codeIn,
  distanceMax,
  distanceMin,
  distanceOf,
  draftOf,
  newDraft,
  screenOf,
  withDraft,
  wrongIn,
} from "./screen-draft.ts";

const actor = { id: "huong", name: "Trần Thị Hương" };
const draft = { ...newDraft("vi"), name: " Phòng họp 1 " };

test("a screen that is let in shows the day, or the first thing it may show, or nothing", () => {
  const screen = screenOf(draft, { id: "s1", actor, atMs: 5 });
  expect(screen).toMatchObject({ id: "s1", name: "Phòng họp 1", paired: { by: actor, atMs: 5 } });
  expect(screen.show).toMatchObject({ mode: "today", driver: actor, isFrozen: false });
  expect(screenOf({ ...draft, modes: ["overlaps"] }, { id: "s1", actor, atMs: 5 }).show.mode).toBe("overlaps");
  expect(screenOf({ ...draft, modes: [] }, { id: "s1", actor, atMs: 5 }).show.mode).toBe("blank");
});

test("new settings replace the old ones, also those that were taken away; what is shown stays", () => {
  const night = { fromMin: 1320, toMin: 360 };
  const before = screenOf({ ...draft, room: "p1", night }, { id: "s1", actor, atMs: 5 });
  const after = withDraft(before, { ...draft, name: "Sảnh", theme: "dark" });
  expect(after).toEqual({ ...screenOf(draft, { id: "s1", actor, atMs: 5 }), name: "Sảnh", theme: "dark" });
  expect(draftOf(before)).toEqual({ ...draft, name: "Phòng họp 1", room: "p1", night });
});

test("the distance is metres over metres, to a tenth, within what type can be set for", () => {
  expect(distanceOf(6, 1.25)).toBe(4.8);
  expect(distanceOf(6, 0.93)).toBe(6.5);
  expect([distanceOf(1, 3), distanceOf(60, 1)]).toEqual([distanceMin, distanceMax]);
  expect([distanceOf(0, 1), distanceOf(6, 0), distanceOf(Number.NaN, 1)]).toEqual([null, null, null]);
});

test("a screen needs a name, and a night that begins and ends", () => {
  expect(wrongIn(draft)).toBeNull();
  expect(wrongIn({ ...draft, name: "  " })).toBe("name");
  expect(wrongIn({ ...draft, night: { fromMin: 60, toMin: 60 } })).toBe("night");
});

test("a code is six letters, however somebody types them", () => {
  expect([codeIn("bcd-fgh"), codeIn(" BCD FGH "), codeIn("bcdfgh")]).toEqual(["BCDFGH", "BCDFGH", "BCDFGH"]);
  expect([codeIn("bcd-fg"), codeIn(""), codeIn("bcd-fghj")]).toEqual([null, null, null]);
});
