import { expect, test } from "vitest";
import { officeIds } from "../../shared/model/office.ts";
import { officeHue } from "./hue.ts";

test("the people of each office have a colour of their own, and guests one that is no office's", () => {
  const hues = [...officeIds, null].map(officeHue);
  expect(new Set(hues).size).toBe(officeIds.length + 1);
});
