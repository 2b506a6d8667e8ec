import type { Field } from "./field.ts";

const shared = {
  vice: "post:pct-dt",
  committee: ["post:tb-dt", "post:ptb-dt"],
  officer: "post:pcvp-ub-2",
  partyLead: "post:pbt-tt",
  division: "unit:p-dt",
} as const;

/** Roads and rails, water and light, planning: what the Vice Chair for urban affairs answers for. */
export const urbanFields: readonly Field[] = [
  {
    ...shared,
    units: ["unit:sxd", "unit:bql-gt", "unit:mrb", "unit:ca"],
    plans: [
      "đề án thu phí phương tiện vào nội đô",
      "đề án vùng phát thải thấp trong Vành đai 1",
      "kế hoạch đầu tư hệ thống đường sắt đô thị giai đoạn 2026 - 2030",
      "đề án tổ chức lại giao thông khu vực hồ Hoàn Kiếm",
      "phương án bãi đỗ xe ngầm tại khu vực nội đô",
      "kế hoạch chuyển đổi xe buýt sử dụng năng lượng xanh",
      "đề án phát triển vận tải hành khách công cộng đến năm 2035",
    ],
    works: [
      "dự án đường Vành đai 4 - Vùng Thủ đô",
      "dự án Vành đai 2,5 đoạn Đầm Hồng - Quốc lộ 1A",
      "tuyến đường sắt đô thị số 3 đoạn ga Hà Nội - Hoàng Mai",
      "tuyến đường sắt đô thị số 2 đoạn Nam Thăng Long - Trần Hưng Đạo",
      "dự án cầu Tứ Liên và đường hai đầu cầu",
      "dự án cầu Trần Hưng Đạo",
      "dự án cải tạo, mở rộng Quốc lộ 6 đoạn Ba La - Xuân Mai",
      "dự án hầm chui nút giao Cổ Linh",
      "dự án cầu Ngọc Hồi",
    ],
    policies: [
      "công tác bảo đảm trật tự, an toàn giao thông",
      "việc quản lý, sử dụng vỉa hè, lòng đường",
      "công tác duy tu, bảo trì hệ thống cầu, đường",
      "hoạt động vận tải hành khách công cộng bằng xe buýt",
      "việc xử lý các điểm ùn tắc giao thông trọng điểm",
    ],
  },
  {
    ...shared,
    units: ["unit:sxd", "unit:thoat-nuoc", "unit:bql-ht", "unit:snnmt"],
    plans: [
      "kế hoạch chống úng ngập khu vực nội đô năm 2027",
      "đề án thu gom và xử lý nước thải lưu vực sông Nhuệ",
      "kế hoạch hạ ngầm đường dây đi nổi giai đoạn 2026 - 2028",
      "đề án khôi phục các dòng sông nội đô",
      "phương án cấp nước sạch cho khu vực ngoại thành phía nam",
      "đề án chiếu sáng công cộng tiết kiệm năng lượng",
    ],
    works: [
      "dự án hệ thống xử lý nước thải Yên Xá",
      "trạm bơm tiêu Yên Nghĩa và kênh La Khê",
      "dự án cải tạo hệ thống thoát nước lưu vực sông Tô Lịch",
      "dự án trạm bơm Liên Mạc",
      "dự án bổ cập nước sông Tô Lịch",
      "hệ thống hồ điều hòa khu vực phía tây Thành phố",
      "dự án nâng công suất nhà máy nước mặt sông Hồng",
    ],
    policies: [
      "công tác quản lý, vận hành hệ thống thoát nước đô thị",
      "việc cung cấp nước sạch cho người dân",
      "công tác quản lý cây xanh, công viên, vườn hoa",
      "việc xử lý các điểm úng ngập sau mưa lớn",
      "công tác phòng cháy tại chung cư mini, nhà trọ",
    ],
  },
  {
    ...shared,
    partyLead: "post:pbt-ct",
    units: ["unit:sqhkt", "unit:sxd", "unit:snnmt", "unit:bql-dd"],
    plans: [
      "đồ án quy hoạch phân khu đô thị sông Hồng",
      "đồ án quy hoạch ga ngầm C9 và không gian ngầm",
      "chương trình cải tạo, xây dựng lại chung cư cũ",
      "kế hoạch phát triển nhà ở xã hội năm 2027",
      "quy chế quản lý kiến trúc đô thị các phường trung tâm",
      "đề án bảo tồn, phát huy giá trị khu phố cổ và khu phố cũ",
      "đề án mô hình đô thị theo định hướng giao thông công cộng",
    ],
    works: [
      "dự án cải tạo khu tập thể Giảng Võ",
      "dự án cải tạo khu tập thể Thành Công",
      "dự án khu nhà ở xã hội tập trung Tiên Dương",
      "dự án chỉnh trang không gian phía đông hồ Hoàn Kiếm",
      "dự án công viên Chu Văn An",
      "dự án di dời trụ sở các cơ quan trong nội đô",
    ],
    policies: [
      "công tác quản lý trật tự xây dựng đô thị",
      "việc quản lý, sử dụng quỹ nhà chuyên dùng",
      "việc thực hiện các đồ án quy hoạch đã phê duyệt",
      "việc xử lý các dự án chậm triển khai",
      "công tác quản lý, vận hành nhà chung cư",
    ],
  },
];
