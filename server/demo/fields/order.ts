import type { Field } from "./field.ts";

const shared = {
  vice: "post:pct-tt",
  committee: ["post:tb-pc", "post:ptb-pc"],
  officer: "post:cvp-ub",
  partyLead: "post:tb-nc",
  division: "unit:p-nc",
} as const;

/** Civil service and reform, security and fire, justice and complaints. */
export const orderFields: readonly Field[] = [
  {
    ...shared,
    partyLead: "post:tb-tc",
    units: ["unit:snv", "unit:ttpvhcc", "unit:stp", "unit:vp-ub"],
    plans: [
      "kế hoạch cải cách hành chính năm 2027",
      "đề án vị trí việc làm của chính quyền cấp xã",
      "quy chế làm việc của UBND Thành phố",
      "phương án biên chế công chức, viên chức năm 2027",
      "chương trình công tác năm 2027",
      "đề án thu hút, trọng dụng nhân tài",
      "quy định phân cấp, ủy quyền cho xã, phường",
    ],
    works: [
      "hoạt động của bộ máy chính quyền hai cấp",
      "các điểm phục vụ hành chính công",
      "công tác chi trả phụ cấp cho người hoạt động không chuyên trách",
      "việc bố trí trụ sở làm việc của các xã, phường",
      "công tác thi đua, khen thưởng cuối năm",
    ],
    policies: [
      "công tác cải cách hành chính, kỷ luật công vụ",
      "việc thực hiện quy chế dân chủ ở cơ sở",
      "việc giải quyết thủ tục hành chính",
      "việc thực hiện chế độ công vụ, công chức",
      "công tác văn thư, lưu trữ",
    ],
  },
  {
    ...shared,
    units: ["unit:ca", "unit:btl", "unit:sxd", "unit:stp"],
    plans: [
      "kế hoạch bảo đảm an ninh, trật tự dịp Tết Nguyên đán",
      "kế hoạch tuyển chọn, gọi công dân nhập ngũ năm 2027",
      "đề án nâng cao năng lực phòng cháy, chữa cháy và cứu nạn",
      "kế hoạch diễn tập phòng thủ dân sự",
      "kế hoạch phòng, chống ma túy tại địa bàn dân cư",
    ],
    works: [
      "các cơ sở không bảo đảm yêu cầu phòng cháy",
      "hệ thống camera giám sát an ninh, giao thông",
      "các trụ nước chữa cháy tại ngõ sâu",
      "công tác cấp căn cước cho trẻ em",
      "trụ sở công an các xã, phường",
    ],
    policies: [
      "công tác phòng cháy, chữa cháy tại khu dân cư",
      "công tác quốc phòng, quân sự địa phương",
      "công tác bảo đảm an ninh, trật tự tại cơ sở",
      "công tác cai nghiện và quản lý sau cai nghiện",
    ],
  },
  {
    ...shared,
    units: ["unit:ttra", "unit:stp", "unit:btcd", "unit:vp-ub"],
    plans: [
      "kế hoạch thanh tra năm 2027",
      "chương trình phòng, chống tham nhũng, lãng phí, tiêu cực",
      "kế hoạch rà soát văn bản quy phạm pháp luật",
      "dự thảo nghị quyết thi hành Luật Thủ đô",
      "kế hoạch giải quyết khiếu nại, tố cáo tồn đọng",
    ],
    works: [
      "việc thực hiện các kết luận thanh tra",
      "các vụ việc khiếu nại đông người, kéo dài",
      "công tác thi hành án dân sự",
      "công tác hòa giải ở cơ sở",
      "việc thi hành các bản án hành chính",
    ],
    policies: [
      "công tác tiếp công dân, giải quyết khiếu nại, tố cáo",
      "việc giải quyết đơn thư, kiến nghị của cử tri",
      "công tác kê khai, kiểm soát tài sản, thu nhập",
      "việc thi hành Luật Thủ đô",
      "công tác phổ biến, giáo dục pháp luật",
    ],
  },
];
