import { describe, expect, test } from "vitest";
import type { Path } from "../model/overlap.ts";
import { capOf, certaintyOfStretches, lessSure, type Matter, oneLess, severityOf, surer } from "./certainty.ts";
import type { Basis, Stretch } from "./span.ts";

const at = (fromMin: number, toMin: number, basis: Basis = "assumed"): Stretch => ({
  fromMin,
  toMin,
  isStart: basis !== "session" && basis !== "days" && basis !== "wholeday",
  basis,
});

const sure = (a: Stretch, b: Stretch, matter: Matter = "unknown") => {
  const forth = certaintyOfStretches(a, b, matter);
  expect(certaintyOfStretches(b, a, matter), "symmetric").toBe(forth);
  return forth;
};

describe("starts apart, the end of the earlier one not written", () => {
  const gaps = [0, 1, 30, 31, 60, 61, 90, 91, 120] as const;
  const rows: Readonly<Record<string, readonly (string | null)[]>> = {
    unknown: ["certain", "certain", "certain", "probable", "probable", "possible", "possible", null, null],
    apart: ["certain", "certain", "certain", "probable", "probable", "possible", "possible", null, null],
    near: ["certain", "certain", "certain", "probable", "probable", "possible", "possible", null, null],
    same: ["certain", "probable", "probable", "possible", "possible", null, null, null, null],
    room: ["certain", "certain", "certain", "probable", "probable", "possible", "possible", null, null],
  };
  for (const [matter, row] of Object.entries(rows)) {
    test.each(gaps.map((gap, index) => [gap, row[index]] as const))(`${matter}: %i minutes → %s`, (gap, expected) => {
      expect(sure(at(480, 600), at(480 + gap, 480 + gap + 90), matter as Matter)).toBe(expected);
    });
  }

  test("what is taken to fill its session reaches farther, as a hint", () => {
    expect(sure(at(480, 660, "stretched"), at(600, 690))).toBe("possible");
    expect(sure(at(480, 660, "stretched"), at(660, 720))).toBeNull();
    expect(sure(at(480, 660, "stretched"), at(600, 690), "same")).toBeNull();
    expect(sure(at(480, 660, "stretched"), at(600, 690), "room")).toBe("possible");
  });

  test("the board's own length is believed when it is shorter, and reaches when it is longer", () => {
    expect(sure(at(480, 510, "ruled"), at(540, 600))).toBeNull();
    expect(sure(at(480, 510, "ruled"), at(520, 600), "apart")).toBe("possible");
    expect(sure(at(480, 540, "ruled"), at(510, 600))).toBe("certain");
    expect(sure(at(480, 720, "ruled"), at(600, 660))).toBe("possible");
  });
});

describe("written hours", () => {
  test("that overlap are certain however far the starts are apart", () => {
    expect(sure(at(480, 690, "written"), at(660, 700))).toBe("certain");
    expect(sure(at(480, 660, "written"), at(659, 700, "written"), "same")).toBe("certain");
  });

  test("that only touch never clash, not even half an hour after the start", () => {
    expect(sure(at(480, 500, "written"), at(500, 560))).toBeNull();
    expect(sure(at(480, 500, "written"), at(500, 560), "near")).toBeNull();
    expect(sure(at(480, 500, "written"), at(500, 560), "same")).toBeNull();
    expect(sure(at(480, 500, "written"), at(500, 560), "room")).toBeNull();
  });

  test("leave time for the way between two places clearly apart", () => {
    expect(sure(at(480, 540, "written"), at(540, 600), "apart")).toBe("probable");
    expect(sure(at(480, 540, "written"), at(554, 600), "apart")).toBe("probable");
    expect(sure(at(480, 540, "written"), at(555, 600), "apart")).toBe("possible");
    expect(sure(at(480, 540, "written"), at(570, 600), "apart")).toBeNull();
  });
});

describe("no hour on a side", () => {
  test("is a hint within the session and nothing outside it", () => {
    const morning = at(300, 720, "session");
    expect(sure(morning, at(480, 570))).toBe("possible");
    expect(sure(morning, morning)).toBe("possible");
    expect(sure(morning, at(720, 1080, "session"))).toBeNull();
    expect(sure(morning, at(810, 900))).toBeNull();
  });

  test("“cả ngày” elsewhere leaves no hour free, in the same house perhaps", () => {
    const away = at(300, 1080, "wholeday");
    expect(sure(away, at(510, 600), "apart")).toBe("probable");
    expect(sure(away, at(510, 600))).toBe("possible");
    expect(sure(away, at(300, 720, "session"), "apart")).toBe("possible");
    expect(sure(away, at(1140, 1200), "apart")).toBeNull();
    const begun = { ...away, fromMin: 450, isStart: true };
    expect(sure(begun, at(480, 570), "apart")).toBe("certain");
    expect(sure(begun, at(840, 930), "apart")).toBe("probable");
    expect(sure(begun, at(840, 930), "near")).toBe("possible");
  });

  test("an inner day of a journey makes an hour on it probable, another vague one a hint", () => {
    const journey = at(0, 1440, "days");
    expect(sure(journey, at(480, 570))).toBe("probable");
    expect(sure(journey, at(300, 720, "session"))).toBe("possible");
  });
});

describe("order of certainties", () => {
  test("surer, less sure, one less", () => {
    expect(surer("possible", "certain")).toBe("certain");
    expect(surer(null, "possible")).toBe("possible");
    expect(surer(null, null)).toBeNull();
    expect(lessSure("certain", "probable")).toBe("probable");
    expect([oneLess("certain"), oneLess("probable"), oneLess("possible")]).toEqual([
      "probable",
      "possible",
      "possible",
    ]);
    expect([capOf("firm"), capOf("member"), capOf("open")]).toEqual(["certain", "probable", "possible"]);
  });
});

describe("how much it matters", () => {
  const named: Path = { role: "chair", steps: ["person:an"], conditional: false };
  const attends: Path = { role: "attend", steps: ["post:bt", "person:an"], conditional: false };
  const member: Path = { role: "sits", steps: ["body:btv", "person:an"], conditional: false };

  test.each([
    ["person", "certain", named, named, "error"],
    ["person", "certain", named, attends, "error"],
    ["person", "certain", attends, attends, "error"],
    ["person", "certain", member, named, "error"],
    ["person", "certain", named, member, "error"],
    ["person", "certain", member, attends, "warning"],
    ["person", "certain", attends, member, "warning"],
    ["person", "certain", member, member, "warning"],
    ["room", "certain", named, named, "error"],
    ["body", "certain", member, member, "error"],
    ["person", "probable", named, named, "warning"],
    ["room", "probable", named, named, "warning"],
    ["person", "possible", named, named, "hint"],
    ["body", "possible", member, member, "hint"],
  ] as const)("%s %s", (kind, certainty, a, b, severity) => {
    expect(severityOf({ kind, certainty }, a, b)).toBe(severity);
  });
});
