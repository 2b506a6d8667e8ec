import { describe, expect, test } from "vitest";
import { an, binh, city, item } from "../../test/world/small-city.ts";
import type { Item } from "../model/item.ts";
import { createDirectoryIndex } from "../rules/directory-index.ts";
import { createOverlapIndex } from "../rules/overlap-index.ts";
import type { Language } from "./overlap-phrases.ts";
import { overlapBesideItems, overlapToGhost, overlapToWords } from "./overlap-words.ts";
import { partyName } from "./party-name.ts";

const directory = createDirectoryIndex(city);
const languages: readonly Language[] = ["vi", "en", "fr"];

/** The worst overlap of two items, in words. No-break spaces are told as spaces. */
function say(items: readonly [Item, Item], seenFrom?: string) {
  const index = createOverlapIndex(city);
  index.build(items);
  const [overlap] = index.of(items[0].id);
  if (!overlap) throw new Error("no overlap");
  const context = {
    index: directory,
    item: (id: string) => items.find((each) => each.id === id),
    ...(seenFrom !== undefined && { seenFrom }),
  };
  const plain = (text: string) => text.replaceAll("\u00a0", " ");
  return {
    headline: (language: Language) => plain(overlapToWords(overlap, context, language).headline),
    reason: (language: Language) => plain(overlapToWords(overlap, context, language).reason),
    assumption: (language: Language) => {
      const { assumption } = overlapToWords(overlap, context, language);
      return assumption === null ? null : plain(assumption);
    },
    beside: (language: Language) => plain(overlapBesideItems(overlap, context, language)),
    ghost: (language: Language) => plain(overlapToGhost(overlap, context, language)),
  };
}

const ubnd = item("a", "14:00", { title: "Họp UBND", parties: { "post:ct": "chair" } });
const btv = item("b", "14:30", { title: "Họp Ban Thường vụ", body: "body:btv" });

describe("an overlap is said as an officer would say it", () => {
  test("the way through post and body is named beside its side", () => {
    const said = say([ubnd, btv]);
    expect(said.headline("vi")).toBe("Trùng người: đ/c Phạm Thái Bình");
    expect(said.reason("vi")).toBe(
      "đ/c Bình: chủ trì họp UBND 14:00 (là Chủ tịch UBND) và dự họp Ban Thường vụ 14:30 (là Chủ tịch UBND, Ủy viên Ban Thường vụ)",
    );
    expect(said.assumption("vi")).toBe("Chưa ghi giờ kết thúc: giả định 90 phút cho họp UBND");
  });

  test("somebody named needs no capacity, so the other one closes the sentence", () => {
    const said = say([item("a", "14:00", { title: "Họp UBND", parties: { "person:chi": "chair" } }), btv]);
    expect(languages.map(said.reason)).toEqual([
      "đ/c Chi: chủ trì họp UBND 14:00 và dự họp Ban Thường vụ 14:30 — là Ủy viên Ban Thường vụ",
      "Chi chairs “Họp UBND” at 14:00 and sits in “Họp Ban Thường vụ” at 14:30 — as a member of Ban Thường vụ",
      "Chi préside « Họp UBND » à 14 h et siège à « Họp Ban Thường vụ » à 14 h 30 — comme membre de Ban Thường vụ",
    ]);
  });

  test("beside both items only who, when and by which step", () => {
    expect(languages.map(say([ubnd, btv]).beside)).toEqual([
      "đ/c Bình: chủ trì 14:00 (là Chủ tịch UBND) và dự 14:30 (là Ủy viên Ban Thường vụ)",
      "Bình chairs at 14:00 (as Chủ tịch UBND) and sits at 14:30 (as a member of Ban Thường vụ)",
      "Bình préside à 14 h (comme Chủ tịch UBND) et siège à 14 h 30 (comme membre de Ban Thường vụ)",
    ]);
    const rooms = [item("a", "08:00", { room: "p1" }), item("b", "08:30", { room: "p1" })] as const;
    expect(languages.map(say(rooms).beside)).toEqual([
      "Phòng họp 1: 08:00 và 08:30",
      "Phòng họp 1: at 08:00 and at 08:30",
      "Phòng họp 1 : à 8 h et à 8 h 30",
    ]);
  });

  test("the item somebody looks at comes first, otherwise the earlier one", () => {
    expect(say([ubnd, btv], "b").reason("vi")).toMatch(/^đ\/c Bình: dự họp Ban Thường vụ 14:30/);
    expect(say([{ ...ubnd, id: "z" }, btv]).reason("vi")).toMatch(/^đ\/c Bình: chủ trì họp UBND 14:00/);
  });

  test("a conditional group and a post of several leave open whether it is he", () => {
    const chi = item("b", "08:30", { title: "Kiểm tra chợ", parties: { "person:chi": "chair" } });
    const group = say([item("a", "08:00", { title: "Giao ban tuần", parties: { "group:lq": "attend" } }), chi]);
    expect(group.headline("vi")).toBe("Có thể trùng người: đ/c Lê Thu Chi");
    expect(group.reason("vi")).toMatch(/— là Phó Chủ tịch UBND, có thể thuộc “các Phó Chủ tịch liên quan”$/);
    expect(group.headline("fr")).toBe("Double engagement possible : Lê Thu Chi");
    const post = say([item("a", "08:00", { parties: { "post:pct": "attend" } }), chi]);
    expect(languages.map((language) => post.reason(language).split(" — ")[1])).toEqual([
      "là một trong các Phó Chủ tịch UBND",
      "as one of several Phó Chủ tịch UBND",
      "comme l’un des Phó Chủ tịch UBND",
    ]);
  });

  test("one verb for both sides is said once", () => {
    const invited = (id: string, start: string, title: string) =>
      item(id, start, { title, parties: { "unit:nv": "invited" } });
    const said = say([invited("a", "08:00", "Họp A"), invited("b", "08:30", "Họp B")]);
    expect(languages.map(said.headline)).toEqual([
      "Cùng mời: Phòng Nội vụ",
      "Asked twice: Phòng Nội vụ",
      "Double sollicitation : Phòng Nội vụ",
    ]);
    expect(languages.map(said.reason)).toEqual([
      "Phòng Nội vụ: được mời dự họp A 08:00 và họp B 08:30; có thể cử hai người",
      "Phòng Nội vụ is invited to “Họp A” at 08:00 and “Họp B” at 08:30; it can send two people",
      "Phòng Nội vụ est invité à « Họp A » à 8 h et « Họp B » à 8 h 30 ; deux personnes peuvent y aller",
    ]);
  });

  test("a body called twice", () => {
    const said = say([
      item("a", "08:00", { body: "body:btv" }),
      item("b", "08:30", { parties: { "body:btv": "invited" } }),
    ]);
    expect(languages.map(said.headline)).toEqual([
      "Nhiều khả năng trùng lịch: Ban Thường vụ",
      "Body probably called twice: Ban Thường vụ",
      "Double convocation probable : Ban Thường vụ",
    ]);
  });

  test("a room needs no comrade, by its name or as it was written", () => {
    const said = say([
      item("a", "08:00", { title: "Họp A", room: "p1" }),
      item("b", "08:15", { title: "Họp B", room: "p1" }),
    ]);
    expect(languages.map(said.headline)).toEqual([
      "Trùng phòng: Phòng họp 1",
      "Room double-booked: Phòng họp 1",
      "Salle prise deux fois : Phòng họp 1",
    ]);
    expect(said.reason("vi")).toBe("Phòng họp 1: họp A 08:00 và họp B 08:15");
    expect(
      say([item("a", "08:00", { at: "HT lớn" }), item("b", "08:00", { at: "Hội trường lớn" })]).headline("vi"),
    ).toBe("Trùng phòng: HT lớn");
  });

  test("words for a person stay as they were typed", () => {
    const said = say([
      item("a", "08:00", { title: "Họp A", parties: { "text:PCTTT Nguyễn Văn Giang": "chair" } }),
      item("b", "09:00", { title: "Họp B", parties: { "text:đ/c Nguyễn Văn Giang": "attend" } }),
    ]);
    expect(said.headline("vi")).toBe("Nhiều khả năng trùng người: PCTTT Nguyễn Văn Giang");
  });
});

describe("when it is", () => {
  const chaired = (id: string, start: string | null, wish: object) =>
    item(id, start, { parties: { [an]: "chair" }, ...wish });

  test("hours that only touch are no time to travel", () => {
    const said = say([
      chaired("a", "07:00", { end: "08:00", at: "Trường THPT", title: "Chào cờ" }),
      chaired("b", "08:00", { at: "UBND xã", title: "Giao ban" }),
    ]);
    expect(said.headline("vi")).toBe("Khó kịp di chuyển: đ/c Hoàng Minh An");
    expect(said.reason("vi")).toBe("đ/c An: chủ trì chào cờ 07:00–08:00 và giao ban 08:00");
    expect(languages.map(said.assumption)).toEqual([
      "Việc trước kết thúc đúng lúc việc sau bắt đầu, ở nơi khác",
      "One ends just when the other begins, elsewhere",
      "L’un finit à l’instant où l’autre commence, ailleurs",
    ]);
    expect(
      say([
        chaired("a", "07:00", { end: "08:00", at: "Trường THPT" }),
        chaired("b", "08:10", { at: "UBND xã" }),
      ]).assumption("en"),
    ).toBe("Only 10 minutes to get from one to the other");
  });

  test("a half day without an hour says so", () => {
    const said = say([
      item("a", null, { session: "morning", title: "Dự lễ khánh thành", parties: { [an]: "attend" } }),
      chaired("b", "08:00", { title: "Giao ban" }),
    ]);
    expect(said.reason("vi")).toBe("đ/c An: dự lễ khánh thành buổi sáng và chủ trì giao ban 08:00");
    expect(said.assumption("vi")).toBe("Chưa rõ giờ: dự lễ khánh thành");
  });

  test("several days are dates, a night is its hours", () => {
    const trip = chaired("a", null, { day: "2026-11-22", lastDay: "2026-11-25", title: "Công tác tại Cần Thơ" });
    expect(
      languages.map(
        (language) =>
          say([trip, chaired("b", "08:00", {})])
            .reason(language)
            .match(/22.*25\/11/)?.[0],
      ),
    ).toEqual(["22/11 đến 25/11", "22/11 to 25/11", "22/11 au 25/11"]);
    const night = chaired("a", "22:00", { lastDay: "2026-11-24", end: "01:00", title: "Trực chỉ huy" });
    const said = say([night, chaired("b", "23:00", { title: "Kiểm tra đê" })]);
    expect(said.reason("vi")).toBe("đ/c An: chủ trì trực chỉ huy 22:00–01:00 và kiểm tra đê 23:00");
    expect(said.reason("fr")).toBe("An préside « Trực chỉ huy » de 22 h à 1 h et « Kiểm tra đê » à 23 h");
    expect(said.assumption("vi")).toBeNull();
  });

  test("where nothing was assumed but the gap is narrow, the gap is told", () => {
    const said = say([chaired("a", "08:00", { kind: "visit" }), chaired("b", "09:00", {})]);
    expect(said.assumption("vi")).toBe("Hai việc chỉ cách nhau 60 phút");
  });
});

describe("names and matters inside the sentence", () => {
  test("a given name that two people bear is told whole", () => {
    const two = createDirectoryIndex({
      ...city,
      persons: [...city.persons, { id: "an2", name: "Trần Văn An", aliases: [] }],
    });
    const items = [
      item("a", "08:00", { parties: { [an]: "chair" } }),
      item("b", "08:00", { parties: { [an]: "chair" } }),
    ];
    const index = createOverlapIndex(city);
    index.build(items);
    const [overlap] = index.of("a");
    const words = overlapToWords(overlap!, { index: two, item: (id) => items.find((each) => each.id === id) }, "vi");
    expect(words.reason).toMatch(/^đ\/c Hoàng Minh An: /);
    expect(words.name).toBe("Hoàng Minh An");
  });

  test("a long matter is cut at a word, a missing one is said, names keep their capital", () => {
    const long = "Hội nghị tổng kết công tác xây dựng Đảng năm 2026 và triển khai nhiệm vụ trọng tâm năm 2027";
    const chaired = (id: string, title: string) => item(id, "08:00", { title, parties: { [an]: "chair" } });
    expect(say([chaired("a", long), chaired("b", "")]).reason("vi")).toBe(
      "đ/c An: chủ trì hội nghị tổng kết công tác xây dựng Đảng năm 2026 và triển khai… 08:00 và việc chưa có nội dung 08:00",
    );
    expect(say([chaired("a", "Chủ tịch UBND nghe báo cáo"), chaired("b", "Chủ trì giao ban")]).reason("vi")).toBe(
      "đ/c An: chủ trì Chủ tịch UBND nghe báo cáo 08:00 và chủ trì giao ban 08:00",
    );
    expect(say([chaired("a", "Ban Thường vụ họp"), chaired("b", "UBND họp phiên tháng 11")]).reason("vi")).toBe(
      "đ/c An: chủ trì Ban Thường vụ họp 08:00 và UBND họp phiên tháng 11 08:00",
    );
  });

  test("an item that is gone is spoken of as untitled", () => {
    const index = createOverlapIndex(city);
    index.build([ubnd, btv]);
    const [overlap] = index.of("a");
    expect(overlapToWords(overlap!, { index: directory, item: () => undefined }, "en").reason).toContain(
      "an untitled item",
    );
  });

  test("a party that is gone is told by its id", () => {
    expect(partyName("person:gone", directory)).toBe("gone");
    expect(partyName("group:lq", directory)).toBe("các Phó Chủ tịch liên quan");
    expect(partyName("text:Sở Y tế", directory)).toBe("Sở Y tế");
  });
});

describe("the card in hand carries one line about the other item", () => {
  test("who, what and when, with the sign of how sure it is", () => {
    const held = item("a", "15:00", { parties: { [binh]: "chair" } });
    const other = item("b", "14:00", { end: "16:00", title: "Họp UBND", parties: { [binh]: "attend" } });
    expect(languages.map(say([held, other], "a").ghost)).toEqual([
      "▲ Đ/c Phạm Thái Bình: dự họp UBND 14:00–16:00",
      "▲ Phạm Thái Bình attends “Họp UBND” from 14:00 to 16:00",
      "▲ Phạm Thái Bình participe à « Họp UBND » de 14 h à 16 h",
    ]);
  });

  test("a room names what is on in it", () => {
    const two = [
      item("a", "08:00", { title: "Họp A", room: "p1" }),
      item("b", "09:00", { title: "Họp B", room: "p1" }),
    ] as const;
    expect(say([...two], "a").ghost("vi")).toBe("◆ Phòng họp 1: họp B 09:00");
    expect(say([...two], "b").ghost("vi")).toBe("◆ Phòng họp 1: họp A 08:00");
  });
});
