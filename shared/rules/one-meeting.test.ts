import { describe, expect, test } from "vitest";
import { an, binh, item } from "../../test/world/small-city.ts";
import { attendedBy, chairedBy, told } from "../../test/world/told-overlaps.ts";

const at = (title: string) => ({ room: "p1", title });

describe("one meeting in the programmes of two leaders", () => {
  test("is at most a hint: one chairs it, the other attends it, each in his own words", () => {
    expect(
      told(
        chairedBy("a", "08:00", an, at("Chủ trì giao ban Sở")),
        attendedBy("b", "08:00", binh, at("Dự giao ban  sở")),
      ),
    ).toEqual(["room:p1 possible hint"]);
  });

  test("two chairs are two meetings, and so are two hours or two matters", () => {
    const chaired = chairedBy("a", "08:00", an, at("Họp giao ban"));
    expect(told(chaired, chairedBy("b", "08:00", binh, at("Họp giao ban")))).toEqual(["room:p1 certain error"]);
    expect(told(chaired, attendedBy("b", "08:15", binh, at("Dự giao ban")))).toEqual(["room:p1 certain error"]);
    expect(told(chaired, attendedBy("b", "08:00", binh, at("Dự hội thảo")))).toEqual(["room:p1 certain error"]);
  });

  test("a matter printed twice with nobody named stays a duplicate", () => {
    expect(told(item("a", "08:00", at("Giao ban")), item("b", "08:00", at("Giao ban")))).toEqual([
      "room:p1 certain error",
    ]);
  });

  test("one person in both is in the same meeting twice: that is told of the person", () => {
    expect(
      told(chairedBy("a", "08:00", an, at("Giao ban")), attendedBy("b", "08:00", an, at("Dự giao ban"))),
    ).toContain("room:p1 certain error");
  });
});
