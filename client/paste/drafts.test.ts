import { expect, test } from "vitest";
import { city } from "../../test/world/small-city.ts";
import type { Correction } from "../reading/item-draft.ts";
import { draftsOf } from "./drafts.ts";
import { performReading } from "./reading-task.ts";

const text = [
  "LỊCH CÔNG TÁC TUẦN 48 NĂM 2026",
  "Thứ Hai, ngày 23/11/2026",
  "- Sáng: Họp nghe báo cáo (GM số 4/GM-UBND ngày 18/11/2026). Chủ trì: đ/c Hoàng Minh An. Địa điểm: Phòng họp 1.",
  "- 14h00: Thăm đơn vị. Chủ trì: đ/c Phạm Thái Bình. Địa điểm: Phòng họp 1.",
].join("\n");

function corrected(correction: Correction) {
  const answer = performReading({ text, year: null, here: 2026, office: "people", directory: city });
  const corrections = new Map([["0", correction]]);
  return draftsOf({ answer, text, office: "people", directory: city, choices: new Map(), corrections });
}

test("a time and a room chosen for one row are that row's and no other's", () => {
  const [row, other] = corrected({ start: "09:00", end: "10:30", session: null, location: "Phòng họp 2" });
  expect(row?.when).toMatchObject({ horizon: "time", day: "2026-11-23", startMin: 540, endMin: 630 });
  expect([row?.venue, row?.states.venue]).toEqual([{ room: "p2" }, "certain"]);
  expect(other?.venue).toEqual({ room: "p1" });
});

test("on another day than printed, people were still told of the printed one", () => {
  const [row] = corrected({ date: "2026-11-25" as never, start: "09:00" });
  expect(row?.when).toMatchObject({ day: "2026-11-25" });
  expect(row?.read.announced).toEqual({ on: "2026-11-18", of: "2026-11-23" });
});
