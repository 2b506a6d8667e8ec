import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { itemArbitrary } from "../../test/world/random-items.ts";
import { seed } from "../../test/world/seed.ts";
import { an, item } from "../../test/world/small-city.ts";
import { attendedBy, chairedBy, indexOf } from "../../test/world/told-overlaps.ts";
import type { Day } from "../kit/day.ts";
import { guardOf } from "../model/guard.ts";
import type { Item } from "../model/item.ts";
import { type Difficulty, type Resolution, topicKeyPattern, topicSchema, topicSign } from "../model/joint-session.ts";
import { certainties, severities } from "../model/overlap.ts";
import type { SettlementState } from "../model/settlement.ts";
import { type AgendaTopic, agendaOf, newTopics, type TopicWorld, topicIdOf, topicStateOf } from "./agenda.ts";
import { createNorms } from "./norms.ts";
import type { OverlapIndex } from "./overlap-index.ts";

const scope = { horizon: "week", period: "2026-W48" } as const;
const huong = { id: "huong", name: "Trần Thị Hương" };
const room = { room: "p1", parties: { [an]: "chair" } } as const;

const difficulty = (id: string, rest: Partial<Difficulty> = {}): Difficulty => ({
  ...{ id, scope, office: "party", words: "Chưa có phòng", written: { by: huong, atMs: 1 }, ...rest },
});

const townArbitrary = fc.uniqueArray(itemArbitrary, { selector: ({ id }) => id, minLength: 4, maxLength: 16 });

type Wish = {
  readonly index?: OverlapIndex;
  readonly states?: Readonly<Record<string, SettlementState>>;
  readonly difficulties?: readonly Difficulty[];
  readonly today?: string;
};

function agenda(
  items: readonly Item[],
  { index = indexOf(...items), states = {}, difficulties = [], today }: Wish = {},
) {
  return agendaOf({
    ...{ scope, items, difficulties, norms: createNorms([]), today: (today ?? "2026-11-20") as Day },
    overlapsOf: (id) => index.of(id),
    stateOf: ({ key }) => states[key] ?? "open",
  });
}

const lines = (topics: readonly AgendaTopic[]) =>
  topics.map(
    (topic) => `${topic.of} ${"item" in topic ? topic.item : "about" in topic ? topic.about.kind : topic.difficulty}`,
  );

describe("the agenda of a week", () => {
  test("overlaps first, what must be settled before what should be; then what lacks, came late, came unexpectedly, was written down", () => {
    const items = [
      chairedBy("a", "14:00", an, { room: "p1" }),
      attendedBy("b", "14:30", an, { room: "p2", body: "body:btv" }),
      item("unexpected", "08:00", { ...room, day: "2026-11-24", unexpected: true }),
      item("lacking", null, { ...room, day: "2026-11-26", session: "morning" }),
      { ...item("late", "08:00", { ...room, day: "2026-11-27" }), registered: "2026-11-20" as Day },
    ];
    const topics = agenda(items, { difficulties: [difficulty("d")] });
    expect(lines(topics).slice(-4)).toEqual(["lacking lacking", "late late", "unexpected unexpected", "difficulty d"]);
    expect(lines(topics)[0]).toBe("overlap person");
    expect(topics.map(({ order }) => order)).toEqual(topics.map((_, at) => at));
    const ranks = topics.flatMap((topic) => (topic.of === "overlap" ? severities.indexOf(topic.severity) : []));
    expect(ranks).toEqual([...ranks].sort());
  });

  test("leaves out hints, what is settled, what is over, what is of another week, and what is called off", () => {
    const [a, b] = [chairedBy("a", "14:00", an, { room: "p1" }), chairedBy("b", "14:30", an, { room: "p2" })];
    const index = indexOf(a, b);
    const [overlap] = index.of("a");
    expect(lines(agenda([a, b]))).toEqual(["overlap person"]);
    expect(lines(agenda([a, b], { states: { [overlap?.key ?? ""]: "settled" } }))).toEqual([]);
    for (const state of ["discussed", "reopened"] as const)
      expect(lines(agenda([a, b], { states: { [overlap?.key ?? ""]: state } }))).toEqual(["overlap person"]);
    expect(agenda([a, b], { today: "2026-11-24" })).toEqual([]);
    const hinted = [a, item("c", null, { parties: { [an]: "attend" }, session: "afternoon", room: "p3" })];
    expect(
      indexOf(...hinted)
        .of("a")
        .some(({ severity }) => severity === "hint"),
    ).toBe(true);
    expect(lines(agenda(hinted))).toEqual(["lacking c"]);
    expect(agenda([item("x", null, { day: "2026-11-30" }), item("y", null, { status: "cancelled" })])).toEqual([]);
  });

  test("what came on the day of closing came in time; what nobody dated, too; unexpected is not late beside", () => {
    const dated = (id: string, registered: string, rest: object = {}) => ({
      ...item(id, "08:00", { ...room, day: "2026-11-27" }),
      registered: registered as Day,
      ...rest,
    });
    expect(lines(agenda([dated("a", "2026-11-19")]))).toEqual([]);
    expect(lines(agenda([item("a", "08:00", room)]))).toEqual([]);
    expect(lines(agenda([dated("a", "2026-11-20", { unexpected: true })]))).toEqual(["unexpected a"]);
  });

  test("difficulties by office, then by when they were written; another week's are not its", () => {
    const other = { horizon: "week", period: "2026-W49" } as const;
    const written = (atMs: number) => ({ by: huong, atMs });
    const difficulties = [
      difficulty("d", { office: "people" }),
      difficulty("c", { written: written(2) }),
      difficulty("b", { written: written(1) }),
      difficulty("a", { scope: other }),
    ];
    expect(lines(agenda([], { difficulties }))).toEqual(["difficulty b", "difficulty c", "difficulty d"]);
  });

  test("a topic has one id for ever, one for each matter, of the form that the document takes", () => {
    const isTopic = guardOf(topicSchema);
    let count = 0;
    fc.assert(
      fc.property(townArbitrary, fc.infiniteStream(fc.integer({ min: -1, max: 1 })), (items, stream) => {
        const index = indexOf(...items);
        const topics = agenda(items, { index, difficulties: [difficulty("d")] });
        const shuffled = [...items].sort(() => stream.next().value ?? 0);
        expect(agenda(shuffled, { index: indexOf(...shuffled), difficulties: [difficulty("d")] })).toEqual(topics);
        expect(new Set(topics.map(({ id }) => id)).size).toBe(topics.length);
        for (const { id, ...topic } of topics) {
          expect(topicSign + id).toMatch(topicKeyPattern);
          expect(isTopic(topic)).toBe(true);
          expect(topicIdOf(topic)).toBe(id);
        }
        const overlaps = topics.flatMap((topic) => {
          if (topic.of !== "overlap") return [];
          const found = index.of(topic.about.a).find(({ key }) => key === topic.about.key);
          return found ? [severities.indexOf(found.severity) * 10 + certainties.indexOf(found.certainty)] : [];
        });
        expect(overlaps).toEqual(overlaps.toSorted((a, b) => a - b));
        count += topics.length;
      }),
      { seed, numRuns: 150 },
    );
    expect(count).toBeGreaterThan(500);
  });

  test("what has become undecided since is added behind what is there, once", () => {
    const first = agenda([item("a", null)]);
    const then = agenda([item("a", null), item("b", null), item("c", null, { unexpected: true })]);
    const added = newTopics({ topics: first }, then);
    expect(lines(added)).toEqual(["lacking b", "lacking c", "unexpected c"]);
    expect(added.map(({ order }) => order)).toEqual([1, 2, 3]);
    expect(newTopics({ topics: [...first, ...added] }, then)).toEqual([]);
  });
});

describe("how far a topic has come", () => {
  const line = (topic: string, verdict: Resolution["verdict"], atMs = 1): Resolution & { id: string } => ({
    ...{ id: `line-${atMs}`, topic, verdict, changes: [], by: huong, atMs },
  });
  const worldOf = (
    items: readonly Item[],
    state: SettlementState = "open",
    difficulties: readonly Difficulty[] = [],
  ) => {
    const index = indexOf(...items);
    return {
      overlap: ({ a, key }) => index.of(a).find((one) => one.key === key) ?? null,
      stateOf: () => state,
      item: (id) => items.find((one) => one.id === id),
      difficulty: (id) => difficulties.find((one) => one.id === id),
    } satisfies TopicWorld;
  };
  const [a, b] = [chairedBy("a", "14:00", an, { room: "p1" }), chairedBy("b", "14:30", an, { room: "p2" })];
  const [clash] = agenda([a, b]) as [AgendaTopic];
  const apart = [a, chairedBy("b", "08:00", an, { room: "p2" })];

  test.each<[string, readonly Resolution["verdict"][], readonly Item[], SettlementState, string]>([
    ["nothing said", [], [a, b], "open", "open"],
    ["noted", ["note"], [a, b], "discussed", "open"],
    ["settled elsewhere", [], [a, b], "settled", "decided"],
    ["mended elsewhere", [], apart, "open", "gone"],
    ["decided, the clash gone with it", ["move"], apart, "open", "decided"],
    ["accepted", ["accept"], [a, b], "settled", "decided"],
    ["given back to its office", ["return"], [a, b], "discussed", "decided"],
    ["decided, and changed since", ["accept"], [a, b], "reopened", "open"],
    ["noted after it was decided, mended since", ["move", "note"], apart, "open", "gone"],
  ])("an overlap: %s", (_what, verdicts, items, state, expected) => {
    const resolutions = verdicts.map((verdict, at) => line(clash.id, verdict, at + 1));
    const found = topicStateOf(clash, { resolutions }, worldOf(items, state));
    expect(found).toEqual({ state: expected, resolution: resolutions.at(-1) ?? null });
  });

  test("a decision about another topic decides nothing here; undone, it is open again", () => {
    const resolutions = [line("zzzzzzzz", "accept")];
    expect(topicStateOf(clash, { resolutions }, worldOf([a, b])).state).toBe("open");
  });

  test("what an item lacked is gone once it has it, or with the item; decided once somebody said so", () => {
    const [topic] = agenda([item("x", null, room)]) as [AgendaTopic];
    const state = (items: readonly Item[], verdicts: Resolution["verdict"][] = []) =>
      topicStateOf(topic, { resolutions: verdicts.map((verdict) => line(topic.id, verdict)) }, worldOf(items)).state;
    expect(state([item("x", null, room)])).toBe("open");
    expect(state([item("x", null, room)], ["note"])).toBe("open");
    expect(state([item("x", "08:00", room)])).toBe("gone");
    expect(state([])).toBe("gone");
    expect(state([item("x", "08:00", room)], ["fill"])).toBe("decided");
    expect(state([item("x", null, { ...room, status: "postponed" })], ["postpone"])).toBe("decided");
  });

  test("late and unexpected items stay topics until they are decided, or asked for no more", () => {
    const late = { ...item("l", "08:00", room), registered: "2026-11-20" as Day };
    const sudden = item("u", "10:00", { ...room, unexpected: true });
    for (const one of [late, sudden]) {
      const topic = agenda([one]).find(({ of }) => of === "late" || of === "unexpected") as AgendaTopic;
      expect(topicStateOf(topic, { resolutions: [] }, worldOf([one])).state).toBe("open");
      expect(topicStateOf(topic, { resolutions: [] }, worldOf([{ ...one, status: "refused" }])).state).toBe("gone");
      expect(topicStateOf(topic, { resolutions: [line(topic.id, "accept")] }, worldOf([one])).state).toBe("decided");
    }
  });

  test("a difficulty is done once it has been talked about", () => {
    const [topic] = agenda([], { difficulties: [difficulty("d")] }) as [AgendaTopic];
    const world = worldOf([], "open", [difficulty("d")]);
    expect(topicStateOf(topic, { resolutions: [] }, world).state).toBe("open");
    expect(topicStateOf(topic, { resolutions: [line(topic.id, "note")] }, world).state).toBe("decided");
    expect(topicStateOf(topic, { resolutions: [] }, worldOf([])).state).toBe("gone");
  });
});
