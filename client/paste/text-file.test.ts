import { expect, test } from "vitest";
import { bytesToText, isTextFile } from "./text-file.ts";

const words = "Thứ Hai, 8 giờ: họp";
const utf16 = (swap: boolean) => {
  const bytes = new Uint8Array(2 + words.length * 2);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff, !swap);
  for (let at = 0; at < words.length; at++) view.setUint16(2 + at * 2, words.charCodeAt(at), !swap);
  return bytes;
};

test("a text file is read as Windows, a Mac or a phone wrote it", () => {
  const utf8 = new TextEncoder().encode(words);
  expect(bytesToText(utf8)).toBe(words);
  expect(bytesToText(new Uint8Array([0xef, 0xbb, 0xbf, ...utf8]))).toBe(words);
  expect(bytesToText(utf16(false))).toBe(words);
  expect(bytesToText(utf16(true))).toBe(words);
});

test("letters of an old code page are refused, not shown wrong", () => {
  expect(bytesToText(new Uint8Array([0x54, 0x68, 0xf8, 0x20, 0xb5]))).toBeNull();
});

test("a Word file is no text file", () => {
  expect(isTextFile({ name: "lich.txt", type: "" })).toBe(true);
  expect(isTextFile({ name: "lich", type: "text/plain" })).toBe(true);
  expect(isTextFile({ name: "lich.docx", type: "application/vnd.openxmlformats" })).toBe(false);
});
