import { expect, test } from "vitest";
import { barriersOn } from "../world/axe.ts";
import { freshWeek, work } from "../world/flow-week.ts";
import { useFlowWorld } from "../world/flow-world.ts";
import { takeLine } from "../world/line.ts";
import type { Person } from "../world/person.ts";

const world = useFlowWorld();

const panel = (person: Person) => person.page.locator(".refused");
const matter = (person: Person) => person.inspector.locator(".item-matter textarea");
const status = (person: Person) => person.inspector.getByLabel("Trạng thái");
const decides = async (head: Person, of: Parameters<Person["card"]>[0]) => {
  await head.card(of).click();
  await status(head).selectOption("approved");
  await head.isSaved();
};
const copied = async (person: Person) => {
  await person.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await panel(person).getByRole("button", { name: "Chép" }).click();
  await person.reads(person.notice, "Đã chép.");
  return person.page.evaluate(() => navigator.clipboard.readText());
};

/** An officer and a head of one office before the same two items, the officer's line in our hand. */
async function twoBeforeTwoItems() {
  const week = freshWeek();
  const briefing = work("Giao ban tuần", "08:00", { day: week.monday });
  const visit = work("Tiếp công dân", "14:00", { day: week.monday });
  await world.server().plans([briefing, visit]);
  const huong = await world.enters("huong");
  const binh = await world.enters("thanh-binh");
  const line = await takeLine(huong.page);
  await Promise.all([huong.opens(week.path), binh.opens(week.path)]);
  await Promise.all([huong.isSaved(), binh.isSaved()]);
  const tuesday = { kind: "cell", day: week.tuesday, session: "afternoon", office: "party" } as const;
  return { week, briefing, visit, huong, binh, line, tuesday };
}

test("[P4] what was decided while one was away is left as decided; one is told, keeps the words, and goes on", async () => {
  world.mayMissAnswers();
  const { week, briefing, visit, huong, binh, line, tuesday } = await twoBeforeTwoItems();
  await huong.card(briefing).click();
  await line.isCut();
  await huong.reads(huong.page.locator(".saved"), "Mất kết nối");
  await matter(huong).fill("Giao ban tuần mở rộng");
  await huong.drags(visit, tuesday);
  await decides(binh, briefing);
  line.isWhole();

  await huong.reads(panel(huong), "1 thay đổi của bạn không vào được chương trình");
  await huong.reads(panel(huong), "Đã duyệt — chỉ Chánh Văn phòng Thành ủy sửa được.");
  await huong.reads(panel(huong).locator("q"), "Nội dung: Giao ban tuần mở rộng");
  for (const person of [huong, binh]) {
    await person.seesAt(visit, tuesday);
    await person.reads(person.card(briefing).locator(".card-matter"), /^Giao ban tuần$/);
    await person.isSaved();
  }
  // The place is kept: what was open is open, and says now why it stays as it is.
  await huong.reads(huong.inspector.locator(".item-look-only"), "chỉ Chánh Văn phòng Thành ủy");
  await huong.page.waitForFunction(
    () => document.querySelector<HTMLTextAreaElement>(".item-matter textarea")?.value === "Giao ban tuần",
  );
  expect(await barriersOn(huong.page)).toEqual([]);
  expect(await copied(huong)).toBe(
    "Giao ban tuần (Thành ủy)\nNội dung: Giao ban tuần mở rộng\n(Đã duyệt — chỉ Chánh Văn phòng Thành ủy sửa được.)",
  );

  await huong.types({ ...tuesday, day: week.friday }, "15h Họp tổ giúp việc");
  await binh.sees("Họp tổ giúp việc");
  await huong.isSaved();
  expect(await huong.reloads()).toBe("left freely");
  await huong.isSaved();
  await huong.reads(panel(huong), "Giao ban tuần mở rộng");
  await huong.reads(huong.card(briefing).locator(".card-matter"), /^Giao ban tuần$/);
  await panel(huong).getByRole("button", { name: "Mở công việc" }).click();
  await huong.reads(huong.inspector, "chỉ Chánh Văn phòng Thành ủy");
  await panel(huong)
    .getByRole("button", { name: /Bỏ khỏi danh sách/ })
    .click();
  await panel(huong).waitFor({ state: "detached" });
  await huong.reloads();
  await huong.isSaved();
  expect(await panel(huong).count()).toBe(0);
});

test("[P4] a refusal that a breaking line swallowed is told once the line is back", async () => {
  world.mayMissAnswers();
  const { briefing, visit, huong, binh, line, tuesday } = await twoBeforeTwoItems();
  line.isDeaf();
  await decides(binh, briefing);
  await huong.card(briefing).click();
  await huong.inspector.getByLabel("Bắt đầu").fill("9h15");
  await huong.inspector.getByLabel("Bắt đầu").press("Enter");
  await huong.drags(visit, tuesday);
  await binh.seesAt(visit, tuesday);
  await line.swallows("refused");
  expect(await panel(huong).count()).toBe(0);
  await line.isCut();
  line.isWhole();

  await huong.reads(panel(huong).locator("q"), /Thời gian: Thứ Hai .*09:15/);
  await huong.reads(panel(huong), "Đã duyệt");
  await huong.reads(huong.card(briefing), "08:00");
  await huong.isSaved();
  await binh.reads(binh.card(briefing), "08:00");
  await panel(huong).getByRole("button", { name: "Bỏ tất cả" }).click();
  await panel(huong).waitFor({ state: "detached" });
});

test("[4400] after nonsense on the line the board opens anew by itself, and what was not saved is handed back", async () => {
  world.mayMissAnswers();
  const { briefing, huong, binh, line, tuesday } = await twoBeforeTwoItems();
  line.isDeaf();
  await huong.drags(briefing, tuesday);
  await line.swallows("saved");
  await huong.reads(huong.page.locator(".saved"), "Đang lưu");
  line.carriesRubbish();
  line.isWhole();
  await huong.reads(panel(huong), "Máy chủ đã đóng kết nối trước khi lưu.");
  await huong.isSaved();
  // It had arrived all the same: the board says what the server has.
  await huong.seesAt(briefing, tuesday);
  await binh.seesAt(briefing, tuesday);
  line.carriesRubbish();
  await huong.page.locator(".refusal").waitFor();
  await huong.reads(huong.page.locator(".refusal"), "Tải lại");
});

test("on a phone what was refused stands above the day, and can be put away", async () => {
  world.mayMissAnswers();
  const week = freshWeek();
  const briefing = work("Giao ban tháng", "08:00", { day: week.monday });
  await world.server().plans([briefing]);
  const huong = await world.enters("huong", { size: "phone" });
  const binh = await world.enters("thanh-binh");
  const line = await takeLine(huong.page);
  await Promise.all([huong.opens(`/day/${week.monday}`), binh.opens(week.path)]);
  await huong.isSaved();
  await line.isCut();
  await huong.card(briefing).tap();
  await matter(huong).fill("Giao ban tháng 2");
  await huong.inspector.getByRole("button", { name: "Đóng" }).first().tap();
  await decides(binh, briefing);
  line.isWhole();
  await huong.reads(panel(huong), "Giao ban tháng 2");
  expect(await huong.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  expect(await barriersOn(huong.page)).toEqual([]);
  const small = await panel(huong)
    .getByRole("button")
    .evaluateAll((buttons) => buttons.filter((one) => Math.round(one.getBoundingClientRect().height) < 44).length);
  expect(small).toBe(0);
  await panel(huong).getByRole("button", { name: "Thu gọn" }).tap();
  await panel(huong).locator(".refused-body").waitFor({ state: "hidden" });
  await panel(huong).getByRole("button", { name: "Bỏ tất cả" }).tap();
  await panel(huong).waitFor({ state: "detached" });
});
