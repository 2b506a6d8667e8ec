import type { Field } from "./field.ts";

const shared = {
  vice: "post:pct-vx",
  committee: ["post:tb-vhxh", "post:ptb-vhxh"],
  officer: "post:pcvp-ub-3",
  partyLead: "post:tb-tgdv",
  division: "unit:p-kgvx",
} as const;

/** Schools, health and welfare, culture and sport. */
export const societyFields: readonly Field[] = [
  {
    ...shared,
    units: ["unit:sgddt", "unit:bql-dd", "unit:stc", "unit:snv"],
    plans: [
      "phương án tuyển sinh lớp 10 năm học 2027 - 2028",
      "đề án xây dựng trường học liên cấp tại các phường nội đô",
      "kế hoạch phát triển trường chuẩn quốc gia",
      "chính sách hỗ trợ bữa ăn bán trú cho học sinh",
      "đề án đưa tiếng Anh thành ngôn ngữ thứ hai trong trường học",
      "mức học phí năm học 2027 - 2028",
    ],
    works: [
      "dự án trường THPT Minh Khai",
      "các dự án xây mới trường công lập tại khu đô thị",
      "dự án cải tạo trường học khu vực phố cổ",
      "công tác tuyển dụng giáo viên",
      "việc lắp đặt hệ thống phòng cháy trong trường học",
    ],
    policies: [
      "công tác tuyển sinh đầu cấp",
      "việc thực hiện các khoản thu trong trường học",
      "công tác bảo đảm an toàn thực phẩm tại bếp ăn trường học",
      "việc thực hiện chương trình giáo dục phổ thông",
      "hoạt động giáo dục mầm non ngoài công lập",
    ],
  },
  {
    ...shared,
    units: ["unit:syt", "unit:snv", "unit:stc", "unit:bql-dd"],
    plans: [
      "kế hoạch khám sức khỏe định kỳ cho người dân",
      "đề án sắp xếp trạm y tế xã, phường",
      "kế hoạch giảm nghèo và an sinh xã hội năm 2027",
      "mức chuẩn trợ giúp xã hội của Thành phố",
      "kế hoạch phòng, chống dịch mùa đông xuân",
      "kế hoạch tặng quà đối tượng chính sách dịp Tết Nguyên đán",
    ],
    works: [
      "dự án bệnh viện Nhi Hà Nội giai đoạn 2",
      "dự án bệnh viện Đa khoa Đức Giang mở rộng",
      "việc nâng cấp các trạm y tế",
      "hệ thống cấp cứu ngoại viện 115",
      "các trung tâm bảo trợ xã hội",
    ],
    policies: [
      "công tác khám, chữa bệnh bảo hiểm y tế",
      "công tác quản lý an toàn thực phẩm",
      "việc thực hiện chính sách với người có công",
      "công tác chăm sóc người cao tuổi, trẻ em",
      "việc thực hiện chính sách bảo hiểm thất nghiệp",
    ],
  },
  {
    ...shared,
    units: ["unit:svhtt", "unit:sdl", "unit:sqhkt", "unit:sngv"],
    plans: [
      "đề án phát triển công nghiệp văn hóa",
      "kế hoạch tổ chức các hoạt động đón năm mới 2027",
      "kế hoạch bắn pháo hoa đêm Giao thừa Tết Nguyên đán",
      "quy tắc ứng xử nơi công cộng",
      "đề án bảo tồn khu di tích Cổ Loa",
      "kế hoạch tổ chức Lễ hội Áo dài và Festival Thu",
    ],
    works: [
      "dự án tu bổ di tích Hoàng thành Thăng Long",
      "dự án nhà hát Opera Hà Nội",
      "dự án cung thể thao mới của Thành phố",
      "các thiết chế văn hóa tại cơ sở",
      "không gian sáng tạo tại các di sản công nghiệp",
      "dự án bảo tàng Hà Nội giai đoạn trưng bày",
    ],
    policies: [
      "công tác quản lý lễ hội, di tích",
      "việc thực hiện nếp sống văn minh đô thị",
      "công tác quản lý quảng cáo ngoài trời",
      "việc phát triển văn hóa đọc, thư viện cơ sở",
      "hoạt động du lịch tại các làng cổ, phố cổ",
    ],
  },
];
