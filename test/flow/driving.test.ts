import { expect, test } from "vitest";
import { barriersOn } from "../world/axe.ts";
import { freshWeek, work } from "../world/flow-week.ts";
import { useFlowWorld } from "../world/flow-world.ts";
import { codeOn, hungUp, pairs, remoteOf } from "../world/wall.ts";

const world = useFlowWorld();

test("a screen is let in by its code, driven from a desk, taken over from a phone, and revoked", async () => {
  const week = freshWeek();
  await world
    .server()
    .plans([
      work("Hội nghị giao ban", "08:00", { day: week.monday, room: "p1" }),
      work("Làm việc riêng", "14:00", { day: week.monday }),
    ]);
  const wall = await hungUp(world);
  const huong = await world.enters("huong");
  await pairs(huong, wall, "Sảnh tầng 1");
  expect(await barriersOn(huong.page)).toEqual([]);
  await wall.page.getByText("Hôm nay", { exact: false }).first().waitFor();

  await huong.opens(week.path);
  await huong.card("Làm việc riêng").click();
  await huong.inspector.getByLabel("Hạn chế").check();
  await huong.card("Làm việc riêng").getByTitle(/Bận/).waitFor();
  const remote = await remoteOf(huong);
  await remote.getByRole("button", { name: "Tuần", exact: true }).click();
  await wall.page.getByText("Hội nghị giao ban").waitFor();
  await wall.page.getByText("Bận", { exact: true }).first().waitFor();
  expect(await wall.page.content()).not.toContain("Làm việc riêng");
  await wall.page.getByText("Trần Thị Hương đang chiếu").waitFor();
  expect(await barriersOn(huong.page)).toEqual([]);

  await remote.getByRole("button", { name: "Đứng hình" }).click();
  await wall.page.getByText(/đứng hình/i).waitFor();
  await remote.getByRole("button", { name: "Đứng hình" }).click();
  // The keys of the remote control, while it has the focus.
  await huong.presses("b");
  await remote.getByRole("button", { name: "Bật hình" }).waitFor();
  await wall.page.locator(".stage[data-dark]").waitFor({ state: "attached" });
  await huong.presses("b");
  await wall.page.locator(".stage:not([data-dark])").waitFor();
  await wall.page.getByText("Hội nghị giao ban").waitFor();

  const lan = await world.enters("lan", { size: "phone" });
  await lan.opens("/");
  const onPhone = await remoteOf(lan);
  await onPhone.getByText("Trần Thị Hương đang chiếu", { exact: true }).waitFor();
  await onPhone.getByRole("button", { name: "Trùng lịch" }).click();
  await onPhone.getByRole("alertdialog").getByRole("button", { name: "Nhận" }).click();
  await onPhone.getByText("Bạn đang chiếu").waitFor();
  await wall.page.getByText("Nguyễn Ngọc Lan đang chiếu").waitFor();
  await remote.getByText("Nguyễn Ngọc Lan đang chiếu").waitFor();
  expect(await barriersOn(lan.page)).toEqual([]);

  await remote.getByRole("button", { name: "Quản lý màn hình" }).click();
  await huong.page.getByText("đang nối").waitFor();
  await huong.page.getByRole("button", { name: "Thu hồi" }).click();
  await huong.page.getByRole("alertdialog").getByRole("button", { name: "Thu hồi" }).click();
  await codeOn(wall.page);
  await huong.page.getByText("Chưa có màn hình nào được ghép.").waitFor();
});

test("a screen gets another name, and another machine in its place; what was settled stays", async () => {
  const first = await hungUp(world);
  const huong = await world.enters("huong");
  await pairs(huong, first, "Phòng họp 3");
  await huong.page
    .getByRole("listitem")
    .filter({ hasText: "Phòng họp 3" })
    .getByRole("button", { name: "Cài đặt" })
    .click();
  await huong.page.getByLabel("Tên", { exact: true }).fill("Phòng khánh tiết");
  await huong.page.getByRole("radio", { name: /Tối/ }).check({ force: true });
  await huong.page.getByRole("button", { name: "Lưu", exact: true }).click();
  await huong.page.getByRole("heading", { name: "Phòng khánh tiết" }).waitFor();
  await first.page.locator('.stage[data-theme="dark"]').waitFor();

  const second = await hungUp(world);
  await huong.page.getByLabel("Mã trên màn hình").fill(await codeOn(second.page));
  await huong.page.getByRole("button", { name: "Tìm màn hình" }).click();
  await huong.page.getByLabel("Ghép là").selectOption({ label: "Phòng khánh tiết (ghép lại, giữ tên và cài đặt)" });
  await huong.page.getByRole("button", { name: "Ghép màn hình", exact: true }).click();
  await second.page.locator('.stage[data-theme="dark"]').waitFor();
  // Of two machines only the one that was let in last is this screen.
  await codeOn(first.page);
});

test("a wrong code says so, and a denied screen sees nothing", async () => {
  const wall = await hungUp(world);
  const lan = await world.enters("lan");
  await lan.page.goto("/pair?code=BCDFGH");
  await lan.page.getByText(/Không có màn hình nào đang chờ/).waitFor();
  await lan.page.getByLabel("Mã trên màn hình").fill(await codeOn(wall.page));
  await lan.presses("Enter");
  const code = await codeOn(wall.page);
  await lan.page.getByRole("button", { name: "Từ chối" }).click();
  await lan.page.getByText("Đã từ chối.", { exact: false }).waitFor();
  await expect.poll(() => codeOn(wall.page), { timeout: 30_000 }).not.toBe(code);
});

test("a guest drives no screen", async () => {
  const guest = await world.enters("khach");
  await guest.page.goto("/screens");
  await guest.page.getByText("Chỉ cán bộ ba văn phòng được ghép và điều khiển màn hình.").waitFor();
  expect(await guest.page.getByRole("button", { name: "Chiếu lên màn hình" }).count()).toBe(0);
});
