import * as v from "valibot";
import { expect, test } from "vitest";
import { item } from "../../test/world/small-city.ts";
import type { Day } from "../kit/day.ts";
import { type Directory, directorySchema } from "../model/directory.ts";
import type { Item } from "../model/item.ts";
import { freeChairsFor } from "./chair-search.ts";
import { withEdit } from "./item-edit.ts";
import { lackingsOf } from "./lacking.ts";
import { createOverlapIndex } from "./overlap-index.ts";

const directory: Directory = v.parse(directorySchema, {
  persons: ["dau", "pho", "pho2", "khac", "hoi", "cu"].map((id) => ({ id, name: id })),
  posts: [
    { id: "ct", name: "Chủ tịch", office: "people", holders: [{ person: "dau" }] },
    { id: "pct", name: "Phó Chủ tịch", office: "people", holders: [{ person: "pho" }, { person: "pho2" }] },
    { id: "cthd", name: "Chủ tịch HĐND", office: "council", holders: [{ person: "khac" }] },
  ],
  bodies: [
    {
      ...{ id: "ban", name: "Ban chỉ đạo", office: "people", precedence: 30 },
      members: [
        { party: "person:hoi", as: "chair" },
        { party: "post:cthd", as: "deputy" },
        { party: "person:cu", as: "deputy", to: "2026-01-01" },
      ],
    },
    {
      ...{ id: "ubnd", name: "UBND", office: "people", precedence: 6 },
      members: [
        { party: "post:pct", as: "deputy" },
        { party: "post:ct", as: "chair" },
      ],
    },
    { id: "hdnd", name: "HĐND", office: "council", precedence: 5, members: [{ party: "post:cthd", as: "chair" }] },
  ],
});

const meeting = (rest: Partial<Item> = {}): Item => ({
  ...item("a", "08:00", { end: "10:00", office: "people", status: "registered" }),
  ...rest,
});

function chairs(asked: Item, ...others: readonly Item[]) {
  const index = createOverlapIndex(directory, { today: "2026-11-20" as Day });
  index.build([asked, ...others]);
  return freeChairsFor(index, asked, 9);
}
const refs = (found: ReturnType<typeof chairs>) => found.map(({ ref }) => ref);

test("heads of the item's own office are offered before its deputies, the foremost body first, nobody of another office", () => {
  expect(refs(chairs(meeting()))).toEqual(["person:dau", "person:hoi", "person:pho", "person:pho2"]);
});

test("who is taken at that time is not offered; who is busy at another hour is", () => {
  const busy = item("b", "09:00", { end: "11:00", parties: { "person:dau": "chair" } });
  const later = item("c", "15:00", { parties: { "person:hoi": "chair" } });
  expect(refs(chairs(meeting(), busy, later))).toEqual(["person:hoi", "person:pho", "person:pho2"]);
});

test("who attends already comes first and keeps their place; with the edit nothing is lacking any more", () => {
  const asked = meeting({ parties: { "person:pho2": { role: "attend", order: 3 }, "text:Sở": { role: "prepare" } } });
  const [first, second] = chairs(asked);
  expect(first).toEqual({
    ref: "person:pho2",
    edit: { id: "a", parties: { "person:pho2": { role: "chair", order: 3 } } },
  });
  expect(second?.edit.parties).toEqual({ "person:dau": { role: "chair", order: 0 } });
  for (const { edit } of chairs(asked)) expect(lackingsOf(withEdit(asked, edit))).not.toContain("chair");
});

test("an item without a day is offered nobody: nobody knows who is free", () => {
  expect(chairs(meeting({ when: { horizon: "week", period: "2026-W48" } }))).toEqual([]);
});
