/** [P9] On the wire: what a screen hears while people work on what it may not show. */
import { afterEach, expect, test } from "vitest";
import { difficultyEntries } from "../../shared/document/difficulties.ts";
import { putEntry, readDirectory } from "../../shared/document/directory-codec.ts";
import { addItem, patchItem, removeItem, setParty, writeText } from "../../shared/document/item-commands.ts";
import { goToStep, openJointSession, resolve, type TopicEntry } from "../../shared/document/joint-sessions.ts";
import { dayParts } from "../../shared/kit/day.ts";
import type { Minute } from "../../shared/kit/minute.ts";
import { weekOf } from "../../shared/kit/week.ts";
import type { Item } from "../../shared/model/item.ts";
import { languages, type ScreenMode, screenModes } from "../../shared/model/screen.ts";
import { topicIdOf } from "../../shared/rules/agenda.ts";
import { createOverlapIndex } from "../../shared/rules/overlap-index.ts";
import { aboutOf } from "../../shared/rules/settling.ts";
import type { Tab } from "../../test/world/live-board.ts";
import { liveScene } from "../../test/world/live-scene.ts";
import { plainItem } from "../../test/world/matters.ts";
import {
  drive,
  huongDrives,
  openFeed,
  pair,
  putScreen,
  screenEntry,
  type WallScreen,
} from "../../test/world/wall-screen.ts";
import { machineClock } from "../observe/clock.ts";
import { momentAt } from "./projection/moment.ts";

const scene = liveScene();
let wall: WallScreen | null = null;
afterEach(() => wall?.socket.terminate());

const { today } = momentAt(machineClock.now());
const { year, week } = weekOf(today);
const scope = { horizon: "week", period: `${year}-W${String(week).padStart(2, "0")}` } as const;
const hour = (startMin: number) => ({ horizon: "time", day: today, startMin: startMin as Minute }) as const;

/** Words that nobody but those on the board may read. */
const secret = /Qkín\d*q/;

const hidden = (id: string, more: Partial<Item> = {}) =>
  plainItem(id, {
    ...{ title: "Qkín1q gặp riêng", when: hour(540), venue: { text: "Qkín2q" }, notes: "Qkín3q", withheld: true },
    parties: {
      "person:an": { role: "chair" },
      "person:secret": { role: "attend" },
      "text:Qkín4q": { role: "invited" },
    },
    ...more,
  });

async function deskAndWall() {
  const directory = scene.keep(await scene.tabOf("huong", { name: "hanoi/directory" }));
  const programme = scene.keep(await scene.tabOf("huong", { name: `hanoi/program/${dayParts(today).year}` }));
  await Promise.all([directory.synced, programme.synced]);
  directory.doc.transact(() => {
    putEntry(directory.doc, "persons", { id: "an", name: "Hoàng Minh An", aliases: [] });
    putEntry(directory.doc, "persons", { id: "secret", name: "Qkín5q", aliases: [] });
    putEntry(directory.doc, "rooms", { id: "r1", name: "Phòng họp 1", aliases: [] });
    putEntry(directory.doc, "rooms", { id: "r2", name: "Qkín6q", aliases: [] });
  });
  const open = plainItem("open", {
    ...{ title: "Họp công khai", when: hour(560), venue: { room: "r1" } },
    parties: { "person:an": { role: "chair" } },
  });
  programme.doc.transact(() => {
    addItem(programme.doc, open);
    addItem(programme.doc, hidden("a"));
  });
  await putScreen(directory, screenEntry("hall"));
  const cookie = await pair({ board: scene.board, cookie: await scene.board.signIn("huong"), screen: "hall" });
  wall = openFeed({ board: scene.board, cookie });
  await wall.shows(() => true);
  return { directory, programme, wall, open };
}

/** A session is one that goes on by the server's own clock. */
const beganMs = machineClock.now();
const atMs = (afterMs: number) => beganMs + afterMs;

/** A joint session that stands at the overlap of the two, and has decided about both. */
function meet({ directory, programme, open }: { directory: Tab; programme: Tab; open: Item }) {
  const index = createOverlapIndex(readDirectory(directory.doc));
  index.build([open, hidden("a")]);
  const [overlap = expect.fail("no overlap")] = index.of("open");
  const matter = { of: "overlap", about: aboutOf(overlap), severity: "error" } as const;
  const spoken = { of: "difficulty", difficulty: "d" } as const;
  const topics = [matter, spoken].map((one, order): TopicEntry => ({ ...one, order, id: topicIdOf(one) }));
  const [first, second] = topics;
  if (!first || !second) return expect.fail("no topics");
  const by = huongDrives;
  programme.doc.transact(() => {
    openJointSession(programme.doc, { id: "s", scope, opened: { by, atMs: atMs(1) }, topics });
    const about = { scope, office: "party", item: "a", words: "Qkín7q", written: { by, atMs: atMs(1) } } as const;
    difficultyEntries.put(programme.doc, { id: "d", ...about });
    const change = { item: "a", title: "Qkín1q", field: "venue", before: { text: "Qkín2q" } } as const;
    const line = { topic: first.id, verdict: "accept", changes: [change], why: "Qkín8q", by, atMs: atMs(2) } as const;
    resolve(programme.doc, "s", { id: "line-one", ...line, changes: [change] });
    const offers = [{ kind: "proxy", item: "open", party: "person:an", standIn: "person:secret" } as const];
    goToStep(programme.doc, "s", { topic: first.id, offers: [...offers], taking: 1, by, atMs: atMs(3) });
  });
  return { first, second, by };
}

test("[P9] in no mode and no language, through edits of every field and a joint session, does a frame hold a withheld word", async () => {
  const scene = await deskAndWall();
  const { directory, programme, wall } = scene;
  const { doc } = programme;
  const { second, by } = meet(scene);
  const edits: (() => void)[] = [
    () => writeText(doc, "a", { field: "title", text: "Qkín9q đổi tên" }),
    () => writeText(doc, "a", { field: "notes", text: "Qkín10q" }),
    () => patchItem(doc, "a", { venue: { room: "r2", assembly: "Qkín11q" } }),
    () => setParty(doc, "a", { ref: "text:Qkín12q", as: { role: "chair" } }),
    () => patchItem(doc, "a", { when: hour(570) }),
    () => addItem(doc, hidden("b", { when: { horizon: "session", day: today, session: "morning" } })),
    () => goToStep(doc, "s", { topic: second.id, offers: [], by, atMs: atMs(4) }),
    () => removeItem(doc, "b"),
  ];
  let views = 0;
  for (const [at, mode] of [...screenModes, ...screenModes].entries()) {
    const language = languages[at % languages.length] ?? "vi";
    await putScreen(directory, screenEntry("hall", { language }));
    drive(directory, "hall", { mode, by: at % 2 === 0 ? "day" : "half-day", turn: at + 1 });
    await wall.shows(({ turn }) => turn === at + 1);
    for (const edit of edits.slice(at % 2 === 0 ? 0 : 4, at % 2 === 0 ? 4 : 8)) {
      doc.transact(edit);
      await programme.saved();
    }
    views = wall.texts.length;
  }
  drive(directory, "hall", { mode: "week", turn: 99 });
  const last = await wall.shows(({ turn, show }) => turn === 99 && show.of === "programme");
  const lines = last.show.of === "programme" ? last.show.parts.flatMap(({ lines: some }) => some) : [];
  // It was there all the time, as somebody who is busy.
  expect(lines.filter(({ isWithheld }) => isWithheld).map(({ who, where }) => [who, where])).toEqual([[null, null]]);
  expect(views).toBeGreaterThan(2 * screenModes.length);
  const shown = new Set<ScreenMode | undefined>(
    wall.texts.map((text) => /"mode":"([\w-]+)"/.exec(text)?.[1] as ScreenMode),
  );
  for (const mode of screenModes) expect(shown).toContain(mode);
  expect(wall.texts.some((text) => text.includes('"of":"joint"') && text.includes('"isWithheld":true'))).toBe(true);
  expect(wall.texts.find((text) => secret.test(text))).toBeUndefined();
  // What is looked for is there to be found: once it may be said, it is.
  doc.transact(() => patchItem(doc, "a", { withheld: undefined }));
  await wall.shows((view) => secret.test(JSON.stringify(view)));
});

test("[P9] what a screen may not show at all is not sent either, however it is driven", async () => {
  const { directory, programme, wall } = await deskAndWall();
  await putScreen(directory, screenEntry("hall", { modes: ["today"] }));
  for (const [at, mode] of (["week", "overlaps", "session"] as const).entries()) {
    drive(directory, "hall", { mode, turn: at + 1 });
    const view = await wall.shows(({ turn }) => turn === at + 1);
    expect([view.mode, view.show]).toEqual(["blank", { of: "blank" }]);
  }
  const before = wall.texts.length;
  programme.doc.transact(() => writeText(programme.doc, "open", { field: "title", text: "Họp mới" }));
  await programme.saved();
  drive(directory, "hall", { mode: "today", turn: 9 });
  await wall.shows(({ turn }) => turn === 9);
  // Nothing came of the edit while it was blank.
  expect(wall.texts.slice(before).filter((text) => text.includes('"type":"view"'))).toHaveLength(1);
});
