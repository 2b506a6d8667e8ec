import type { OfficeId } from "../../shared/model/office.ts";

/** One post of the demo city with who holds it. Every name is invented. */
export type Leader = {
  readonly post: string;
  readonly title: string;
  /** What a card prints before the name. */
  readonly short: string;
  readonly office: OfficeId;
  /** Holders one after another; `from` and `to` are days, both included. */
  readonly holders: readonly { readonly name: string; readonly from?: string; readonly to?: string }[];
  readonly aliases: readonly string[];
};

type Row = readonly [post: string, short: string, title: string, holder: string, ...aliases: string[]];

const party: readonly Row[] = [
  ["bi-thu", "Bí thư", "Bí thư Thành ủy", "Hoàng Minh An", "Bí thư", "BT"],
  ["pbt-tt", "PBT TT", "Phó Bí thư Thường trực Thành ủy", "Đặng Hữu Lộc", "Phó Bí thư Thường trực", "PBTTT"],
  ["pbt-ct-ub", "PBT", "Phó Bí thư Thành ủy, Chủ tịch UBND Thành phố", "Phạm Quốc Trung"],
  ["pbt-ct-hdnd", "PBT", "Phó Bí thư Thành ủy, Chủ tịch HĐND Thành phố", "Đỗ Hồng Vân"],
  ["pbt-ct", "PBT", "Phó Bí thư chuyên trách Thành ủy", "Ngô Thế Vinh", "Phó Bí thư chuyên trách"],
  ["tb-tc", "Trưởng Ban", "Trưởng Ban Tổ chức Thành ủy", "Tạ Văn Hưng", "Trưởng BTC"],
  ["ptb-tc", "Phó Ban", "Phó Trưởng Ban Tổ chức Thành ủy", "Khổng Thị Lan Phương"],
  ["tb-tgdv", "Trưởng Ban", "Trưởng Ban Tuyên giáo và Dân vận Thành ủy", "Lương Ngọc Diệp", "Trưởng BTGDV"],
  ["ptb-tgdv", "Phó Ban", "Phó Trưởng Ban Tuyên giáo và Dân vận Thành ủy", "Cấn Đức Thiện"],
  ["cn-ubkt", "Chủ nhiệm", "Chủ nhiệm Ủy ban Kiểm tra Thành ủy", "Cao Xuân Thành", "Chủ nhiệm UBKT"],
  ["pcn-ubkt", "Phó CN", "Phó Chủ nhiệm Ủy ban Kiểm tra Thành ủy", "Nhữ Thị Bích Hạnh", "Phó Chủ nhiệm UBKT"],
  ["tb-nc", "Trưởng Ban", "Trưởng Ban Nội chính Thành ủy", "Hồ Sỹ Bình", "Trưởng BNC"],
  ["ct-mttq", "Chủ tịch MTTQ", "Chủ tịch Ủy ban MTTQ Việt Nam Thành phố", "Mai Thị Hiền"],
  ["bt-doan", "Bí thư Thành đoàn", "Bí thư Thành đoàn", "Nghiêm Tuấn Kiệt"],
  ["tu-lenh", "Tư lệnh", "Tư lệnh Bộ Tư lệnh Thủ đô", "Trịnh Bá Long", "Tư lệnh BTL Thủ đô"],
  ["gd-ca", "Giám đốc Công an", "Giám đốc Công an Thành phố", "Nghiêm Văn Tuấn", "GĐ Công an"],
  ["cvp-tu", "CVP", "Chánh Văn phòng Thành ủy", "Đinh Công Sơn", "CVP Thành ủy", "CVPTU"],
  ["pcvp-tu-1", "PCVP", "Phó Chánh Văn phòng Thành ủy phụ trách tổng hợp", "Phan Thị Minh Châu"],
  ["pcvp-tu-2", "PCVP", "Phó Chánh Văn phòng Thành ủy phụ trách hậu cần", "Tống Duy Anh"],
];

const council: readonly Row[] = [
  ["ct-hdnd", "Chủ tịch", "Chủ tịch HĐND Thành phố", "Đỗ Hồng Vân", "Chủ tịch HĐND", "CT HĐND"],
  ["pct-tt-hdnd", "PCT TT", "Phó Chủ tịch Thường trực HĐND Thành phố", "Trần Thị Nga", "PCT TT HĐND"],
  ["pct-hdnd", "PCT", "Phó Chủ tịch HĐND Thành phố", "Kiều Văn Phúc", "PCT HĐND"],
  ["td-dbqh", "Trưởng Đoàn", "Trưởng Đoàn ĐBQH Thành phố", "Hoàng Minh An", "Trưởng Đoàn ĐBQH"],
  ["ptd-dbqh", "Phó TĐ", "Phó Trưởng Đoàn ĐBQH Thành phố", "Thái Bích Ngọc", "Phó Trưởng Đoàn ĐBQH"],
  ["tb-pc", "Trưởng Ban", "Trưởng Ban Pháp chế HĐND Thành phố", "Lưu Quang Đạo", "Trưởng Ban PC"],
  ["ptb-pc", "Phó Ban", "Phó Trưởng Ban Pháp chế HĐND Thành phố", "Sầm Thị Yến"],
  ["tb-ktns", "Trưởng Ban", "Trưởng Ban Kinh tế - Ngân sách HĐND Thành phố", "Quách Thị Liên", "Trưởng Ban KTNS"],
  ["ptb-ktns", "Phó Ban", "Phó Trưởng Ban Kinh tế - Ngân sách HĐND Thành phố", "Bế Văn Hòa"],
  ["tb-vhxh", "Trưởng Ban", "Trưởng Ban Văn hóa - Xã hội HĐND Thành phố", "Dương Kim Oanh", "Trưởng Ban VHXH"],
  ["ptb-vhxh", "Phó Ban", "Phó Trưởng Ban Văn hóa - Xã hội HĐND Thành phố", "Lộc Thanh Tùng"],
  ["tb-dt", "Trưởng Ban", "Trưởng Ban Đô thị HĐND Thành phố", "Hà Mạnh Cường", "Trưởng Ban ĐT"],
  ["ptb-dt", "Phó Ban", "Phó Trưởng Ban Đô thị HĐND Thành phố", "Ma Thị Thúy"],
  ["cvp-hdnd", "CVP", "Chánh Văn phòng Đoàn ĐBQH và HĐND Thành phố", "Vương Đình Quý", "CVP ĐĐBQH-HĐND"],
  ["pcvp-hdnd-1", "PCVP", "Phó Chánh Văn phòng phụ trách công tác HĐND", "Lại Hương Giang"],
  ["pcvp-hdnd-2", "PCVP", "Phó Chánh Văn phòng phụ trách công tác Quốc hội", "Nông Văn Tài"],
];

const people: readonly Row[] = [
  ["ct-ub", "Chủ tịch", "Chủ tịch UBND Thành phố", "Phạm Quốc Trung", "Chủ tịch UBND", "CT UBND"],
  ["pct-tt", "PCT TT", "Phó Chủ tịch Thường trực UBND Thành phố", "Nguyễn Hải Đăng", "PCTTT", "PCT TT UBND"],
  ["pct-dt", "PCT", "Phó Chủ tịch UBND phụ trách xây dựng, giao thông, đô thị", "Vũ Đức Khải", "PCT.ĐT"],
  ["pct-vx", "PCT", "Phó Chủ tịch UBND phụ trách văn hóa - xã hội", "Lê Thu Hà", "PCT.VX"],
  ["pct-nn", "PCT", "Phó Chủ tịch UBND phụ trách nông nghiệp, môi trường, đất đai", "Chử Văn Kiên", "PCT.NN"],
  ["pct-kt", "PCT", "Phó Chủ tịch UBND phụ trách kinh tế, ngân sách, đầu tư", "Lâm Quốc Huy", "PCT.KT"],
  ["cvp-ub", "CVP", "Chánh Văn phòng UBND Thành phố", "Phùng Đức Mạnh", "CVP UBND"],
  ["pcvp-ub-1", "PCVP", "Phó Chánh Văn phòng UBND phụ trách kinh tế", "Đoàn Thu Trang"],
  ["pcvp-ub-2", "PCVP", "Phó Chánh Văn phòng UBND phụ trách đô thị", "Triệu Quang Vinh"],
  ["pcvp-ub-3", "PCVP", "Phó Chánh Văn phòng UBND phụ trách khoa giáo - văn xã", "Hứa Mỹ Linh"],
  ["gd-stc", "Giám đốc", "Giám đốc Sở Tài chính", "Bạch Hoài Nam", "GĐ Sở Tài chính"],
  ["gd-sxd", "Giám đốc", "Giám đốc Sở Xây dựng", "Trương Công Định", "GĐ Sở Xây dựng"],
  ["gd-snnmt", "Giám đốc", "Giám đốc Sở Nông nghiệp và Môi trường", "Mạc Thị Thùy", "GĐ Sở NNMT"],
  ["gd-snv", "Giám đốc", "Giám đốc Sở Nội vụ", "Văn Đình Phú", "GĐ Sở Nội vụ"],
  ["gd-syt", "Giám đốc", "Giám đốc Sở Y tế", "Tăng Thị Hòa", "GĐ Sở Y tế"],
  ["gd-sgddt", "Giám đốc", "Giám đốc Sở Giáo dục và Đào tạo", "Giáp Mai Anh", "GĐ Sở GDĐT"],
  ["gd-svhtt", "Giám đốc", "Giám đốc Sở Văn hóa và Thể thao", "Doãn Thanh Bình", "GĐ Sở VHTT"],
  ["gd-skhcn", "Giám đốc", "Giám đốc Sở Khoa học và Công nghệ", "La Minh Quân", "GĐ Sở KHCN"],
  ["gd-sct", "Giám đốc", "Giám đốc Sở Công Thương", "Ninh Thị Phương", "GĐ Sở Công Thương"],
  ["gd-stp", "Giám đốc", "Giám đốc Sở Tư pháp", "Đàm Văn Nghĩa", "GĐ Sở Tư pháp"],
  ["gd-sqhkt", "Giám đốc", "Giám đốc Sở Quy hoạch - Kiến trúc", "Vi Hồng Quang", "GĐ Sở QHKT"],
  ["gd-sdl", "Giám đốc", "Giám đốc Sở Du lịch", "Từ Thị Khánh", "GĐ Sở Du lịch"],
  ["gd-sngv", "Giám đốc", "Giám đốc Sở Ngoại vụ", "Âu Đình Thắng", "GĐ Sở Ngoại vụ"],
  ["ctt", "Chánh Thanh tra", "Chánh Thanh tra Thành phố", "Chế Văn Lực", "Chánh Thanh tra"],
  ["tb-tcd", "Trưởng Ban", "Trưởng Ban Tiếp công dân Thành phố", "Lê Khánh Toàn", "Trưởng BTCD"],
];

/** The post that changes hands in the autumn: items before and after the day mean two different men. */
const changed: Leader = {
  post: "pct-cn",
  title: "Phó Chủ tịch UBND phụ trách công thương, khoa học, chuyển đổi số",
  short: "PCT",
  office: "people",
  holders: [
    { name: "Khuất Duy Hải", to: "2026-08-31" },
    { name: "Tô Minh Đức", from: "2026-09-01" },
  ],
  aliases: ["PCT.CN"],
};

const leaderOf =
  (office: OfficeId) =>
  ([post, short, title, holder, ...aliases]: Row): Leader => ({
    post,
    title,
    short,
    office,
    holders: [{ name: holder }],
    aliases,
  });

/** Posts of the three offices in order of rank inside each. */
export const leaders: readonly Leader[] = [
  ...party.map(leaderOf("party")),
  ...council.map(leaderOf("council")),
  ...people.map(leaderOf("people")),
  changed,
];
