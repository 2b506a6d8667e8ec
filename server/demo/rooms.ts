import type { OfficeId } from "../../shared/model/office.ts";

type RoomRow = readonly [id: string, name: string, floor: string, capacity: number, ...aliases: string[]];
/** Halls whose chairs and flags are set anew for every item. */
const bufferMinByRoom: Readonly<Record<string, number>> = { "ht-tu": 30, "ht-hdnd": 30, "ht1-ub": 30, "kt-ub": 15 };

type Building = { readonly building: string; readonly office?: OfficeId; readonly rows: readonly RoomRow[] };

/** Rooms that can be a bridging point of an online conference. */
const onlinePoints = new Set(["ht-tu", "ph1-tu", "ht-hdnd", "ph1-ub", "ht1-ub", "ttdh-ub"]);

const buildings: readonly Building[] = [
  {
    building: "Trụ sở Thành ủy",
    office: "party",
    rows: [
      [
        "ht-tu",
        "Hội trường lớn Thành ủy",
        "tầng 1",
        250,
        "Hội trường lớn",
        "HT lớn VP Thành ủy",
        "Hội trường lớn VP Thành ủy",
      ],
      ["ph1-tu", "Phòng họp 1 Thành ủy", "tầng 2", 40, "P. họp 1 Thành ủy", "PH1 Thành ủy"],
      ["ph2-tu", "Phòng họp 2 Thành ủy", "tầng 2", 24, "P. họp 2 Thành ủy", "PH2 Thành ủy"],
      ["ph3-tu", "Phòng họp 3 Thành ủy", "tầng 3", 60, "P. họp 3 Thành ủy", "PH3 Thành ủy"],
    ],
  },
  {
    building: "Trụ sở HĐND Thành phố",
    office: "council",
    rows: [
      ["p302", "Phòng 302", "tầng 3", 20, "P. 302", "P302"],
      ["p304", "Phòng 304", "tầng 3", 20, "P. 304", "P304"],
      ["p305", "Phòng 305", "tầng 3", 35, "P. 305", "P305"],
      ["ht-hdnd", "Hội trường HĐND Thành phố", "tầng 2", 180, "HT HĐND", "Hội trường tầng 2 HĐND"],
    ],
  },
  {
    building: "Trụ sở UBND Thành phố",
    office: "people",
    rows: [
      ["ph1-ub", "Phòng họp 1 UBND", "tầng 2", 80, "P. họp 1 UBND", "PH1 UBND"],
      ["ph2-ub", "Phòng họp 2, tầng 3", "tầng 3", 30, "P. họp 2, tầng 3", "P. họp 2 UBND", "PH2 UBND"],
      ["ph5-ub", "Phòng họp 5, tầng 2", "tầng 2", 24, "P. họp 5, tầng 2", "P. họp 5 UBND", "P. họp 5 tầng 2"],
      ["kt-ub", "Phòng khánh tiết UBND", "tầng 1", 40, "Phòng khánh tiết", "P. khánh tiết"],
      ["ht1-ub", "Hội trường tầng 1 UBND", "tầng 1", 200, "Hội trường tầng 1", "HT tầng 1"],
      ["ttdh-ub", "Trung tâm điều hành UBND", "tầng 4", 50, "TT điều hành"],
    ],
  },
  {
    building: "Trụ sở Tiếp công dân Thành phố",
    rows: [["tcd", "Trụ sở Tiếp công dân", "tầng 1", 60, "Trụ sở TCD", "Trụ sở Tiếp công dân Thành phố"]],
  },
];

export const rooms = buildings.flatMap(({ building, office, rows }) =>
  rows.map(([id, name, floor, capacity, ...aliases]) => ({
    id,
    name,
    aliases,
    ...(office ? { office } : {}),
    building,
    floor,
    capacity,
    onlinePoint: onlinePoints.has(id),
    ...(bufferMinByRoom[id] !== undefined && { bufferMin: bufferMinByRoom[id] }),
  })),
);
