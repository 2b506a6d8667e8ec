import { afterEach, expect, test, vi } from "vitest";
import type { Offer } from "../../shared/model/joint-session.ts";
import { verdicts } from "../../shared/model/joint-session.ts";
import { createNames } from "../../shared/text/names.ts";
import { an, binh, city, item } from "../../test/world/small-city.ts";
import type { Board } from "../document/board.ts";

vi.stubGlobal("localStorage", { getItem: () => null, setItem: () => {} });
vi.stubGlobal("document", { documentElement: { lang: "" } });
const { languages, setLanguage } = await import("../text/language.ts");
const { offerText, offerThen } = await import("./offer-text.ts");
const { changeValueText } = await import("./change-text.ts");

afterEach(() => setLanguage("vi"));

const items = [item("a", "08:00", { title: "Họp giao ban" }), item("b", "09:00", { title: "Thăm đơn vị" })];
const names = createNames(city, "2026-11-23");
const board = {
  store: { item: (id: string) => items.find((one) => one.id === id) },
  names: () => names,
} as unknown as Board;
const when = { horizon: "time", day: "2026-11-24", startMin: 840, endMin: 900 } as Offer["when"];
const offer = (part: Partial<Offer>): Offer => ({ kind: "move", item: "a", ...part });

test("an offer is one sentence that names what would change, whoever reads it", () => {
  expect(offerText(offer({ when, room: "p2" }), "b", board)).toBe(
    "Dời “Họp giao ban” sang Thứ Ba 24/11, 14:00–15:00, ở Phòng họp 2",
  );
  expect(offerText(offer({ kind: "swap" }), "b", board)).toBe("Đổi giờ “Họp giao ban” và “Thăm đơn vị” cho nhau");
  expect(offerText(offer({ kind: "proxy", party: an, standIn: binh }), "b", board)).toBe(
    "Phạm Thái Bình dự “Họp giao ban” thay Hoàng Minh An",
  );
  expect(offerText(offer({ kind: "fill", room: "p1" }), null, board)).toBe("Xếp “Họp giao ban” ở Phòng họp 1");
  expect(offerText(offer({ kind: "fill", when, room: "p1" }), null, board)).toBe(
    "Xếp “Họp giao ban” vào Thứ Ba 24/11, 14:00–15:00, ở Phòng họp 1",
  );
});

test("what is missing is given in one sentence, with who chairs; what came late stays under its matter or goes without a day", () => {
  expect(offerText(offer({ kind: "fill", party: an }), null, board)).toBe("Hoàng Minh An chủ trì “Họp giao ban”");
  expect(offerText(offer({ kind: "fill", when, room: "p1", party: an }), null, board)).toBe(
    "Xếp “Họp giao ban” vào Thứ Ba 24/11, 14:00–15:00, ở Phòng họp 1, Hoàng Minh An chủ trì",
  );
  expect(offerText(offer({ kind: "accept" }), null, board)).toBe("Giữ “Họp giao ban” như đã đăng ký");
  const withoutDay = offer({ when: { horizon: "week", period: "2026-W49" } });
  expect(offerText(withoutDay, null, board)).toBe("Dời “Họp giao ban” sang Tuần 49/2026");
  expect([offerThen(withoutDay, board), offerThen(offer({ kind: "postpone" }), board)]).toEqual([
    "ngày, giờ xếp sau",
    "ngày, giờ xếp sau",
  ]);
});

test("every decision there is has its sentence in every language, also about an item that is gone", () => {
  const said = new Set<string>();
  for (const language of languages) {
    setLanguage(language);
    for (const kind of verdicts) {
      const text = offerText(offer({ kind, item: "gone", when, room: "p1", party: an, standIn: binh }), null, board);
      expect(text.trim()).not.toBe("");
      expect(text).not.toMatch(/undefined|null/);
      said.add(text);
    }
  }
  expect(said.size).toBe(languages.length * verdicts.length);
});

test("beside it stands who could come and what it would still clash with", () => {
  expect(offerThen(offer({ free: { free: 3, of: 4 } }), board)).toBe("3/4 người rảnh · không trùng gì");
  expect(offerThen(offer({ free: { free: 0, of: 0 } }), board)).toBe("không trùng gì");
  expect(offerThen(offer({ clash: { kind: "person", item: "b", count: 1 } }), board)).toBe(
    "còn vướng trùng người: Thăm đơn vị",
  );
  expect(offerThen(offer({ clash: { kind: "room", item: "b", count: 3 } }), board)).toBe(
    "còn vướng trùng phòng: Thăm đơn vị và 2 nữa",
  );
  expect(offerThen(offer({ clash: { kind: "calendar", count: 2 } }), board)).toBe("còn vướng 2 trùng");
});

test("a change is read as it stood: hours, places, states and what somebody does", () => {
  expect(changeValueText(when, names)).toBe("Thứ Ba 24/11, 14:00–15:00");
  expect(changeValueText({ room: "p2" }, names)).toBe("Phòng họp 2");
  expect(changeValueText({ text: "Quận Ba Đình", online: { points: 3 } }, names)).toBe("Quận Ba Đình, 3 điểm cầu");
  expect(changeValueText({}, names)).toBe("chưa có");
  expect(changeValueText(undefined, names)).toBe("chưa có");
  expect(changeValueText("postponed", names)).toBe("hoãn");
  expect(changeValueText("attend", names)).toBe("dự");
  expect(changeValueText(`attend for ${an}`, names)).toBe("dự, thay Hoàng Minh An");
});
