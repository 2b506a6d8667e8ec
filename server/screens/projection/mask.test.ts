/** [P9] What is withheld is in no frame: random boards, every mode, every language. */
import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import type * as Y from "yjs";
import { difficultyEntries } from "../../../shared/document/difficulties.ts";
import { goToStep, openJointSession, resolve, type TopicEntry } from "../../../shared/document/joint-sessions.ts";
import { addDays, type Day } from "../../../shared/kit/day.ts";
import type { Minute } from "../../../shared/kit/minute.ts";
import { type Directory, directorySchema } from "../../../shared/model/directory.ts";
import { type Item, itemKinds, type Participation, partyRoles } from "../../../shared/model/item.ts";
import { type Change, lackings, type Offer, verdicts } from "../../../shared/model/joint-session.ts";
import { officeIds } from "../../../shared/model/office.ts";
import type { PartyRef } from "../../../shared/model/ref.ts";
import { languages, screenModes } from "../../../shared/model/screen.ts";
import type { Line, ScreenShow } from "../../../shared/protocol/screen-feed.ts";
import { topicIdOf } from "../../../shared/rules/agenda.ts";
import { aboutOf } from "../../../shared/rules/settling.ts";
import { screenWords } from "../../../shared/text/screen-words.ts";
import { runs, seed } from "../../../test/world/seed.ts";
import { type ShownBoard, shownBoard } from "../../../test/world/shown-board.ts";
import { withChanges } from "./changes.ts";

const monday = "2026-11-23" as Day;
const numbers = [0, 1, 2, 3, 4, 5];

/** Names that cannot stand in a frame by chance. Whoever has an odd number is only in items that are withheld. */
const directory: Directory = v.parse(directorySchema, {
  persons: numbers.map((n) => ({ id: `p${n}`, name: `Qperson${n}q` })),
  posts: numbers.map((n) => ({ id: `h${n}`, name: `Qpost${n}q`, holders: [{ person: `p${n}` }] })),
  bodies: numbers.map((n) => ({
    ...{ id: `b${n}`, name: `Qbody${n}q` },
    members: [{ party: `person:p${n}` }, { party: `post:h${n}` }, { party: "person:p0" }],
  })),
  units: numbers.map((n) => ({ id: `u${n}`, name: `Qunit${n}q` })),
  groups: numbers.map((n) => ({ id: `g${n}`, name: `Qgroup${n}q`, members: [`person:p${n}`] })),
  rooms: numbers.map((n) => ({ id: `r${n}`, name: `Qroom${n}q`, building: `Qbuilding${n}q`, bufferMin: 30 })),
});

const isOdd = (n: number) => n % 2 === 1;

/** An item of the week, on the same few hours, people and rooms as the others. A secret one may also have odd ones. */
function itemArb(at: number): fc.Arbitrary<Item> {
  const number = fc.constantFrom(...numbers);
  const refArb = fc.oneof(
    number.map((n): PartyRef => `person:p${n}`),
    number.map((n): PartyRef => `post:h${n}`),
    number.map((n): PartyRef => `body:b${n}`),
    number.map((n): PartyRef => `unit:u${n}`),
    number.map((n): PartyRef => `group:g${n}`),
    number.map((n): PartyRef => `text:Qguest${n}q`),
  );
  const partArb = fc.record(
    { role: fc.constantFrom(...partyRoles), for: refArb },
    { requiredKeys: ["role"], noNullPrototype: true },
  );
  return fc
    .record({
      isSecret: fc.boolean(),
      office: fc.constantFrom(...officeIds),
      kind: fc.constantFrom(...itemKinds),
      status: fc.constantFrom("registered" as const, "approved" as const, "postponed" as const),
      day: fc.integer({ min: 0, max: 2 }).map((n) => addDays(monday, n)),
      more: fc.constantFrom(0, 0, 0, 1),
      start: fc.option(fc.constantFrom(480, 540, 600, 840)),
      parties: fc.uniqueArray(fc.tuple(refArb, partArb), { selector: ([ref]) => ref, minLength: 1, maxLength: 4 }),
      room: fc.option(number),
      place: fc.constantFrom("text" as const, "assembly" as const),
      body: fc.option(number),
      points: fc.option(fc.constantFrom(40, 100)),
    })
    .map(({ isSecret, office, kind, status, day, more, start, parties, room, place, body, points }) => {
      const word = isSecret ? `Qsecret${at}` : `Qpublic${at}`;
      const mayHave = (text: string) => isSecret || !/[135]q?$/.test(text);
      const when = {
        ...{ day, ...(more > 0 && { lastDay: addDays(day, more) }) },
        ...(start === null ? { horizon: "day" as const } : { horizon: "time" as const, startMin: start as Minute }),
      };
      const kept = parties.filter(([ref, part]) => mayHave(ref) && (!part.for || mayHave(part.for)));
      const hasRoom = room !== null && (isSecret || !isOdd(room));
      return {
        ...({ id: `i${at}`, title: `${word}matter làm việc`, office, kind, status, when } as const),
        parties: Object.fromEntries(kept) as Record<PartyRef, Participation>,
        venue: {
          ...(hasRoom ? { room: `r${room}` } : { [place]: `${word}venue` }),
          ...(points && { online: { points } }),
        },
        ...(body !== null && mayHave(`${body}`) && { body: `body:b${body}` as PartyRef }),
        ...{ notes: `${word}notes`, ref: `${word}ref` },
        ...(isSecret && { withheld: true }),
      } as Item;
    });
}

const boardArb = fc.record({
  items: fc.tuple(...Array.from({ length: 12 }, (_, at) => itemArb(at))),
  step: fc.nat(60),
  offers: fc.array(fc.tuple(fc.constantFrom(...verdicts), fc.nat(11), fc.constantFrom(...numbers)), { maxLength: 9 }),
  decided: fc.array(fc.tuple(fc.nat(60), fc.nat(11), fc.constantFrom(...verdicts)), { maxLength: 20 }),
});

type Drawn = typeof boardArb extends fc.Arbitrary<infer Value> ? Value : never;

const by = { id: "huong", name: "Hương" };
const scope = { horizon: "week", period: "2026-W48" } as const;

/** A session that talks of everything on the board, public or not. */
function holdSession(board: ShownBoard, drawn: Drawn): void {
  const { doc } = board;
  const plain = board.scope.board(null, []);
  const overlaps = new Map([...plain.overlaps()].map((overlap) => [overlap.key, overlap]));
  type Matter = Parameters<typeof topicIdOf>[0];
  const matters: Matter[] = [
    ...overlaps.values().map((one): Matter => ({ of: "overlap", about: aboutOf(one), severity: one.severity })),
    ...drawn.items.map(({ id }): Matter => ({ of: "lacking", item: id, lacks: [...lackings] })),
    ...drawn.items.map(({ id }): Matter => ({ of: "difficulty", difficulty: `d-${id}` })),
  ];
  const topics = matters.map((matter, order): TopicEntry => ({ ...matter, order, id: topicIdOf(matter) }));
  const topicAt = (at: number) => topics[at % topics.length]?.id ?? "";
  doc.transact(() => {
    openJointSession(doc, { id: "s", scope, opened: { by, atMs: 1 }, topics });
    for (const item of drawn.items) writeAbout(doc, item);
    const offers = drawn.offers.map(([kind, item, n]): Offer => offerOf(kind, drawn.items[item]?.id ?? "", n));
    goToStep(doc, "s", { topic: topicAt(drawn.step), offers, by, atMs: 2 });
    for (const [index, [topic, item, verdict]] of drawn.decided.entries()) {
      const about = drawn.items[item];
      if (!about) continue;
      const change: Change = {
        ...{ item: about.id, title: about.title, field: "venue", before: about.venue, after: about.venue },
      };
      const why = about.withheld ? `${about.title}why` : "vì vậy";
      resolve(doc, "s", {
        id: `line-${index}-x`,
        topic: topicAt(topic),
        verdict,
        changes: [change],
        why,
        by,
        atMs: index,
      });
    }
  });
}

function writeAbout(doc: Y.Doc, { id, title, office }: Item): void {
  const written = { by, atMs: 1 };
  difficultyEntries.put(doc, { id: `d-${id}`, scope, office, item: id, words: `${title}difficulty`, written });
}

function offerOf(kind: Offer["kind"], item: string, n: number): Offer {
  const even = n - (n % 2);
  const when = { horizon: "time", day: monday, startMin: 900 as Minute } as const;
  return {
    kind,
    item,
    when,
    room: `r${even}`,
    party: `person:p${even}`,
    standIn: `post:h${even}`,
    free: { free: 1, of: 2 },
  };
}

/** Whatever only those who may know more may read. */
const secrets = /Qsecret|Q\w+[135]q/;

function everyShow(board: ShownBoard): ScreenShow[] {
  const hands = numbers.map((n) => ({ item: `i${n}`, by: "Lan", over: `day|${monday}` }));
  return screenModes.flatMap((mode) =>
    languages.flatMap((language) =>
      (["day", "half-day"] as const).map((by) => board.show({ mode, language, by }, hands).show),
    ),
  );
}

const linesIn = (show: ScreenShow): readonly Line[] => {
  if (show.of === "programme") return show.parts.flatMap(({ lines }) => lines);
  if (show.of === "today") return [...show.now, ...show.next];
  if (show.of === "overlaps") return show.rows.flatMap(({ a, b }) => (b ? [a, b] : [a]));
  return show.of === "joint" ? show.sides : [];
};

describe("[P9] a screen of a random board", () => {
  test("is never sent a matter, a party, a venue, a note or a decision of what is withheld", () => {
    const met = { hiddenLines: 0, hiddenRows: 0, hiddenSteps: 0, decided: 0 };
    fc.assert(
      fc.property(boardArb, (drawn) => {
        const board = shownBoard({ directory, items: drawn.items });
        const before = everyShow(board);
        holdSession(board, drawn);
        const shows = everyShow(board);
        for (const [at, show] of [...before, ...shows].entries()) {
          const told = withChanges({ show, untilMs: 0 }, before[at % before.length] ?? null, 1).show;
          const text = JSON.stringify(told);
          expect(secrets.exec(text)?.[0]).toBeUndefined();
          const hidden = linesIn(told).filter(({ isWithheld }) => isWithheld);
          met.hiddenLines += hidden.length;
          if (told.of === "overlaps")
            met.hiddenRows += told.rows.filter(({ a, b }) => a.isWithheld || b?.isWithheld).length;
          if (told.of === "joint") met.hiddenSteps += hidden.length;
          if (told.of === "joint" && told.decided) met.decided++;
          for (const { matter, who, where } of hidden)
            expect([["Bận", "Busy", "Occupé"].includes(matter), who, where]).toEqual([true, null, null]);
        }
      }),
      { seed, numRuns: 4 * runs },
    );
    for (const count of Object.values(met)) expect(count).toBeGreaterThan(20);
  });

  test("names nobody and nothing that a withheld item shares with a public one", () => {
    let shared = 0;
    fc.assert(
      fc.property(boardArb, ({ items }) => {
        const { show } = shownBoard({ directory, items }).show({ mode: "overlaps" });
        if (show.of !== "overlaps") return expect.unreachable();
        for (const { a, b, reason } of show.rows) {
          if (!a.isWithheld && !b?.isWithheld) continue;
          shared++;
          expect(reason).toBe(screenWords.vi.withheldReason);
        }
      }),
      { seed, numRuns: 8 * runs },
    );
    expect(shared).toBeGreaterThan(20);
  });

  test("says all of it when nothing is withheld: the tests above see what they look for", () => {
    fc.assert(
      fc.property(boardArb, ({ items, ...rest }) => {
        const opened = items.map(({ withheld: _withheld, ...item }) => item) as Drawn["items"];
        const board = shownBoard({ directory, items: opened });
        holdSession(board, { items: opened, ...rest });
        const isAnySecret = items.some(({ withheld }) => withheld);
        expect(everyShow(board).some((show) => secrets.test(JSON.stringify(show)))).toBe(isAnySecret);
      }),
      { seed, numRuns: runs },
    );
  });
});
