import { describe, expect, test } from "vitest";
import type { ScreenFrame } from "../../shared/protocol/screen-feed.ts";
import { HandClock } from "../../test/world/hand-clock.ts";
import { noon, shows, viewFrame, viewOf } from "../../test/world/screen-views.ts";
import { renewEveryMs, silentMs } from "./feed.ts";
import { makeFeedLine } from "./feed-line.ts";

type Socket = {
  says(frame: ScreenFrame | string): void;
  breaks(code?: number): void;
  readonly isClosed: () => boolean;
};

const hello = (build = "one", version = 1): ScreenFrame => ({ type: "hello", version, build, nowMs: noon });
const beat: ScreenFrame = { type: "beat", nowMs: noon };
const view = viewFrame(viewOf(shows.programme));

/** A line on a clock moved by hand, with sockets that the test speaks for. */
function lineOfOwn(own = "one") {
  const clock = new HandClock();
  const sockets: Socket[] = [];
  const states: string[] = [];
  const heard: ScreenFrame["type"][] = [];
  const reloads: string[] = [];
  let forgotten = 0;
  let isServerThere = true;
  let lastRenewal: { build: string; atMs: number } | null = null;
  const line = makeFeedLine({
    open({ onFrame, onLost }) {
      let isClosed = false;
      sockets.push({
        says: (frame) => onFrame(typeof frame === "string" ? frame : JSON.stringify(frame)),
        breaks: (code = 1006) => onLost(code),
        isClosed: () => isClosed,
      });
      return () => {
        isClosed = true;
      };
    },
    isAlive: async () => isServerThere,
    mayRenew: (build) =>
      build !== own && !(lastRenewal?.build === build && clock.now() - lastRenewal.atMs < renewEveryMs),
    reload(build) {
      lastRenewal = { build, atMs: clock.now() };
      reloads.push(build);
    },
    later: (ms, act) => clock.after(ms, act),
    between: (_least, below) => below - 1,
    told: {
      state: ({ at }) => states.push(at),
      frame: ({ type }) => heard.push(type),
      forget: () => {
        forgotten += 1;
      },
    },
  });
  const socket = () => {
    const last = sockets.at(-1);
    if (!last) throw new Error("no socket was opened");
    return last;
  };
  return {
    clock,
    line,
    sockets,
    states,
    heard,
    reloads,
    socket,
    forgotten: () => forgotten,
    serverIsThere: (is: boolean) => {
      isServerThere = is;
    },
  };
}

/** Lets what was promised come true. */
const settled = () => Promise.resolve().then(() => undefined);

describe("a screen's line", () => {
  test("is told everything that was understood, in order; what is no frame is passed over", () => {
    const { socket, heard, states } = lineOfOwn();
    socket().says(hello());
    for (const rubbish of ["", "{", "null", "7", '{"type":"reboot"}']) socket().says(rubbish);
    socket().says(view);
    socket().says(beat);
    expect(heard).toEqual(["hello", "view", "beat"]);
    expect(states.at(-1)).toBe("live");
  });

  test("that breaks is opened again, later each time, and at once when the machine wakes", () => {
    const { clock, socket, sockets, line } = lineOfOwn();
    socket().says(hello());
    socket().breaks();
    clock.pass(998);
    expect(sockets).toHaveLength(1);
    clock.pass(1);
    expect(sockets).toHaveLength(2);
    socket().breaks();
    clock.pass(1_998);
    expect(sockets).toHaveLength(2);
    clock.pass(1);
    expect(sockets).toHaveLength(3);
    socket().breaks();
    line.woken();
    expect(sockets).toHaveLength(4);
    // The try that was waited for is not made a second time.
    clock.pass(60_000);
    expect(sockets.filter((one) => !one.isClosed()).length).toBeLessThanOrEqual(1);
  });

  test("that only looks open is given up after ten seconds of silence; a beat is enough to keep it", () => {
    const { clock, socket, sockets } = lineOfOwn();
    socket().says(hello());
    for (let beats = 0; beats < 50; beats++) {
      clock.pass(4_000);
      socket().says(beat);
    }
    expect(sockets).toHaveLength(1);
    clock.pass(silentMs);
    expect(sockets[0]?.isClosed()).toBe(true);
    clock.pass(1_000);
    expect(sockets).toHaveLength(2);
    // Neither does one hang that never opens.
    clock.pass(silentMs + 2_000);
    expect(sockets).toHaveLength(3);
  });

  test("that was given up says nothing any more", () => {
    const { clock, socket, sockets, heard } = lineOfOwn();
    socket().says(hello());
    clock.pass(silentMs);
    sockets[0]?.says(view);
    sockets[0]?.breaks();
    expect(heard).toEqual(["hello"]);
    expect(sockets).toHaveLength(1);
  });

  test("of a screen that is no longer paired closes, forgets, and waits for a code to be claimed", () => {
    for (const end of ["frame", "code"] as const) {
      const { clock, socket, sockets, states, forgotten, line } = lineOfOwn();
      socket().says(hello());
      socket().says(view);
      if (end === "frame") socket().says({ type: "revoked" });
      else socket().breaks(4401);
      expect(states.at(-1)).toBe("unpaired");
      expect(forgotten()).toBe(1);
      expect(sockets[0]?.isClosed() || end === "code").toBe(true);
      clock.pass(3_600_000);
      line.woken();
      expect(sockets).toHaveLength(1);
      line.paired();
      socket().says(hello());
      expect(states.at(-1)).toBe("live");
    }
  });

  test("of a restart forgets nothing", () => {
    const { socket, forgotten } = lineOfOwn();
    socket().says(hello());
    for (const code of [1000, 1001, 1006, 1011, 1012, 1013, 4400, 4403, 4429]) {
      socket().breaks(code);
      expect(forgotten()).toBe(0);
    }
  });
});

describe("a new build", () => {
  test("is loaded once the server answers, and not before", async () => {
    const { clock, socket, reloads, serverIsThere } = lineOfOwn();
    serverIsThere(false);
    socket().says(hello("two"));
    clock.pass(5_000);
    await settled();
    expect(reloads).toEqual([]);
    socket().breaks();
    clock.pass(1_000);
    serverIsThere(true);
    socket().says(hello("two"));
    clock.pass(5_000);
    await settled();
    expect(reloads).toEqual(["two"]);
  });

  test("that did not come with the reload is not loaded in a loop: the screen goes on with what it has", async () => {
    const { clock, socket, reloads, heard } = lineOfOwn();
    for (let restarts = 0; restarts < 20; restarts++) {
      socket().says(hello("two"));
      clock.pass(4_999);
      await settled();
      socket().says(view);
      socket().breaks();
      clock.pass(1_000);
    }
    expect(reloads).toEqual(["two"]);
    expect(heard.filter((type) => type === "view")).toHaveLength(20);
    clock.pass(renewEveryMs);
    socket().breaks();
    clock.pass(8_000);
    socket().says(hello("two"));
    clock.pass(4_999);
    await settled();
    expect(reloads).toEqual(["two", "two"]);
  });

  test("of another version cannot be understood: it counts as silence, so that the screen says how old it is", () => {
    const { clock, socket, heard, sockets } = lineOfOwn();
    socket().says(hello("one", 99));
    expect(heard).toEqual([]);
    clock.pass(silentMs + 1_000);
    expect(sockets.length).toBeGreaterThan(1);
  });

  test("nothing is left running once the line is stopped", () => {
    const { clock, socket, line } = lineOfOwn();
    socket().says(hello("two"));
    socket().breaks();
    line.stop();
    expect(clock.waitingCount).toBe(0);
  });
});
