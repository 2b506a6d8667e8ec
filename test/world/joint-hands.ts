/** The joint session as it is seen and used at a desk, and a week that has something to be talked about. */
import type { Locator } from "playwright-core";
import { type FlowWeek, work } from "./flow-week.ts";
import type { FlowWorld } from "./flow-world.ts";
import type { Person, PersonId } from "./person.ts";
import { an, binh } from "./small-city.ts";

export const bar = ({ page }: Person) => page.locator(".joint-bar");
export const panel = ({ page }: Person) => page.locator(".app-side");
export const title = (person: Person) => panel(person).locator(".walk .panel-bar h2");
export const offer = (person: Person, number: number) =>
  panel(person)
    .locator(".walk-offer")
    .nth(number - 1);
export const decided = (person: Person) => panel(person).locator(".walk-decided");
export const button = (within: Locator, name: string | RegExp) => within.getByRole("button", { name, exact: true });

/** Two meetings of An that meet for an hour, a room asked for twice, and an item that has no hour yet. */
export function undecided({ monday, tuesday, thursday }: FlowWeek) {
  const briefing = work("Họp giao ban", "08:00", { day: monday, end: "10:00", room: "p1", parties: { [an]: "chair" } });
  const visit = work("Thăm đơn vị", "09:00", {
    ...{ day: monday, end: "11:00", room: "p2", parties: { [an]: "chair" }, office: "people" },
  });
  const first = work("Giám sát chuyên đề", "14:00", {
    ...{ day: tuesday, end: "16:00", room: "p1", parties: { "person:chi": "chair" }, office: "council" },
  });
  const second = work("Họp tổ công tác", "15:00", {
    ...{ day: tuesday, end: "17:00", room: "p1", parties: { [binh]: "chair" }, office: "people" },
  });
  const vague = work("Tiếp xúc cử tri", null, {
    ...{ day: thursday, session: "morning", room: "p3", parties: { "person:dung": "chair" }, office: "council" },
  });
  return { briefing, visit, first, second, vague, all: [briefing, visit, first, second, vague] } as const;
}

export async function opensSession(person: Person): Promise<void> {
  await person.page.locator(".header-joint").click();
  await button(panel(person), /^Mở họp chung/).click();
  await person.page.getByRole("alertdialog").getByRole("button", { name: "Mở họp", exact: true }).click();
  await panel(person).locator(".walk").waitFor();
}

export async function joins(person: Person): Promise<void> {
  await button(bar(person), "Vào họp").click();
  await panel(person).locator(".walk").waitFor();
}

/** They sit down before the same week, each at a desk of their own. */
export async function begins(world: FlowWorld, week: FlowWeek, ...ids: readonly PersonId[]): Promise<Person[]> {
  const people = await Promise.all(ids.map((id) => world.enters(id)));
  await Promise.all(people.map((person) => person.opens(week.path)));
  await Promise.all(people.map((person) => person.isSaved()));
  return people;
}

/**
 * Watches from now on what is said at the foot or head of the page. Answers all of it that was said until asked, and which
 * buttons and fields of the session's line and panel it ever lay over.
 */
export async function watchesNotices({ page }: Person) {
  await page.evaluate(() => {
    const gridPx = 6;
    const seen = { said: new Set<string>(), covered: new Set<string>() };
    const look = () => {
      const notice = document.querySelector(".notice");
      const box = notice?.getBoundingClientRect();
      if (!notice || !box) return;
      seen.said.add(notice.textContent.trim());
      for (let x = box.left; x <= box.right; x += gridPx)
        for (let y = box.top; y <= box.bottom; y += gridPx)
          for (const below of document.elementsFromPoint(x, y))
            if (below.matches(":is(.joint-bar, .app-side) :is(button, textarea)"))
              seen.covered.add(below.textContent.trim());
    };
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
    Object.assign(window, { seenOfNotices: seen });
  });
  return () =>
    page.evaluate(() => {
      const { said, covered } = (window as unknown as { seenOfNotices: Record<string, Set<string>> }).seenOfNotices;
      return { said: [...(said ?? [])], covered: [...(covered ?? [])] };
    });
}
