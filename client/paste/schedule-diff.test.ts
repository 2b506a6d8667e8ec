import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Day } from "../../shared/kit/day.ts";
import { parseMinute } from "../../shared/kit/minute.ts";
import type { Item } from "../../shared/model/item.ts";
import type { When } from "../../shared/model/when.ts";
import { nothingSoft } from "./item-changes.ts";
import { diffSchedule, type PastedItem, type Verdict } from "./schedule-diff.ts";

let count = 0;
const when = (day: string, hour?: string): When => {
  const startMin = hour === undefined ? null : parseMinute(hour);
  return startMin === null
    ? { horizon: "session", day: day as Day, session: "morning" }
    : { horizon: "time", day: day as Day, startMin };
};
const item = (title: string, day: string, hour?: string, rest: Partial<Item> = {}): Item => ({
  id: `b${count++}`,
  title,
  office: "people",
  kind: "meeting",
  status: "approved",
  when: when(day, hour),
  parties: {},
  ...rest,
});
const paste = (...items: Item[]): PastedItem[] =>
  items.map((one, at) => ({ key: String(at), item: { ...one, id: `p${at}` }, softness: nothingSoft }));
const kinds = (verdicts: ReadonlyMap<string, Verdict>) => [...verdicts.values()].map(({ kind }) => kind);
const boardOf = (verdict: Verdict | undefined) => (verdict && "board" in verdict ? verdict.board.id : null);
const attends = (ref: string) => ({ parties: { [ref]: { role: "attend" } } }) as Partial<Item>;
const [mon, tue] = ["2026-11-23", "2026-11-24"];

describe("a schedule pasted again", () => {
  const board = [
    item("Họp giao ban tuần", mon, "08:00"),
    item("Nghe báo cáo Vành đai 4", mon, "14:00"),
    item("Tiếp công dân", tue),
  ];

  test("unchanged, says nothing new", () => {
    const { verdicts, missing } = diffSchedule(paste(...board), board);
    expect(kinds(verdicts)).toEqual(["same", "same", "same"]);
    expect(missing).toEqual([]);
  });

  test("on an empty board, is all new", () => {
    expect(kinds(diffSchedule(paste(...board), []).verdicts)).toEqual(["new", "new", "new"]);
  });

  test("with another hour, changes that one", () => {
    const [a, b, c] = board as [Item, Item, Item];
    const { verdicts } = diffSchedule(paste(a, { ...b, when: when(mon, "15:30") }, c), board);
    expect(kinds(verdicts)).toEqual(["same", "changed", "same"]);
    expect(boardOf(verdicts.get("1"))).toBe(b.id);
  });

  test("with an item moved to another day, moves it instead of adding a second", () => {
    const [a, b, c] = board as [Item, Item, Item];
    const { verdicts, missing } = diffSchedule(paste(a, c, { ...b, when: when(tue, "09:00") }), board);
    expect(kinds(verdicts)).toEqual(["same", "same", "changed"]);
    expect(missing).toEqual([]);
  });

  test("with an item left out, lists it as missing and nothing more", () => {
    const { verdicts, missing } = diffSchedule(paste(board[0]!, board[2]!), board);
    expect(kinds(verdicts)).toEqual(["same", "same"]);
    expect(missing).toEqual([board[1]]);
  });

  test("with the matter reworded at the same hour, changes its title", () => {
    const reworded = { ...board[1]!, title: "Nghe báo cáo tiến độ đường Vành đai 4" };
    expect(kinds(diffSchedule(paste(board[0]!, reworded, board[2]!), board).verdicts)).toEqual([
      "same",
      "changed",
      "same",
    ]);
  });
});

describe("which item is meant", () => {
  test("the number of the invitation goes before the words", () => {
    const board = [
      item("Họp A", mon, "08:00", { ref: "44/GM-UBND" }),
      item("Họp bàn về B", mon, "09:00", { ref: "45/GM-UBND" }),
    ];
    const { verdicts } = diffSchedule(paste(item("Họp A và B", mon, "09:00", { ref: "44/GM-UBND" })), board);
    expect(boardOf(verdicts.get("0"))).toBe(board[0]?.id);
  });

  test("“Giấy mời riêng” is no number", () => {
    const board = [item("Họp về đất", mon, "08:00", { ref: "Giấy mời riêng" })];
    const { verdicts } = diffSchedule(
      paste(item("Kiểm tra trường học", mon, "10:00", { ref: "Giấy mời riêng" })),
      board,
    );
    expect(kinds(verdicts)).toEqual(["new"]);
  });

  test("of two meetings with one matter, each keeps its hour", () => {
    const board = [item("Họp tổ", mon, "08:00"), item("Họp tổ", mon, "14:00")];
    const { verdicts } = diffSchedule(paste(board[1]!, board[0]!), board);
    expect([...verdicts.values()].map(boardOf)).toEqual([board[1]?.id, board[0]?.id]);
  });

  test("other people, other room, other words at one hour are two items", () => {
    const board = [item("Dự lễ kỷ niệm", mon, "08:00", attends("post:a"))];
    expect(
      kinds(diffSchedule(paste(item("Kiểm tra đê điều", mon, "08:00", attends("post:b"))), board).verdicts),
    ).toEqual(["new"]);
  });

  test("the same people in the same room at one hour are one item, whatever it is called now", () => {
    const rest = { ...attends("post:a"), venue: { room: "p1" } };
    const board = [item("Nghe về quy hoạch", mon, "08:00", rest)];
    expect(kinds(diffSchedule(paste(item("Cho ý kiến dự toán", mon, "08:00", rest)), board).verdicts)).toEqual([
      "changed",
    ]);
  });

  test("those who are just in the office are told apart by who they are", () => {
    const filler = (ref: string) =>
      item("Làm việc tại cơ quan", mon, undefined, { ...attends(ref), kind: "office-work" });
    const board = [filler("post:a"), filler("post:b")];
    const { verdicts } = diffSchedule(paste(filler("post:b"), filler("post:c")), board);
    expect([...verdicts.values()].map(boardOf)).toEqual([board[1]?.id, null]);
  });

  test("an item that waited for a day in the month gets its day and stays itself", () => {
    const board = [
      item("Trình đề án giao thông thông minh", mon, undefined, { when: { horizon: "month", period: "2026-11" } }),
    ];
    const { verdicts } = diffSchedule(paste(item("Trình đề án giao thông thông minh", tue, "08:00")), board);
    expect(verdicts.get("0")).toMatchObject({ kind: "changed", changes: [{ field: "when" }] });
  });
});

describe("what is missing from the text", () => {
  test("items called off, waiting, or only “in the office” are not missed", () => {
    const board = [
      item("Họp đã hoãn", mon, "08:00", { status: "postponed" }),
      item("Họp đã hủy", mon, "08:00", { status: "cancelled" }),
      item("Làm việc tại cơ quan", mon, undefined, { kind: "office-work" }),
      item("Trình đề án", mon, undefined, { when: { horizon: "month", period: "2026-11" } }),
    ];
    expect(diffSchedule([], board).missing).toEqual([]);
  });
});

describe("[seeded] any board, any paste", () => {
  const titles = [
    "Họp giao ban",
    "Họp giao ban tuần",
    "Nghe báo cáo đất",
    "Tiếp công dân",
    "Kiểm tra đê",
    "Làm việc tại cơ quan",
  ];
  const anyItem = fc
    .record({
      title: fc.constantFrom(...titles),
      day: fc.constantFrom(mon, tue, "2026-11-25"),
      hour: fc.option(fc.constantFrom("08:00", "09:00", "14:00"), { nil: undefined }),
      who: fc.constantFrom("post:a", "post:b", "text:c"),
      ref: fc.option(fc.constantFrom("1/GM", "2/GM"), { nil: undefined }),
    })
    .map(({ title, day, hour, who, ref }) =>
      item(title as string, day as string, hour, { ...attends(who), ...(ref !== undefined && { ref }) }),
    );
  const anyItems = fc.array(anyItem, { maxLength: 12 });

  test("nothing is matched twice, everything is accounted for, and the order of the board does not matter", () => {
    fc.assert(
      fc.property(anyItems, anyItems, (pasted, board) => {
        const { verdicts, missing } = diffSchedule(paste(...pasted), board);
        const matched = [...verdicts.values()].map(boardOf).filter((id) => id !== null);
        expect(new Set(matched).size).toBe(matched.length);
        expect(verdicts.size).toBe(pasted.length);
        for (const one of missing) expect(matched).not.toContain(one.id);
        const again = diffSchedule(paste(...pasted), board.toReversed());
        expect([...again.verdicts.values()].map(boardOf)).toEqual([...verdicts.values()].map(boardOf));
      }),
      { seed: 20261123, numRuns: 300 },
    );
  });

  test("what stands on the board, pasted, is the same item by item", () => {
    fc.assert(
      fc.property(anyItems, (board) => {
        const { verdicts, missing } = diffSchedule(paste(...board), board);
        expect(kinds(verdicts).every((kind) => kind === "same")).toBe(true);
        expect(missing).toEqual([]);
      }),
      { seed: 48, numRuns: 300 },
    );
  });
});

test("a full year moved against itself is compared by rare words, not each with each", () => {
  const words = Array.from({ length: 400 }, (_, at) => `việc${at}`);
  const year = Array.from({ length: 4_000 }, (_, at) =>
    item(
      `Họp ${words[at % 400]} ${words[(at * 7) % 400]} ${words[(at * 13) % 400]}`,
      `2026-${String(1 + (at % 12)).padStart(2, "0")}-${String(1 + (at % 28)).padStart(2, "0")}`,
      "08:00",
    ),
  );
  const moved = year.map((one) => ({ ...one, when: when("2026-12-31", "08:00") }));
  const { verdicts } = diffSchedule(paste(...moved), year);
  expect(kinds(verdicts).filter((kind) => kind === "changed").length).toBeGreaterThan(3_900);
});
