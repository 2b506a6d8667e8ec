import { describe, expect, test } from "vitest";
import type * as Y from "yjs";
import { difficultyEntries } from "../../../shared/document/difficulties.ts";
import { goToStep, openJointSession, resolve, type TopicEntry } from "../../../shared/document/joint-sessions.ts";
import type { Offer, Resolution } from "../../../shared/model/joint-session.ts";
import type { JointShow } from "../../../shared/protocol/screen-feed.ts";
import { topicIdOf } from "../../../shared/rules/agenda.ts";
import { aboutOf } from "../../../shared/rules/settling.ts";
import { type ShownBoard, shownBoard } from "../../../test/world/shown-board.ts";
import { an, binh, city, item } from "../../../test/world/small-city.ts";

const day = "2026-11-24";
const huong = { id: "huong", name: "Trần Thị Hương" };
const thu = { id: "thu", name: "Thu Hằng" };

/** Two that An cannot both attend, one without an hour, and a secret one that Bình cannot attend beside the first. */
const items = [
  item("btv", "14:00", {
    day,
    title: "Họp BTV",
    parties: { [an]: "chair", [binh]: "attend" },
    room: "p1",
    end: "16:00",
  }),
  item("ubnd", "15:00", { day, title: "Phiên họp UBND", parties: { [an]: "attend" }, office: "people", end: "17:00" }),
  item("vague", null, { day, title: "Làm việc với Sở", office: "council" }),
  {
    ...item("secret", "14:30", { day, title: "Kín đáo", parties: { [binh]: "chair" }, at: "Nhà riêng", end: "15:30" }),
    withheld: true,
    notes: "tuyệt mật",
  },
];

function topicsOf(board: ShownBoard): { clash: TopicEntry; hidden: TopicEntry; vague: TopicEntry; spoken: TopicEntry } {
  const over = (a: string, b: string) => {
    const found = board.scope.board(null, []).overlapsOf(a);
    return (
      found.find((one) => one.kind === "person" && [one.a.item, one.b?.item].includes(b)) ?? expect.fail(`${a} ${b}`)
    );
  };
  const overlapTopic = (a: string, b: string, order: number): TopicEntry => {
    const matter = { of: "overlap", about: aboutOf(over(a, b)), severity: "error" } as const;
    return { ...matter, order, id: topicIdOf(matter) };
  };
  const vague = { of: "lacking", item: "vague", lacks: ["hour", "room"] } as const;
  const spoken = { of: "difficulty", difficulty: "d" } as const;
  return {
    clash: overlapTopic("btv", "ubnd", 0),
    hidden: overlapTopic("btv", "secret", 1),
    vague: { ...vague, lacks: [...vague.lacks], order: 2, id: topicIdOf({ ...vague, lacks: [...vague.lacks] }) },
    spoken: { ...spoken, order: 3, id: topicIdOf(spoken) },
  };
}

/** A session about the week, with its topics by name. */
function meeting() {
  const board = shownBoard({ directory: city, items });
  const topics = topicsOf(board);
  const { doc } = board;
  doc.transact(() => {
    const scope = { horizon: "week", period: "2026-W48" } as const;
    openJointSession(doc, { id: "s", scope, opened: { by: thu, atMs: 1 }, topics: Object.values(topics) });
    const written = { by: huong, atMs: 1 };
    difficultyEntries.put(doc, { id: "d", scope, office: "party", words: "Thiếu xe", written });
  });
  const at = (topic: TopicEntry | null, offers: Offer[] = [], taking?: number) =>
    doc.transact(() =>
      goToStep(doc, "s", { topic: topic?.id ?? null, offers, ...(taking && { taking }), by: thu, atMs: 2 }),
    );
  return { board, doc, topics, at, shown: (hands = []) => jointOf(board, hands) };
}

function jointOf(board: ShownBoard, hands: Parameters<ShownBoard["show"]>[1] = []): JointShow {
  const { show } = board.show({ mode: "session" }, hands);
  return show.of === "joint" ? show : expect.fail(show.of);
}

function decideOn(doc: Y.Doc, topic: TopicEntry, more: Partial<Resolution> = {}) {
  const line = { topic: topic.id, verdict: "note" as const, changes: [], by: huong, atMs: 3, ...more };
  doc.transact(() => resolve(doc, "s", { id: "line-one", ...line }));
}

describe("a screen that follows the joint session", () => {
  test("shows that there is none, and the week by half-days where it may", () => {
    const board = shownBoard({ items });
    expect(board.show({ mode: "session" }).show).toMatchObject({ of: "no-session", next: { of: "programme" } });
    expect(board.show({ mode: "session", mayShowWeek: false }).show).toEqual({ of: "no-session", next: null });
  });

  test("before the first step shows how much there is", () => {
    const { shown } = meeting();
    expect(shown()).toMatchObject({
      ...{ title: "Họp chung", subtitle: "Họp chung tuần 48 · đ/c Thu Hằng dẫn", sides: [], offers: [] },
      ...{ decided: null, decidedCount: 0, leftCount: 4 },
    });
  });

  test("at an overlap shows both sides, the reason and the ways on, the one about to be taken marked", () => {
    const { topics, at, shown } = meeting();
    const when = { horizon: "time", day, startMin: 990 } as NonNullable<Offer["when"]>;
    at(
      topics.clash,
      [
        { kind: "move", item: "ubnd", when, room: "p2", free: { free: 12, of: 12 } },
        { kind: "swap", item: "ubnd", clash: { kind: "person", item: "btv", count: 1 } },
        { kind: "proxy", item: "ubnd", party: an, standIn: "person:chi", clash: { kind: "person", count: 2 } },
        { kind: "accept", item: "btv" },
      ],
      1,
    );
    const show = shown();
    expect([show.title, show.certainty]).toEqual(["Trùng lịch 1 / 4", "certain"]);
    expect(show.sides.map(({ matter, hour, day: one }) => [matter, hour, one])).toEqual([
      ["Họp BTV", "14:00–16:00", "Thứ Ba 24/11"],
      ["Phiên họp UBND", "15:00–17:00", "Thứ Ba 24/11"],
    ]);
    expect(show.reason).toContain("An");
    expect(show.offers).toEqual([
      {
        ...{ number: 1, isTaken: true, isFree: true },
        words: "Dời “Phiên họp UBND” sang Thứ Ba 24/11, 16:30, ở Phòng họp 2 — 12/12 người cần dự rảnh",
      },
      {
        ...{ number: 2, isTaken: false, isFree: false },
        words: "Đổi giờ “Phiên họp UBND” và “Họp BTV” cho nhau — vướng “Họp BTV”",
      },
      {
        ...{ number: 3, isTaken: false, isFree: false },
        words: "Lê Thu Chi dự “Phiên họp UBND” thay Hoàng Minh An — còn vướng 2 việc",
      },
      { number: 4, isTaken: false, isFree: true, words: "Chấp nhận trùng…" },
    ]);
  });

  test("at an item that lacks something, or came late, says who would chair, what stays and into which week it goes", () => {
    const { topics, at, shown } = meeting();
    const next = { horizon: "week", period: "2026-W49" } as const;
    at(topics.vague, [
      { kind: "fill", item: "vague", party: "person:chi" },
      { kind: "fill", item: "vague", room: "p2", party: "person:chi" },
      { kind: "accept", item: "vague" },
      { kind: "move", item: "vague", when: next },
    ]);
    expect(shown().offers.map(({ words }) => words)).toEqual([
      "“Làm việc với Sở”: Lê Thu Chi chủ trì",
      "“Làm việc với Sở”: Phòng họp 2, Lê Thu Chi chủ trì",
      "Giữ “Làm việc với Sở” như đã đăng ký",
      "Dời “Làm việc với Sở” sang Tuần 49/2026",
    ]);
  });

  test("tells what was decided, by whom and why, and counts on", () => {
    const { doc, topics, at, shown } = meeting();
    at(topics.vague);
    expect(shown()).toMatchObject({ title: "Còn thiếu 3 / 4", reason: "Còn thiếu: giờ, địa điểm", decided: null });
    decideOn(doc, topics.vague, { verdict: "return", why: "chưa rõ" });
    expect(shown()).toMatchObject({
      decided: "Trả lại văn phòng đăng ký: chưa rõ — Trần Thị Hương",
      ...{ decidedCount: 1, leftCount: 3 },
    });
  });

  test("shows a difficulty in the words of its office", () => {
    const { topics, at, shown } = meeting();
    at(topics.spoken);
    expect(shown()).toMatchObject({ title: "Khó khăn, vướng mắc 4 / 4", reason: "Thiếu xe", sides: [] });
  });

  test("what somebody in the session has in hand is a ghost beside its line, over its place", () => {
    const { board, topics, at } = meeting();
    at(topics.clash);
    const hand = (over: string) => jointOf(board, [{ item: "ubnd", by: "Lan", over }]).sides.map(({ ghost }) => ghost);
    expect(hand(`cell|${day}|morning|people`)).toEqual([
      null,
      { by: "Lan", hour: "Thứ Ba 24/11 · Sáng", reason: null },
    ]);
    expect(hand("day|2026-11-25")[1]?.hour).toBe("Thứ Tư 25/11");
    expect(hand("tray|2026-11")[1]?.hour).toBe("Tháng 11/2026");
    for (const odd of ["", "tray|<b>", "cell|2026-13-01|morning", "x|2026-11-25"]) expect(hand(odd)[1]).toBeNull();
  });

  test("a ghost says what it would clash with where it is held; [P9] of a withheld one no more than that", () => {
    const { board, topics, at } = meeting();
    at(topics.clash);
    const over = `cell|${day}|afternoon|people`;
    const ghosts = (id: string) => jointOf(board, [{ item: id, by: "Lan", over }]).sides.map(({ ghost }) => ghost);
    expect(ghosts("ubnd")[1]?.reason).toMatch(/^▲ .*An.*BTV/i);
    at(topics.hidden);
    const hidden = ghosts("secret").find((ghost) => ghost !== null);
    expect(hidden?.reason).toBe("Trùng với một việc không công khai");
    // The week on the wall shows what those in the session hold, too.
    const { show } = board.show({ mode: "week" }, [{ item: "ubnd", by: "Lan", over }]);
    const lines = show.of === "programme" ? show.parts.flatMap((part) => part.lines) : [];
    expect(lines.find(({ key }) => key === "ubnd")?.ghost).toMatchObject({ by: "Lan", hour: "Thứ Ba 24/11 · Chiều" });
  });

  test("[P9] of an overlap with something withheld it tells the hour, and not over whom, where or what", () => {
    const { board, doc, topics, at } = meeting();
    at(topics.hidden, [
      { kind: "proxy", item: "btv", party: binh, standIn: "person:chi" },
      { kind: "other-room", item: "secret", room: "p3" },
      {
        kind: "move",
        item: "btv",
        when: { horizon: "session", day, session: "morning" } as NonNullable<Offer["when"]>,
      },
    ]);
    decideOn(doc, topics.hidden, {
      ...{ verdict: "proxy", why: "đ/c Bình bận việc kín" },
      changes: [{ item: "secret", title: "Kín đáo", withheld: true, field: "party", party: binh, before: "chair" }],
    });
    const show = jointOf(board, [{ item: "secret", by: "Lan", over: `day|${day}` }]);
    expect(show.sides.map(({ matter, hour, who }) => [matter, hour, who])).toEqual([
      ["Họp BTV", "14:00–16:00", "Đ/c Hoàng Minh An"],
      ["Bận", "14:30–15:30", null],
    ]);
    expect(show.reason).toBe("Trùng với một việc không công khai");
    expect(show.offers.map(({ words }) => words)).toEqual([
      "Cử người dự thay",
      "Đổi phòng",
      "Dời giờ: Thứ Ba 24/11, sáng",
    ]);
    for (const secret of ["Bình", "Kín", "Nhà riêng", "tuyệt mật", "Chi", "Phòng họp 3"])
      expect(JSON.stringify(show)).not.toContain(secret);
  });

  test("[P9] a decision or difficulty about what is withheld, or gone, is told without its words", () => {
    const { board, doc, topics, at, shown } = meeting();
    at(topics.clash);
    // Decided about while everybody knew of it; withheld only later.
    decideOn(doc, topics.clash, {
      ...{ verdict: "accept", why: "đ/c An đồng ý" },
      changes: [{ item: "gone", title: "Việc đã xóa", field: "status", before: "registered" }],
    });
    expect(JSON.stringify(shown())).not.toMatch(/đồng ý|Việc đã xóa/);
    at(topics.spoken);
    const scope = { horizon: "week", period: "2026-W48" } as const;
    const about = (item: string) =>
      doc.transact(() =>
        difficultyEntries.put(doc, {
          ...{ id: "d", scope, office: "party", item, words: "Không rõ khách", written: { by: huong, atMs: 1 } },
        }),
      );
    about("ubnd");
    expect(jointOf(board).reason).toBe("Không rõ khách");
    for (const hidden of ["secret", "never-was"]) {
      about(hidden);
      expect(jointOf(board).reason).toBe("Khó khăn, vướng mắc về một việc không công khai");
    }
  });
});
