import * as v from "valibot";
import { expect, test } from "vitest";
import { idSchema } from "../../shared/model/ref.ts";
import { idForName } from "./entry-id.ts";

test("an id reads like the name, without marks", () => {
  expect(idForName("Hoàng Minh An", new Set())).toBe("hoang-minh-an");
  expect(idForName("  P. họp 2, tầng 3 ", new Set())).toBe("p-hop-2-tang-3");
  expect(idForName("Đoàn ĐBQH", new Set())).toBe("doan-dbqh");
});

test("namesakes get numbers", () => {
  expect(idForName("Lê Hà", new Set(["le-ha"]))).toBe("le-ha-2");
  expect(idForName("Lê Hà", new Set(["le-ha", "le-ha-2"]))).toBe("le-ha-3");
});

test("whatever the name, the id is one the schema takes", () => {
  for (const name of [
    "",
    "!!!",
    "日本",
    "a".repeat(500),
    "__proto__",
    "constructor",
    "prototype",
    "-",
    `${"x".repeat(59)} y`,
  ])
    expect(v.is(idSchema, idForName(name, new Set())), name).toBe(true);
  expect(idForName("constructor", new Set())).toBe("constructor-2");
});
