/** What a screen is sent over time: an idle day, a burst of edits, a line that does not keep up, the night. */
import { describe, expect, test } from "vitest";
import { addItem, writeText } from "../../shared/document/item-commands.ts";
import { screenEntries } from "../../shared/document/screens.ts";
import type { Day } from "../../shared/kit/day.ts";
import type { Minute } from "../../shared/kit/minute.ts";
import { beatMs, viewsPerSecondMax } from "../../shared/protocol/screen-feed.ts";
import { type FeedScene, feedScene, type WallSocket } from "../../test/world/feed-scene.ts";
import { plainItem } from "../../test/world/matters.ts";
import { screenBufferedMax, screenPingMs, screenSilenceMs, screenStalledMs } from "./limits.ts";

const day = "2026-11-24" as Day;
const year = "hanoi/program/2026";
const hourMs = 3_600_000;

function put({ doc }: FeedScene, id: string, more: Parameters<typeof plainItem>[1] = {}) {
  const when = { horizon: "time", day, startMin: 840 as Minute } as const;
  doc(year).transact(() => addItem(doc(year), plainItem(id, { when, ...more })));
}

function retitle({ doc }: FeedScene, id: string, text: string) {
  doc(year).transact(() => writeText(doc(year), id, { field: "title", text }));
}

/** Lets time pass in which the screens answer every ping. */
function pass({ clock }: FeedScene, ms: number, sockets: readonly WallSocket[]) {
  for (let left = ms; left > 0; left -= beatMs) {
    clock.pass(Math.min(beatMs, left));
    for (const socket of sockets) socket.emit("pong");
  }
}

const titleOf = (socket: WallSocket) => {
  const show = socket.views.at(-1)?.show;
  return show && "title" in show ? show.title : (show?.of ?? "");
};

describe("a day of thirty screens", () => {
  test("on which nothing changes: beats, the few views that the clock brings, and nothing that grows", () => {
    const scene = feedScene();
    const modes = ["week", "today", "overlaps"] as const;
    for (let at = 0; at < 30; at++) {
      const mode = modes[at % 3] ?? "week";
      scene.put(`s${at}`, {
        show: { mode, by: "half-day", isFrozen: false, turn: 0, driver: { id: "h", name: "H" }, atMs: 1 },
      });
    }
    put(scene, "a");
    const sockets = Array.from({ length: 30 }, (_, at) => scene.enter(`s${at}`));
    pass(scene, beatMs, sockets);
    const [timers, followed] = [scene.clock.waitingCount, scene.followed()];
    const before = sockets.map(({ views }) => views.length);
    const computedBefore = Number(/screen_shows_total (\d+)/.exec(scene.feed.text())?.[1]);
    pass(scene, 24 * hourMs, sockets);
    expect(sockets.every(({ readyState }) => readyState === 1)).toBe(true);
    expect(Math.abs((sockets[0]?.count("beat") ?? 0) - (24 * hourMs) / beatMs)).toBeLessThan(5);
    // Noon, six o'clock, midnight; for "today" the beginning and the end of its one item.
    const views = sockets.map((socket, at) => socket.views.length - (before[at] ?? 0));
    expect(Math.max(...views)).toBeLessThanOrEqual(4);
    const computed = Number(/screen_shows_total (\d+)/.exec(scene.feed.text())?.[1]) - computedBefore;
    expect(computed).toBeLessThanOrEqual(20);
    expect([scene.clock.waitingCount, scene.followed()]).toEqual([timers, followed]);
    // What it shows is still followed.
    put(scene, "b", { title: "Sau một ngày", when: { horizon: "day", day: "2026-11-26" as Day } });
    pass(scene, beatMs, sockets);
    expect(JSON.stringify(sockets[0]?.views.at(-1))).toContain("Sau một ngày");
    scene.feed.close();
    expect([scene.clock.waitingCount, scene.followed(), sockets[0]?.code]).toEqual([0, 0, 1012]);
  });

  test("over which the week passes: on Monday it shows the next, and follows only that", () => {
    const scene = feedScene();
    scene.put("hall");
    const socket = scene.enter("hall");
    pass(scene, beatMs, [socket]);
    const followed = scene.followed();
    expect(titleOf(socket)).toBe("Chương trình công tác tuần 48");
    pass(scene, 7 * 24 * hourMs, [socket]);
    expect(titleOf(socket)).toBe("Chương trình công tác tuần 49");
    // December's screens also know of sessions about January.
    expect(scene.followed() - followed).toBeLessThanOrEqual(1);
    scene.feed.close();
    expect(scene.followed()).toBe(0);
  });

  test("when the last has gone, nothing is followed any more after a while", () => {
    const scene = feedScene();
    scene.put("hall");
    const socket = scene.enter("hall");
    pass(scene, beatMs, [socket]);
    expect(scene.followed()).toBeGreaterThan(0);
    socket.terminate();
    scene.clock.pass(3 * 60_000);
    expect(scene.followed()).toBe(0);
    scene.feed.close();
  });
});

describe("a screen's line", () => {
  test("gets ten views a second at most, and the last of them is what is so", () => {
    const scene = feedScene();
    scene.put("hall");
    put(scene, "a");
    const socket = scene.enter("hall");
    pass(scene, 2_000, [socket]);
    const before = socket.views.length;
    for (let edit = 0; edit < 500; edit++) {
      retitle(scene, "a", `Lần ${edit}`);
      scene.clock.pass(4);
    }
    pass(scene, 1_000, [socket]);
    const views = socket.views.slice(before);
    expect(views.length).toBeGreaterThan(15);
    expect(views.length).toBeLessThanOrEqual(2 * viewsPerSecondMax + 2);
    expect(JSON.stringify(views.at(-1))).toContain("Lần 499");
    scene.feed.close();
  });

  test("that does not keep up is left out until there is room, then shown what is so now; for long, it is cut", () => {
    const scene = feedScene();
    scene.put("hall");
    put(scene, "a");
    const [slow, dead] = [scene.enter("hall"), scene.enter("hall")];
    pass(scene, beatMs, [slow, dead]);
    const before = slow.views.length;
    for (const socket of [slow, dead]) socket.bufferedAmount = screenBufferedMax + 1;
    for (const text of ["một", "hai", "ba"]) {
      retitle(scene, "a", text);
      pass(scene, beatMs, [slow, dead]);
    }
    expect(slow.views.length).toBe(before);
    slow.bufferedAmount = 0;
    pass(scene, 2 * beatMs, [slow, dead]);
    expect(slow.views.slice(before).map((view) => JSON.stringify(view).includes('"ba"'))).toEqual([true]);
    pass(scene, screenStalledMs, [slow, dead]);
    expect([slow.code, dead.code]).toEqual([null, 1006]);
    scene.feed.close();
  });

  test("that answers no ping is cut; one that answers stays", () => {
    const scene = feedScene();
    scene.put("hall");
    const [living, dead] = [scene.enter("hall"), scene.enter("hall")];
    pass(scene, screenSilenceMs + 2 * beatMs, [living]);
    expect([living.code, dead.code]).toEqual([null, 1006]);
    expect(living.pingCount).toBeGreaterThanOrEqual(Math.floor(screenSilenceMs / (screenPingMs + beatMs)));
    scene.feed.close();
  });

  test("of a screen that opens page after page is closed, the oldest first", () => {
    const scene = feedScene();
    scene.put("hall");
    const sockets = Array.from({ length: 6 }, () => scene.enter("hall"));
    expect(sockets.map(({ code }) => code)).toEqual([1012, 1012, null, null, null, null]);
    scene.feed.close();
  });
});

test("in its night a screen is blank, to the minute; what is chosen then is shown, until the next night", () => {
  const scene = feedScene();
  const night = { fromMin: 22 * 60, toMin: 6 * 60 };
  scene.put("hall", { night });
  const socket = scene.enter("hall");
  pass(scene, beatMs, [socket]);
  const at = (hour: number) => Date.UTC(2026, 10, 24, hour - 7);
  const passTo = (ms: number) => pass(scene, ms - scene.clock.now(), [socket]);
  passTo(at(22) - 1_000);
  expect(socket.views.at(-1)?.mode).toBe("week");
  passTo(at(22) + 1_000);
  expect(socket.views.at(-1)).toMatchObject({ mode: "blank", show: { of: "blank" } });
  const show = { mode: "week", by: "day", isFrozen: false, turn: 0, driver: { id: "h", name: "H" } } as const;
  scene.put("hall", { night, show: { ...show, atMs: scene.clock.now() } });
  passTo(at(23));
  expect(socket.views.at(-1)?.mode).toBe("week");
  passTo(at(46) + 1_000);
  expect(socket.views.at(-1)?.mode).toBe("blank");
  passTo(at(54) + 1_000);
  expect(socket.views.at(-1)?.mode).toBe("week");
  scene.feed.close();
});

test("a screen whose entry is there but cannot be read is not revoked: it keeps what it shows", async () => {
  const scene = feedScene();
  scene.put("hall");
  const socket = scene.enter("hall");
  pass(scene, beatMs, [socket]);
  const views = socket.views.length;
  const directory = scene.doc("hanoi/directory");
  directory.transact(() => screenEntries.mapOf(directory).get("hall")?.set("distance", "far"));
  pass(scene, beatMs, [socket]);
  await Promise.resolve();
  expect([socket.count("revoked"), socket.code, socket.views.length]).toEqual([0, null, views]);
  directory.transact(() => screenEntries.remove(directory, "hall"));
  pass(scene, beatMs, [socket]);
  expect([socket.count("revoked"), socket.code]).toEqual([1, 4401]);
  scene.feed.close();
});
