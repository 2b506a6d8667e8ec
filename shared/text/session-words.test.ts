import { expect, test } from "vitest";
import { scopeFor } from "./reading.fixture.ts";
import { readSession, sessionOfWord } from "./session-words.ts";

test.each([
  ["Sáng", "morning", ""],
  ["SÁNG: 1. Chủ tịch", "morning", ": 1. Chủ tịch"],
  ["Buổi chiều", "afternoon", ""],
  ["(chiều) họp", "afternoon", " họp"],
  ["Tối 19h", "evening", " 19h"],
  ["(cả ngày)", "allday", ""],
  ["Cả ngày: khảo sát", "allday", ": khảo sát"],
  ["Sáng làm việc tại cơ quan", "morning", " làm việc tại cơ quan"],
])("%s", (words, session, rest) => {
  const scope = scopeFor(words);
  const read = readSession(scope, 0);
  expect(read?.session).toBe(session);
  expect(scope.text.slice(read?.next)).toBe(rest);
});

test.each(["Sáng kiến", "Sáng tạo", "Chiều dài", "Tối ưu", "sángs", "(sáng; đ/c An)", "ngày"])(
  "%s is no session",
  (words) => {
    expect(readSession(scopeFor(words), 0)).toBeNull();
  },
);

test("alone in brackets 'ngày' is the whole day", () => {
  expect(sessionOfWord("ngày")).toBe("allday");
  expect(sessionOfWord("buổi sáng")).toBe("morning");
  expect(sessionOfWord("mai")).toBeNull();
});
