import { afterAll, beforeAll, expect, test } from "vitest";
import { addItem } from "../../shared/document/item-commands.ts";
import { closeJointSession, openJointSession, resolve } from "../../shared/document/joint-sessions.ts";
import { directoryUpdate } from "../../shared/document/whole-update.ts";
import { changesOf } from "../../shared/rules/resolving.ts";
import { writeFirstContent } from "../../test/world/first-content.ts";
import { type LiveBoard, openTab, startBoard, temporaryDir } from "../../test/world/live-board.ts";
import { city, item } from "../../test/world/small-city.ts";
import { unzip } from "../../test/world/unzip.ts";

const lan = { id: "lan", name: "Nguyễn Thị Lan" };
const items = [
  item("open", "08:00", { title: "Họp giao ban", status: "registered" }),
  { ...item("secret", "09:00", { title: "Việc mật", status: "registered" as const }), withheld: true },
];

const topicOf = (id: string) => `topic0${id}`;

let dir: ReturnType<typeof temporaryDir>;
let board: LiveBoard;
beforeAll(async () => {
  dir = temporaryDir();
  await writeFirstContent(dir.path, [{ name: "hanoi/directory", update: directoryUpdate(city) }]);
  board = await startBoard({ dataDir: dir.path });
  const tab = openTab({ board, cookie: await board.signIn("lan") });
  await tab.synced;
  tab.doc.transact(() => {
    for (const one of items) addItem(tab.doc, one);
    openJointSession(tab.doc, {
      ...{ id: "s", scope: { horizon: "week", period: "2026-W48" }, opened: { by: lan, atMs: 1 } },
      topics: items.map(({ id }, order) => ({ id: topicOf(id), of: "late", order, item: id })),
    });
    for (const one of items) {
      const changes = changesOf([{ id: one.id, set: { status: "postponed" } }], () => one);
      resolve(tab.doc, "s", {
        id: `line-${one.id}`,
        topic: topicOf(one.id),
        verdict: "postpone",
        changes,
        by: lan,
        atMs: 2,
      });
    }
    closeJointSession(tab.doc, "s", { by: lan, atMs: 3, open: [] });
  });
  await tab.saved();
  tab.close();
});
afterAll(async () => {
  await board.stop();
  dir.remove();
});

const path = "/api/joint-sessions/2026/s/minutes";
async function get(where: string, person: string | null = "lan", headers: Record<string, string> = {}) {
  const cookie = person === null ? {} : { cookie: await board.signIn(person) };
  return fetch(board.url + where, { headers: { ...cookie, ...headers } });
}

test("minutes are for those who are signed in", async () => {
  for (const file of ["json", "docx"]) expect((await get(`${path}.${file}`, null)).status).toBe(401);
});

test("as data they tell what was decided; of what is withheld only that somebody is busy", async () => {
  const answer = await get(`${path}.json`);
  expect(answer.headers.get("cache-control")).toBe("private, no-store");
  const text = await answer.text();
  expect(JSON.parse(text)).toMatchObject({
    ...{ id: "s", opened: { by: lan.name }, closed: { atMs: 3 } },
    decisions: [{ verdict: "postpone", by: lan.name }, { changes: [{ matter: { title: null, isWithheld: true } }] }],
  });
  expect(text).toContain("Họp giao ban");
  expect(text).not.toContain("Việc mật");
});

test("[P9] who edits may ask for what is withheld; a guest asks in vain", async () => {
  expect(await (await get(`${path}.json?withheld=show`)).text()).toContain("Việc mật");
  expect(await (await get(`${path}.json?withheld=show`, "khach")).text()).not.toContain("Việc mật");
  const docx = async (query: string, person = "lan") => {
    const answer = await get(`${path}.docx${query}`, person);
    return [...unzip(new Uint8Array(await answer.arrayBuffer())).values()].join();
  };
  expect(await docx("")).toContain("Bận");
  expect(await docx("")).not.toContain("Việc mật");
  expect(await docx("?withheld=show")).toContain("Việc mật");
  expect(await docx("?withheld=show", "khach")).not.toContain("Việc mật");
});

test("as a document they are in the language asked for, under a name that says what they are", async () => {
  const answer = await get(`${path}.docx?language=fr`, "lan", { "accept-language": "en" });
  expect(answer.headers.get("content-disposition")).toContain("bien-ban-hop-chung-2026-W48.docx");
  const words = unzip(new Uint8Array(await answer.arrayBuffer())).get("word/document.xml");
  expect(words).toContain("PROCÈS-VERBAL");
  const english = await get(`${path}.docx`, "lan", { "accept-language": "en" });
  expect(unzip(new Uint8Array(await english.arrayBuffer())).get("word/document.xml")).toContain("MINUTES");
});

test("a session that is not there, a year that no programme has, another file: nothing is there", async () => {
  for (const where of ["2026/x/minutes.json", "1026/s/minutes.json", "abcd/s/minutes.docx", "2026/s/minutes.pdf"])
    expect((await get(`/api/joint-sessions/${where}`)).status, where).toBe(404);
});
