import * as v from "valibot";
import { expect, test } from "vitest";
import { directorySchema } from "../../shared/model/directory.ts";
import { createSitting } from "./sitting-body.ts";

const directory = v.parse(directorySchema, {
  bodies: [
    { id: "btv", name: "Ban Thường vụ Thành ủy", aliases: ["BTV", "Ban Thường vụ"], office: "party" },
    { id: "tttu", name: "Thường trực Thành ủy", aliases: ["TTTU"], office: "party" },
    { id: "ubnd", name: "UBND Thành phố", aliases: ["UBND"], office: "people" },
    { id: "bcd", name: "Ban Chỉ đạo phòng, chống tham nhũng", office: "party" },
  ],
});
const party = createSitting(directory, "party");
const people = createSitting(directory, "people");

test("a sitting is known by its body, under any of the body's names", () => {
  expect(party("Họp Ban Thường vụ nghe báo cáo tiến độ Vành đai 4")).toBe("body:btv");
  expect(party("Hội nghị BTV")).toBe("body:btv");
  expect(party("dự họp Thường trực Thành uỷ")).toBe("body:tttu");
  expect(party("Hội ý Thường trực Thành ủy đầu tuần")).toBe("body:tttu");
  expect(party("Họp Ban Chỉ đạo phòng chống tham nhũng")).toBe("body:bcd");
  expect(people("Phiên họp UBND thường kỳ tháng 11")).toBe("body:ubnd");
});

test("working with a body, or hearing it, is no sitting", () => {
  expect(party("Làm việc với Ban Thường vụ Quận ủy")).toBeUndefined();
  expect(party("Nghe Thường trực Thành ủy báo cáo")).toBeUndefined();
  expect(party("Hội nghị tổng kết công tác")).toBeUndefined();
});

test("a ward's committee is not the city's", () => {
  expect(people("Họp UBND phường Láng")).toBeUndefined();
  expect(people("Họp UBND các xã")).toBeUndefined();
});

test("another office's body stays with that office", () => {
  expect(people("Dự họp Ban Thường vụ Thành ủy")).toBeUndefined();
});
