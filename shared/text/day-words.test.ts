import { describe, expect, test } from "vitest";
import { readDay } from "./day-words.ts";
import { scopeFor } from "./reading.fixture.ts";

/** "weekday date/month/year..last|rest" */
function dayOf(words: string): string | null {
  const scope = scopeFor(words);
  const day = readDay(scope, 0);
  if (!day) return null;
  const { weekday, lastWeekday, first, last } = day;
  const print = (one: typeof first) => (one ? `${one.date}/${one.month}${one.year ? `/${one.year}` : ""}` : "");
  const days = `${weekday ?? "?"}${lastWeekday ? `-${lastWeekday}` : ""} ${print(first)}${last ? `..${print(last)}` : ""}`;
  return `${days}|${scope.text.slice(day.next)}`;
}

describe("a day as offices print it", () => {
  test.each([
    ["Thứ 2 (11/11/2019)", "1 11/11/2019|"],
    ["Thứ 2", "1 |"],
    ["14/7", "? 14/7|"],
    ["THỨ HAI            14/3", "1 14/3|"],
    ["Thứ Hai, ngày 12/5/2025", "1 12/5/2025|"],
    ["THỨ HAI, NGÀY 27/5:", "1 27/5|:"],
    ["THỨ HAI (09/02/2026):", "1 9/2/2026|:"],
    ["THỨ BẢY 11/01/2025 (nhằm 12/12 ÂL)", "6 11/1/2025|"],
    ["CHỦ NHẬT, NGÀY 26/3/2023", "7 26/3/2023|"],
    ["CN 22/11", "7 22/11|"],
    ["T. Hai 02/9", "1 2/9|"],
    ["T3 17/11", "2 17/11|"],
    ["28/11 (thứ Ba). Trụ sở", "2 28/11|. Trụ sở"],
    ["ngày 28/4/2022 (thứ năm).", "4 28/4/2022|."],
    ["Ngày 16/01/2026", "? 16/1/2026|"],
    ["ngày 26-6-2014 tại", "? 26/6/2014| tại"],
    ["1.11: họp", "? 1/11|: họp"],
    ["Thứ Tư ngày 18 tháng 11 năm 2026", "3 18/11/2026|"],
    ["14/3/22", "? 14/3/2022|"],
    ["thứ bẩy 14/3", "6 14/3|"],
  ])("%s", (words, read) => {
    expect(dayOf(words)).toBe(read);
  });
});

describe("several days", () => {
  test.each([
    ["Từ 11/9 – 13/9: dự", "? 11/9..13/9|: dự"],
    ["Từ ngày 14/07/2025 đến ngày 20/07/2025", "? 14/7/2025..20/7/2025|"],
    ["từ ngày 14/3 đến ngày 18/3/2022", "? 14/3/2022..18/3/2022|"],
    ["11-13/9", "? 11/9..13/9|"],
    ["16, 17/11/2026", "? 16/11/2026..17/11/2026|"],
    ["Ngày 3 và 4.11", "? 3/11..4/11|"],
    ["ngày 12/11 đến hết ngày 14/11", "? 12/11..14/11|"],
    ["Thứ 7, CN: trực", "6-7 |: trực"],
  ])("%s", (words, read) => {
    expect(dayOf(words)).toBe(read);
  });
});

describe("words that are no days", () => {
  test.each(["Thứ trưởng", "32/11", "16/13", "8-10h", "50/60%", "Tuần 47", "ngày hội", "cnc"])("%s", (words) => {
    expect(dayOf(words)).toBeNull();
  });
});
