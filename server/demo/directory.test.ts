import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { type Day, daysBetween, parseDay, weekdayOf } from "../../shared/kit/day.ts";
import { type Directory, directorySchema } from "../../shared/model/directory.ts";
import { officeIds } from "../../shared/model/office.ts";
import { type PartyRef, partyIdOf, partyKindOf } from "../../shared/model/ref.ts";
import { createCalendar } from "../../shared/rules/calendar.ts";
import { lunarOf } from "../../shared/rules/lunar.ts";
import { demoDirectory } from "./directory.ts";

const directory = demoDirectory();
const day = (text: string): Day => parseDay(text) ?? expect.unreachable(`no day: ${text}`);

function knownRefs({ persons, posts, bodies, units, groups }: Directory): Set<string> {
  const refs = (kind: string, entries: readonly { id: string }[]) => entries.map(({ id }) => `${kind}:${id}`);
  return new Set([
    ...refs("person", persons),
    ...refs("post", posts),
    ...refs("body", bodies),
    ...refs("unit", units),
    ...refs("group", groups),
  ]);
}

/** Persons of a party on a day, by the directory alone; throws when bodies go in a circle. */
function personsOf(ref: PartyRef, on: Day, above: readonly PartyRef[] = []): string[] {
  if (above.includes(ref)) throw new Error(`circle: ${[...above, ref].join(" → ")}`);
  const id = partyIdOf(ref);
  if (partyKindOf(ref) === "person") return [id];
  if (partyKindOf(ref) === "post") {
    const holders = directory.posts.find((post) => post.id === id)?.holders ?? [];
    return holders.filter(({ from = on, to = on }) => from <= on && on <= to).map(({ person }) => person);
  }
  const members = directory.bodies.find((body) => body.id === id)?.members ?? [];
  return [...new Set(members.flatMap(({ party }) => personsOf(party, on, [...above, ref])))];
}

describe("the demo directory", () => {
  test("passes the schema as it is, and twice made is the same", () => {
    expect(v.parse(directorySchema, directory)).toEqual(directory);
    expect(demoDirectory()).toEqual(directory);
  });

  test("holds a whole city: leaders of three offices, bodies, units, rooms", () => {
    expect(directory.persons.length).toBeGreaterThanOrEqual(50);
    for (const office of officeIds)
      expect(directory.persons.filter((person) => person.office === office).length, office).toBeGreaterThan(10);
    expect(directory.units.length + directory.groups.length).toBeGreaterThanOrEqual(60);
    expect(directory.rooms).toHaveLength(15);
    expect(directory.rooms.filter((room) => room.onlinePoint).length).toBeGreaterThanOrEqual(4);
    for (const room of directory.rooms) expect(room.building && room.floor && room.capacity, room.id).toBeTruthy();
  });

  test("ids are unique in their kind", () => {
    for (const entries of Object.values(directory)) {
      const ids = entries.map((entry: { id: string }) => entry.id);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  test("every ref, holder and length names an entry that exists", () => {
    const known = knownRefs(directory);
    const named: string[] = [
      ...directory.bodies.flatMap((body) => body.members.map(({ party }) => party)),
      ...directory.groups.flatMap((group) => group.members),
      ...directory.units.flatMap(({ head }) => head ?? []),
      ...directory.posts.flatMap((post) => post.holders.map(({ person }) => `person:${person}`)),
      ...directory.lengths.flatMap(({ body }) => (body ? [`body:${body}`] : [])),
    ];
    expect(named.filter((ref) => !known.has(ref))).toEqual([]);
  });

  test("no name or alias stands for two entries of a kind", () => {
    for (const entries of [directory.posts, directory.bodies, directory.units, directory.groups, directory.rooms]) {
      const owners = new Map<string, string>();
      for (const entry of entries)
        for (const name of new Set([entry.name, ...entry.aliases])) {
          expect(owners.get(name.toLowerCase()), name).toBeUndefined();
          owners.set(name.toLowerCase(), entry.id);
        }
    }
  });

  test("bodies open down to persons and never go in a circle", () => {
    const sizes = new Map(
      directory.bodies.map(({ id }) => [id, personsOf(`body:${id}`, day("2026-11-21")).length] as const),
    );
    expect(sizes.get("btv")).toBe(15);
    expect(sizes.get("tttu")).toBe(5);
    expect(sizes.get("tt-hdnd")).toBe(7);
    expect(sizes.get("bch")).toBeGreaterThan(30);
  });

  test("every post has one holder on every day of the two years", () => {
    for (const at of daysBetween(day("2026-01-01"), day("2027-12-31")))
      for (const { id } of directory.posts) expect(personsOf(`post:${id}`, at).length, `${id} ${at}`).toBe(1);
  });

  test("one post changes hands in the autumn", () => {
    expect(personsOf("post:pct-cn", day("2026-08-31"))).toEqual(["khuat-duy-hai"]);
    expect(personsOf("post:pct-cn", day("2026-09-01"))).toEqual(["to-minh-duc"]);
  });

  test("the Chair of the Committee also sits in the Standing Board, the Secretary also leads the delegation", () => {
    const on = day("2026-11-21");
    for (const body of ["btv", "tttu", "bch", "ubnd"] as const)
      expect(personsOf(`body:${body}`, on)).toContain("pham-quoc-trung");
    expect(personsOf("post:td-dbqh", on)).toEqual(personsOf("post:bi-thu", on));
  });

  test("Central goes before the Party, the Party before the Council, the Council before the Committee", () => {
    const rank = (id: string) => directory.bodies.find((body) => body.id === id)?.precedence ?? 99;
    const order = ["trung-uong", "bch", "btv", "tttu", "hdnd", "ubnd", "ban-pc"].map(rank);
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(new Set(order).size).toBe(order.length);
  });
});

describe("the days off of the demo", () => {
  const calendar = createCalendar(directory.holidays);

  test("stand for the first lunar days, the tenth of the third month and the Day of Culture", () => {
    const lunarNewYear = directory.holidays.filter(({ day: at }) => lunarOf(at).day === 1 && lunarOf(at).month === 1);
    expect(lunarNewYear.map((holiday) => holiday.day)).toEqual(["2026-02-17", "2027-02-06"]);
    for (const { day: at } of directory.holidays.filter(
      ({ id, kind, name }) => id && kind === "holiday" && /Giỗ/.test(name),
    ))
      expect(lunarOf(at)).toMatchObject({ day: 10, month: 3 });
    expect(calendar.holidayNameOf(day("2026-11-24"))).toBe("Ngày Văn hóa Việt Nam");
  });

  test.each(["2026", "2027"])("%s has eleven holidays by law, and the Day of Culture", (year) => {
    const holidays = directory.holidays.filter(({ day: at, kind }) => kind === "holiday" && at.startsWith(year));
    expect(holidays).toHaveLength(12);
  });

  test("a holiday on a rest day gives one day in lieu; an exchanged day is worked on a Saturday", () => {
    const onRestDay = directory.holidays.filter(({ day: at, kind }) => kind === "holiday" && weekdayOf(at) > 5);
    const inLieu = directory.holidays.filter(({ name, kind }) => kind === "in-lieu" && name.startsWith("Nghỉ bù"));
    expect(inLieu).toHaveLength(onRestDay.length);
    const swapped = directory.holidays.filter(({ name }) => name.startsWith("Nghỉ hoán đổi"));
    const worked = directory.holidays.filter(({ kind }) => kind === "make-up");
    expect(worked).toHaveLength(swapped.length);
    for (const { day: at } of worked) expect(weekdayOf(at)).toBe(6);
    for (const { day: at, kind } of directory.holidays) expect(calendar.dayKindOf(at)).toBe(kind);
  });
});
