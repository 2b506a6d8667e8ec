import type { Field } from "./field.ts";

const shared = {
  vice: "post:pct-nn",
  committee: ["post:tb-ktns", "post:ptb-ktns"],
  officer: "post:pcvp-ub-2",
  partyLead: "post:pbt-tt",
  division: "unit:p-nnmt",
} as const;

/** Land and clearance, countryside and environment. */
export const landFields: readonly Field[] = [
  {
    ...shared,
    units: ["unit:snnmt", "unit:ttptqd", "unit:stc", "unit:thue"],
    plans: [
      "bảng giá đất của Thành phố áp dụng từ ngày 01/01/2027",
      "kế hoạch sử dụng đất năm 2027",
      "danh mục các dự án thu hồi đất năm 2027",
      "kế hoạch đấu giá quyền sử dụng đất quý I/2027",
      "đề án làm sạch cơ sở dữ liệu đất đai",
      "phương án giá đất cụ thể của các dự án trọng điểm",
    ],
    works: [
      "công tác giải phóng mặt bằng dự án Vành đai 4",
      "công tác giải phóng mặt bằng dự án cầu Tứ Liên",
      "các khu tái định cư phục vụ dự án đường sắt đô thị số 5",
      "khu tái định cư Đông Hội",
      "công tác giải phóng mặt bằng dự án mở rộng Quốc lộ 6",
      "công tác cấp giấy chứng nhận quyền sử dụng đất lần đầu",
    ],
    policies: [
      "công tác quản lý đất nông nghiệp, đất công ích",
      "việc cấp giấy chứng nhận quyền sử dụng đất tại các khu đô thị",
      "công tác bồi thường, hỗ trợ, tái định cư",
      "việc quản lý, sử dụng đất bãi ven sông",
      "công tác xử lý vi phạm pháp luật về đất đai",
    ],
  },
  {
    ...shared,
    units: ["unit:snnmt", "unit:bql-ht", "unit:btl", "unit:stc"],
    plans: [
      "kế hoạch phòng, chống thiên tai năm 2027",
      "chương trình xây dựng nông thôn mới giai đoạn 2026 - 2030",
      "đề án xử lý chất thải rắn sinh hoạt phân loại tại nguồn",
      "kế hoạch cải thiện chất lượng không khí",
      "đề án phát triển nông nghiệp sinh thái gắn với du lịch",
      "phương án sản xuất vụ Xuân 2027",
    ],
    works: [
      "khu xử lý chất thải Sóc Sơn",
      "khu xử lý chất thải Xuân Sơn",
      "dự án cải tạo, nâng cấp đê hữu Hồng",
      "dự án nạo vét sông Tích",
      "các trạm quan trắc không khí tự động",
      "công trình kè chống sạt lở bờ sông Đà",
    ],
    policies: [
      "công tác vệ sinh môi trường, thu gom rác thải",
      "việc thực hiện chương trình mục tiêu quốc gia xây dựng nông thôn mới",
      "công tác phòng, chống dịch bệnh trên đàn vật nuôi",
      "công tác quản lý, bảo vệ rừng",
      "việc xử lý ô nhiễm môi trường tại các làng nghề",
    ],
  },
];
