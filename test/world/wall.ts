/** The screen of a meeting room in a real browser, and the remote control at somebody's desk. */
import type { Locator, Page } from "playwright-core";
import type { FlowWorld } from "./flow-world.ts";
import type { Person } from "./person.ts";

/** The code that a screen shows which nobody has let in. */
export async function codeOn(wall: Page): Promise<string> {
  const shown = wall.getByText(/^[A-Z]{3}-[A-Z]{3}$/);
  await shown.waitFor();
  return shown.innerText();
}

/** A browser in a meeting room that nobody is signed in at. */
export async function hungUp(world: FlowWorld): Promise<Person> {
  // A screen that waits is told so by an error of HTTP, as RFC 8628 has it; the browser writes that down.
  world.mayMissAnswers();
  const wall = await world.comes();
  await wall.page.goto("/screen");
  return wall;
}

/** Somebody lets it in by its picture code, under a name. */
export async function pairs(person: Person, wall: Person, name: string): Promise<void> {
  await person.page.goto(`/pair?code=${await codeOn(wall.page)}`);
  await person.page.getByText("Màn hình đang chờ được ghép").waitFor();
  await person.page.getByLabel("Tên", { exact: true }).fill(name);
  await person.page.getByRole("button", { name: "Ghép màn hình", exact: true }).click();
  await person.page.getByText(`Đã ghép ${name}.`).waitFor();
}

/** Opens the remote control. */
export async function remoteOf(person: Person): Promise<Locator> {
  await person.page.getByRole("button", { name: "Chiếu lên màn hình" }).click();
  return person.page.getByRole("region", { name: "Chiếu lên" });
}
