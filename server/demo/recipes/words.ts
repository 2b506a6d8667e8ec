/** Something held outside the three offices. */
export type Event = { readonly name: string; readonly house: string };

/** Guests of the city. */
export const guests = [
  "đoàn công tác Thủ đô Viêng Chăn",
  "Đại sứ đặc mệnh toàn quyền Nhật Bản chào xã giao",
  "Đại sứ Pháp về hợp tác bảo tồn di sản",
  "đoàn Hội đồng thành phố Seoul",
  "đoàn công tác thành phố Phnôm Pênh",
  "đoàn doanh nghiệp Singapore tìm hiểu môi trường đầu tư",
  "đoàn chuyên gia Ngân hàng Phát triển châu Á",
  "đoàn đại biểu thành phố Toulouse",
  "đoàn công tác Ngân hàng Thế giới về giao thông đô thị",
  "đoàn công tác tỉnh Quảng Ninh trao đổi kinh nghiệm",
  "đoàn công tác thành phố Đà Nẵng về chuyển đổi số",
  "đoàn đại biểu người có công tỉnh Nghệ An",
];

/** What leaders attend outside their houses, and where. */
export const events: readonly Event[] = [
  { name: "lễ khai mạc Tuần lễ thiết kế sáng tạo", house: "Bảo tàng Hà Nội" },
  { name: "lễ phát động phong trào trồng cây", house: "Công viên Yên Sở" },
  { name: "lễ trao giải báo chí về xây dựng Đảng của Thành phố", house: "Nhà hát Lớn" },
  { name: "lễ kỷ niệm ngày truyền thống ngành Thanh tra", house: "Cung Văn hóa Hữu nghị" },
  { name: "lễ gắn biển trường liên cấp chào mừng ngày truyền thống", house: "Khu đô thị Việt Hưng" },
  { name: "lễ tuyên dương thủ khoa tốt nghiệp xuất sắc", house: "Văn Miếu - Quốc Tử Giám" },
  { name: "ngày hội Đại đoàn kết toàn dân tộc", house: "Nhà văn hóa tổ dân phố số 5" },
  { name: "lễ ra quân bảo đảm trật tự, an toàn giao thông", house: "Quảng trường Đông Kinh Nghĩa Thục" },
  { name: "lễ khánh thành cầu vượt dành cho người đi bộ", house: "Đường Nguyễn Trãi" },
  { name: "hội chợ hàng Việt Nam chất lượng cao", house: "Trung tâm Triển lãm Giảng Võ" },
  { name: "giải chạy vì môi trường xanh", house: "Khu vực hồ Hoàn Kiếm" },
  { name: "triển lãm sách về Thăng Long - Hà Nội", house: "Thư viện Hà Nội" },
  { name: "lễ trao quyết định thành lập trung tâm đổi mới sáng tạo", house: "Trung tâm Hội nghị Quốc gia" },
  { name: "hội thi tuyên truyền viên cơ sở", house: "Cung Thiếu nhi Hà Nội" },
];

/** The same after dark. */
export const evenings: readonly Event[] = [
  { name: "chương trình nghệ thuật kỷ niệm ngày truyền thống Thành phố", house: "Nhà hát Lớn" },
  { name: "đêm nhạc gây quỹ vì người nghèo", house: "Cung Thể thao Quần Ngựa" },
  { name: "lễ khai mạc phố đi bộ mở rộng", house: "Quảng trường Đông Kinh Nghĩa Thục" },
  { name: "chung kết hội diễn nghệ thuật quần chúng", house: "Cung Văn hóa Hữu nghị" },
];

/** Bills the delegation gives its opinion on. */
export const bills = [
  "Luật Quản lý đô thị",
  "Luật Đường sắt (sửa đổi)",
  "Luật Báo chí (sửa đổi)",
  "Luật Nhà giáo",
  "Luật Đầu tư công (sửa đổi)",
  "Luật Phòng bệnh",
  "Luật Chuyển đổi số",
  "Luật Bảo vệ môi trường (sửa đổi)",
];
