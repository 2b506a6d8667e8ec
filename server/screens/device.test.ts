import { expect, test } from "vitest";
import { deviceOf } from "./device.ts";

test("a screen's browser is named as a person would", () => {
  const chrome =
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36";
  const edge = `${chrome.replace("X11; Linux x86_64", "Windows NT 10.0; Win64; x64")} Edg/131.0.0.0`;
  const box = chrome.replace("X11; Linux x86_64", "Linux; Android 9; BRAVIA 4K");
  const tizen = "Mozilla/5.0 (SMART-TV; Linux; Tizen 6.5) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/4.0";
  expect(deviceOf(chrome)).toBe("Chrome 131, Linux");
  expect(deviceOf(edge)).toBe("Edge 131, Windows");
  expect(deviceOf(box)).toBe("Chrome 131, Android TV");
  expect(deviceOf(tizen)).toBe("Samsung TV, Linux");
});

test("one that is not known is quoted, short and without signs that would disturb the page", () => {
  expect(deviceOf("Signage\u202e Player 2\n<b>")).toBe("Signage Player 2b");
  expect(deviceOf("x".repeat(5_000))).toHaveLength(80);
  expect(deviceOf()).toBe("");
});
