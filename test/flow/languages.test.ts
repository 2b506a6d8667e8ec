import { expect, test } from "vitest";
import { freshWeek, work } from "../world/flow-week.ts";
import { useFlowWorld } from "../world/flow-world.ts";
import { onlyVietnamese, wordsOnPage } from "../world/page-words.ts";

const world = useFlowWorld();

const sample = /^14h30 Họp/;

for (const { code, as, name, week: weekWord, when } of [
  { code: "en", as: "lan", name: "English", week: "Week", when: "When" },
  { code: "fr", as: "huong", name: "Français", week: "Semaine", when: "Quand" },
] as const)
  test(`${name} leaves no Vietnamese word on the week, the month, the item, the overlaps, the joint session and the sign-in page`, async () => {
    const week = freshWeek();
    const [a, b] = [1, 2].map((number) =>
      work(`Opening ${number}`, "08:00", { day: week.monday, end: "09:00", room: "p1", status: "registered" }),
    );
    await world.server().plans([a, b].filter((item) => item !== undefined));
    const lan = await world.enters(as);
    await lan.opens(week.path);
    expect((await wordsOnPage(lan.page)).filter((text) => onlyVietnamese.test(text)).length).toBeGreaterThan(10);

    await lan.page.getByRole("button", { name }).click();
    await lan.reads(lan.page.locator("h1"), weekWord);
    await lan.page.locator(`html[lang=${code}]`).waitFor();
    const foreign = async () => {
      const texts = (await wordsOnPage(lan.page)).map((text) =>
        text.replaceAll(/Phòng họp \d/g, "").replaceAll("Thành ủy", ""),
      );
      return texts.filter((text) => onlyVietnamese.test(text) && !sample.test(text));
    };
    expect(await foreign()).toEqual([]);

    await lan.card("Opening 1").click();
    await lan.inspector.locator(".item-fields").waitFor();
    expect(when.length).toBeGreaterThan(0);
    expect(await foreign()).toEqual([]);

    await lan.presses("Escape", "o");
    await lan.inspector.locator(".ovl-row").waitFor();
    expect(await foreign()).toEqual([]);

    await lan.presses("o");
    await lan.page.locator(".header-joint").click();
    await lan.inspector.locator(".lobby").waitFor();
    expect(await foreign()).toEqual([]);
    await lan.inspector.locator('.btn[data-tone="primary"]').click();
    await lan.page.getByRole("alertdialog").locator('.btn[data-tone="primary"]').click();
    await lan.inspector.locator(".walk").waitFor();
    await lan.presses("ArrowRight");
    await lan.inspector.locator(".walk-offer").first().waitFor();
    await lan.presses("h");
    await lan.inspector.locator(".walk-wording").waitFor();
    expect(await foreign()).toEqual([]);
    await lan.presses("Escape");
    // Ended, not left: who comes in another language reads no name of a session that goes on.
    await lan.page.locator(".joint-acts .btn").nth(-2).click();
    await lan.page.getByRole("alertdialog").locator('.btn[data-tone="primary"]').click();
    await lan.page.locator(".minutes-sheet").waitFor();
    await lan.page.locator(".minutes-tools .btn").first().click();
    await lan.page.locator(".week").waitFor();

    await lan.presses("m");
    await lan.page.locator(".month").waitFor();
    expect(await foreign()).toEqual([]);

    await lan.page.locator(".face-own").click();
    await lan.page.locator(".sign-in-people").first().waitFor();
    expect(await lan.page.locator("h1").innerText()).not.toMatch(onlyVietnamese);
    await lan.page.reload();
    await lan.page.locator(`html[lang=${code}]`).waitFor();
  });
