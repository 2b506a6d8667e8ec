import { localities } from "./units.ts";

/** Where the houses and places of the demo's venues lie, and how far out. */
export const zones = [
  {
    id: "trung-tam",
    name: "Trung tâm",
    aliases: [
      "Trụ sở Thành ủy",
      "Trụ sở HĐND Thành phố",
      "Trụ sở UBND Thành phố",
      "Trụ sở Tiếp công dân Thành phố",
      ...localities.filter(([id]) => id.startsWith("p-") && id !== "p-son-tay").map(([, name]) => name),
    ],
    ring: "inner",
  },
  {
    id: "ngoai-thanh",
    name: "Ngoại thành",
    aliases: localities.filter(([id]) => id.startsWith("x-") || id === "p-son-tay").map(([, name]) => name),
    ring: "suburb",
  },
];

/** Ways that are longer than those to other suburbs. */
export const travels = [
  { id: "ba-vi", origin: "Trung tâm", goal: "xã Ba Vì", minutes: 80 },
  { id: "son-tay", origin: "Trung tâm", goal: "phường Sơn Tây", minutes: 70 },
  { id: "soc-son", origin: "Trung tâm", goal: "xã Sóc Sơn", minutes: 65 },
];

/** What Hanoi would set beside custom: as many bridging points as its centre of operations connects at once. */
export const norms = [{ id: "diem-cau", norm: "online-points", value: 300 }];

/** Great events of the city, with who has to be there. */
export const events = [
  { id: "quoc-khanh-2026", name: "Lễ kỷ niệm Quốc khánh", day: "2026-09-02", members: ["body:tttu"] },
  {
    id: "giai-phong-thu-do-2026",
    name: "Lễ kỷ niệm Ngày Giải phóng Thủ đô",
    day: "2026-10-10",
    members: ["body:tttu"],
  },
  { id: "tong-ket-nam-2026", name: "Hội nghị tổng kết năm của Thành phố", day: "2026-12-18", members: ["body:tttu"] },
];
