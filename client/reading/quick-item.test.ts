import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { addDays, dayParts, parseDay } from "../../shared/kit/day.ts";
import { directorySchema } from "../../shared/model/directory.ts";
import { createQuickReader } from "./quick-item.ts";

const directory = v.parse(directorySchema, {
  persons: [
    { id: "an", name: "Hoàng Minh An", office: "party" },
    { id: "lan1", name: "Nguyễn Thị Lan" },
    { id: "lan2", name: "Trần Ngọc Lan" },
  ],
  bodies: [{ id: "btv", name: "Ban Thường vụ Thành ủy", aliases: ["BTV"] }],
  units: [{ id: "sxd", name: "Sở Xây dựng" }],
  rooms: [{ id: "p2", name: "Phòng họp 2", aliases: ["P. họp 2"] }],
});
const day = parseDay("2026-11-24")!;
const read = createQuickReader({ day, session: "afternoon", office: "party" }, directory);

describe("one line typed as in Word", () => {
  test("becomes hour, matter, venue and chair", () => {
    const { item, parts } = read("14h30 Họp BTV nghe báo cáo tiến độ Vành đai 4, P. họp 2, đ/c An chủ trì");
    expect(item).toMatchObject({
      when: { horizon: "time", day, startMin: 14 * 60 + 30 },
      venue: { room: "p2" },
      kind: "meeting",
      status: "registered",
      office: "party",
    });
    expect(item?.title).toBe("Họp BTV nghe báo cáo tiến độ Vành đai 4");
    expect(item?.parties["person:an"]?.role).toBe("chair");
    expect(parts.every(({ isLoose }) => !isLoose)).toBe(true);
  });

  test("what the directory does not know stays as typed and is marked", () => {
    const { item, parts } = read("15h Làm việc với đoàn chuyên gia, Nhà khách số 9, đ/c Zung chủ trì");
    expect(item?.venue).toEqual({ text: "Nhà khách số 9" });
    expect(Object.keys(item?.parties ?? {}).every((ref) => ref.startsWith("text:"))).toBe(true);
    expect(parts.filter(({ isLoose }) => isLoose).map(({ field }) => field)).toEqual(["venue", "chair"]);
  });

  test("a name two people bear is never guessed", () => {
    const { item, parts } = read("9h Họp giao ban, đ/c Lan chủ trì");
    expect(Object.keys(item?.parties ?? {})).toEqual(["text:đ/c Lan"]);
    expect(parts.find(({ field }) => field === "chair")?.isLoose).toBe(true);
  });

  test("without an hour it stands in the session of its cell, without a matter it is no item", () => {
    expect(read("Khảo sát chợ đầu mối").item?.when).toEqual({ horizon: "session", day, session: "afternoon" });
    expect(read("   ").item).toBeNull();
  });

  test("a day of invitation beside its number is kept with the day of the cell", () => {
    const before = addDays(day, -5);
    const { item } = read(`8h Họp giao ban (GM số 44/GM-UBND ngày ${dayParts(before).date}/${dayParts(before).month})`);
    expect([item?.ref, item?.announced]).toEqual(["44/GM-UBND", { on: before, of: day }]);
    expect(read("8h Họp giao ban (GM số 44/GM-UBND)").item).not.toHaveProperty("announced");
  });

  test("where people gather is not where they go, and who stands in is said", () => {
    const trip = read("6h30 kiểm tra tại xã Ba Vì. Tập trung tại Trụ sở UBND").item;
    expect(trip?.venue).toEqual({ text: "xã Ba Vì", assembly: "Trụ sở UBND" });
    expect(read("Ủy quyền đ/c An dự họp Bộ Xây dựng, 14h").item).toMatchObject({
      when: { startMin: 14 * 60 },
      notes: "Dự theo ủy quyền.",
    });
  });

  test("an hour typed into another session's cell wins", () => {
    expect(read("8h00 Chào cờ đầu tuần").item?.when).toEqual({ horizon: "time", day, startMin: 480 });
  });
});
