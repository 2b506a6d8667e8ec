import { expect, test } from "vitest";
import type { Directory } from "../../shared/model/directory.ts";
import { createNames } from "../../shared/text/names.ts";
import { city } from "../../test/world/small-city.ts";
import { personNamed, searchPeople } from "./people-search.ts";

/** What is asked of a board. */
function boardOf(directory: Directory) {
  const names = createNames(directory, "2026-11-23");
  return { store: { directory: () => directory }, names: () => names } as Parameters<typeof searchPeople>[0];
}
const found = (directory: Directory, query: string) =>
  searchPeople(boardOf(directory), query).flatMap(({ options }) => options.map(({ id }) => id));

test("people are found by name without marks, and by the post they hold", () => {
  expect(found(city, "hoang an")[0]).toBe("person:an");
  expect(found(city, "bi thu")[0]).toBe("person:an");
  expect(found(city, "không ai tên thế")).toEqual([]);
  expect(found(city, "").length).toBeGreaterThan(2);
});

test("a directory that changes is searched as it is now", () => {
  const renamed = {
    ...city,
    persons: city.persons.map((one) => (one.id === "an" ? { ...one, name: "Trần Mới" } : one)),
  };
  expect(found(renamed, "tran moi")).toEqual(["person:an"]);
  expect(found(city, "tran moi")).toEqual([]);
});

test("a name that is only typed is the person, where it is the name of one and no other", () => {
  expect(personNamed(boardOf(city), " hoàng minh an ")).toBe("person:an");
  expect(personNamed(boardOf(city), "An")).toBeNull();
  expect(personNamed(boardOf(city), "Chánh Văn phòng, qua điện thoại")).toBeNull();
  const twins = { ...city, persons: [...city.persons, { id: "an2", name: "Hoàng Minh An", aliases: [] }] };
  expect(personNamed(boardOf(twins), "Hoàng Minh An")).toBeNull();
});
