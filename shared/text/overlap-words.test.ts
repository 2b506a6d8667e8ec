import { describe, expect, test } from "vitest";
import { an, binh, city, item } from "../../test/world/small-city.ts";
import type { Item } from "../model/item.ts";
import { createDirectoryIndex } from "../rules/directory-index.ts";
import { createOverlapIndex } from "../rules/overlap-index.ts";
import type { Language } from "./overlap-phrases.ts";
import { overlapToGhost, overlapToWords } from "./overlap-words.ts";

const directory = createDirectoryIndex(city);

function say(items: readonly [Item, Item], seenFrom?: string) {
  const index = createOverlapIndex(city);
  index.build(items);
  const context = {
    index: directory,
    item: (id: string) => items.find((each) => each.id === id),
    ...(seenFrom !== undefined && { seenFrom }),
  };
  const [overlap] = [...index.all()];
  if (!overlap) throw new Error("no overlap");
  return {
    words: (language: Language) => overlapToWords(overlap, context, language),
    ghost: (language: Language) => overlapToGhost(overlap, context, language),
  };
}

const ubnd = item("a", "14:00", { title: "Họp UBND", parties: { "post:ct": "chair" } });
const btv = item("b", "14:30", { title: "Họp Ban Thường vụ", body: "body:btv" });

describe("an overlap is said as an officer would say it", () => {
  test("the way through post and body is named beside its side", () => {
    expect(say([ubnd, btv]).words("vi")).toMatchObject({
      headline: "Trùng người: đ/c Phạm Thái Bình",
      reason:
        "đ/c Bình: chủ trì họp UBND 14:00 (là Chủ tịch UBND) và dự họp Ban Thường vụ 14:30 (là Chủ tịch UBND, Ủy viên Ban Thường vụ)",
      assumption: "Chưa ghi giờ kết thúc: giả định 90 phút cho họp UBND",
    });
  });

  test("somebody named needs no capacity, so the other one closes the sentence", () => {
    const named = item("a", "14:00", { title: "Họp UBND", parties: { "person:chi": "chair" } });
    expect(say([named, btv]).words("vi").reason).toBe(
      "đ/c Chi: chủ trì họp UBND 14:00 và dự họp Ban Thường vụ 14:30 — là Ủy viên Ban Thường vụ",
    );
    expect(say([named, btv]).words("en").reason).toBe(
      "Chi chairs “họp UBND” at 14:00 and sits in “họp Ban Thường vụ” at 14:30 — as a member of Ban Thường vụ",
    );
    expect(say([named, btv]).words("fr").reason).toBe(
      "Chi préside « họp UBND » à 14:00 et siège à « họp Ban Thường vụ » à 14:30 — comme membre de Ban Thường vụ",
    );
  });

  test("the item somebody looks at comes first", () => {
    expect(say([ubnd, btv], "b").words("vi").reason).toMatch(/^đ\/c Bình: dự họp Ban Thường vụ 14:30/);
  });

  test("the card in hand carries one line about the other item", () => {
    const held = item("a", "15:00", { parties: { [binh]: "chair" } });
    const other = item("b", "14:00", { end: "16:00", title: "Họp UBND", parties: { [binh]: "attend" } });
    expect(say([held, other], "a").ghost("vi")).toBe("▲ Đ/c Phạm Thái Bình: dự họp UBND 14:00–16:00");
  });

  test("a half day without an hour says so", () => {
    const vague = item("a", null, { session: "morning", title: "Dự lễ khánh thành", parties: { [an]: "attend" } });
    const exact = item("b", "08:00", { title: "Giao ban", parties: { [an]: "chair" } });
    expect(say([vague, exact]).words("vi")).toMatchObject({
      headline: "Có thể trùng người: đ/c Hoàng Minh An",
      reason: "đ/c An: dự lễ khánh thành buổi sáng và chủ trì giao ban 08:00",
      assumption: "Chưa rõ giờ: dự lễ khánh thành; Chưa ghi giờ kết thúc: giả định 90 phút cho giao ban",
    });
  });

  test("a room and a body are said without a comrade", () => {
    const one = item("a", "08:00", { title: "Họp A", room: "p1" });
    const two = item("b", "08:15", { title: "Họp B", room: "p1" });
    expect(say([one, two]).words("vi")).toMatchObject({
      headline: "Trùng phòng: Phòng họp 1",
      reason: "Phòng họp 1: họp A 08:00 và họp B 08:15",
    });
    const sits = [
      item("a", "08:00", { title: "Họp A", body: "body:btv" }),
      item("b", "08:00", { title: "Họp B", body: "body:btv" }),
    ];
    expect(say([sits[0]!, sits[1]!]).words("fr").headline).toBe("Instance convoquée deux fois : Ban Thường vụ");
  });

  test("hours that only touch are no time to travel", () => {
    const one = item("a", "07:00", { end: "08:00", at: "Trường THPT", parties: { [an]: "chair" } });
    const two = item("b", "08:00", { at: "UBND xã", parties: { [an]: "attend" } });
    expect(say([one, two]).words("vi").headline).toBe("Khó kịp di chuyển: đ/c Hoàng Minh An");
  });
});
