import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { type Directory, directorySchema } from "../../shared/model/directory.ts";
import { type Item, itemSchema } from "../../shared/model/item.ts";
import { draftToItem } from "../reading/item-draft.ts";
import { coverageOf, isCovered } from "./coverage.ts";
import { draftsOf, softnessOf } from "./drafts.ts";
import { applyPlan, changedItem, planSize } from "./plan.ts";
import { performReading } from "./reading-task.ts";
import { diffSchedule, type ScheduleDiff } from "./schedule-diff.ts";

const texts = import.meta.glob<string>("../../test/schedules/*.txt", { query: "?raw", import: "default", eager: true });
const expected = import.meta.glob<unknown[]>("../../test/schedules/*.expected.json", {
  import: "default",
  eager: true,
});
const samples = Object.entries(texts).map(([path, text]) => ({
  name: path.slice(path.lastIndexOf("/") + 1, -4),
  text,
  expectedCount: expected[path.replace(".txt", ".expected.json")]?.length ?? null,
}));

const directory = v.parse(directorySchema, {
  persons: [
    { id: "bt", name: "Bí thư Lê Văn Một" },
    { id: "an", name: "Nguyễn Văn An" },
    { id: "anh", name: "Lê Thu Anh" },
  ],
  posts: [
    { id: "ct", name: "Chủ tịch UBND", aliases: ["Chủ tịch"], office: "people" },
    { id: "pct1", name: "Phó Chủ tịch Thường trực", aliases: ["PCTTT"], office: "people", holders: [{ person: "an" }] },
    { id: "pct2", name: "Phó Chủ tịch kinh tế", aliases: ["PCT.KT"], office: "people", holders: [{ person: "anh" }] },
  ],
  bodies: [{ id: "tttu", name: "Thường trực Thành ủy", aliases: ["TTTU"], office: "party" }],
  units: [
    { id: "skh", name: "Sở Kế hoạch và Đầu tư" },
    { id: "vp", name: "Văn phòng HĐND và UBND thành phố" },
  ],
  rooms: [
    { id: "p3", name: "Phòng họp số 3 UBND tỉnh", aliases: ["phòng họp số 3"] },
    { id: "tv", name: "Phòng họp Thường vụ", aliases: ["P. họp TV"] },
  ],
});

/** One paste of a text onto a board: what a person who corrects nothing gets. */
function paste(
  text: string,
  board: readonly Item[],
  known: Directory = directory,
): { diff: ScheduleDiff; items: Item[] } {
  const answer = performReading({ text, year: null, here: 2026, office: "people", directory: known });
  const drafts = draftsOf({
    answer,
    text,
    office: "people",
    directory: known,
    choices: new Map(),
    corrections: new Map(),
  });
  const making = {
    office: "people",
    status: "registered",
    seriesId: (key: string) => `s-${key.replace(/\W/g, "-")}`,
  } as const;
  const pasted = drafts.flatMap((draft) => {
    const item = draftToItem(draft, { ...making, id: `p-${draft.key}` });
    return item ? [{ key: draft.key, item, softness: softnessOf(draft) }] : [];
  });
  const coverage = coverageOf(
    pasted.map(({ item }) => item),
    answer.bounds,
  );
  const diff = diffSchedule(
    pasted,
    board.filter((item) => isCovered(coverage, item)),
  );
  return { diff, items: pasted.map(({ item }) => item) };
}

/** The board after everything a diff offers was taken. */
function boardAfter({ diff, items }: ReturnType<typeof paste>, board: readonly Item[]): Item[] {
  const byId = new Map(board.map((item) => [item.id, item]));
  let at = 0;
  for (const verdict of diff.verdicts.values()) {
    const item = items[at++];
    if (verdict.kind === "new" && item)
      byId.set(`${item.id}-${board.length}`, { ...item, id: `${item.id}-${board.length}` });
    if (verdict.kind === "changed") byId.set(verdict.board.id, changedItem(verdict));
  }
  return [...byId.values()];
}

const kindsOf = ({ verdicts }: ScheduleDiff) => [...verdicts.values()].map(({ kind }) => kind);
const changesOf = ({ verdicts }: ScheduleDiff) =>
  [...verdicts.values()].flatMap((verdict) => (verdict.kind === "changed" ? verdict.changes : []));

test("the published schedules are there", () => {
  expect(samples.filter(({ expectedCount }) => expectedCount !== null)).toHaveLength(5);
  expect(samples.length).toBeGreaterThanOrEqual(10);
});

describe.each(samples)("$name", ({ text, expectedCount }) => {
  const first = paste(text, []);

  test("every item printed becomes an item the document takes", () => {
    if (expectedCount !== null) expect(first.items).toHaveLength(expectedCount);
    for (const item of first.items) expect(v.safeParse(itemSchema, item).issues, item.title).toBeUndefined();
  });

  test("on an empty board all is new; pasted again, nothing changes and nothing is missing", () => {
    expect(new Set(kindsOf(first.diff)).difference(new Set(["new"])).size).toBe(0);
    const second = paste(text, boardAfter(first, []));
    expect(kindsOf(second.diff)).toEqual(first.items.map(() => "same"));
    expect(second.diff.missing).toEqual([]);
  });

  test("pasted as another machine writes it (decomposed letters, Windows line ends, no-break spaces), nothing changes", () => {
    const other = text
      .normalize("NFD")
      .replace(/\n/g, "\r\n")
      .replace(/ (?=\d)/g, "\u00a0");
    const second = paste(other, boardAfter(first, []));
    expect(changesOf(second.diff)).toEqual([]);
    expect(kindsOf(second.diff)).toEqual(first.items.map(() => "same"));
  });
});

describe("an adjusted edition of a published schedule", () => {
  const edition = (part: string) => samples.find(({ name }) => name.includes(part))?.text ?? "";
  const adjusted = (text: string, from: string, to: string) => {
    expect(text).toContain(from);
    const board = boardAfter(paste(text, []), []);
    return { board, ...paste(text.replace(from, to), board) };
  };

  test("one changed hour is one change", () => {
    for (const [part, from, to] of [
      ["04-haugiang", "14 giờ, Chủ tịch họp", "15 giờ 30, Chủ tịch họp"],
      ["05-vithanh", "- 7 giờ, Ủy quyền", "- 8 giờ, Ủy quyền"],
      ["03-thanhhoa", "(10h) Họp nghe", "(9h30) Họp nghe"],
      ["10-nghiatrung", "08 giờ 00’: Thăm", "14 giờ 00’: Thăm"],
      ["07-chauthanh", "13 giờ 30’, họp góp ý", "15 giờ, họp góp ý"],
    ] as const) {
      const { diff } = adjusted(edition(part), from, to);
      expect(
        kindsOf(diff).filter((kind) => kind !== "same"),
        part,
      ).toEqual(["changed"]);
      expect(
        changesOf(diff).map(({ field }) => field),
        part,
      ).toEqual(["when"]);
      expect(diff.missing, part).toEqual([]);
    }
  });

  test("an item added is one new item, the others stay as they are", () => {
    const added =
      "\n- 16 giờ, Chủ tịch nghe báo cáo công tác phòng chống thiên tai. Điểm tại phòng họp số 3 UBND tỉnh.\n\nTHỨ BA";
    const { diff } = adjusted(edition("04-haugiang"), "\nTHỨ BA", added);
    expect(kindsOf(diff).filter((kind) => kind !== "same")).toEqual(["new"]);
  });

  test("an item left out is listed as missing, and nothing is done to it", () => {
    const text = edition("04-haugiang");
    const line = text.split("\n").find((one) => one.includes("họp Thường trực Tỉnh ủy")) ?? "?";
    const { diff } = adjusted(text, line, "");
    expect(kindsOf(diff).every((kind) => kind === "same")).toBe(true);
    expect(diff.missing.map(({ title }) => title)).toEqual(["Họp Thường trực Tỉnh ủy"]);
  });

  test("another room is one change of the venue", () => {
    const { diff } = adjusted(edition("05-vithanh"), "phòng họp số 2 Tỉnh ủy", "phòng họp số 1 Tỉnh ủy");
    expect(changesOf(diff).map(({ field }) => field)).toEqual(["venue"]);
  });

  test("an item moved to the other day keeps its identity", () => {
    const text = edition("05-vithanh");
    const line = text.split("\n").find((one) => one.includes("khám sức khỏe")) ?? "?";
    const board = boardAfter(paste(text, []), []);
    const { diff } = paste(`${text.replace(`${line}\n`, "").trimEnd()}\n${line}\n`, board);
    expect(kindsOf(diff).filter((kind) => kind !== "same")).toEqual(["changed"]);
    expect(changesOf(diff).map(({ field }) => field)).toEqual(["when"]);
  });

  test("what an officer settled on the board (a name, an end, a status) survives the next paste", () => {
    const text = edition("05-vithanh");
    const board = boardAfter(paste(text, []), []).map((item): Item => {
      const { when } = item;
      return when.horizon === "time"
        ? { ...item, status: "approved", when: { ...when, endMin: 1200 as typeof when.startMin } }
        : item;
    });
    expect(kindsOf(paste(text, board).diff).every((kind) => kind === "same")).toBe(true);
  });
});

describe("taking a plan onto the board", () => {
  test("writes what changed and nothing else", () => {
    const written: unknown[] = [];
    const note =
      (name: string) =>
      (...args: unknown[]) =>
        void written.push([name, ...args]);
    const edits = {
      add: note("add"),
      patch: note("patch"),
      setParty: note("setParty"),
      type: note("type"),
      remove: note("remove"),
      decide: note("decide"),
      resolve: note("resolve"),
      takeLineBack: note("takeLineBack"),
      together: note("together"),
    };
    const board = boardAfter(paste(samples[0]?.text ?? "", []), []);
    const [a, b, c] = board as [Item, Item, Item];
    const to = { ...a.when } as Item["when"];
    const plan = {
      adds: [b],
      changes: [
        {
          board: a,
          changes: [
            { field: "when", from: a.when, to },
            { field: "title", from: a.title, to: "Mới" },
            { field: "participants", removed: ["post:ct"], added: [["post:x", { role: "attend" }]] },
          ],
        },
      ],
      cancels: [c],
    } as const;
    expect(planSize(plan)).toBe(3);
    applyPlan(edits, plan);
    expect(written).toEqual([
      ["add", b],
      ["patch", a.id, { when: to }],
      ["type", a.id, { field: "title", text: "Mới" }],
      ["setParty", a.id, "post:ct", null],
      ["setParty", a.id, "post:x", { role: "attend" }],
      ["patch", c.id, { status: "cancelled" }],
    ]);
  });
});
