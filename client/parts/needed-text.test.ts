import { expect, test } from "vitest";
import { createNeededText } from "./needed-text.ts";

test("what is needed is answered without the space around it; nothing but space is missing until something is written", () => {
  const needed = createNeededText();
  expect([needed.isMissing(), needed.demand(), needed.isMissing()]).toEqual([false, null, true]);
  needed.write("  ");
  expect(needed.isMissing()).toBe(false);
  expect(needed.demand()).toBeNull();
  needed.write(" chờ phòng \n");
  expect([needed.demand(), needed.isMissing(), needed.text()]).toEqual(["chờ phòng", false, " chờ phòng \n"]);
  expect(createNeededText("đã ghi").demand()).toBe("đã ghi");
});
