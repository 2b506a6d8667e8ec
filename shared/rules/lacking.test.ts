import { describe, expect, test } from "vitest";
import { an, item } from "../../test/world/small-city.ts";
import { lackingsOf } from "./lacking.ts";

const chaired = { parties: { [an]: "chair" }, room: "p1" } as const;

describe("what an item lacks", () => {
  test.each<[string, ReturnType<typeof item>, string]>([
    ["nothing, with hour, room and chair", item("a", "08:00", chaired), ""],
    ["an hour, with its session only", item("a", null, { ...chaired, session: "morning" }), "hour"],
    ["an hour, with its day only", item("a", null, chaired), "hour"],
    ["nothing, over whole days", item("a", null, { ...chaired, session: "allday" }), ""],
    ["nothing, over several days", item("a", null, { ...chaired, lastDay: "2026-11-25" }), ""],
    ["a room", item("a", "08:00", { parties: { [an]: "chair" } }), "room"],
    ["nothing, where it meets in words", item("a", "08:00", { parties: { [an]: "chair" }, at: "Sóc Sơn" }), ""],
    ["nothing, where it meets online", item("a", "08:00", { parties: { [an]: "chair" }, points: 30 }), ""],
    ["a chair", item("a", "08:00", { room: "p1", parties: { [an]: "attend" } }), "chair"],
    ["nothing, where a body sits", item("a", "08:00", { room: "p1", body: "body:btv" }), ""],
    [
      "nothing, where a leader goes",
      item("a", "08:00", { kind: "visit", at: "Ba Vì", parties: { [an]: "attend" } }),
      "",
    ],
    ["somebody, on a visit without anybody", item("a", "08:00", { kind: "visit", at: "Ba Vì" }), "chair"],
    ["everything", item("a", null), "hour room chair"],
    ["nothing, a dossier", item("a", null, { kind: "dossier" }), ""],
    ["nothing, at the desk", item("a", null, { title: "Làm việc tại cơ quan" }), ""],
    ["nothing any more, called off", item("a", null, { status: "cancelled" }), ""],
    ["nothing any more, held", item("a", null, { status: "held" }), ""],
  ])("%s", (_what, of, lacks) => {
    expect(lackingsOf(of).join(" ")).toBe(lacks);
  });
});
