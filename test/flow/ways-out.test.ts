import { expect, test } from "vitest";
import type { Item } from "../../shared/model/item.ts";
import { barriersOn } from "../world/axe.ts";
import { freshWeek, work } from "../world/flow-week.ts";
import { useFlowWorld } from "../world/flow-world.ts";
import type { Person } from "../world/person.ts";
import { an, binh } from "../world/small-city.ts";

/** Every way out of an overlap: one click carries it out for everybody, one undo takes all of it back. */
const world = useFlowWorld();

const mark = (person: Person, of: Item) => person.card(of).locator(".mark");
const way = (person: Person, kind: string) => person.inspector.locator(`.way[data-kind="${kind}"]`).first();

/** Lan has the ways out of the first item's overlap before her; Huong looks at the same week. */
async function before(items: (day: string) => readonly [Item, Item], sign: string) {
  const week = freshWeek();
  const [one, two] = items(week.tuesday);
  await world.server().plans([one, two]);
  const lan = await world.enters("lan");
  const huong = await world.enters("huong");
  await Promise.all([lan.opens(week.path), huong.opens(week.path)]);
  for (const person of [lan, huong]) await person.reads(mark(person, one), sign);
  await lan.card(one).click();
  await lan.inspector.getByRole("button", { name: "Cách xử lý" }).first().click();
  /** Takes the first way of a kind. */
  const takes = async (kind: string) => {
    await way(lan, kind).getByRole("button").last().click();
  };
  /** Takes it back with one step, after which there is none. */
  const undo = async () => {
    await lan.notice.getByRole("button", { name: "Hoàn tác" }).waitFor();
    await lan.page.getByRole("button", { name: "Hoàn tác", exact: true }).first().click();
    for (const person of [lan, huong]) for (const item of [one, two]) await person.reads(mark(person, item), sign);
    expect(await lan.page.getByRole("button", { name: "Hoàn tác", exact: true }).first().isDisabled()).toBe(true);
    expect(await lan.inspector.locator(".life-said").count()).toBe(0);
    await lan.isSaved();
  };
  const areFree = async (...of: readonly Item[]) => {
    for (const person of [lan, huong]) for (const item of of) await mark(person, item).waitFor({ state: "detached" });
  };
  return { one, two, lan, huong, takes, undo, areFree };
}

test("another room: the card says it on both screens, the room is free again, and one undo brings both back into one room", async () => {
  const { one, two, lan, huong, takes, undo, areFree } = await before(
    (day) => [
      work("Họp giao ban", "08:00", { day, end: "10:00", room: "p1", parties: { [an]: "chair" } }),
      work("Tiếp đoàn", "09:00", { day, end: "11:00", room: "p1", parties: { [binh]: "chair" }, office: "people" }),
    ],
    "▲ 1",
  );
  await takes("other-room");
  await areFree(one, two);
  for (const person of [lan, huong])
    await person.reads(person.card("Phòng họp 2").or(person.card("Phòng họp 3")), "Phòng");
  await undo();
  for (const person of [lan, huong])
    for (const item of [one, two]) await person.reads(person.card(item), "Phòng họp 1");
});

test("shortened: the first ends when the second begins", async () => {
  const { one, two, lan, huong, takes, undo, areFree } = await before(
    (day) => [
      work("Họp giao ban", "08:00", { day, end: "10:00", parties: { [an]: "chair" } }),
      work("Làm việc với sở", "09:00", { day, end: "11:00", parties: { [an]: "chair" }, office: "people" }),
    ],
    "▲ 1",
  );
  await takes("shorten");
  for (const person of [lan, huong]) await person.reads(person.card(one), "08:00–09:00");
  await areFree(one, two);
  await undo();
  for (const person of [lan, huong]) await person.reads(person.card(one), "08:00–10:00");
});

test("merged: one registration stays with everybody of both, the other is called off, nothing is lost", async () => {
  const { one, two, lan, huong, takes, undo, areFree } = await before(
    (day) => [
      work("Tổng kết phong trào thi đua yêu nước năm 2041", "08:00", { day, end: "10:00", parties: { [an]: "chair" } }),
      work("Tổng kết phong trào thi đua yêu nước năm 2041", "14:00", {
        ...{ day, end: "16:00", parties: { [binh]: "chair" }, office: "people" },
      }),
    ],
    "◆ 1",
  );
  await takes("merge");
  await areFree(one, two);
  for (const person of [lan, huong]) {
    await person.page.locator(`[data-card="${two.id}"][data-state="cancelled"]`).waitFor();
    await person.reads(person.card(one), "Hoàng Minh An");
  }
  await huong.card(one).click();
  for (const name of ["Hoàng Minh An", "Phạm Thái Bình"])
    await huong.reads(huong.inspector.locator(".item-chip"), name);
  await undo();
  for (const person of [lan, huong])
    await person.page.locator(`[data-card="${two.id}"][data-state="registered"]`).waitFor();
  await huong.inspector.locator(".item-chip").filter({ hasText: "Phạm Thái Bình" }).waitFor({ state: "detached" });
});

test("made optional: who need not come to both is asked for at one", async () => {
  const { one, two, lan, huong, takes, undo } = await before(
    (day) => [
      work("Họp giao ban", "08:00", { day, end: "10:00", parties: { [binh]: "chair", [an]: "attend" } }),
      work("Làm việc với sở", "09:00", { day, end: "11:00", parties: { [an]: "chair" }, office: "people" }),
    ],
    "▲ 1",
  );
  await huong.card(one).click();
  await takes("make-optional");
  for (const person of [lan, huong]) for (const item of [one, two]) await person.reads(mark(person, item), "✓");
  await huong.reads(huong.inspector.locator(".item-chip").filter({ hasText: "Hoàng Minh An" }), "dự nếu được");
  await undo();
  await huong.inspector.locator(".item-chip").filter({ hasText: "dự nếu được" }).waitFor({ state: "detached" });
});

test("a proxy: chosen from the directory, with who agreed; both are known by everybody", async () => {
  const { one, two, lan, huong, undo, areFree } = await before(
    (day) => [
      work("Họp giao ban", "08:00", { day, end: "10:00", parties: { [binh]: "chair", [an]: "attend" } }),
      work("Làm việc với sở", "09:00", { day, end: "11:00", parties: { [an]: "chair" }, office: "people" }),
    ],
    "▲ 1",
  );
  await lan.inspector.getByText("Cử người khác…").click();
  const search = lan.inspector.getByRole("combobox", { name: /Người dự thay “Họp giao ban”/ });
  await search.fill("le thu chi");
  await search.press("Enter");
  const sent = lan.inspector.locator('.other-proxy .way[data-kind="proxy"]');
  await lan.reads(sent, "Hết trùng, không ảnh hưởng việc nào khác");
  const agreed = sent.getByRole("combobox", { name: "Ai đồng ý" });
  await agreed.fill("pham thai binh");
  await agreed.press("Enter");
  expect(await agreed.inputValue()).toBe("Phạm Thái Bình");
  expect(await barriersOn(lan.page)).toEqual([]);
  await sent.getByRole("button", { name: "Áp dụng" }).click();
  await areFree(one, two);
  await huong.card(one).click();
  const chip = huong.inspector.locator(".item-chip").filter({ hasText: "Lê Thu Chi" });
  await huong.reads(chip, "thay Hoàng Minh An · Phạm Thái Bình đồng ý");
  await undo();
  await chip.waitFor({ state: "detached" });
  await huong.inspector.locator(".item-chip").filter({ hasText: "Hoàng Minh An" }).waitFor();
});

test("who agreed may also be somebody in words, and can be said later, beside the name", async () => {
  const week = freshWeek();
  const sent = work("Họp giao ban", "08:00", {
    ...{ day: week.tuesday, parties: { "person:chi": "attend" } },
    proxies: { "person:chi": an },
  });
  await world.server().plans([sent]);
  const lan = await world.enters("lan");
  const huong = await world.enters("huong");
  for (const person of [lan, huong]) {
    await person.opens(week.path);
    await person.card(sent).click();
  }
  await lan.inspector.getByRole("button", { name: /Lê Thu Chi/ }).click();
  await lan.page.getByRole("menuitem", { name: "Ai đồng ý…" }).click();
  const agreed = lan.inspector.getByRole("combobox", { name: "Ai đồng ý" });
  await agreed.fill("Chánh Văn phòng, qua điện thoại");
  await agreed.press("Enter");
  const chip = huong.inspector.locator(".item-chip").filter({ hasText: "Lê Thu Chi" });
  await huong.reads(chip, "thay Hoàng Minh An · Chánh Văn phòng, qua điện thoại đồng ý");
  await lan.presses("Control+z");
  await chip.filter({ hasText: "đồng ý" }).waitFor({ state: "detached" });
  await huong.reads(chip, "thay Hoàng Minh An");
});
