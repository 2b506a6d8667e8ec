import type { OfficeId } from "../../shared/model/office.ts";
import type { PartyRef } from "../../shared/model/ref.ts";

type Seat = "chair" | "deputy" | "member";
type BodyRow = {
  readonly id: string;
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly office?: OfficeId;
  readonly precedence: number;
  readonly members: readonly { readonly party: PartyRef; readonly as?: Seat }[];
};

const seats = (chair: string, deputies: readonly string[], members: readonly string[] = []): BodyRow["members"] => [
  { party: `post:${chair}`, as: "chair" },
  ...deputies.map((id) => ({ party: `post:${id}` as const, as: "deputy" as const })),
  ...members.map((id) => ({ party: id.includes(":") ? (id as PartyRef) : (`post:${id}` as const) })),
];

const viceChairs = ["pct-dt", "pct-vx", "pct-nn", "pct-kt", "pct-cn"];

/**
 * Bodies that sit, in order of precedence: when two clash the lower number goes first (Central, then the Party's organs
 * from the largest, then the Council, then the Committee). Members are posts wherever the seat goes with the post.
 */
const organs: readonly BodyRow[] = [
  { id: "trung-uong", name: "Trung ương", aliases: ["TW", "TƯ"], precedence: 1, members: [] },
  { id: "chinh-phu", name: "Chính phủ", aliases: ["CP"], precedence: 1, members: [] },
  {
    id: "bch",
    name: "Ban Chấp hành Đảng bộ Thành phố",
    aliases: ["BCH", "BCH Đảng bộ Thành phố"],
    office: "party",
    precedence: 2,
    members: seats(
      "bi-thu",
      ["pbt-tt"],
      [
        "body:btv",
        ...["ptb-tc", "ptb-tgdv", "pcn-ubkt", "bt-doan", "pcvp-tu-1", "pct-hdnd", "tb-ktns", "tb-dt", "ptd-dbqh"],
        ...[...viceChairs, "cvp-ub", "cvp-hdnd", "gd-stc", "gd-sxd", "gd-snnmt", "gd-snv", "gd-syt", "gd-sgddt", "ctt"],
      ],
    ),
  },
  {
    id: "btv",
    name: "Ban Thường vụ Thành ủy",
    aliases: ["BTV", "BTVTU", "Ban Thường vụ"],
    office: "party",
    precedence: 3,
    members: seats(
      "bi-thu",
      ["pbt-tt", "pbt-ct-ub", "pbt-ct-hdnd", "pbt-ct"],
      ["tb-tc", "tb-tgdv", "cn-ubkt", "tb-nc", "ct-mttq", "tu-lenh", "gd-ca", "cvp-tu", "pct-tt-hdnd", "pct-tt"],
    ),
  },
  {
    id: "tttu",
    name: "Thường trực Thành ủy",
    aliases: ["TTTU", "Thường trực TU"],
    office: "party",
    precedence: 4,
    members: seats("bi-thu", ["pbt-tt", "pbt-ct-ub", "pbt-ct-hdnd", "pbt-ct"]),
  },
  {
    id: "hdnd",
    name: "HĐND Thành phố",
    aliases: ["HĐND", "Hội đồng nhân dân Thành phố"],
    office: "council",
    precedence: 5,
    members: seats(
      "ct-hdnd",
      ["pct-tt-hdnd", "pct-hdnd"],
      ["body:ban-pc", "body:ban-ktns", "body:ban-vhxh", "body:ban-dt", "ct-ub", "ct-mttq"],
    ),
  },
  {
    id: "tt-hdnd",
    name: "Thường trực HĐND Thành phố",
    aliases: ["TT HĐND", "Thường trực HĐND"],
    office: "council",
    precedence: 6,
    members: seats("ct-hdnd", ["pct-tt-hdnd", "pct-hdnd"], ["tb-pc", "tb-ktns", "tb-vhxh", "tb-dt"]),
  },
  {
    id: "dbqh",
    name: "Đoàn ĐBQH Thành phố",
    aliases: ["Đoàn ĐBQH", "ĐĐBQH"],
    office: "council",
    precedence: 6,
    members: seats("td-dbqh", ["ptd-dbqh"], ["ct-ub", "gd-ca", "tb-dt"]),
  },
  {
    id: "ubnd",
    name: "UBND Thành phố",
    aliases: ["UBND", "Ủy ban nhân dân Thành phố", "Tập thể UBND"],
    office: "people",
    precedence: 7,
    members: seats(
      "ct-ub",
      ["pct-tt", ...viceChairs],
      [
        "cvp-ub",
        "gd-stc",
        "gd-sxd",
        "gd-snnmt",
        "gd-snv",
        "gd-syt",
        "gd-sgddt",
        "gd-svhtt",
        "gd-skhcn",
        "gd-sct",
        "ctt",
      ],
    ),
  },
  {
    id: "du-ubnd",
    name: "Đảng ủy UBND Thành phố",
    aliases: ["ĐU UBND"],
    office: "people",
    precedence: 8,
    members: seats("ct-ub", ["pct-tt"], ["pct-kt", "cvp-ub", "gd-snv"]),
  },
];

const committees: readonly BodyRow[] = [
  ["ban-pc", "Ban Pháp chế HĐND", "tb-pc", "ptb-pc", "Ban PC"],
  ["ban-ktns", "Ban Kinh tế - Ngân sách HĐND", "tb-ktns", "ptb-ktns", "Ban KTNS"],
  ["ban-vhxh", "Ban Văn hóa - Xã hội HĐND", "tb-vhxh", "ptb-vhxh", "Ban VHXH"],
  ["ban-dt", "Ban Đô thị HĐND", "tb-dt", "ptb-dt", "Ban ĐT"],
].map(([id = "", name = "", head = "", vice = "", alias = ""]) => ({
  id,
  name,
  aliases: [alias],
  office: "council",
  precedence: 15,
  members: seats(head, [vice]),
}));

const steering: readonly BodyRow[] = [
  {
    id: "bcd-vd4",
    name: "Ban Chỉ đạo triển khai dự án Vành đai 4",
    aliases: ["BCĐ Vành đai 4"],
    precedence: 20,
    members: seats("bi-thu", ["ct-ub", "pct-dt"], ["gd-sxd", "gd-stc", "gd-snnmt"]),
  },
  {
    id: "bcd-cds",
    name: "Ban Chỉ đạo khoa học, công nghệ và chuyển đổi số",
    aliases: ["BCĐ CĐS"],
    precedence: 20,
    members: seats("ct-ub", ["pct-cn"], ["gd-skhcn", "cvp-ub", "gd-ca"]),
  },
  {
    id: "bcd-pctn",
    name: "Ban Chỉ đạo phòng, chống tham nhũng, lãng phí, tiêu cực",
    aliases: ["BCĐ PCTNLPTC"],
    office: "party",
    precedence: 18,
    members: seats("bi-thu", ["pbt-tt", "tb-nc"], ["cn-ubkt", "gd-ca", "ctt"]),
  },
  {
    id: "bcd-ctr01",
    name: "Ban Chỉ đạo Chương trình 01-CTr/TU",
    aliases: ["BCĐ Chương trình 01"],
    office: "party",
    precedence: 20,
    members: seats("pbt-ct", ["tb-tc"], ["tb-tgdv", "cn-ubkt"]),
  },
  {
    id: "bcd-gpmb",
    name: "Ban Chỉ đạo giải phóng mặt bằng Thành phố",
    aliases: ["BCĐ GPMB"],
    office: "people",
    precedence: 25,
    members: seats("pct-tt", ["pct-nn"], ["gd-snnmt", "gd-sxd"]),
  },
  {
    id: "bch-pctt",
    name: "Ban Chỉ huy phòng thủ dân sự Thành phố",
    aliases: ["BCH PTDS"],
    office: "people",
    precedence: 25,
    members: seats("ct-ub", ["pct-nn"], ["tu-lenh", "gd-snnmt", "gd-sxd"]),
  },
];

export const bodies: readonly BodyRow[] = [...organs, ...committees, ...steering];
