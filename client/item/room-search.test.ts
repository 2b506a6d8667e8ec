import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { roomSchema } from "../../shared/model/directory.ts";
import { createRoomSearch, roomDetail, roomNamed, roomsToGroups } from "./room-search.ts";

const room = (fields: object) => v.parse(roomSchema, fields);
const big = room({
  id: "ht-tu",
  name: "Hội trường lớn Thành ủy",
  aliases: ["Hội trường lớn"],
  building: "Trụ sở Thành ủy",
  floor: "tầng 1",
  capacity: 250,
  onlinePoint: true,
});
const rooms = [
  big,
  room({
    id: "ph1-tu",
    name: "Phòng họp 1 Thành ủy",
    aliases: ["P. họp 1"],
    building: "Trụ sở Thành ủy",
    capacity: 40,
  }),
  room({ id: "ph1-ub", name: "Phòng họp 1 UBND", aliases: ["P. họp 1"], building: "Trụ sở UBND", floor: "tầng 3" }),
  room({ id: "kt", name: "Phòng khánh tiết" }),
];
const phrases = { seats: (count: number) => `${count} chỗ`, onlinePoint: "có điểm cầu" };
const search = createRoomSearch(rooms);

describe("a room in the list", () => {
  test("says house, floor, seats and whether it can be a bridging point", () => {
    expect(roomDetail(big, phrases)).toBe("Trụ sở Thành ủy · tầng 1 · 250 chỗ · có điểm cầu");
    expect(roomDetail(big, phrases, "building")).toBe("tầng 1 · 250 chỗ · có điểm cầu");
    expect(roomDetail(rooms[3]!, phrases)).toBe("");
  });

  test("is found without marks, by alias, and by its house", () => {
    expect(search("hoi truong lon", 5)[0]?.room.id).toBe("ht-tu");
    expect(search("khanh tiet", 5)[0]?.room.id).toBe("kt");
    expect(search("p hop 1 ubnd", 5)[0]?.room.id).toBe("ph1-ub");
  });

  test("stands under its house while nothing is typed", () => {
    const groups = roomsToGroups(search("", 40), "", phrases);
    expect(groups.map(({ label, options }) => [label, options.length])).toEqual([
      ["Trụ sở Thành ủy", 2],
      ["Trụ sở UBND", 1],
      [null, 1],
    ]);
  });

  test("stands best match first once something is typed", () => {
    const groups = roomsToGroups(search("p. họp 1", 40), "p. họp 1", phrases);
    expect(groups).toHaveLength(1);
    expect(groups[0]?.options.map(({ id }) => id)).toEqual(["ph1-tu", "ph1-ub"]);
    expect(groups[0]?.options[1]?.detail).toBe("Trụ sở UBND · tầng 3");
  });
});

describe("words that name a room", () => {
  test("exactly one room by that name is that room", () => {
    expect(roomNamed(rooms, "hội trường LỚN")?.id).toBe("ht-tu");
    expect(roomNamed(rooms, "Phong hop 1 UBND")?.id).toBe("ph1-ub");
  });

  test("two rooms by one name are not guessed between, half a name is none", () => {
    expect(roomNamed(rooms, "P. họp 1")).toBeUndefined();
    expect(roomNamed(rooms, "Hội trường")).toBeUndefined();
    expect(roomNamed(rooms, "")).toBeUndefined();
  });
});
