import { describe, expect, test } from "vitest";
import { an, binh, item } from "../../test/world/small-city.ts";
import { attendedBy, chairedBy, indexOf, told } from "../../test/world/told-overlaps.ts";

describe("one person in two places", () => {
  test("two chairs half an hour apart are certain and must be settled", () => {
    const index = indexOf(chairedBy("a", "14:00", an, { room: "p1" }), chairedBy("b", "14:30", an, { room: "p2" }));
    expect(index.of("a")).toMatchObject([
      {
        kind: "person",
        resource: an,
        certainty: "certain",
        severity: "error",
        gapMin: 30,
        a: { item: "a" },
        b: { item: "b" },
      },
    ]);
    expect(index.of("b")).toEqual(index.of("a"));
  });

  test("named here and by post there is one person", () => {
    expect(told(chairedBy("a", "14:00", binh), attendedBy("b", "14:15", "post:ct"))).toEqual([`${binh} certain error`]);
  });

  test("a vacant post is one person, whoever it will be", () => {
    expect(told(chairedBy("a", "14:00", "post:vacant"), attendedBy("b", "14:15", "post:vacant"))).toEqual([
      "post:vacant certain error",
    ]);
  });

  test("a post of several, named alone, is only a hint", () => {
    expect(told(chairedBy("a", "14:00", "post:pct"), chairedBy("b", "14:00", "person:chi"))).toEqual([
      "person:chi possible hint",
    ]);
  });

  test("other leader, other room, same hour: no word", () => {
    expect(told(chairedBy("a", "14:00", an, { room: "p1" }), chairedBy("b", "14:00", binh, { room: "p2" }))).toEqual(
      [],
    );
  });

  test("sixty minutes elsewhere is probable, ninety possible, more is nothing", () => {
    const at = (start: string) =>
      told(chairedBy("a", "08:00", an, { room: "p1" }), chairedBy("b", start, an, { room: "p2" }));
    expect(at("09:00")).toEqual([`${an} probable warning`]);
    expect(at("09:30")).toEqual([`${an} possible hint`]);
    expect(at("09:45")).toEqual([]);
  });

  test("one meeting after the other in one room is a run of meetings", () => {
    const two = [chairedBy("a", "08:00", an, { room: "p1" }), chairedBy("b", "10:00", an, { room: "p1" })] as const;
    expect(told(...two)).toEqual([]);
    const close = [chairedBy("a", "08:00", an, { room: "p1" }), chairedBy("b", "08:45", an, { room: "p1" })] as const;
    expect(told(...close)).toEqual([`${an} possible hint`, "room:p1 possible hint"]);
  });

  test("written hours that touch clash only over places clearly apart", () => {
    const first = { end: "08:00", at: "phòng Tiếp công dân xã" };
    expect(told(chairedBy("a", "07:00", an, first), chairedBy("b", "08:00", an, { at: "Trường THPT" }))).toEqual([
      `${an} probable warning`,
    ]);
    expect(told(chairedBy("a", "07:00", an, first), chairedBy("b", "08:00", an))).toEqual([]);
    expect(
      told(chairedBy("a", "07:00", an, { end: "08:00", room: "p2" }), chairedBy("b", "08:00", an, { room: "p3" })),
    ).toEqual([]);
  });

  test("half days and whole days are hints", () => {
    const vague = chairedBy("a", null, an, { session: "morning" });
    expect(told(vague, chairedBy("b", "08:00", an))).toEqual([`${an} possible hint`]);
    expect(told(vague, chairedBy("b", null, an, { session: "morning" }))).toEqual([`${an} possible hint`]);
    expect(told(vague, chairedBy("b", null, an, { session: "afternoon" }))).toEqual([]);
    expect(told(vague, chairedBy("b", null, an, { session: "allday" }))).toEqual([`${an} possible hint`]);
  });

  test("a night and the small hours after it", () => {
    const night = chairedBy("a", "22:00", an, { lastDay: "2026-11-24", end: "01:00" });
    expect(told(night, chairedBy("b", "00:30", an, { day: "2026-11-24" }))).toEqual([`${an} certain error`]);
    expect(told(chairedBy("a", "23:50", an), chairedBy("b", "00:10", an, { day: "2026-11-24" }))).toEqual([
      `${an} certain error`,
    ]);
  });

  test("an inner day of a journey is probable, over New Year too", () => {
    const journey = attendedBy("a", null, an, { kind: "trip", day: "2026-12-30", lastDay: "2027-01-02" });
    expect(told(journey, chairedBy("b", "09:00", an, { day: "2027-01-01" }))).toEqual([`${an} probable warning`]);
    expect(told(journey, chairedBy("b", "09:00", an, { day: "2026-12-30" }))).toEqual([`${an} possible hint`]);
    expect(told(journey, chairedBy("b", "09:00", an, { day: "2027-01-03" }))).toEqual([]);
  });

  test("fillers, duties, dossiers and what is off never clash", () => {
    const real = chairedBy("b", "08:00", an);
    for (const kind of ["office-work", "duty", "dossier"] as const)
      expect(told(chairedBy("a", "08:00", an, { kind }), real)).toEqual([]);
    for (const status of ["refused", "postponed", "cancelled"] as const)
      expect(told(chairedBy("a", "08:00", an, { status }), real)).toEqual([]);
    expect(told(chairedBy("a", "08:00", an, { title: "Làm việc tại cơ quan" }), real)).toEqual([]);
  });

  test("a part does not clash with the whole it is part of", () => {
    expect(told(chairedBy("a", "08:00", an), chairedBy("b", "08:30", an, { parent: "a" }))).toEqual([]);
  });
});

describe("rooms", () => {
  const inRoom = (id: string, start: string | null, wish: object = {}) => item(id, start, { room: "p1", ...wish });

  test("one room at overlapping hours is certain, later less so, after the end nothing", () => {
    expect(told(inRoom("a", "08:00"), inRoom("b", "08:30"))).toEqual(["room:p1 certain error"]);
    expect(told(inRoom("a", "08:00"), inRoom("b", "09:00"))).toEqual(["room:p1 probable warning"]);
    expect(told(inRoom("a", "08:00", { end: "09:00" }), inRoom("b", "09:00"))).toEqual([]);
    expect(told(inRoom("a", "08:00", { end: "11:00" }), inRoom("b", "10:30"))).toEqual(["room:p1 certain error"]);
    expect(told(inRoom("a", "08:00"), inRoom("b", "10:00"))).toEqual([]);
  });

  test("a hall in words is one hall within an office and less sure between two, a house a hint, no place nothing", () => {
    const here = (words: string) => item("a", "08:00", { at: words });
    const at = (words: string) => told(here(words), item("b", "08:00", { at: words.toUpperCase() }));
    expect(at("Hội trường lớn")).toEqual(["text:hoi truong lon certain error"]);
    expect(told(here("HT lớn"), { ...item("b", "08:00", { at: "Hội trường lớn" }), office: "council" })).toEqual([
      "text:hoi truong lon probable warning",
    ]);
    expect(at("UBND xã Đông Phước")).toEqual(["text:ubnd xa dong phuoc possible hint"]);
    expect(at("trực tuyến")).toEqual([]);
  });

  test("morning and afternoon in one room are two things", () => {
    expect(told(inRoom("a", null, { session: "morning" }), inRoom("b", "13:30"))).toEqual([]);
    expect(told(inRoom("a", null, { session: "morning" }), inRoom("b", "08:30"))).toEqual(["room:p1 possible hint"]);
  });
});
