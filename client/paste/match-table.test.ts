import * as v from "valibot";
import { expect, test } from "vitest";
import type { Day } from "../../shared/kit/day.ts";
import { directorySchema } from "../../shared/model/directory.ts";
import { createTableMatcher, emptyTable } from "./match-table.ts";

const directory = v.parse(directorySchema, {
  persons: [
    { id: "an", name: "Hoàng Minh An" },
    { id: "binh", name: "Trần An" },
  ],
  posts: [
    {
      id: "ct",
      name: "Chủ tịch",
      holders: [
        { person: "an", to: "2026-08-31" },
        { person: "binh", from: "2026-09-01" },
      ],
    },
  ],
  rooms: [{ id: "p1", name: "Phòng họp 1" }],
});
const on = (day: string) => ({ day: day as Day });

test("everything is asked once and its answer kept as plain data", () => {
  const table = emptyTable();
  const matcher = createTableMatcher(directory, table);
  for (const day of ["2026-05-04", "2026-05-05", "2026-08-31"]) matcher.party("Hoàng Minh An", on(day));
  matcher.room("P. họp 1");
  expect([...table.parties.values()]).toEqual([{ certain: "person:an" }]);
  expect([...table.rooms.values()]).toEqual([{ certain: "p1" }]);
  expect(structuredClone(table)).toEqual(table);
});

test("an answer kept by a worker is taken without asking again", () => {
  const table = emptyTable();
  createTableMatcher(directory, table).room("Phòng họp 1");
  const elsewhere = createTableMatcher({ ...directory, rooms: [] }, structuredClone(table));
  expect(elsewhere.room("Phòng họp 1")).toEqual({ certain: "p1" });
});

test("days before and after a post changed hands are asked apart", () => {
  const matcher = createTableMatcher(directory, emptyTable());
  expect(matcher.party("Chủ tịch An", on("2026-05-04"))).toMatchObject({ certain: "person:an" });
  expect(matcher.party("Chủ tịch An", on("2026-10-04"))).toMatchObject({ certain: "person:binh" });
});
