import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seed } from "../../test/world/seed.ts";
import {
  addBits,
  alikeTo,
  likenessMinPercent,
  likenessOf,
  matterPrintOf,
  nextAlike,
  noMatter,
} from "./matter-print.ts";

const likeness = (a: string, b: string) => likenessOf(matterPrintOf(a), matterPrintOf(b));

describe("how alike two titles are", () => {
  test("marks, case, openers, small words and abbreviations are no difference", () => {
    const title = "Hội nghị tổng kết công tác phòng, chống tham nhũng và cải cách hành chính";
    for (const other of [
      "HOI NGHI TONG KET CONG TAC PHONG CHONG THAM NHUNG VA CAI CACH HANH CHINH",
      title.normalize("NFD"),
      "Họp nghe báo cáo tổng kết công tác PCTN, CCHC",
      "tổng kết PCTN và CCHC",
    ])
      expect(likeness(title, other), other).toBe(1);
  });

  test("what each names and the other does not keeps them apart, however alike the form", () => {
    const form = (place: string, year: number) =>
      `Kiểm tra công tác phòng chống thiên tai tại xã ${place} giai đoạn ${year}`;
    expect(likeness(form("Sóc Sơn", 2026), form("Sóc Sơn", 2026))).toBe(1);
    expect(likeness(form("Sóc Sơn", 2026), form("Đông Anh", 2026))).toBe(0);
    expect(likeness(form("Sóc Sơn", 2026), form("Sóc Sơn", 2027))).toBe(0);
  });

  test("too short a title is like nothing, itself included", () => {
    for (const title of ["", "Giao ban tuần", "Họp", "…", "1 2 3"]) {
      expect(matterPrintOf(title)).toBe(noMatter);
      expect(likeness(title, title)).toBe(0);
    }
  });
});

const words =
  "kế hoạch trồng cây xanh đô thị giảm ùn tắc giao thông cải tạo thoát nước ngập úng chuyển đổi số PCTN Sóc Sơn 2026".split(
    " ",
  );
const titleArb = fc.array(fc.constantFrom(...words), { minLength: 4, maxLength: 24 }).map((list) => list.join(" "));

test("the look at the bits misses nothing that is alike, and turns most of the rest away", () => {
  let alike = 0;
  let away = 0;
  fc.assert(
    fc.property(titleArb, titleArb, fc.nat(3), (a, b, edits) => {
      // Half of the pairs differ by a few words only: chance alone makes few that are alike.
      const [one, two] = [
        matterPrintOf(a),
        matterPrintOf(edits === 0 ? b : [...a.split(" ").slice(edits - 1), "nữa"].join(" ")),
      ];
      for (const leastPercent of [likenessMinPercent, 85]) {
        const [bits, seen]: [number[], number[]] = [[], []];
        for (const print of [matterPrintOf("họp"), two]) addBits(bits, print);
        const wanted = alikeTo(one, leastPercent);
        for (let at = nextAlike(wanted, bits, 0); at >= 0; at = nextAlike(wanted, bits, at + 1)) seen.push(at);
        const isSeen = seen.includes(1);
        const share = likenessOf(one, two);
        if (100 * share >= leastPercent) {
          expect(isSeen).toBe(true);
          alike += 1;
        } else if (!isSeen) away += 1;
      }
      expect(likenessOf(one, two)).toBe(likenessOf(two, one));
    }),
    { seed, numRuns: 3_000 },
  );
  expect(alike).toBeGreaterThan(300);
  expect(away).toBeGreaterThan(1_000);
});
