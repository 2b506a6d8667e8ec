import type { OfficeId } from "../../shared/model/office.ts";
import type { PartyRef } from "../../shared/model/ref.ts";

type UnitEntry = {
  readonly id: string;
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly office?: OfficeId;
  readonly head?: PartyRef;
};
type UnitRow = readonly [id: string, name: string, head?: string, ...aliases: string[]];

const party: readonly UnitRow[] = [
  ["vp-tu", "Văn phòng Thành ủy", "cvp-tu", "VPTU"],
  ["btc", "Ban Tổ chức Thành ủy", "tb-tc", "BTC Thành ủy"],
  ["btgdv", "Ban Tuyên giáo và Dân vận Thành ủy", "tb-tgdv", "BTGDV"],
  ["ubkt", "Cơ quan Ủy ban Kiểm tra Thành ủy", "cn-ubkt", "UBKT"],
  ["bnc", "Ban Nội chính Thành ủy", "tb-nc", "BNC"],
  ["mttq", "Ủy ban MTTQ Việt Nam Thành phố", "ct-mttq", "MTTQ"],
  ["thanh-doan", "Thành đoàn", "bt-doan"],
  ["p-th-tu", "Phòng Tổng hợp, Văn phòng Thành ủy", "", "P. TH Thành ủy"],
  ["p-qt-tu", "Phòng Quản trị, Văn phòng Thành ủy"],
];

const council: readonly UnitRow[] = [
  ["vp-hdnd", "Văn phòng Đoàn ĐBQH và HĐND Thành phố", "cvp-hdnd", "VP ĐĐBQH-HĐND"],
  ["p-ct-hdnd", "Phòng Công tác HĐND", "", "P. CT HĐND"],
  ["p-ct-qh", "Phòng Công tác Quốc hội", "", "P. CT QH"],
  ["p-dn-tcd", "Phòng Dân nguyện - Thông tin", "", "P. DN"],
];

const people: readonly UnitRow[] = [
  ["vp-ub", "Văn phòng UBND Thành phố", "cvp-ub", "VP UBND"],
  ["p-th", "Phòng Tổng hợp, Văn phòng UBND", "", "TH"],
  ["p-nc", "Phòng Nội chính, Văn phòng UBND", "", "NC"],
  ["p-kt", "Phòng Kinh tế, Văn phòng UBND", "", "P. KT"],
  ["p-dt", "Phòng Đô thị, Văn phòng UBND", "", "P. ĐT"],
  ["p-nnmt", "Phòng Nông nghiệp - Môi trường, Văn phòng UBND"],
  ["p-kgvx", "Phòng Khoa giáo - Văn xã, Văn phòng UBND", "", "KGVX"],
  ["stc", "Sở Tài chính", "gd-stc", "STC"],
  ["sxd", "Sở Xây dựng", "gd-sxd", "SXD"],
  ["snnmt", "Sở Nông nghiệp và Môi trường", "gd-snnmt", "SNNMT", "Sở NN&MT"],
  ["snv", "Sở Nội vụ", "gd-snv", "SNV"],
  ["syt", "Sở Y tế", "gd-syt", "SYT"],
  ["sgddt", "Sở Giáo dục và Đào tạo", "gd-sgddt", "SGDĐT", "Sở GD&ĐT"],
  ["svhtt", "Sở Văn hóa và Thể thao", "gd-svhtt", "SVHTT", "Sở VH&TT"],
  ["skhcn", "Sở Khoa học và Công nghệ", "gd-skhcn", "SKHCN", "Sở KH&CN"],
  ["sct", "Sở Công Thương", "gd-sct", "SCT"],
  ["stp", "Sở Tư pháp", "gd-stp", "STP"],
  ["sqhkt", "Sở Quy hoạch - Kiến trúc", "gd-sqhkt", "SQHKT", "Sở QH-KT"],
  ["sdl", "Sở Du lịch", "gd-sdl", "SDL"],
  ["sngv", "Sở Ngoại vụ", "gd-sngv"],
  ["sdttg", "Sở Dân tộc và Tôn giáo"],
  ["ttra", "Thanh tra Thành phố", "ctt", "TTTP"],
  ["ca", "Công an Thành phố", "gd-ca", "CATP"],
  ["btl", "Bộ Tư lệnh Thủ đô", "tu-lenh", "BTL Thủ đô"],
  ["thue", "Thuế Thành phố"],
  ["thong-ke", "Thống kê Thành phố"],
  ["kbnn", "Kho bạc Nhà nước khu vực I"],
  ["btcd", "Ban Tiếp công dân Thành phố", "tb-tcd", "BTCD"],
  ["ttpvhcc", "Trung tâm Phục vụ hành chính công Thành phố", "", "TTPVHCC"],
  ["bql-gt", "Ban QLDA đầu tư xây dựng công trình giao thông Thành phố", "", "Ban QLDA giao thông"],
  ["bql-dd", "Ban QLDA đầu tư xây dựng công trình dân dụng Thành phố", "", "Ban QLDA dân dụng"],
  ["bql-ht", "Ban QLDA đầu tư xây dựng hạ tầng kỹ thuật và nông nghiệp Thành phố", "", "Ban QLDA hạ tầng"],
  ["mrb", "Ban Quản lý đường sắt đô thị Hà Nội", "", "MRB"],
  ["bql-kcn", "Ban Quản lý các khu công nghệ cao và khu công nghiệp Thành phố"],
  ["ttptqd", "Trung tâm Phát triển quỹ đất Thành phố"],
  ["thoat-nuoc", "Công ty Thoát nước Hà Nội"],
];

/** Wards and communes of the city since the two-level government of 1/7/2025; seats of local items. */
export const localities: readonly (readonly [id: string, name: string])[] = [
  ["p-lang", "phường Láng"],
  ["p-ba-dinh", "phường Ba Đình"],
  ["p-hoan-kiem", "phường Hoàn Kiếm"],
  ["p-tay-ho", "phường Tây Hồ"],
  ["p-cau-giay", "phường Cầu Giấy"],
  ["p-ha-dong", "phường Hà Đông"],
  ["p-long-bien", "phường Long Biên"],
  ["p-hoang-mai", "phường Hoàng Mai"],
  ["p-thanh-xuan", "phường Thanh Xuân"],
  ["p-son-tay", "phường Sơn Tây"],
  ["x-phuc-tho", "xã Phúc Thọ"],
  ["x-dong-anh", "xã Đông Anh"],
  ["x-soc-son", "xã Sóc Sơn"],
  ["x-gia-lam", "xã Gia Lâm"],
  ["x-hoai-duc", "xã Hoài Đức"],
  ["x-ba-vi", "xã Ba Vì"],
  ["x-thuong-tin", "xã Thường Tín"],
  ["x-chuong-my", "xã Chương Mỹ"],
];

const rowsOf = (rows: readonly UnitRow[], office: OfficeId): UnitEntry[] =>
  rows.map(([id, name, head, ...aliases]) => ({
    id,
    name,
    aliases,
    office,
    ...(head ? { head: `post:${head}` as const } : {}),
  }));

/** Units that prepare, take part and are worked with. */
export const units: readonly UnitEntry[] = [
  ...rowsOf(party, "party"),
  ...rowsOf(council, "council"),
  ...rowsOf(people, "people"),
  ...localities.map(([id, name]) => ({ id, name: `UBND ${name}` })),
];

const viceChairs: readonly PartyRef[] = [
  "post:pct-tt",
  "post:pct-dt",
  "post:pct-vx",
  "post:pct-nn",
  "post:pct-kt",
  "post:pct-cn",
];

/** Several parties under one name; the conditional ones leave open who comes. */
export const groups = [
  {
    id: "cac-pct",
    name: "Các Phó Chủ tịch UBND Thành phố",
    aliases: ["các PCT"],
    office: "people",
    members: viceChairs,
  },
  {
    id: "pct-lien-quan",
    name: "Các Phó Chủ tịch liên quan",
    aliases: ["các PCT liên quan"],
    office: "people",
    members: viceChairs,
    conditional: true,
  },
  {
    id: "so-lien-quan",
    name: "Các sở, ban, ngành liên quan",
    members: ["unit:stc", "unit:sxd", "unit:snnmt", "unit:snv", "unit:stp"],
    conditional: true,
  },
  {
    id: "ba-cvp",
    name: "Ba Chánh Văn phòng",
    aliases: ["lãnh đạo ba Văn phòng"],
    members: ["post:cvp-tu", "post:cvp-hdnd", "post:cvp-ub"],
  },
  {
    id: "cac-ban-dang",
    name: "Các Ban Đảng Thành ủy",
    office: "party",
    members: ["unit:btc", "unit:btgdv", "unit:ubkt", "unit:bnc"],
  },
  {
    id: "to-dbqh-1",
    name: "Tổ đại biểu Quốc hội đơn vị bầu cử số 1",
    office: "council",
    members: ["post:td-dbqh", "post:ptd-dbqh"],
  },
  ...[1, 2, 3, 4, 5, 6].map((number) => ({
    id: `to-db-${number}`,
    name: `Tổ đại biểu HĐND số ${number}`,
    aliases: [`Tổ đại biểu số ${number}`],
    office: "council",
    members: [],
  })),
];
