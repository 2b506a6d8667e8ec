import { expect, test } from "vitest";
import { barriersOn } from "../world/axe.ts";
import { freshWeek } from "../world/flow-week.ts";
import { useFlowWorld } from "../world/flow-world.ts";
import {
  bar,
  begins,
  button,
  decided,
  joins,
  offer,
  opensSession,
  panel,
  title,
  undecided,
  watchesNotices,
} from "../world/joint-hands.ts";
import type { Person } from "../world/person.ts";

const world = useFlowWorld();

const log = (person: Person) => panel(person).locator(".walk-log li");

test("a session is opened, joined and walked through: what is decided by key is on every board at once, and undone by key", async () => {
  const week = freshWeek();
  const { briefing, visit, all } = undecided(week);
  await world.server().plans(all);
  const [huong, lan, quangAnh] = (await begins(world, week, "huong", "lan", "quang-anh")) as [Person, Person, Person];
  for (const item of [briefing, visit]) await huong.sees(item);
  const notices = await watchesNotices(huong);

  await huong.page.locator(".header-joint").click();
  await huong.reads(panel(huong), "2 trùng lịch");
  await huong.reads(panel(huong), "1 thiếu giờ, phòng hoặc chủ trì");
  await huong.presses("Escape");
  await opensSession(huong);
  for (const person of [lan, quangAnh]) {
    await person.reads(bar(person), /đ\/c Trần Thị Hương mở họp chung tuần \d+/);
    await joins(person);
    await person.reads(bar(person), "đ/c Trần Thị Hương dẫn");
  }
  await huong.reads(bar(huong), "2 đang theo");
  await huong.reads(bar(huong), "đã quyết 0 · còn 3");

  await huong.presses("ArrowRight");
  for (const person of [huong, lan, quangAnh]) {
    await person.reads(title(person), "Trùng lịch 1 / 3");
    for (const item of [briefing, visit]) {
      await panel(person).locator(`[data-walk-card="${item.id}"]`).waitFor();
      await person.page.locator(`[data-card="${item.id}"][data-lit]`).waitFor();
    }
    await person.reads(panel(person).locator(".walk-reason"), "đ/c An");
    await person.reads(offer(person, 1), "Dời “");
  }
  expect(await offer(lan, 1).textContent()).toBe(await offer(huong, 1).textContent());

  await huong.presses("1");
  for (const person of [lan, quangAnh]) await person.reads(offer(person, 1), "đang chọn");
  await huong.presses("Enter");
  for (const person of [huong, lan, quangAnh]) {
    await person.reads(decided(person), "dời giờ · đ/c Trần Thị Hương");
    await person.card(briefing).locator(".mark").waitFor({ state: "detached" });
    await person.reads(bar(person), "đã quyết 1 · còn 2");
    expect(await log(person).count()).toBe(1);
    await person.reads(log(person), "Thời gian");
  }
  await huong.isSaved();

  await huong.presses("z");
  for (const person of [huong, lan, quangAnh]) {
    await decided(person).waitFor({ state: "detached" });
    await person.reads(person.card(briefing).locator(".mark"), "▲ 1");
    await person.reads(bar(person), "đã quyết 0 · còn 3");
    expect(await log(person).count()).toBe(0);
  }

  // Over the full width the keys are the same.
  await button(panel(huong), "Mở rộng").click();
  await huong.presses("1");
  await button(panel(huong), /^Chốt phương án 1/).waitFor();
  await huong.presses("Escape");

  // Accepted with a reason: A opens the line, Enter settles it, the next Enter goes on.
  await huong.presses("a");
  await huong.presses("Enter");
  await huong.reads(panel(huong), "Ghi lý do để biên bản nói được vì sao");
  await huong.page.keyboard.type("Đ/c An rời họp lúc 9 giờ");
  await huong.presses("Enter");
  await lan.reads(decided(lan), "chấp nhận · đ/c Trần Thị Hương");
  await lan.reads(decided(lan), "Đ/c An rời họp lúc 9 giờ");
  await huong.presses("Enter");
  for (const person of [huong, lan]) await person.reads(title(person), "Trùng lịch 2 / 3");
  expect(await barriersOn(huong.page)).toEqual([]);

  // An item that lacks its hour is offered some, and given one.
  await huong.presses("ArrowRight");
  await lan.reads(title(lan), "Thiếu thông tin 3 / 3");
  await lan.reads(offer(lan, 1), "Xếp “Tiếp xúc cử tri” vào");
  // A click chooses as the number does, and Enter still is the walk's.
  await offer(huong, 1).click();
  await lan.reads(offer(lan, 1), "đang chọn");
  await huong.presses("Enter");
  await lan.reads(decided(lan), "bổ sung");
  await lan.reads(lan.card("Tiếp xúc cử tri"), /\d\d:\d\d/);
  const { said, covered } = await notices();
  expect(said.join()).toMatch(/Đã quyết: dời giờ.*Đã quyết: bổ sung/);
  expect(covered).toEqual([]);

  // The page is loaded anew and has no undo: what one decided oneself is taken back by its line.
  await huong.isSaved();
  await huong.reloads();
  expect(await lan.page.locator(".walk-log").getByRole("button").count()).toBe(0);
  await log(huong).filter({ hasText: "bổ sung" }).getByRole("button", { name: "Rút lại" }).click();
  await lan.reads(bar(lan), "đã quyết 1 · còn 2");
  await lan.reads(offer(lan, 1), "Xếp “Tiếp xúc cử tri” vào");
  expect(await lan.card("Tiếp xúc cử tri").textContent()).not.toMatch(/\d\d:\d\d/);
  await huong.isSaved();
  expect(await log(lan).count()).toBe(1);
});

test("anything one does oneself ends following, and says so; one key brings it back; a guest follows and writes nothing", async () => {
  const week = freshWeek();
  const { vague, all } = undecided(week);
  await world.server().plans(all);
  const [huong, lan, guest] = (await begins(world, week, "huong", "lan", "khach")) as [Person, Person, Person];
  await opensSession(huong);
  await Promise.all([joins(lan), joins(guest)]);
  await huong.presses("ArrowRight");
  await lan.reads(title(lan), "1 / 3");

  await lan.presses("Escape");
  await lan.reads(lan.notice, "Bạn thôi theo đ/c Trần Thị Hương");
  await huong.reads(bar(huong), "1 đang theo");
  await huong.presses("ArrowRight");
  await guest.reads(title(guest), "2 / 3");
  await lan.presses("f");
  await lan.reads(lan.notice, "Đang theo đ/c Trần Thị Hương");
  await lan.reads(title(lan), "2 / 3");
  await lan.page.locator("[data-card][data-lit]").first().waitFor();

  await lan.card(vague).click();
  await lan.reads(lan.notice, "Bạn thôi theo");
  await lan.inspector.locator(".item-matter").waitFor();
  await lan.presses("Escape");
  await panel(lan).locator(".walk").waitFor();
  await button(bar(lan), /^Theo lại/).click();
  await lan.reads(lan.notice, "Đang theo");
  await lan.page.locator(".app-main").hover();
  await lan.page.mouse.wheel(0, 120);
  await lan.reads(lan.notice, "Bạn thôi theo");
  await lan.notice.getByRole("button", { name: "Theo lại" }).click();
  await huong.reads(bar(huong), "2 đang theo");

  // Whoever leads points at a card; the others see it there, and nobody else's pointer.
  await huong.card(vague).hover();
  await lan.reads(lan.card(vague), "Trần Thị Hương đang chỉ");
  await lan.card(vague).hover();
  expect(await huong.card(vague).textContent()).not.toContain("đang chỉ");

  expect(await guest.page.locator(".walk-acts").count()).toBe(0);
  await guest.presses("1", "Enter", "a", "ArrowLeft");
  await guest.reads(title(guest), "2 / 3");
  expect(await panel(guest).locator(".walk-wording, [data-taking]").count()).toBe(0);
  expect(await button(bar(guest), "Nhận dẫn").count()).toBe(0);
});

test("the lead is handed on; it is taken when whoever leads drops off; a restart and a late comer change nothing; the minutes tell all", async () => {
  world.mayMissAnswers();
  const week = freshWeek();
  const { briefing, first, all } = undecided(week);
  await world.server().plans(all);
  const [huong, lan, quangAnh] = (await begins(world, week, "huong", "lan", "quang-anh")) as [Person, Person, Person];
  await opensSession(huong);
  await Promise.all([joins(lan), joins(quangAnh)]);
  await huong.presses("ArrowRight", "1", "Enter");
  await lan.reads(decided(lan), "dời giờ");
  await huong.isSaved();

  await button(bar(huong), "Giao dẫn").click();
  await huong.page.getByRole("menuitem", { name: "Giao đ/c Nguyễn Ngọc Lan dẫn" }).click();
  await lan.reads(bar(lan), "bạn đang dẫn");
  await huong.reads(bar(huong), "đ/c Nguyễn Ngọc Lan dẫn");
  await huong.presses("ArrowRight");
  await huong.reads(title(huong), "1 / 3");
  await lan.presses("ArrowRight");
  for (const person of [lan, quangAnh]) await person.reads(title(person), "2 / 3");

  // Whoever leads loads the page anew: still in the session, still leading.
  await lan.isSaved();
  await lan.reloads();
  await lan.reads(bar(lan), "bạn đang dẫn");
  await lan.reads(title(lan), "2 / 3");

  // And is gone for good: it is said, and another takes the lead.
  await lan.page.close();
  await quangAnh.reads(bar(quangAnh), "người dẫn mất kết nối");
  await button(bar(quangAnh), "Nhận dẫn").click();
  const asked = quangAnh.page.getByRole("alertdialog");
  await quangAnh.reads(asked, "Đ/c Nguyễn Ngọc Lan mất kết nối");
  await button(asked, "Nhận dẫn").click();
  await quangAnh.reads(bar(quangAnh), "bạn đang dẫn");
  await huong.reads(bar(huong), "đ/c Phạm Quang Anh dẫn");

  // The server is killed in the middle: the walk goes on at this desk, and everybody meets again where it is.
  await quangAnh.isSaved();
  await world.server().isKilled();
  await quangAnh.reads(bar(quangAnh), "chưa lưu");
  await quangAnh.presses("ArrowRight");
  await quangAnh.reads(title(quangAnh), "3 / 3");
  await world.server().isStartedAgain();
  await quangAnh.isSaved();
  await huong.reads(bar(huong), "đ/c Phạm Quang Anh dẫn");
  await huong.reads(title(huong), "3 / 3");

  const binhLate = await world.enters("thanh-binh");
  await binhLate.opens(week.path);
  await binhLate.reads(bar(binhLate), /Họp chung tuần \d+ đang diễn ra, đ\/c Phạm Quang Anh dẫn/);
  await joins(binhLate);
  await binhLate.reads(title(binhLate), "3 / 3");
  await binhLate.isSaved();
  await binhLate.page.goto("about:blank");

  await button(bar(quangAnh), "Kết thúc").click();
  const ending = quangAnh.page.getByRole("alertdialog");
  await quangAnh.reads(ending, "Còn 2 nội dung để ngỏ");
  await button(ending, "Kết thúc họp").click();
  await huong.reads(huong.notice, /Họp chung tuần \d+ đã kết thúc/);
  await huong.notice.getByRole("button", { name: "Xem biên bản" }).click();
  for (const person of [quangAnh, huong]) {
    const sheet = person.page.locator(".minutes-sheet");
    await person.reads(sheet, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
    await person.reads(sheet, "đ/c Trần Thị Hương");
    await person.reads(sheet, briefing.title);
    await person.reads(sheet, first.title);
  }
  await quangAnh.isSaved();
  await binhLate.opens(week.path);
  await binhLate.reads(binhLate.notice, /Họp chung tuần \d+ đã kết thúc/);
  await quangAnh.reloads();
  await quangAnh.page.locator(".minutes-sheet").waitFor();
  expect(await barriersOn(quangAnh.page)).toEqual([]);
});

test("two sessions go on at once: one week's invitation stands below the other week's walk, and joining one leaves the other", async () => {
  const [week, next] = [freshWeek(), freshWeek()];
  await world.server().plans([...undecided(week).all, ...undecided(next).all]);
  const [huong, lan] = (await begins(world, week, "huong", "lan")) as [Person, Person];
  const [quangAnh] = (await begins(world, next, "quang-anh")) as [Person];
  await opensSession(huong);
  await joins(lan);
  await button(bar(quangAnh), "Để sau").click();
  await bar(quangAnh).waitFor({ state: "detached" });
  await quangAnh.reads(quangAnh.page.locator(".header-joint"), "đang họp");
  await opensSession(quangAnh);
  await lan.reads(bar(lan).filter({ hasText: "Vào họp" }), "đ/c Phạm Quang Anh mở họp chung");
  await button(bar(lan), "Vào họp").click();
  await lan.reads(bar(lan), "đ/c Phạm Quang Anh dẫn");
  await quangAnh.presses("ArrowRight");
  await lan.reads(title(lan), "1 / 3");
  await huong.reads(bar(huong), "0 đang theo");
});

test("on a phone one leads by touch alone: opens, steps, chooses, settles and closes", async () => {
  const week = freshWeek();
  const { monday, all } = { ...week, ...undecided(week) };
  await world.server().plans(all);
  const [huong] = (await begins(world, week, "huong")) as [Person];
  const lan = await world.enters("lan", { size: "phone" });
  await lan.opens(`/day/${monday}`);
  const notices = await watchesNotices(lan);
  await lan.page.locator(".phone-joint").tap();
  await button(panel(lan), /^Mở họp chung/).tap();
  await lan.page.getByRole("alertdialog").getByRole("button", { name: "Mở họp", exact: true }).tap();
  await joins(huong);
  await button(panel(lan), "Bắt đầu").tap();
  await lan.reads(title(lan), "1 / 3");
  await offer(lan, 1).tap();
  await huong.reads(offer(huong, 1), "đang chọn");
  expect(await barriersOn(lan.page)).toEqual([]);
  const settle = panel(lan).getByRole("button", { name: /^Chốt phương án 1/ });
  for (const small of [offer(lan, 1), settle, button(bar(lan), "Kết thúc")])
    expect((await small.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  await settle.tap();
  await huong.reads(decided(huong), "dời giờ · đ/c Nguyễn Ngọc Lan");
  await panel(lan)
    .getByRole("button", { name: /^Sang nội dung sau/ })
    .tap();
  await huong.reads(title(huong), "2 / 3");
  await lan.reads(offer(lan, 1), "Chuyển");
  const { said, covered } = await notices();
  expect(said.join()).toMatch(/Bạn đang dẫn: chạm.*Đã quyết: dời giờ/);
  expect(covered).toEqual([]);
  await button(bar(lan), "Kết thúc").tap();
  await lan.page.getByRole("alertdialog").getByRole("button", { name: "Kết thúc họp" }).tap();
  await lan.page.locator(".minutes-sheet").waitFor();
});
