import { expect, test } from "vitest";
import { initialsOf } from "./initials.ts";

test("somebody is known by the last two words of the name, however long it is", () => {
  expect(initialsOf("Nguyễn Ngọc Lan")).toBe("NL");
  expect(initialsOf("Lê Thị Thu Hà")).toBe("TH");
  expect(initialsOf("Trần Hương")).toBe("TH");
  expect(initialsOf("Khách")).toBe("K");
});

test("spaces around and between the words are no part of a name, and of no name there is nothing", () => {
  expect(initialsOf("  Vũ   Đức  Ánh ")).toBe("ĐÁ");
  expect(initialsOf("")).toBe("");
  expect(initialsOf("   ")).toBe("");
});

test("a letter keeps its marks, also where a keyboard wrote them one after the other", () => {
  expect(initialsOf("Đỗ Văn Ân".normalize("NFD"))).toBe("VÂ");
});
