import { describe, expect, test } from "vitest";
import { an, binh, city, item } from "../../test/world/small-city.ts";
import type { Difficulty, JointSession } from "../model/joint-session.ts";
import { minutesOf } from "../rules/minutes.ts";
import { changesOf } from "../rules/resolving.ts";
import { minutesToText } from "./minutes-words.ts";
import { createNames } from "./names.ts";

const at = (text: string) => Date.parse(`2026-11-24T${text}:00+07:00`);
const [lan, duc] = [
  { id: "lan", name: "Nguyễn Thị Lan" },
  { id: "duc", name: "Lê Minh Đức" },
];
const items = [
  item("a", "08:00", { title: "Họp BTV", room: "p1", parties: { [an]: "chair", [binh]: "attend" } }),
  item("b", "09:00", { title: "Họp UBND ", parties: { [an]: "attend" } }),
  item("c", null, { title: "Giao ban" }),
];
const find = (id: string) => items.find((one) => one.id === id);
const moved = changesOf(
  [
    { id: "b", set: { when: item("x", "14:00", { end: "16:00" }).when, venue: { room: "p2", online: {} } } },
    { id: "a", parties: { [binh]: { role: "attend", for: an } } },
  ],
  find,
);
const session: JointSession = {
  ...{ id: "s", scope: { horizon: "week", period: "2026-W48" }, opened: { by: lan, atMs: at("14:00") } },
  ...{ lead: { person: duc, by: lan, atMs: at("14:20") }, step: null },
  closed: { by: duc, atMs: at("15:05"), open: ["lacking00"] },
  leads: [
    { person: lan, by: lan, atMs: at("14:00") },
    { person: duc, by: lan, atMs: at("14:20") },
  ],
  topics: [
    {
      ...{ id: "overlap00", of: "overlap", order: 0, severity: "error" },
      about: { key: "k", kind: "person", resource: an, a: "a", b: "b" },
    },
    { id: "lacking00", of: "lacking", order: 1, item: "c", lacks: ["hour", "room"] },
    { id: "difficult", of: "difficulty", order: 2, difficulty: "d" },
  ],
  resolutions: [
    {
      ...{ id: "l1", topic: "overlap00", verdict: "move", changes: moved, by: duc, atMs: at("14:30") },
      why: "trùng lịch đ/c An.",
    },
  ],
  present: [
    { person: lan, office: "party", joinedMs: at("14:00") },
    { person: duc, office: "council", joinedMs: at("14:05"), leftMs: at("15:00") },
  ],
};
const difficulties: Difficulty[] = [
  {
    ...{ id: "d", scope: { horizon: "week", period: "2026-W48" }, office: "people", words: "Thiếu xe." },
    written: { by: lan, atMs: 1 },
  },
];

function textIn(language: "vi" | "en" | "fr", of = session) {
  const minutes = minutesOf({
    ...{ session: of, difficulties, item: find, isOpen: () => false, mayReadWithheld: true },
  });
  return minutesToText(minutes, { names: createNames(city, "2026-11-24"), language });
}

describe("minutes in words", () => {
  test("are of the official form, with place and day as it wants them", () => {
    const text = textIn("vi");
    expect(text).toMatchObject({
      ...{ country: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", motto: "Độc lập - Tự do - Hạnh phúc", title: "BIÊN BẢN" },
      placeAndDay: "Hà Nội, ngày 24 tháng 11 năm 2026",
      about: "Họp chung về chương trình công tác tuần 48/2026 (từ ngày 23/11/2026 đến ngày 29/11/2026)",
      offices: ["VĂN PHÒNG THÀNH ỦY", "VĂN PHÒNG ĐOÀN ĐBQH VÀ HĐND", "VĂN PHÒNG UBND THÀNH PHỐ"],
      signers: [{ name: "" }, { name: "Lê Minh Đức" }],
    });
    const early = { ...session, closed: { by: duc, atMs: Date.parse("2026-02-05T09:00:00+07:00") } };
    expect(textIn("vi", early).placeAndDay).toBe("Hà Nội, ngày 05 tháng 02 năm 2026");
  });

  test("say who led, who was there, what was decided and what was not, in whole sentences", () => {
    expect(textIn("vi").sections.map(({ heading, lines }) => [heading, ...lines])).toMatchInlineSnapshot(`
      [
        [
          "Thời gian, người dẫn",
          "Bắt đầu lúc 14:00 ngày 24/11/2026, đ/c Nguyễn Thị Lan mở họp.",
          "Dẫn: đ/c Nguyễn Thị Lan (14:00–14:20), đ/c Lê Minh Đức (14:20–15:05).",
        ],
        [
          "Thành phần",
          "Văn phòng Thành ủy: đ/c Nguyễn Thị Lan.",
          "Văn phòng Đoàn ĐBQH và HĐND: đ/c Lê Minh Đức (rời lúc 15:00).",
          "Văn phòng UBND Thành phố: không có người dự.",
        ],
        [
          "Nội dung đã quyết",
          "Trùng người (đ/c Hoàng Minh An): “Họp BTV” và “Họp UBND”. Dời giờ: “Họp UBND” thời gian Thứ Hai 23/11, 09:00 → Thứ Hai 23/11, 14:00–16:00, địa điểm chưa có → Phòng họp 2, trực tuyến; “Họp BTV” đ/c Phạm Thái Bình dự → dự thay đ/c Hoàng Minh An. Lý do: trùng lịch đ/c An. (đ/c Lê Minh Đức, 14:30)",
        ],
        [
          "Nội dung còn để ngỏ",
          "Thiếu giờ, địa điểm: “Giao ban”. Chưa bàn đến.",
        ],
        [
          "Khó khăn, vướng mắc của các văn phòng",
          "Văn phòng UBND Thành phố: Thiếu xe. Chưa bàn đến.",
        ],
        [
          "Kết thúc",
          "Cuộc họp kết thúc lúc 15:05 ngày 24/11/2026./.",
        ],
      ]
    `);
  });

  test.each([
    [
      "en",
      "One person twice (Hoàng Minh An): “Họp BTV” and “Họp UBND”. Moved: “Họp UBND” time Monday 23/11, 09:00 → Monday 23/11, 14:00–16:00, place none → Phòng họp 2, online; “Họp BTV” Phạm Thái Bình attends → attends for Hoàng Minh An. Reason: trùng lịch đ/c An. (Lê Minh Đức, 14:30)",
    ],
    [
      "fr",
      "Une personne deux fois (Hoàng Minh An): “Họp BTV” et “Họp UBND”. Déplacé: “Họp UBND” horaire Lundi 23/11, 09:00 → Lundi 23/11, 14:00–16:00, lieu aucun → Phòng họp 2, en ligne; “Họp BTV” Phạm Thái Bình assiste → assiste pour Hoàng Minh An. Motif : trùng lịch đ/c An. (Lê Minh Đức, 14:30)",
    ],
  ] as const)("%s says the same in its own words", (language, decided) => {
    const [own, text] = [textIn("vi"), textIn(language)];
    expect(text.sections.map(({ lines }) => lines.length)).toEqual(own.sections.map(({ lines }) => lines.length));
    expect(text.sections.map(({ heading }) => heading)).not.toEqual(own.sections.map(({ heading }) => heading));
    expect(text.sections[2]?.lines).toEqual([decided]);
  });

  test("of a session in which nothing happened every section says so", () => {
    const empty = { ...session, topics: [], resolutions: [], present: [], closed: null };
    const minutes = minutesOf({
      session: empty,
      difficulties: [],
      item: find,
      isOpen: () => false,
      mayReadWithheld: true,
    });
    const { sections } = minutesToText(minutes, { names: createNames(city, "2026-11-24"), language: "vi" });
    expect(sections.slice(2).map(({ lines }) => lines)).toEqual([
      ["Không có."],
      ["Không có."],
      ["Không có."],
      ["Cuộc họp chưa kết thúc."],
    ]);
  });
});
