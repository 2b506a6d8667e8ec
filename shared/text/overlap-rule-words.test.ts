import { describe, expect, test } from "vitest";
import { ruledCity, ruledIndex } from "../../test/world/ruled-city.ts";
import { an, item } from "../../test/world/small-city.ts";
import { attendedBy, chairedBy } from "../../test/world/told-overlaps.ts";
import type { Item } from "../model/item.ts";
import { type OverlapKind, overlapKinds } from "../model/overlap.ts";
import { createDirectoryIndex } from "../rules/directory-index.ts";
import type { Language } from "./overlap-phrases.ts";
import { type OverlapWords, overlapToGhost, overlapToWords } from "./overlap-words.ts";

const directory = createDirectoryIndex(ruledCity);
const languages: readonly Language[] = ["vi", "en", "fr"];
const plain = (text: string | null) => text?.replaceAll("\u00a0", " ") ?? "";

/** The first overlap of a kind among items, in words; no-break spaces told as spaces. */
function say(
  items: readonly Item[],
  kind: OverlapKind,
  part: keyof OverlapWords,
  today: string | null = null,
): string[] {
  const overlap = [...ruledIndex(items, today).all()].find((each) => each.kind === kind);
  if (!overlap) throw new Error(`no ${kind}`);
  const context = { index: directory, item: (id: string) => items.find((each) => each.id === id) };
  return languages.map((language) => plain(overlapToWords(overlap, context, language)[part]));
}

const chaired = (id: string, start: string, wish: object = {}) => chairedBy(id, start, an, wish);

/** A programme with one overlap of each kind that a rule finds. */
const programmes: Readonly<Partial<Record<OverlapKind, readonly Item[]>>> = {
  travel: [
    chaired("a", "08:00", { room: "p1", title: "Giao ban" }),
    chaired("b", "10:00", { at: "xã Ba Vì", assembly: "UBND xã Ba Vì", title: "Khảo sát đê" }),
  ],
  room: [
    item("a", "08:00", { room: "p1", end: "09:00", title: "Họp A" }),
    item("b", "09:05", { room: "p1", title: "Họp B" }),
  ],
  unit: ["a", "b", "c"].map((id) =>
    item(id, null, { kind: "dossier", due: "2026-11-25", title: `Tờ trình ${id}`, parties: { "unit:nv": "prepare" } }),
  ),
  quorum: [
    item("a", "14:00", { body: "body:hdgp", title: "Họp Hội đồng" }),
    chairedBy("b", "14:00", an),
    chairedBy("c", "14:00", "person:binh"),
  ],
  subject: [
    item("a", "08:00", { title: "Tổng kết phong trào thi đua yêu nước năm 2026" }),
    item("b", "14:00", { title: "Tổng kết phong trào thi đua yêu nước năm 2026", office: "people" }),
  ],
  capacity: [item("a", "08:00", { room: "p1", seats: 30, title: "Gặp mặt" })],
  online: [item("a", "08:00", { points: 150, title: "Họp trực tuyến" }), item("b", "08:00", { points: 60 })],
  due: [item("a", "08:00", { due: "2026-11-25", title: "Xem xét phương án" })],
  calendar: [item("a", "08:00", { day: "2026-11-24", title: "Giao ban" })],
  notice: [
    item("a", "08:00", { day: "2026-11-27", announced: { on: "2026-11-26", of: "2026-11-27" }, title: "Hội nghị" }),
  ],
};

describe("each kind is said as an officer would say it", () => {
  test("headlines", () => {
    const told = Object.entries(programmes).map(([kind, items]) => say(items, kind as OverlapKind, "headline"));
    expect(told).toEqual([
      ["Khó kịp di chuyển: đ/c Hoàng Minh An", "No time to travel: Hoàng Minh An", "Trajet trop court : Hoàng Minh An"],
      [
        "Phòng chưa kịp chuẩn bị: Phòng họp 1",
        "No time to set up: Phòng họp 1",
        "Salle sans temps de préparation : Phòng họp 1",
      ],
      ["Đơn vị quá tải: Phòng Nội vụ", "Unit overloaded: Phòng Nội vụ", "Service surchargé : Phòng Nội vụ"],
      [
        "Thiếu người dự họp: Hội đồng giải phóng mặt bằng",
        "Too few can attend: Hội đồng giải phóng mặt bằng",
        "Trop peu de présents : Hội đồng giải phóng mặt bằng",
      ],
      ["Trùng nội dung", "Same matter twice", "Même objet deux fois"],
      ["Phòng thiếu chỗ: Phòng họp 1", "Too few seats: Phòng họp 1", "Places insuffisantes : Phòng họp 1"],
      ["Quá số điểm cầu trực tuyến", "Too many bridging points", "Trop de points de connexion"],
      ["Hồ sơ đến sau cuộc họp", "Dossier after its meeting", "Dossier après sa réunion"],
      [
        "Rơi vào ngày nghỉ: Ngày Văn hóa Việt Nam",
        "On a day off: Ngày Văn hóa Việt Nam",
        "Jour chômé : Ngày Văn hóa Việt Nam",
      ],
      ["Báo muộn", "Announced too late", "Annoncé trop tard"],
    ]);
  });

  test("the way: what was taken for granted, what there is and what it takes", () => {
    expect(say(programmes.travel ?? [], "travel", "assumption")).toEqual([
      "Chưa ghi giờ kết thúc: giả định 90 phút cho giao ban. Giữa hai việc có 30 phút, đường đi đến nơi tập trung cần khoảng 80 phút",
      "No end is given: “Giao ban” is taken to last 90 minutes. 30 minutes between them; the way to the assembly point takes about 80",
      "Aucune fin indiquée : 90 minutes supposées pour « Giao ban ». 30 minutes entre les deux ; le trajet jusqu’au point de rassemblement en demande environ 80",
    ]);
    expect(say(programmes.room ?? [], "room", "assumption")[0]).toBe(
      "Giữa hai việc có 5 phút, phòng cần 15 phút để dọn và chuẩn bị",
    );
  });

  test("reasons name the matter, its time and the figures", () => {
    const reasons = Object.fromEntries(
      Object.entries(programmes).map(([kind, items]) => [kind, say(items, kind as OverlapKind, "reason")[0]]),
    );
    expect(reasons).toMatchObject({
      unit: "Phòng Nội vụ phải trình 3 hồ sơ cùng ngày, nhiều hơn mức 2; trong đó có tờ trình a",
      quorum: "Họp Hội đồng 14:00: 2/5 thành viên vắng, còn 3 đồng chí dự được",
      capacity: "Gặp mặt 08:00 có khoảng 30 người, phòng có 10 chỗ",
      online: "Họp trực tuyến 08:00 và 1 hội nghị trực tuyến cùng lúc cần 210 điểm cầu, Thành phố kết nối được 200",
      due: "Hồ sơ của xem xét phương án 08:00 hạn ngày 25/11, sau ngày họp 23/11",
      calendar: "Giao ban 08:00 rơi vào ngày nghỉ (Ngày Văn hóa Việt Nam)",
      notice: "Hội nghị 08:00: mời 26/11, họp 27/11 — còn 1 ngày làm việc, cần 3 ngày",
    });
    expect(say(programmes.subject ?? [], "subject", "reason")[1]).toContain("100% alike");
  });

  test("days off, odd hours, events and what was moved have words of their own", () => {
    const reason = (one: Item, kind: OverlapKind, today: string | null = null) => say([one], kind, "reason", today)[0];
    expect(reason(item("a", "08:00", { day: "2026-11-29", title: "Họp" }), "calendar")).toBe(
      "Họp 08:00 rơi vào ngày nghỉ cuối tuần",
    );
    expect(reason(item("a", "19:30", { title: "Giao ban tối" }), "calendar")).toBe(
      "Giao ban tối 19:30 nằm ngoài khoảng 06:00–18:00",
    );
    expect(reason(chaired("a", "08:00", { day: "2026-12-01", title: "Khảo sát" }), "calendar")).toMatch(
      /ngày có Đại hội Đảng bộ/,
    );
    const moved = item("a", "08:00", {
      kind: "reception",
      day: "2026-11-27",
      title: "Tiếp công dân",
      announced: { on: "2026-11-02", of: "2026-11-20" },
    });
    expect(reason(moved, "notice", "2026-11-25")).toBe(
      "Tiếp công dân 08:00: 2/11 đã niêm yết cho ngày 20/11, nay dời sang 27/11 — còn 2 ngày làm việc, cần báo lại trước 5 ngày",
    );
    expect(reason(moved, "notice", "2026-11-02")).toMatch(/còn từ 15 ngày làm việc, cần báo lại/);
  });

  test("an announcement that is not written is named as what is taken for granted; one that is written is not", () => {
    const unknown = item("a", "08:00", {
      kind: "conference",
      status: "registered",
      day: "2026-11-27",
      title: "Hội nghị",
    });
    const saidIn = (one: Item, language: Language) => {
      const [overlap] = ruledIndex([one], "2026-11-26").of("a");
      if (!overlap) throw new Error("late");
      return overlapToWords(overlap, { index: directory, item: () => one }, language);
    };
    expect(
      languages
        .map((language) => saidIn(unknown, language))
        .map(({ reason, assumption }) => [plain(reason), assumption]),
    ).toEqual([
      [
        "Hội nghị 08:00: mời hôm nay 26/11 cho ngày 27/11 thì còn 1 ngày làm việc, cần 3 ngày",
        "giả định đến hôm nay chưa mời",
      ],
      [
        "“Hội nghị” at 08:00: invited today, 26/11, for 27/11 leaves 1 working day; 3 are needed",
        "assuming that it has not been announced so far",
      ],
      [
        "« Hội nghị » à 8 h : invitations aujourd’hui, le 26/11, pour le 27/11, il reste 1 jour ouvré ; il en faut 3",
        "en supposant que rien n’a été annoncé jusqu’ici",
      ],
    ]);
    const written = { ...unknown, announced: { on: "2026-11-26", of: "2026-11-27" } } as Item;
    for (const language of languages) expect(saidIn(written, language).assumption).toBeNull();
  });

  test("who should give way, and why", () => {
    const advice = (...items: readonly [Item, Item]) => say(items, "person", "advice");
    expect(
      advice(item("a", "14:00", { body: "body:btv", title: "Họp BTV" }), chaired("b", "14:00", { title: "Giao ban" })),
    ).toEqual([
      "Nên nhường: giao ban — Ban Thường vụ được ưu tiên trước",
      "Should give way: “Giao ban” — Ban Thường vụ goes first",
      "Devrait céder : « Giao ban » — Ban Thường vụ passe en premier",
    ]);
    expect(
      advice(item("a", "14:00", { body: "body:btv" }), item("b", "14:00", { body: "body:ubnd", title: "Họp UBND" }))[0],
    ).toBe("Nên nhường: họp UBND — Ban Thường vụ được ưu tiên trước UBND");
    expect(advice(chaired("a", "14:00"), attendedBy("b", "14:00", an, { title: "Lễ" }))[0]).toMatch(
      /ở đây chỉ dự, việc kia phải chủ trì$/,
    );
    expect(advice(chaired("a", "14:00"), chaired("b", "14:00"))).toEqual(["", "", ""]);
  });
});

test("no kind is left without words, in the list or in the hand", () => {
  const items = Object.values(programmes).flatMap((list, at) =>
    list.map((each) => ({ ...each, id: `${at}${each.id}` })),
  );
  const all = [...ruledIndex(items).all()];
  const context = { index: directory, item: (id: string) => items.find((each) => each.id === id) };
  expect(new Set(all.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(overlapKinds.length - 1);
  for (const overlap of all)
    for (const language of languages) {
      const { headline, reason, assumption, advice } = overlapToWords(overlap, context, language);
      const ghost = overlapToGhost(overlap, { ...context, seenFrom: overlap.a.item }, language);
      for (const text of [headline, reason, ghost])
        expect(text.length, `${overlap.kind} ${language}`).toBeGreaterThan(5);
      for (const text of [headline, reason, assumption, advice, ghost])
        expect(text ?? "").not.toMatch(/undefined|null|NaN|\[object/);
    }
});
