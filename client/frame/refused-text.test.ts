import { afterEach, expect, test, vi } from "vitest";
import { entryKinds, entrySchemas } from "../../shared/model/directory.ts";
import { createNames } from "../../shared/text/names.ts";
import { an, binh, city, item } from "../../test/world/small-city.ts";
import type { RefusedChange } from "../document/refused-change.ts";

vi.stubGlobal("localStorage", { getItem: () => null, setItem: () => {} });
vi.stubGlobal("document", { documentElement: { lang: "" } });
const { languages, setLanguage } = await import("../text/language.ts");
const { refusedToParagraphs, refusedToText } = await import("./refused-text.ts");

afterEach(() => setLanguage("vi"));

const around = {
  names: createNames(city, "2026-11-23"),
  item: (id: string) => (id === "a" ? item("a", null) : undefined),
  whyFixed: () => null as string | null,
};
const change = (part: Partial<RefusedChange>): RefusedChange => ({
  document: "hanoi/program/2026",
  root: "items",
  entry: "a",
  field: "title",
  why: "decided",
  matter: "Như đã viết",
  office: "party",
  status: "approved",
  wrote: "Họp kín",
  more: 0,
  ...part,
});
const lines = (part: Partial<RefusedChange>) =>
  refusedToParagraphs([change(part)], around).flatMap(({ wrote }) =>
    wrote.map(({ label, text }) => `${label}: ${text}`),
  );

test("what is refused is read as it is read on the board: dates, names, roles, never as data", () => {
  const when = { horizon: "time", day: "2026-11-24", startMin: 555, endMin: 600 };
  expect(lines({ field: "when", wrote: when })).toEqual(["Thời gian: Thứ Ba 24/11, 09:15–10:00"]);
  expect(lines({ field: "venue", wrote: { room: "p1", online: { points: 30 } } })).toEqual([
    "Địa điểm: Phòng họp 1, trực tuyến, 30 điểm cầu",
  ]);
  expect(lines({ field: `@${an}`, wrote: { role: "chair", for: binh } })).toEqual([
    "Thành phần: Hoàng Minh An — chủ trì, thay Phạm Thái Bình",
  ]);
  expect(lines({ field: `@${an}`, wrote: null })).toEqual(["Thành phần: Hoàng Minh An — bỏ đi"]);
  expect(lines({ field: "due", wrote: null })).toEqual(["Tài liệu trước: bỏ đi"]);
  expect(lines({ field: "announced", wrote: { on: "2026-11-20", of: "2026-11-23" } })).toEqual([
    "Ngày mời: 20/11, cho ngày 23/11",
  ]);
  expect(lines({ field: null, wrote: null })).toEqual([": Xóa việc này"]);
  expect(lines({ field: "status", wrote: "approved" })).toEqual(["Trạng thái: đã duyệt"]);
});

test("a new item that was refused is told with everything in it", () => {
  const { id: _, parties: _parties, ...fields } = item("new", null, { room: "p1" });
  expect(lines({ entry: "new", field: null, wrote: { ...fields, [`@${an}`]: { role: "chair" } } })).toEqual(
    expect.arrayContaining(["Nội dung: Việc new", "Địa điểm: Phòng họp 1", "Thành phần: Hoàng Minh An — chủ trì"]),
  );
});

test("the changes of one item stand together under what it is called for everybody, with who may change it", () => {
  const changes = [change({}), change({ entry: "b" }), change({ field: "kind", wrote: "visit" })];
  expect(refusedToText(changes, around)).toBe(
    [
      "Việc a (Thành ủy)\nNội dung: Họp kín\nLoại việc: Thăm, đi cơ sở\n(Đã duyệt — chỉ Chánh Văn phòng Thành ủy sửa được.)",
      "Như đã viết (Thành ủy)\nNội dung: Họp kín\n(Đã duyệt — chỉ Chánh Văn phòng Thành ủy sửa được.)",
    ].join("\n\n"),
  );
});

test("of a refused decision about an overlap what was typed is handed back", () => {
  const told = (wrote: unknown) =>
    refusedToText([change({ root: "settlements", why: "no-right", office: null, wrote })], around);
  expect(told({ state: "settled", why: "họp nối nhau" })).toContain("Quyết định về trùng lịch\nhọp nối nhau\n");
  expect(told({ about: {}, decision: { why: "đã trao đổi" } })).toContain("đã trao đổi");
  expect(told({ state: "open" })).toBe("Quyết định về trùng lịch\n(Bạn không có quyền sửa chỗ này.)");
});

test("of what did not get into a joint session, what was typed is handed back under what it is", () => {
  const told = (root: string, field: string | null, wrote: unknown) =>
    refusedToText([change({ root, entry: "s", field, why: "no-right", office: null, wrote })], around);
  expect(told("jointSessions", "#line-one", { verdict: "note", why: "hỏi lại" })).toContain(
    "Quyết định trong họp chung\nhỏi lại\n",
  );
  expect(told("difficulties", "words", "Thiếu xe")).toContain("Khó khăn, vướng mắc\nThiếu xe\n");
  expect(told("difficulties", null, { office: "party", words: "Thiếu phòng" })).toContain("Thiếu phòng");
  expect(told("difficulties", null, null)).toBe("Khó khăn, vướng mắc\n(Bạn không có quyền sửa chỗ này.)");
});

test("of a refusal that was half heard the true reason is that the item is decided", () => {
  const half = [change({ why: "not-valid" }), change({ why: "no-ground", field: "kind" }), change({ field: "ref" })];
  const told = refusedToParagraphs(half, {
    ...around,
    whyFixed: () => "Đã duyệt — chỉ Chánh Văn phòng Thành ủy sửa được.",
  });
  expect(told.map(({ why, changes }) => [why, changes.length])).toEqual([
    ["Đã duyệt — chỉ Chánh Văn phòng Thành ủy sửa được.", 3],
  ]);
});

test("what does not fit the schema is shown as it came, in every language", () => {
  for (const language of languages) {
    setLanguage(language);
    const odd = [
      change({ field: "when", wrote: { horizon: "never" }, why: "not-valid" }),
      change({ field: "@x", wrote: 7 }),
    ];
    expect(refusedToText(odd, around)).toContain('{"horizon":"never"}');
    expect(refusedToText([change({ root: "", entry: null, field: null, more: 7 })], around)).toContain("7");
  }
});

const entry = (part: Partial<RefusedChange>) =>
  ({ office: null, status: null, why: "no-right", entry: "x", ...part }) as const;

test("what was refused in the directory is read as its pages show it, with the names of fields, parties and choices", () => {
  const read = (root: string, field: string, wrote: unknown) => lines(entry({ root, field, wrote }));
  expect(read("rooms", "capacity", 40)).toEqual(["Số chỗ: 40"]);
  expect(read("rooms", "aliases", ["P1", "Phòng lớn"])).toEqual(["Tên gọi khác, viết tắt: P1; Phòng lớn"]);
  expect(read("rooms", "partOf", "p2")).toEqual(["Là một phần của phòng: Phòng họp 2"]);
  expect(read("rooms", "onlinePoint", true)).toEqual(["Là điểm cầu trực tuyến được: có"]);
  expect(read("units", "head", "post:tpnv")).toEqual(["Người đứng đầu: Trưởng phòng Nội vụ"]);
  expect(read("holidays", "kind", "in-lieu")).toEqual(["Loại: Nghỉ bù"]);
  expect(read("holidays", "day", "2026-11-24")).toEqual(["Ngày: 24/11/2026"]);
  expect(read("lengths", "kind", "visit")).toEqual(["Loại: Thăm, đi cơ sở"]);
  expect(read("lengths", "length", "session")).toEqual(["Kéo dài: Hết buổi"]);
  expect(read("tunings", "severity", "mute")).toEqual(["Nhắc ở mức: Không nhắc"]);
  expect(read("posts", `@${an}`, { from: "2026-01-01" })).toEqual(["Người giữ chức danh: Hoàng Minh An, 1/1/2026–"]);
  expect(read("bodies", "@post:ct", { as: "deputy" })).toEqual(["Thành viên: Chủ tịch UBND, Phó"]);
  expect(read("bodies", "@post:ct", null)).toEqual(["Thành viên: Chủ tịch UBND — bỏ đi"]);
  expect(lines(entry({ root: "persons", field: null, wrote: null }))).toEqual([": Xóa mục này"]);
});

test("an entry of the directory is told by its name, or by its kind where it has none, in every language", () => {
  const head = (part: Partial<RefusedChange>) =>
    refusedToText([change(entry({ field: "value", wrote: 4, ...part }))], around);
  expect(head({ root: "rooms", matter: "Phòng họp 9" })).toMatch(/^Phòng họp 9 \(Danh bạ\)\n/);
  expect(head({ root: "norms", matter: "" })).toBe("Định mức (Danh bạ)\nGiá trị: 4\n(Bạn không có quyền sửa chỗ này.)");
  setLanguage("en");
  expect(head({ root: "norms", matter: "" })).toMatch(/^Norms \(Directory\)\nValue: 4\n/);
  setLanguage("fr");
  expect(head({ root: "norms", matter: "" })).toMatch(/^Normes \(Annuaire\)\nValeur\s?: 4\n/);
});

test("no field of any entry is told by its raw name", () => {
  for (const language of languages) {
    setLanguage(language);
    for (const kind of entryKinds)
      for (const field of Object.keys(entrySchemas[kind].entries).filter((key) => key !== "id"))
        expect(lines(entry({ root: kind, field, wrote: null })).join(), `${kind} ${field}`).not.toMatch(
          new RegExp(`^${field}:`),
        );
  }
});
