import type { Field } from "./field.ts";

const shared = { officer: "post:pcvp-ub-1", division: "unit:p-kt" } as const;

/** Budget and investment; industry, trade and tourism; science and digital transformation. */
export const economyFields: readonly Field[] = [
  {
    ...shared,
    vice: "post:pct-kt",
    committee: ["post:tb-ktns", "post:ptb-ktns"],
    partyLead: "post:pbt-tt",
    units: ["unit:stc", "unit:thue", "unit:kbnn", "unit:thong-ke"],
    plans: [
      "dự toán ngân sách Thành phố năm 2027",
      "kế hoạch đầu tư công năm 2027",
      "kế hoạch đầu tư công trung hạn giai đoạn 2026 - 2030",
      "phương án phân bổ ngân sách cấp Thành phố năm 2027",
      "kế hoạch phát triển kinh tế - xã hội năm 2027",
      "đề án khai thác nguồn lực từ tài sản công",
      "quy định phân cấp nguồn thu, nhiệm vụ chi",
    ],
    works: [
      "giải ngân vốn đầu tư công năm 2026",
      "công tác quyết toán dự án hoàn thành",
      "các dự án đầu tư theo phương thức đối tác công tư",
      "thu ngân sách nhà nước trên địa bàn quý IV",
      "các dự án đầu tư ngoài ngân sách chậm tiến độ",
      "việc sắp xếp, xử lý trụ sở dôi dư",
    ],
    policies: [
      "việc thực hiện dự toán thu, chi ngân sách",
      "việc thực hành tiết kiệm, chống lãng phí",
      "công tác quản lý, sử dụng tài sản công",
      "việc quản lý, sử dụng vốn tại các doanh nghiệp nhà nước",
      "việc thực hiện kế hoạch đầu tư công",
    ],
  },
  {
    ...shared,
    vice: "post:pct-cn",
    committee: ["post:tb-ktns", "post:ptb-ktns"],
    partyLead: "post:pbt-ct",
    units: ["unit:sct", "unit:sdl", "unit:bql-kcn", "unit:stc"],
    plans: [
      "kế hoạch phát triển cụm công nghiệp giai đoạn 2026 - 2030",
      "chương trình bình ổn thị trường dịp Tết Nguyên đán",
      "đề án phát triển kinh tế ban đêm",
      "kế hoạch xúc tiến đầu tư, thương mại, du lịch năm 2027",
      "đề án phát triển hệ thống chợ dân sinh",
      "kế hoạch bảo đảm cung ứng điện mùa hè 2027",
    ],
    works: [
      "hạ tầng khu công nghệ cao Hòa Lạc",
      "các cụm công nghiệp đã có quyết định thành lập",
      "dự án trung tâm hội chợ triển lãm",
      "dự án khu công nghiệp sạch Sóc Sơn",
      "các trung tâm thương mại, siêu thị chuẩn bị hàng Tết",
      "trạm biến áp 220 kV phục vụ khu vực phía tây",
    ],
    policies: [
      "công tác quản lý thị trường, chống hàng giả",
      "công tác quản lý an toàn thực phẩm tại chợ",
      "việc hỗ trợ doanh nghiệp nhỏ và vừa",
      "hoạt động của các cụm công nghiệp",
      "việc phát triển làng nghề gắn với du lịch",
    ],
  },
  {
    ...shared,
    vice: "post:pct-cn",
    committee: ["post:tb-vhxh", "post:ptb-vhxh"],
    partyLead: "post:pbt-tt",
    units: ["unit:skhcn", "unit:ttpvhcc", "unit:ca", "unit:snv"],
    plans: [
      "kế hoạch chuyển đổi số năm 2027",
      "đề án trung tâm dữ liệu chính của Thành phố",
      "đề án sàn giao dịch công nghệ Hà Nội",
      "chương trình phát triển khoa học, công nghệ và đổi mới sáng tạo",
      "kế hoạch triển khai hồ sơ sức khỏe và học bạ điện tử",
      "đề án quỹ đầu tư mạo hiểm của Thành phố",
    ],
    works: [
      "hệ thống giải quyết thủ tục hành chính dùng chung",
      "nền tảng dữ liệu dùng chung của Thành phố",
      "trung tâm giám sát, điều hành thông minh",
      "hạ tầng mạng và an toàn thông tin của các xã, phường",
      "phòng họp không giấy tờ tại các sở, ngành",
    ],
    policies: [
      "việc cung cấp dịch vụ công trực tuyến toàn trình",
      "công tác bảo vệ dữ liệu cá nhân trong cơ quan nhà nước",
      "việc thực hiện Đề án 06",
      "hoạt động khoa học, công nghệ và đổi mới sáng tạo",
    ],
  },
];
