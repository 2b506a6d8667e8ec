import { expect, test } from "vitest";
import { isInvited } from "./invitation.ts";

const isInvitedIn = (source: string, name: string) => {
  const from = source.indexOf(name);
  expect(from, `${name} stands in the text`).toBeGreaterThanOrEqual(0);
  return isInvited(source, { from, to: from + name.length });
};

test("everybody in a sentence that invites is invited", () => {
  const text = "- 9 giờ, Chủ tịch dự hội nghị. Mời lãnh đạo Sở A; UBND xã B; phóng viên Báo, Đài (Sở A chuẩn bị).";
  expect(["lãnh đạo Sở A", "UBND xã B", "phóng viên"].map((name) => isInvitedIn(text, name))).toEqual([
    true,
    true,
    true,
  ]);
  expect(isInvitedIn(text, "Chủ tịch")).toBe(false);
});

test("a name before the invitation, or on the next line, is not", () => {
  const text = "họp giao ban, mời Sở A cùng dự\nPCT. Khải: 8 giờ, họp";
  expect(isInvitedIn(text, "Sở A")).toBe(true);
  expect(isInvitedIn(text, "PCT. Khải")).toBe(false);
});

test("a dot behind capitals does not end the sentence", () => {
  expect(isInvitedIn("Mời PCT. KT, UB. MTTQ; Sở Nội vụ dự.", "Sở Nội vụ")).toBe(true);
});

test("a letter of invitation invites nobody by itself", () => {
  expect(isInvitedIn("thay thư mời Sở A dự", "Sở A")).toBe(false);
  expect(isInvitedIn("theo giấy mời của Bộ, Sở A dự", "Sở A")).toBe(false);
});

test("typed without any marks it invites, too; with marks elsewhere “moi” is no “mời”", () => {
  expect(isInvitedIn("8h hop, moi So A", "So A")).toBe(true);
  expect(isInvitedIn("8h họp, moi So A", "So A")).toBe(false);
});

test("text in decomposed letters reads the same", () => {
  const text = "Mời Sở A".normalize("NFD");
  expect(isInvited(text, { from: text.length - 1, to: text.length })).toBe(true);
});
