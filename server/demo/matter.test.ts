import { describe, expect, test } from "vitest";
import { type Day, daysBetween, parseDay } from "../../shared/kit/day.ts";
import { officeIds } from "../../shared/model/office.ts";
import { createCalendar } from "../../shared/rules/calendar.ts";
import { createDice } from "./dice.ts";
import { demoDirectory } from "./directory.ts";
import { drawMatter, drawScene, fillTitle, partiesOfMatter } from "./matter.ts";
import { drawSlot } from "./slot.ts";
import { drawStatus } from "./status.ts";

const directory = demoDirectory();
const calendar = createCalendar(directory.holidays);
const day = (text: string): Day => parseDay(text) ?? expect.unreachable(`no day: ${text}`);
const dice = createDice("matters");
const matters = officeIds.flatMap((office) => Array.from({ length: 400 }, () => drawMatter(office, dice)));

describe("matters drawn by chance", () => {
  test("every slot of every title is filled", () => {
    expect(matters.filter(({ title }) => /[{}]/.test(title))).toEqual([]);
    expect(new Set(matters.map(({ title }) => title)).size).toBeGreaterThan(600);
  });

  test("a slot that no list fills is our bug", () => {
    expect(() => fillTitle("Họp về {nothing}", drawScene(dice), dice)).toThrow("nothing to pick");
  });

  test("nobody who chairs also takes part, and nobody who prepares does", () => {
    for (const { title, chair, attend, prepare } of matters) {
      expect(attend, title).not.toContain(chair);
      expect(
        attend.filter((ref) => prepare.includes(ref)),
        title,
      ).toEqual([]);
    }
  });

  test("parties keep their written order; wards and communes are invited", () => {
    const parties = partiesOfMatter({
      chair: "post:pct-dt",
      attend: ["unit:sxd", "unit:p-lang"],
      prepare: ["unit:p-dt", "post:pct-dt"],
    });
    expect(parties).toEqual({
      "post:pct-dt": { role: "chair", order: 0 },
      "unit:sxd": { role: "attend", order: 1 },
      "unit:p-lang": { role: "invited", order: 2 },
      "unit:p-dt": { role: "prepare", order: 3 },
    });
  });

  test("meetings are in rooms of the office's own house, dossiers nowhere", () => {
    const officeOf = new Map(directory.rooms.map(({ id, office }) => [id, office]));
    const inRooms = matters.filter(({ kind, venue }) => kind === "meeting" && venue?.room);
    expect(inRooms.length).toBeGreaterThan(300);
    for (const { office, venue } of inRooms) expect(officeOf.get(venue?.room ?? "")).toBe(office);
    for (const { kind, venue } of matters)
      if (kind === "dossier" || kind === "office-work") expect(venue).toBeUndefined();
  });
});

describe("times drawn for a matter", () => {
  const week = daysBetween(day("2026-11-23"), day("2026-11-29"));
  const tet = daysBetween(day("2026-02-16"), day("2026-02-22"));

  test("a meeting is on a working day", () => {
    for (const matter of matters.filter(({ kind }) => kind === "meeting")) {
      const when = drawSlot(matter, week, { calendar, dice });
      expect(when && calendar.isWorkday(when.day), matter.title).toBe(true);
    }
  });

  test("in a week without a working day only what days off know finds a time", () => {
    const placed = matters.filter((matter) => drawSlot(matter, tet, { calendar, dice }) !== null);
    expect(placed.length).toBeGreaterThan(100);
    expect(new Set(placed.map(({ kind }) => kind))).toEqual(new Set(["ceremony", "trip", "conference", "reception"]));
  });

  test("what takes two days stays in working days", () => {
    const whole = matters.filter(({ takes }) => takes === "day");
    expect(whole.length).toBeGreaterThan(5);
    for (const matter of whole) {
      const when = drawSlot(matter, week, { calendar, dice });
      if (when?.lastDay) expect(calendar.isWorkday(when.lastDay)).toBe(true);
    }
  });
});

describe("how items stand", () => {
  test("shares of a hundred come out near what the table says", () => {
    const drawn = Array.from({ length: 4_000 }, () => drawStatus(1, dice));
    const percent = (status: string) => drawn.filter((each) => each === status).length / 40;
    expect(Math.abs(percent("registered") - 80)).toBeLessThan(4);
    expect(Math.abs(percent("refused") - 4)).toBeLessThan(2);
    expect(percent("held")).toBe(0);
  });

  test("only past weeks were held", () => {
    const statuses = (age: number) => new Set(Array.from({ length: 500 }, () => drawStatus(age, dice)));
    expect(statuses(-3)).toEqual(new Set(["held", "postponed", "cancelled"]));
    expect(statuses(0).has("held")).toBe(false);
    expect(statuses(3)).toEqual(new Set(["registered", "refused"]));
  });
});
