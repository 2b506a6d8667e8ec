import * as v from "valibot";
import { expect, test } from "vitest";
import { directorySchema } from "../model/directory.ts";
import { createNames } from "./names.ts";

const directory = v.parse(directorySchema, {
  persons: [
    { id: "an", name: "Hoàng Minh An" },
    { id: "ha", name: "Lê Thu Hà" },
    { id: "khai", name: "Vũ Đức Khải" },
  ],
  posts: [
    { id: "bt", name: "Bí thư Thành ủy", short: "Bí thư", holders: [{ person: "an" }] },
    {
      id: "pct1",
      name: "Phó Chủ tịch văn hóa",
      short: "PCT",
      holders: [
        { person: "khai", to: "2026-08-31" },
        { person: "ha", from: "2026-09-01" },
      ],
    },
    { id: "pct2", name: "Phó Chủ tịch đô thị", short: "PCT", holders: [{ person: "khai", from: "2026-09-01" }] },
    { id: "pct3", name: "Phó Chủ tịch kinh tế", short: "PCT" },
  ],
  bodies: [{ id: "btv", name: "Ban Thường vụ Thành ủy", aliases: ["BTV", "BTVTU"] }],
  rooms: [{ id: "p2", name: "Phòng họp 2", building: "Trụ sở UBND" }],
});
const names = createNames(directory, "2026-11-24");

test("a post that is one of its kind stands alone, one of several with who holds it today", () => {
  expect(names.of("post:bt").short).toBe("Bí thư");
  expect(names.of("post:pct1").short).toBe("PCT Lê Thu Hà");
  expect(names.of("post:pct2").short).toBe("PCT Vũ Đức Khải");
  expect(names.of("post:pct3").short).toBe("PCT");
  expect(createNames(directory, "2026-08-01").of("post:pct1").short).toBe("PCT Vũ Đức Khải");
});

test("a person is told from namesakes by the post held today, a room by its building", () => {
  expect(names.of("person:an")).toMatchObject({ name: "Hoàng Minh An", detail: "Bí thư" });
  expect(names.of("person:khai").detail).toBe("PCT");
  expect(names.of("room:p2").detail).toBe("Trụ sở UBND");
  expect(names.of("body:btv").short).toBe("BTV");
});

test("words the directory does not know are said as they are and marked", () => {
  expect(names.of("text:đại diện Sở X")).toMatchObject({ name: "đại diện Sở X", isKnown: false });
  expect(names.of("person:gone").isKnown).toBe(false);
});
