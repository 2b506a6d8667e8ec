import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import type { ScreenShow } from "../../shared/protocol/screen-feed.ts";
import { useFlowWorld } from "../world/flow-world.ts";
import { afternoon, line, noon, shows, step, viewOf, week } from "../world/screen-views.ts";
import { tellScreen } from "../world/told-screen.ts";

const world = useFlowWorld();

async function wall(build?: string) {
  const { page } = await world.comes();
  await page.setViewportSize({ width: 1920, height: 1080 });
  return tellScreen(page, build);
}

/** Letters are there, and a new size of the window has been taken in, which comes with the frame after it. */
async function isDrawn(): Promise<void> {
  await document.fonts.ready;
  for (let frames = 0; frames < 3; frames++) await new Promise(requestAnimationFrame);
}

/** What is wrong with the picture as it stands: letters too small or too close, something cut, something outside its room. */
function faultsOf(k: number): string[] {
  const body = (9 * k * innerHeight) / 1080;
  const faults: string[] = [];
  const name = (element: Element) => `${element.className} “${element.textContent?.slice(0, 30)}”`;
  const room = document.querySelector(".room")?.getBoundingClientRect();
  for (const element of document.querySelectorAll(".top *, .page *, .foot *")) {
    const hasText = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
    const box = element.getBoundingClientRect();
    if (!hasText || box.width === 0) continue;
    const style = getComputedStyle(element);
    const size = Number.parseFloat(style.fontSize);
    if (size < body * 0.8 - 0.1) faults.push(`smaller than 16′: ${name(element)} ${size}`);
    const leading = Number.parseFloat(style.lineHeight) / size;
    if (leading < 1.395 && !element.matches(".offer-number")) faults.push(`set too close: ${name(element)} ${leading}`);
    const isKept = element.closest(".line-hour, .line-who, .line-where, .side-hour, .reason, .offer, .heading, .flag");
    if (!isKept || !room) continue;
    const isOutside = box.left < room.left - 1 || box.right > room.right + 1 || box.bottom > room.bottom + 1;
    const isCut = element.scrollWidth > element.clientWidth + 1 && style.display !== "inline";
    if (isOutside || isCut) faults.push(`cut: ${name(element)}`);
  }
  for (const element of document.querySelectorAll(".line-matter, .line-hour, .side-matter, .offer")) {
    const size = Number.parseFloat(getComputedStyle(element).fontSize);
    const least = element.matches(".offer") ? 0.8 : 1;
    if (size < body * least - 0.1) faults.push(`body smaller than 20′: ${name(element)} ${size}`);
  }
  return faults;
}

describe("what is read from the last row", () => {
  const sizes = [
    [1920, 1080],
    [3840, 2160],
    [1366, 768],
  ] as const;

  test.each([3, 4, 5, 6, 8, 10])(
    "at %s heights of the picture nothing is small, close or cut, in any mode",
    async (k) => {
      const screen = await wall();
      let looked = 0;
      for (const [width, height] of sizes) {
        await screen.page.setViewportSize({ width, height });
        for (const [name, show] of Object.entries(shows) as [string, ScreenShow][]) {
          if (name === "blank" || name === "calibrate") continue;
          for (const language of ["vi", "fr"] as const) {
            screen.shows(viewOf(show, { setting: { distance: k, language, theme: k % 2 ? "dark" : "light" } }));
            await screen.page.locator(`.stage[data-language=${language}] .page > *`).first().waitFor();
            await screen.page.evaluate(isDrawn);
            expect(await screen.page.evaluate(faultsOf, k), `${name} ${language} ${width}`).toEqual([]);
            looked += 1;
          }
        }
      }
      expect(looked).toBe(sizes.length * 5 * 2);
    },
  );

  test.each([8, 10])("at %s heights every line of the day is on a page, once, and whole", async (distance) => {
    const screen = await wall();
    const { page } = screen;
    const show = { ...week(7), parts: week(7).parts.slice(1, 2) };
    screen.shows(viewOf(show, { setting: { distance } }));
    await page.locator(".line").first().waitFor();
    await page.evaluate(isDrawn);
    const [, count = "0"] =
      /(\d+)$/.exec((await page.locator(".foot").innerText()).match(/\d+ \/ \d+/)?.[0] ?? "") ?? [];
    const matters: string[] = [];
    await page.keyboard.press("Home");
    for (let at = 1; at <= Number(count); at++) {
      if (at > 1) await page.keyboard.press("ArrowRight");
      await page.locator(".foot", { hasText: `${at} / ${count}` }).waitFor();
      matters.push(...(await page.locator(".page .line-matter").allInnerTexts()));
      expect(await page.evaluate(faultsOf, distance), `page ${at}`).toEqual([]);
    }
    expect(matters).toEqual(afternoon.map(({ matter }) => matter));
    expect(Number(count)).toBeGreaterThan(2);
  });
});

/** From here on the page's time stands still but for what a test lets pass: a busy machine takes none of it. */
async function holdTime(page: Page): Promise<void> {
  const nowMs = await page.evaluate(() => Date.now());
  // A time that is over cannot be stopped at.
  await page.clock.pauseAt(nowMs + 10_000);
}

describe("time on the wall", () => {
  test("pages go on by themselves, and a hand at a desk or at the screen turns them", async () => {
    const { page } = await world.comes();
    await page.clock.install();
    const screen = await tellScreen(page);
    screen.shows(viewOf(week(12), { turn: 5 }));
    const at = (number: number) => page.locator(".foot", { hasText: `${number} / ` }).waitFor();
    const title = page.locator(".top-title");
    await title.filter({ hasText: "Thứ Hai 23/11 · Chiều" }).waitFor();
    const first = Number(/(\d+) \//.exec(await page.locator(".foot").innerText())?.[1]);
    await page.clock.runFor(26_000);
    await at(first + 1);
    screen.shows(viewOf(week(12), { turn: 4 }));
    await at(first);
    // A page chosen by hand rests for a minute.
    await page.clock.runFor(50_000);
    await at(first);
    await page.clock.runFor(11_000);
    await at(first + 1);
    await page.keyboard.press("Enter");
    await page.getByText("Giữ trang").waitFor();
    await page.clock.runFor(200_000);
    await at(first + 1);
    screen.shows(viewOf(week(12), { turn: 4, isFrozen: true }));
    await page.getByText("Đứng hình").waitFor();
    await page.keyboard.press("ArrowRight");
    await page.clock.runFor(60_000);
    await at(first + 1);
  });

  test("a change is turned to and flashes old → new for five seconds; of another week nothing flashes", async () => {
    const { page } = await world.comes();
    await page.clock.install();
    const screen = await tellScreen(page);
    const moved = (hour: string) => {
      const show = week(12);
      const parts = show.parts.map((part, at) =>
        at === 8 ? { ...part, lines: part.lines.map((one, row) => (row === 11 ? { ...one, hour } : one)) } : part,
      );
      return { ...show, parts };
    };
    screen.shows(viewOf(moved("11:30")));
    await page.locator(".top-title", { hasText: "Thứ Hai" }).waitFor();
    await holdTime(page);
    screen.shows(viewOf(moved("16:45")));
    const changed = page.locator(".page .line[data-flash]");
    while ((await changed.count()) === 0) await page.clock.runFor(20);
    expect(await changed.count()).toBe(1);
    expect(await changed.locator(".line-hour").innerText()).toMatch(/11:30\s*16:45/);
    expect(await page.locator(".top-title").innerText()).toBe("Thứ Sáu 27/11 · Sáng");
    await page.clock.runFor(4_900);
    expect(await changed.count()).toBe(1);
    await page.clock.runFor(200);
    await changed.waitFor({ state: "detached" });
    await page.clock.resume();
    expect(await page.locator(".page .line-hour").allInnerTexts()).toContain("16:45");
    screen.shows(viewOf({ ...week(3), title: "Chương trình công tác tuần 49" }));
    await page.locator(".top-subtitle", { hasText: "tuần 49" }).waitFor();
    expect(await changed.count()).toBe(0);
  });

  test("what somebody in the session holds is a dashed line under it, not a fact", async () => {
    const screen = await wall();
    const ghost = { by: "Hương", hour: "16:30", reason: "P. họp 1 trống" };
    const lines = [line({ key: "a" }), line({ key: "b", ghost })];
    const show = { ...week(0), parts: [{ key: "mon", title: "Thứ Hai", day: "2026-11-23", lines }], now: 0 };
    screen.shows(viewOf(show));
    const drawn = screen.page.locator(".page .line-ghost");
    await drawn.waitFor();
    expect(await drawn.innerText()).toBe("Hương đang dời sang 16:30 · P. họp 1 trống");
    expect(await screen.page.locator(".page .line").nth(1).locator(".line-hour").innerText()).toBe("08:00");
  });

  test("at night it is dark; black is black", async () => {
    const screen = await wall();
    screen.shows(viewOf(shows.programme));
    await screen.page.locator(".page .line").first().waitFor();
    const night = { fromMin: 13 * 60, toMin: 14 * 60 };
    screen.shows(viewOf(shows.programme, { setting: { night }, driver: { name: "Hương", atMs: noon - 7_200_000 } }));
    await screen.page.locator(".stage[data-dark]").waitFor({ state: "attached" });
    expect(await screen.page.locator(".page").isVisible()).toBe(false);
    screen.shows(viewOf(shows.programme));
    await screen.page.locator(".page .line").first().waitFor();
    screen.shows(viewOf(shows.blank));
    await screen.page.locator(".page .line").first().waitFor({ state: "hidden" });
    expect(await screen.page.locator(".foot").isVisible()).toBe(false);
    screen.shows(viewOf(shows.programme));
    await screen.page.locator(".page .line").first().waitFor();
  });
});

describe("a screen heals itself", () => {
  test("without a line the picture stays, says how old it is, and comes back; a reload meanwhile shows it again", async () => {
    const { page } = await world.comes();
    await page.clock.install();
    const screen = await tellScreen(page);
    screen.shows(viewOf(shows.programme));
    await page.locator(".page .line").first().waitFor();
    await holdTime(page);
    // The last that it heard, at a time that is known.
    screen.shows(viewOf({ ...week(3), title: "Chương trình công tác tuần 49" }));
    const heard = page.locator(".top-subtitle", { hasText: "tuần 49" });
    while ((await heard.count()) === 0) await page.clock.runFor(20);
    await screen.breaks();
    await page.clock.runFor(4_500);
    expect(await page.locator(".foot-lost").count()).toBe(0);
    await page.clock.runFor(31_000);
    const lost = page.locator(".foot-lost");
    expect(await lost.innerText()).toMatch(/^Mất kết nối 0:3\d · số liệu lúc 13:42$/);
    expect(await page.locator(".page .line").count()).toBeGreaterThan(0);
    while (screen.asked() <= 2) await page.clock.runFor(1_000);
    await page.clock.resume();
    await page.reload();
    await page.locator(".page .line").first().waitFor();
    await page.clock.runFor(1_000);
    expect(await lost.innerText()).toMatch(/số liệu lúc 13:42$/);
    screen.answers();
    await page.clock.runFor(9_000);
    await lost.waitFor({ state: "detached" });
  });

  test("a view that cannot be drawn leaves the last good page on the wall, and the next good one is drawn", async () => {
    world.mayMissAnswers();
    // A page of its own: that the fault is reported is as it should be.
    const page = await (await world.comes()).page.context().newPage();
    await page.clock.install();
    const screen = await tellScreen(page);
    screen.shows(viewOf(shows.programme));
    await page.locator(".page .line").first().waitFor();
    await page.clock.runFor(3_000);
    screen.shows(viewOf({ ...step, sides: null } as unknown as ScreenShow));
    await page.clock.runFor(500);
    await page.locator(".page .line").first().waitFor();
    expect(await page.locator(".top-title").innerText()).toBe("Thứ Hai 23/11 · Chiều");
    screen.shows(viewOf(step));
    await page.locator(".page .offer").first().waitFor();
    expect(await page.locator(".cards .side").count()).toBe(2);
  });

  test("a new build is loaded by itself, once, and not in a loop when it is not there yet", async () => {
    const screen = await wall("abc123def456");
    await screen.page.waitForEvent("load", { timeout: 20_000 });
    screen.shows(viewOf(shows.programme));
    await screen.page.locator(".page .line").first().waitFor();
    let loads = 0;
    screen.page.on("load", () => {
      loads += 1;
    });
    for (let times = 0; times < 3; times++) {
      const before = screen.asked();
      await screen.breaks();
      screen.answers();
      await expect.poll(screen.asked, { timeout: 10_000 }).toBeGreaterThan(before);
    }
    expect(loads).toBe(0);
  });

  test("no longer paired: nothing of the programme is left in the page or on the machine, and a code is offered", async () => {
    const screen = await wall();
    const { page } = screen;
    screen.shows(viewOf(shows.programme));
    await page.locator(".page .line").first().waitFor();
    const kept = () => page.evaluate(() => JSON.stringify({ ...sessionStorage }) + JSON.stringify({ ...localStorage }));
    expect(await kept()).toContain("Chương trình công tác");
    screen.says({ type: "revoked" });
    await page.locator(".pairing-code").waitFor();
    expect(await kept()).not.toContain("Chương trình công tác");
    expect(await page.content()).not.toContain("Phiên họp UBND");
  });
});
