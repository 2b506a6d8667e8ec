import { afterEach, describe, expect, test } from "vitest";
import { addItem, patchItem } from "../../shared/document/item-commands.ts";
import { screenEntries } from "../../shared/document/screens.ts";
import { dayParts } from "../../shared/kit/day.ts";
import type { Minute } from "../../shared/kit/minute.ts";
import type { Item } from "../../shared/model/item.ts";
import type { ProgrammeShow, ScreenView } from "../../shared/protocol/screen-feed.ts";
import type { Tab } from "../../test/world/live-board.ts";
import { liveScene } from "../../test/world/live-scene.ts";
import { plainItem } from "../../test/world/matters.ts";
import { drive, openFeed, pair, post, putScreen, screenEntry, type WallScreen } from "../../test/world/wall-screen.ts";
import { machineClock } from "../observe/clock.ts";
import { momentAt } from "./projection/moment.ts";

const scene = liveScene();
const walls: WallScreen[] = [];
afterEach(() => {
  for (const { socket } of walls.splice(0)) socket.terminate();
});

const { today } = momentAt(machineClock.now());
const programmeName = `hanoi/program/${dayParts(today).year}`;

function opened(cookie: string): WallScreen {
  const wall = openFeed({ board: scene.board, cookie });
  walls.push(wall);
  return wall;
}

/** Hương's desk, and a screen in the hall that she has let in. */
async function hall(more: Parameters<typeof screenEntry>[1] = {}) {
  const directory = scene.keep(await scene.tabOf("huong", { name: "hanoi/directory" }));
  const programme = scene.keep(await scene.tabOf("huong", { name: programmeName }));
  await Promise.all([directory.synced, programme.synced]);
  await putScreen(directory, screenEntry("hall", more));
  const signedIn = await scene.board.signIn("huong");
  const cookie = await pair({ board: scene.board, cookie: signedIn, screen: "hall" });
  return { directory, programme, signedIn, cookie, wall: opened(cookie) };
}

function put(programme: Tab, id: string, more: Partial<Item> = {}) {
  const when = { horizon: "time", day: today, startMin: 840 as Minute } as const;
  programme.doc.transact(() => addItem(programme.doc, plainItem(id, { when, ...more })));
}

const linesOf = ({ show }: ScreenView) =>
  show.of === "programme" ? (show as ProgrammeShow).parts.flatMap(({ lines }) => lines) : [];
const matters = (view: ScreenView) => linesOf(view).map(({ matter }) => matter);

describe("a screen that is let in", () => {
  test("is greeted, shown its week and every change of it, and nothing twice", async () => {
    const { programme, wall } = await hall();
    expect(await wall.until(({ type }) => type === "hello")).toMatchObject({ version: 1, build: "" });
    const first = await wall.shows(() => true);
    expect(first).toMatchObject({ mode: "week", driver: { name: "Trần Thị Hương" }, setting: { name: "Phòng họp 1" } });
    expect(matters(first)).toEqual([]);
    put(programme, "a", { title: "Giao ban" });
    await wall.shows((view) => matters(view).includes("Giao ban"));
    // Far away: nothing that it shows changes.
    put(programme, "b", { title: "Xa", when: { horizon: "quarter", period: `${dayParts(today).year}-Q1` } });
    await programme.saved();
    put(programme, "c", { title: "Sau" });
    await wall.shows((view) => matters(view).includes("Sau"));
    const views = wall.texts.filter((text) => text.startsWith('{"type":"view"'));
    expect(new Set(views.map((text) => text.replace(/"nowMs":\d+/, ""))).size).toBe(views.length);
  });

  test("shows what is chosen from a desk, and what it may not show is blank", async () => {
    const { directory, wall } = await hall({ modes: ["week", "today"] });
    await wall.shows(({ show }) => show.of === "programme");
    drive(directory, "hall", { mode: "today" });
    await wall.shows(({ mode, show }) => mode === "today" && show.of === "today");
    drive(directory, "hall", { mode: "overlaps" });
    await wall.shows(({ mode, show }) => mode === "blank" && show.of === "blank");
    drive(directory, "hall", { mode: "calibrate" });
    await wall.shows(({ show }) => show.of === "calibrate");
    drive(directory, "hall", { mode: "week", by: "half-day", turn: 3 });
    const view = await wall.shows(({ turn }) => turn === 3);
    expect(view.show.of === "programme" && view.show.parts.length).toBe(14);
  });

  test("frozen, it keeps what stood on it, also over a reload; but never what no longer may be said", async () => {
    const { directory, programme, wall, cookie } = await hall();
    put(programme, "a", { title: "Trước" });
    await wall.shows((view) => matters(view).includes("Trước"));
    drive(directory, "hall", { isFrozen: true });
    await wall.shows(({ isFrozen }) => isFrozen);
    put(programme, "b", { title: "Sau" });
    await programme.saved();
    const again = opened(cookie);
    expect(matters(await again.shows(() => true))).toEqual(["Trước"]);
    programme.doc.transact(() => patchItem(programme.doc, "a", { withheld: true }));
    expect((await wall.shows((view) => matters(view).includes("Bận"))).isFrozen).toBe(true);
    drive(directory, "hall", { isFrozen: false });
    await wall.shows((view) => !view.isFrozen && matters(view).includes("Sau"));
  });

  test("is sent its cookie anew with each connection, for the feed alone", async () => {
    const { wall, cookie } = await hall();
    const [renewed = ""] = await wall.renewed;
    expect(renewed.split(";")[0]).toBe(cookie);
    for (const part of ["Path=/screen-feed", "HttpOnly", "SameSite=Strict", "Max-Age=34560000"])
      expect(renewed).toContain(part);
    // It is no sign-in.
    const { status } = await fetch(`${scene.board.url}/api/screens/seen`, { headers: { cookie } });
    expect(status).toBe(401);
  });
});

describe("who is no screen", () => {
  test("without a cookie, with a wrong one, or with a person's, hears nothing but that it is not paired", async () => {
    const person = await scene.board.signIn("huong");
    for (const cookie of ["", `lien-thong-screen=${"x".repeat(32)}`, person]) {
      const wall = opened(cookie);
      expect(await wall.ended).toBe(4401);
      expect(wall.texts).toEqual([]);
    }
  });

  test("a foreign page gets no socket, even with the cookie", async () => {
    const { cookie } = await hall();
    const url = `${scene.board.url.replace("http", "ws")}/screen-feed`;
    const { WebSocket } = await import("ws");
    const socket = new WebSocket(url, { headers: { cookie, origin: "https://elsewhere.example" } });
    const status = await new Promise((resolve) => {
      socket.once("unexpected-response", (_request, response) => resolve(response.statusCode));
      socket.once("error", () => {});
    });
    expect(status).toBe(403);
  });

  test("a screen that says much is cut, and one that says a little is not listened to", async () => {
    const { wall, cookie } = await hall();
    await wall.shows(() => true);
    wall.socket.send('{"type":"view"}');
    wall.socket.send(new Uint8Array([1, 2, 3]));
    const loud = opened(cookie);
    await loud.shows(() => true);
    for (let count = 0; count < 60; count++) loud.socket.send("x");
    expect(await loud.ended).toBe(1006);
    expect(wall.socket.readyState).toBe(wall.socket.OPEN);
    const long = opened(cookie);
    await long.shows(() => true);
    long.socket.send("x".repeat(2_000));
    expect(await long.ended).toBe(1009);
  });
});

describe("revoking", () => {
  test("a screen whose entry is taken away goes blank at once, and its cookie opens nothing any more", async () => {
    const { directory, wall, cookie } = await hall();
    await wall.shows(() => true);
    directory.doc.transact(() => screenEntries.remove(directory.doc, "hall"));
    await wall.until(({ type }) => type === "revoked");
    expect(await wall.ended).toBe(4401);
    const again = opened(cookie);
    expect(await again.ended).toBe(4401);
    // Not by an entry of the same id either: its credential is gone.
    await putScreen(directory, screenEntry("hall"));
    expect(await opened(cookie).ended).toBe(4401);
  });

  test("a screen that was away while it was revoked hears it when it comes", async () => {
    const { directory, wall, cookie } = await hall();
    wall.socket.terminate();
    await wall.ended;
    await scene.restart();
    const desk = scene.keep(await scene.tabOf("huong", { name: "hanoi/directory" }));
    await desk.synced;
    directory.close();
    desk.doc.transact(() => screenEntries.remove(desk.doc, "hall"));
    await desk.saved();
    const again = opened(cookie);
    expect(await again.ended).toBe(4401);
    expect(again.texts.some((text) => text.startsWith('{"type":"view"'))).toBe(false);
  });

  test("a screen that is paired anew keeps its name, and what it had before opens nothing", async () => {
    const { wall, cookie, signedIn } = await hall();
    await wall.shows(() => true);
    const next = await pair({ board: scene.board, cookie: signedIn, screen: "hall" });
    await wall.until(({ type }) => type === "revoked");
    expect(await opened(cookie).ended).toBe(4401);
    expect((await opened(next).shows(() => true)).setting.name).toBe("Phòng họp 1");
  });

  test("a restart revokes nobody: the screen is sent elsewhere, comes back and sees what it saw", async () => {
    const { programme, wall, cookie } = await hall();
    put(programme, "a", { title: "Giao ban" });
    await wall.shows((view) => matters(view).includes("Giao ban"));
    await scene.restart();
    expect(await wall.ended).toBe(1012);
    expect(wall.texts.some((text) => text.includes("revoked"))).toBe(false);
    await opened(cookie).shows((view) => matters(view).includes("Giao ban"));
  });
});

describe("the desk's side of pairing", () => {
  test("only who may drive screens sees what a code stands for and lets it in, and only into a screen that is there", async () => {
    const { signedIn } = await hall();
    const { url } = scene.board;
    const pairing = await (await post(`${url}/api/screens/pairing`, { size: "1920×1080" })).json();
    const claim = (cookie: string, screen: string) =>
      post(`${url}/api/screens/pairing/${pairing.code}/claim`, { screen }, cookie);
    const codeOf = async (answer: Promise<Response>) => (await (await answer).json()).code;
    expect(await codeOf(claim("", "hall"))).toBe("sign-in-needed");
    expect(await codeOf(claim(await scene.board.signIn("khach"), "hall"))).toBe("may-not");
    expect(await codeOf(claim(signedIn, "nowhere"))).toBe("no-such-screen");
    const asked = await fetch(`${url}/api/screens/pairing/${pairing.code.toLowerCase()}`, {
      headers: { cookie: signedIn },
    });
    expect(await asked.json()).toMatchObject({ size: "1920×1080", address: expect.stringMatching(/127\.0\.0\.1/) });
    const token = (secret: string) => post(`${url}/api/screens/pairing/token`, { secret });
    expect(await codeOf(token(pairing.secret))).toBe("authorization-pending");
    expect(await codeOf(token(pairing.secret))).toBe("slow-down");
    expect(await codeOf(token("x".repeat(32)))).toBe("expired-token");
    expect((await claim(signedIn, "hall")).status).toBe(200);
    expect(await codeOf(claim(signedIn, "hall"))).toBe("no-such-code");
  });

  test("who guesses codes has to wait after five, whatever they guess next", async () => {
    const { signedIn } = await hall();
    const codes: string[] = [];
    for (const code of ["BBB-BBB", "BBB-BBC", "BBB-BBD", "BBB-BBF", "nonsense", "BBB-BBG"]) {
      const answer = await fetch(`${scene.board.url}/api/screens/pairing/${code}`, { headers: { cookie: signedIn } });
      codes.push((await answer.json()).code);
    }
    expect(codes).toEqual([...Array(5).fill("no-such-code"), "too-many-tries"]);
  });

  test("the list tells when each screen was last there, and whether it is now", async () => {
    const { directory, wall, signedIn } = await hall();
    await putScreen(directory, screenEntry("never"));
    await wall.shows(() => true);
    const seen = async () => {
      const answer = await fetch(`${scene.board.url}/api/screens/seen`, { headers: { cookie: signedIn } });
      return (await answer.json()).screens;
    };
    const { hall: there, never } = await seen();
    expect([there.isConnected, never]).toEqual([true, undefined]);
    expect(Math.abs(there.seenMs - machineClock.now())).toBeLessThan(60_000);
    wall.socket.close();
    await wall.ended;
    let now = await seen();
    while (now.hall.isConnected) now = await seen();
    expect(now.hall.seenMs).toBeGreaterThanOrEqual(there.seenMs);
    // Also where no screen has made the server read the directory yet.
    directory.close();
    await scene.restart();
    expect(await seen()).toEqual({ hall: now.hall });
  });
});

test("/metrics tells how many screens there are and what they were sent", async () => {
  const { wall } = await hall();
  await wall.shows(() => true);
  const page = await (await fetch(`${scene.board.url}/metrics`)).text();
  expect(page).toMatch(/^lien_thong_screens 1$/m);
  expect(page).toMatch(/^lien_thong_screen_views_total [1-9]\d*$/m);
  expect(page).toMatch(/^lien_thong_screen_shows_total [1-9]\d*$/m);
});
