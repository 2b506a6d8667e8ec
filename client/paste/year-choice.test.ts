import { expect, test } from "vitest";
import { readSchedule } from "../../shared/text/schedule-reading.ts";
import { askYear } from "./year-choice.ts";

const undated = "THỨ HAI, NGÀY 27/5:\n- Chủ tịch: 8 giờ, họp giao ban, điểm tại Hội trường II.\n";

test("a schedule without a year asks for it, and takes the fitting year nearest to what the person looks at", () => {
  expect(askYear(readSchedule(undated), 2026)).toMatchObject({
    best: 2024,
    years: expect.arrayContaining([2019, 2024, 2030]),
  });
  expect(askYear(readSchedule(undated), 2020)?.best).toBe(2019);
});

test("of two years equally near, the later: people paste what is coming", () => {
  expect(askYear(readSchedule(undated), 2027)?.best).toBe(2030);
});

test("a day without weekday and year asks too", () => {
  const question = askYear(readSchedule("Ngày 27/5:\n- 8 giờ, Chủ tịch họp giao ban.\n"), 2026);
  expect(question).toEqual({ best: 2026, years: [2025, 2026, 2027] });
});

test("a printed year is not asked for", () => {
  expect(askYear(readSchedule(undated.replace("27/5", "27/5/2024")), 2026)).toBeNull();
  expect(askYear(readSchedule("không phải lịch"), 2026)).toBeNull();
});
