import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { itemArb } from "../../test/world/arbitraries.ts";
import { seed } from "../../test/world/seed.ts";
import { an, item } from "../../test/world/small-city.ts";
import type { Item } from "../model/item.ts";
import type { Difficulty, JointSession, Resolution } from "../model/joint-session.ts";
import type { PartyRef } from "../model/ref.ts";
import type { AgendaTopic } from "./agenda.ts";
import { type Minutes, minutesOf } from "./minutes.ts";
import { changesOf } from "./resolving.ts";

const scope = { horizon: "week", period: "2026-W48" } as const;
const [lan, duc, chi] = ["lan", "duc", "chi"].map((id) => ({ id, name: `đ/c ${id}` })) as [Who, Who, Who];
type Who = { readonly id: string; readonly name: string };

const about = { key: "person:an|a|b", kind: "person", resource: an, a: "a", b: "b" } as const;
const topics: JointSession["topics"] = [
  { id: "overlap00", of: "overlap", order: 0, severity: "error", about },
  { id: "lacking00", of: "lacking", order: 1, item: "c", lacks: ["hour"] },
  { id: "difficult", of: "difficulty", order: 2, difficulty: "d" },
];
const line = (topic: string, verdict: Resolution["verdict"], rest: object = {}) => ({
  ...{ id: `${topic}-${verdict}`, topic, verdict, changes: [], by: lan, atMs: 50, ...rest },
});
const session = (rest: Partial<JointSession> = {}): JointSession => ({
  ...{ id: "s", scope, opened: { by: lan, atMs: 0 }, lead: { person: duc, by: lan, atMs: 20 } },
  ...{ step: null, closed: null, topics, resolutions: [], present: [] },
  leads: [
    { person: lan, by: lan, atMs: 0 },
    { person: lan, by: lan, atMs: 10 },
    { person: duc, by: lan, atMs: 20 },
  ],
  ...rest,
});
const items = [item("a", "08:00", { title: "Họp BTV" }), item("b", "09:00", { title: "Họp UBND" }), item("c", null)];
const difficulty = (id: string, rest: object = {}): Difficulty => ({
  ...{ id, scope, office: "people", words: "Thiếu xe", written: { by: chi, atMs: 1 }, ...rest },
});

type Wish = { items?: readonly Item[]; difficulties?: Difficulty[]; open?: boolean; mayReadWithheld?: boolean };
function minutes(of: JointSession, wish: Wish = {}): Minutes {
  return minutesOf({
    session: of,
    difficulties: wish.difficulties ?? [difficulty("d")],
    item: (id) => (wish.items ?? items).find((one) => one.id === id),
    isOpen: () => wish.open ?? true,
    mayReadWithheld: wish.mayReadWithheld ?? false,
  });
}

describe("the minutes of a joint session", () => {
  test("say who led from when to when, whoever took the lead from themselves once", () => {
    expect(minutes(session()).leads).toEqual([
      { name: lan.name, fromMs: 0, toMs: 20 },
      { name: duc.name, fromMs: 20, toMs: null },
    ]);
    expect(minutes(session({ closed: { by: duc, atMs: 90 } })).leads.at(-1)?.toMs).toBe(90);
  });

  test("say who was there of each office, of those too of which nobody came, and who left before the end", () => {
    const present = [
      { person: lan, office: "party", joinedMs: 1, leftMs: 91 },
      { person: chi, office: "party", joinedMs: 2, leftMs: 30 },
      { person: duc, office: "council", joinedMs: 3 },
    ] as const;
    const said = minutes(session({ present: [...present], closed: { by: duc, atMs: 90 } })).present;
    expect(said).toEqual([
      {
        office: "party",
        people: [
          { name: lan.name, joinedMs: 1, leftMs: null },
          { name: chi.name, joinedMs: 2, leftMs: 30 },
        ],
      },
      { office: "council", people: [{ name: duc.name, joinedMs: 3, leftMs: null }] },
      { office: "people", people: [] },
    ]);
  });

  test("tell every decision with what it changed and why, what was only noted with what stayed open", () => {
    const changes = changesOf([{ id: "b", set: { status: "postponed" } }], (id) => items.find((one) => one.id === id));
    const resolutions = [
      line("overlap00", "postpone", { changes, why: "chờ tài liệu" }),
      line("lacking00", "note", { why: "hỏi lại" }),
      line("difficult", "note", { why: "đã giao VP" }),
    ];
    const said = minutes(session({ resolutions, closed: { by: lan, atMs: 90, open: ["lacking00"] } }), { open: false });
    expect(said.decisions).toMatchObject([
      {
        ...{ verdict: "postpone", why: "chờ tài liệu", by: lan.name },
        topic: { of: "overlap", kind: "person", resource: an, matters: [{ title: "Họp BTV" }, { title: "Họp UBND" }] },
        changes: [{ field: "status", before: "approved", after: "postponed", matter: { title: "Họp UBND" } }],
      },
    ]);
    expect(said.open).toMatchObject([{ topic: { of: "lacking", lacks: ["hour"] }, why: "hỏi lại" }]);
    expect(said.difficulties).toMatchObject([
      { topic: { office: "people", words: "Thiếu xe" }, isDiscussed: true, why: "đã giao VP" },
    ]);
  });

  test("what stayed open when it ended stays so, whatever is edited after; while it goes on it is as it is now", () => {
    const closed = { by: lan, atMs: 90, open: ["overlap00"] };
    for (const open of [true, false])
      expect(minutes(session({ closed }), { open }).open.map(({ topic }) => topic.of)).toEqual(["overlap"]);
    expect(minutes(session(), { open: true }).open.map(({ topic }) => topic.of)).toEqual(["overlap", "lacking"]);
    expect(minutes(session(), { open: false }).open).toEqual([]);
  });

  test("name an item that is gone as it was called when it was decided about", () => {
    const changes = changesOf([{ id: "b", set: { status: "cancelled" } }], (id) => items.find((one) => one.id === id));
    const said = minutes(session({ resolutions: [line("overlap00", "cancel", { changes })] }), {
      items: items.slice(0, 1),
      mayReadWithheld: true,
    });
    expect(said.decisions[0]?.topic?.matters.map(({ title }) => title)).toEqual(["Họp BTV", "Họp UBND"]);
    expect(minutes(session(), { items: [], mayReadWithheld: true }).open[0]?.topic.matters[0]?.title).toBeNull();
  });

  test("tell difficulties that never came on the agenda too, of this scope only, each once", () => {
    const other = { horizon: "week", period: "2026-W49" } as const;
    const difficulties = [
      difficulty("d"),
      difficulty("e", { words: "Thiếu phòng" }),
      difficulty("f", { scope: other }),
    ];
    expect(minutes(session(), { difficulties }).difficulties.map(({ topic }) => topic.words)).toEqual([
      "Thiếu xe",
      "Thiếu phòng",
    ]);
  });
});

describe("[P9] minutes for those who may not read what is withheld", () => {
  test("hold no word of a withheld item: not its matter, people, places, reasons or what an office wrote about it", () => {
    let hidden = 0;
    fc.assert(
      fc.property(
        itemArb(fc.constant("a")),
        itemArb(fc.constant("a")),
        fc.boolean(),
        fc.boolean(),
        (raw, other, isGone, isLate) => {
          const marked = (text: string) => `Mật-${text}`;
          const secret: Item = { ...withSecrets(raw), withheld: true };
          const next = withSecrets(other);
          const parties = {
            ...Object.fromEntries(Object.keys(secret.parties).map((ref) => [ref, null])),
            ...next.parties,
          };
          const changes = changesOf(
            [{ id: "a", set: { venue: next.venue, when: next.when, status: next.status }, parties }],
            () => secret,
          );
          const resolutions = [
            line("overlap00", "move", { changes: changes.slice(0, 60), why: marked("vì") }),
            line("lacking0a", "note", { why: marked("chờ") }),
            line("difficult", "note", { why: marked("giao") }),
          ];
          const lacking: AgendaTopic = { id: "lacking0a", of: "lacking", order: 3, item: "a", lacks: ["room"] };
          const of = session({
            resolutions,
            topics: [
              { ...topics[0], about: { ...about, resource: marked("ai") } } as JointSession["topics"][number],
              ...topics.slice(1),
              lacking,
            ],
          });
          const known = isGone ? [] : isLate ? [{ ...secret, withheld: true }] : [secret];
          const difficulties = [difficulty("d", { item: "a", words: marked("khó") })];
          const said = JSON.stringify(minutes(of, { items: known, difficulties }));
          expect(said).not.toContain("Mật-");
          const full = JSON.stringify(minutes(of, { items: known, difficulties, mayReadWithheld: true }));
          if (full.includes("Mật-")) hidden++;
        },
      ),
      { seed, numRuns: 200 },
    );
    expect(hidden).toBeGreaterThan(150);
  });

  test("and still say that somebody is busy, and when", () => {
    const secret = { ...items[0], withheld: true } as Item;
    const changes = changesOf([{ id: "a", set: { when: item("x", "14:00").when } }], () => secret);
    const said = minutes(session({ resolutions: [line("overlap00", "move", { changes })] }), { items: [secret] });
    expect(said.decisions[0]?.changes).toMatchObject([{ field: "when", matter: { title: null, isWithheld: true } }]);
  });
});

/** Every word of an item that must not be told begins with a mark. */
function withSecrets(of: Item): Item {
  const parties = Object.fromEntries(Object.entries(of.parties).map(([, part], at) => [`text:Mật-${at}`, part]));
  return {
    ...of,
    title: `Mật-${of.title}`,
    venue: { text: `Mật-${of.venue?.text ?? ""}`.slice(0, 300) },
    parties: parties as Record<PartyRef, never>,
  };
}
