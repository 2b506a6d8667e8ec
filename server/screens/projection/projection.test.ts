import { describe, expect, test } from "vitest";
import { patchItem, removeItem } from "../../../shared/document/item-commands.ts";
import { decide } from "../../../shared/document/settlements.ts";
import type { Day } from "../../../shared/kit/day.ts";
import type { Minute } from "../../../shared/kit/minute.ts";
import type { ProgrammeShow, ScreenShow, TodayShow } from "../../../shared/protocol/screen-feed.ts";
import { aboutOf, settlementIdOf } from "../../../shared/rules/settling.ts";
import { shownBoard, tuesdayMs } from "../../../test/world/shown-board.ts";
import { an, binh, city, item } from "../../../test/world/small-city.ts";
import { withChanges } from "./changes.ts";
import type { Held } from "./held.ts";
import { momentAt } from "./moment.ts";
import { nightOf } from "./night.ts";

const day = "2026-11-24";
const programme = ({ show }: Held<ScreenShow>) =>
  show.of === "programme" ? (show satisfies ProgrammeShow) : expect.fail(show.of);
const today = ({ show }: Held<ScreenShow>) => (show.of === "today" ? (show satisfies TodayShow) : expect.fail(show.of));
const at = (hour: string) => Date.parse(`${day}T${hour}:00+07:00`);

describe("the week", () => {
  const items = [
    item("hour", "14:00", { day, title: "Họp BTV", parties: { [an]: "chair" }, room: "p1", end: "16:30" }),
    item("half", null, { day, session: "afternoon", title: "Thẩm tra", office: "council" }),
    item("long", "8:00", {
      day: "2026-11-23",
      lastDay: "2026-11-25",
      title: "Đi công tác",
      parties: { [binh]: "attend" },
    }),
    item("other", "8:00", { day: "2026-12-01", title: "Tuần sau" }),
  ];

  test("stands day by day, every day, with who, when and where", () => {
    const show = programme(shownBoard({ directory: city, items }).show({ mode: "week" }));
    expect(show.title).toBe("Chương trình công tác tuần 48");
    expect(show.parts.map(({ title }) => title)).toEqual([
      ...["Thứ Hai 23/11", "Thứ Ba 24/11", "Thứ Tư 25/11", "Thứ Năm 26/11", "Thứ Sáu 27/11"],
      ...["Thứ Bảy 28/11", "Chủ nhật 29/11"],
    ]);
    expect(show.now).toBe(1);
    expect(show.parts[1]?.lines.map(({ key, hour, matter, who, where }) => [key, hour, matter, who, where])).toEqual([
      ["half", "Chiều", "Thẩm tra", null, null],
      [`long/${day}`, "Cả ngày", "Đi công tác", "Đ/c Phạm Thái Bình", null],
      ["hour", "14:00–16:30", "Họp BTV", "Đ/c Hoàng Minh An", "Phòng họp 1"],
    ]);
    expect(show.parts[1]?.lines[0]?.officeName).toBe("ĐBQH–HĐND");
  });

  test("by half-days, what takes all day stands in both, and an evening is there when something is", () => {
    const evening = item("late", "19:00", { day, title: "Tiếp đoàn" });
    const show = programme(shownBoard({ items: [...items, evening] }).show({ mode: "week", by: "half-day" }));
    expect(show.parts.map(({ key }) => key).filter((key) => key.startsWith(day))).toEqual([
      `${day}/morning`,
      `${day}/afternoon`,
      `${day}/evening`,
    ]);
    const keys = show.parts.filter((part) => part.day === day).map(({ lines }) => lines.map(({ key }) => key));
    expect(keys).toEqual([[`long/${day}`], ["half", `long/${day}/2`, "hour"], ["late"]]);
    expect(show.parts[show.now ?? -1]?.key).toBe(`${day}/morning`);
    expect(new Set(keys.flat()).size).toBe(keys.flat().length);
  });

  test("changes by itself when the half-day or the day is over, and at no other time", () => {
    const { show } = shownBoard({ items });
    expect(show({ mode: "week" }).untilMs).toBe(Date.parse("2026-11-25T00:00:00+07:00"));
    expect(show({ mode: "week", by: "half-day" }).untilMs).toBe(at("12:00"));
    const later = shownBoard({ items, nowMs: at("19:00") });
    expect(later.show({ mode: "week", by: "half-day" }).untilMs).toBe(Date.parse("2026-11-25T00:00:00+07:00"));
  });

  test("of another day is that day's week, and in the screen's own language", () => {
    const show = programme(shownBoard({ items }).show({ mode: "week", day: "2026-11-29" as Day, language: "en" }));
    expect([show.title, show.parts[0]?.title]).toEqual(["Work programme, week 48", "Monday 23/11"]);
  });

  test("follows an edit, a removal, and an item that comes into it or leaves it", () => {
    const board = shownBoard({ items });
    const matters = () =>
      programme(board.show({ mode: "week" })).parts.flatMap(({ lines }) => lines.map((one) => one.matter));
    expect(matters()).not.toContain("Tuần sau");
    const when = { horizon: "time", day: day as Day, startMin: 600 as Minute } as const;
    board.doc.transact(() => patchItem(board.doc, "other", { when }));
    expect(matters()).toContain("Tuần sau");
    board.doc.transact(() => patchItem(board.doc, "half", { when: { horizon: "month", period: "2026-11" } }));
    board.doc.transact(() => removeItem(board.doc, "hour"));
    expect([matters().includes("Thẩm tra"), matters().includes("Họp BTV")]).toEqual([false, false]);
  });
});

describe("today", () => {
  const items = [
    item("on", "9:00", { day, title: "Đang họp", end: "11:00" }),
    item("assumed", "9:00", { day, title: "Không ghi giờ kết thúc" }),
    item("over", "7:30", { day, title: "Đã xong", end: "9:00" }),
    item("next", "14:00", { day, title: "Tiếp theo" }),
    item("cancelled", "9:30", { day, title: "Hủy", status: "cancelled" }),
    item("tomorrow", "9:00", { day: "2026-11-25", title: "Mai" }),
  ];

  test("tells what goes on now and what comes next, and until when that holds", () => {
    const held = shownBoard({ items, nowMs: at("10:00") }).show({ mode: "today" });
    const show = today(held);
    expect(show.title).toBe("Hôm nay, Thứ Ba 24/11");
    expect(show.now.map(({ key }) => key)).toEqual(["assumed", "on"]);
    expect(show.next.map(({ key }) => key)).toEqual(["next"]);
    // A meeting without a written end is taken to last 90 minutes.
    expect(held.untilMs).toBe(at("10:30"));
  });

  test("passes from next to now to over by the clock alone", () => {
    const at14 = today(shownBoard({ items, nowMs: at("14:00") }).show({ mode: "today" }));
    expect([at14.now.map(({ key }) => key), at14.next]).toEqual([["next"], []]);
    const evening = shownBoard({ items, nowMs: at("20:00") }).show({ mode: "today" });
    expect([today(evening).now, today(evening).next]).toEqual([[], []]);
    expect(evening.untilMs).toBe(Date.parse("2026-11-25T00:00:00+07:00"));
  });
});

describe("the overlaps", () => {
  const clash = [
    item("a", "14:00", { day, title: "Họp BTV", parties: { [an]: "chair" }, end: "16:00" }),
    item("b", "15:00", { day, title: "Họp UBND", parties: { [an]: "attend" }, office: "people", end: "17:00" }),
    item("c", "8:00", { day: "2026-12-03", title: "Xa", parties: { [binh]: "chair" }, end: "9:00" }),
    item("d", "8:30", { day: "2026-12-03", title: "Xa nữa", parties: { [binh]: "chair" }, end: "9:00" }),
  ];
  const rows = (board: ReturnType<typeof shownBoard>) => {
    const { show } = board.show({ mode: "overlaps" });
    return show.of === "overlaps" ? show.rows : expect.fail(show.of);
  };

  test("that are open this week, with both sides and the reason; the mark stands on the lines too", () => {
    const board = shownBoard({ directory: city, items: clash });
    const [row, ...others] = rows(board);
    expect(others).toEqual([]);
    expect(row).toMatchObject({
      certainty: "certain",
      word: "Trùng",
      a: { matter: "Họp BTV" },
      b: { matter: "Họp UBND" },
    });
    expect(row?.reason).toContain("An");
    expect(row?.a.day).toBe("Thứ Ba 24/11");
    const marks = programme(board.show({ mode: "week" })).parts[1]?.lines.map(({ mark }) => mark);
    expect(marks).toEqual(["certain", "certain"]);
  });

  test("one that is settled leaves, and comes back when it has changed since", () => {
    const board = shownBoard({ directory: city, items: clash });
    const [overlap = expect.fail("none")] = board.scope.board(null, []).overlapsOf("a");
    const by = { id: "huong", name: "Hương" };
    const decision = { state: "settled", how: "accepted", print: overlap.fingerprint, by, atMs: 1 } as const;
    const step = { id: settlementIdOf(overlap), about: aboutOf(overlap), decision, stepId: "step-one" };
    board.doc.transact(() => decide(board.doc, step));
    expect(rows(board)).toEqual([]);
    const when = { horizon: "time", day: day as Day, startMin: 930 as Minute } as const;
    board.doc.transact(() => patchItem(board.doc, "b", { when }));
    expect(rows(board)).toHaveLength(1);
  });
});

describe("what has changed", () => {
  const items = [item("a", "14:00", { day, title: "Họp", room: "p1" }), item("b", "9:00", { day, title: "Kín" })];
  const later = tuesdayMs + 5_000;

  test("is told for a minute as it was before, on its own line", () => {
    const board = shownBoard({ directory: city, items });
    const before = board.show({ mode: "week" }).show;
    const when = { horizon: "time", day: "2026-11-25" as Day, startMin: 600 as Minute } as const;
    board.doc.transact(() => patchItem(board.doc, "a", { when, venue: { room: "p2" } }));
    const changed = withChanges(board.show({ mode: "week" }), before, later);
    const lines = (held: Held<ScreenShow>) => programme(held).parts.flatMap((part) => part.lines);
    expect(lines(changed).map(({ key, was }) => [key, was])).toEqual([
      ["b", null],
      ["a", { atMs: later, hour: "Thứ Ba 24/11 14:00", where: "Phòng họp 1", who: null }],
    ]);
    expect(changed.untilMs).toBe(later + 60_000);
    // Still told while something else changes, and no longer after the minute.
    const still = withChanges(board.show({ mode: "week" }), changed.show, later + 30_000);
    expect(lines(still).find(({ key }) => key === "a")?.was?.atMs).toBe(later);
    const over = withChanges(board.show({ mode: "week" }), still.show, later + 60_000);
    expect(lines(over).every(({ was }) => was === null)).toBe(true);
  });

  test("a new line is told as new; another week or another kind of show is no change", () => {
    const board = shownBoard({ items: items.slice(0, 1) });
    const before = board.show({ mode: "week" });
    const more = shownBoard({ items }).show({ mode: "week" });
    const lines = programme(withChanges(more, before.show, later)).parts.flatMap((part) => part.lines);
    expect(lines.map(({ key, was }) => [key, was?.atMs ?? null])).toEqual([
      ["b", later],
      ["a", null],
    ]);
    const next = board.show({ mode: "week", day: "2026-12-01" as Day });
    expect(withChanges(next, before.show, later)).toEqual(next);
    const other = board.show({ mode: "today" });
    expect(withChanges(other, before.show, later)).toEqual(other);
  });

  test("[P9] nothing is told of what it was before it was withheld, nor when it may be said again", () => {
    const board = shownBoard({ directory: city, items });
    const before = board.show({ mode: "week" }).show;
    board.doc.transact(() => patchItem(board.doc, "a", { withheld: true }));
    const hidden = withChanges(board.show({ mode: "week" }), before, later);
    expect(JSON.stringify(hidden)).not.toContain("Phòng họp 1");
    board.doc.transact(() => patchItem(board.doc, "a", { withheld: undefined, venue: { room: "p2" } }));
    const again = withChanges(board.show({ mode: "week" }), hidden.show, later + 1);
    expect(programme(again).parts[1]?.lines.map(({ was }) => was)).toEqual([null, null]);
  });
});

describe("the night of a screen", () => {
  const show = { atMs: at("12:00") } as Parameters<typeof nightOf>[0]["show"];
  const over = { night: { fromMin: 22 * 60, toMin: 6 * 60 }, show };
  const dark = (hour: string, screen: Parameters<typeof nightOf>[0] = over) => nightOf(screen, momentAt(at(hour)));

  test("is dark over midnight, and light by day; the clock says when that ends", () => {
    const next = (hour: string) => nightOf(over, momentAt(at(hour) + 86_400_000)).isDark;
    expect(["21:59", "22:00", "23:30"].map((hour) => dark(hour).isDark)).toEqual([false, true, true]);
    expect(["05:59", "06:00"].map(next)).toEqual([true, false]);
    expect(dark("21:00").untilMs).toBe(at("22:00"));
    expect(dark("23:00").untilMs).toBe(at("06:00") + 86_400_000);
  });

  test("is as good as none where it has no length, or nobody set one", () => {
    expect(nightOf({ night: undefined, show }, momentAt(at("23:00")))).toEqual({ isDark: false, untilMs: null });
    expect(dark("23:00", { night: { fromMin: 60, toMin: 60 }, show })).toEqual({ isDark: false, untilMs: null });
  });

  test("what somebody chose after it began is shown, until the next", () => {
    const late = { ...over, show: { ...show, atMs: at("22:30") } };
    expect(dark("23:00", late).isDark).toBe(false);
    expect(nightOf(late, momentAt(at("22:10") + 86_400_000)).isDark).toBe(true);
    const midday = { night: { fromMin: 12 * 60, toMin: 13 * 60 }, show: { ...show, atMs: at("11:59") } };
    expect([dark("12:30", midday).isDark, dark("13:00", midday).isDark]).toEqual([true, false]);
  });
});
