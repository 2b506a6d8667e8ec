/**
 * Small directories of the towns whose published schedules the tests read (test/schedules): who holds which post and sits
 * in which body, as far as a reader of the schedule would know. All names are invented, as they are in the schedules.
 */
export type Town = {
  readonly persons?: readonly object[];
  readonly posts?: readonly object[];
  readonly bodies?: readonly object[];
  readonly units?: readonly object[];
  readonly groups?: readonly object[];
  readonly rooms?: readonly object[];
};

const post = (id: string, name: string, person?: string, ...aliases: readonly string[]) => ({
  id,
  name,
  aliases,
  holders: person === undefined ? [] : [{ person }],
});
const unit = (id: string, name: string, head?: string) => ({ id, name, ...(head !== undefined && { head }) });

const thanhHoa: Town = {
  persons: [
    { id: "duong", name: "Đỗ Minh Dương" },
    { id: "an", name: "Nguyễn Văn An" },
    { id: "binh", name: "Mai Văn Bình" },
    { id: "cuong", name: "Đặng Thanh Cường" },
  ],
  posts: [
    post("ct", "Chủ tịch UBND tỉnh", "duong", "Chủ tịch"),
    post("pcttt", "Phó Chủ tịch Thường trực UBND tỉnh", "an", "PCTTT"),
    post("pct-kt", "Phó Chủ tịch phụ trách kinh tế", "binh"),
    post("pct-nc", "Phó Chủ tịch phụ trách nội chính", "cuong"),
  ],
  groups: [
    { id: "pct", name: "Các Phó Chủ tịch", members: ["post:pcttt", "post:pct-kt", "post:pct-nc"] },
    {
      id: "pct-lq",
      name: "Các Phó Chủ tịch liên quan",
      members: ["post:pcttt", "post:pct-kt", "post:pct-nc"],
      conditional: true,
    },
  ],
};

const hauGiang: Town = {
  persons: [
    { id: "toan", name: "Trần Cảnh Toàn" },
    { id: "anh", name: "Lê Thu Anh" },
  ],
  posts: [
    post("ct", "Chủ tịch UBND tỉnh", undefined, "Chủ tịch"),
    post("pcttt", "Phó Chủ tịch Thường trực UBND tỉnh", "toan"),
    post("pct", "Phó Chủ tịch UBND tỉnh", "anh"),
  ],
  bodies: [{ id: "tttu", name: "Thường trực Tỉnh ủy", members: [] }],
  units: [unit("khdt", "Sở Kế hoạch và Đầu tư"), unit("gtvt", "Sở Giao thông vận tải")],
};

const viThanh: Town = {
  persons: [{ id: "khoi", name: "Lê Hồng Khôi" }],
  posts: [post("bt", "Bí thư Thành ủy"), post("pbt", "Phó Bí thư Thành ủy")],
  bodies: [
    { id: "tttu", name: "Thường trực Thành ủy", members: [{ party: "post:bt" }, { party: "post:pbt" }] },
    {
      id: "btv",
      name: "Ban Thường vụ Thành ủy",
      members: [{ party: "post:bt" }, { party: "post:pbt" }, { party: "person:khoi" }],
    },
  ],
  units: [unit("vptu", "Văn phòng Thành ủy"), unit("vpubnd", "Văn phòng HĐND và UBND thành phố")],
};

const chauThanh2019: Town = {
  posts: [
    post("ct", "Chủ tịch UBND huyện", undefined, "Chủ tịch"),
    post("pcttt", "Phó Chủ tịch Thường trực UBND huyện", undefined, "PCT. Thường trực"),
    post("pct-cn", "PCT.CN"),
    post("pct-kt", "PCT.KT"),
    post("tp-nv", "Trưởng phòng Nội vụ"),
    post("bt", "Bí thư Huyện ủy"),
  ],
  bodies: [{ id: "tthu", name: "Thường trực Huyện ủy", members: [{ party: "post:bt" }] }],
  units: [
    unit("nv", "Phòng Nội vụ", "post:tp-nv"),
    unit("gd", "Phòng Giáo dục và Đào tạo"),
    unit("ktht", "Phòng Kinh tế và Hạ tầng"),
    unit("tnmt", "Phòng Tài nguyên và Môi trường"),
    unit("tckh", "Phòng Tài chính - Kế hoạch"),
    unit("nn", "Phòng Nông nghiệp và Phát triển nông thôn"),
  ],
};

const chauThanh2023: Town = {
  persons: [{ id: "lam", name: "Đỗ Văn Lâm" }],
  posts: [
    post("ct", "Chủ tịch UBND huyện", undefined, "Chủ tịch"),
    post("pcttt", "Phó Chủ tịch Thường trực UBND huyện", "lam"),
  ],
};

const nghiaTrung: Town = {
  persons: [{ id: "luc", name: "Nguyễn Văn Lực" }],
  posts: [
    post("ct", "Chủ tịch UBND xã", "luc"),
    post("pct1", "Phó Chủ tịch UBND xã phụ trách kinh tế"),
    post("pct2", "Phó Chủ tịch UBND xã phụ trách văn hóa"),
  ],
  units: [unit("vhxh", "Phòng Văn hóa – Xã hội"), unit("kt", "Phòng Kinh tế")],
};

const haiPhong: Town = {
  posts: [post("ct", "Chủ tịch UBND thành phố"), post("ct-q", "Chủ tịch UBND các quận, huyện")],
};

/** By the number the schedule files begin with. */
export const townsByFile: Readonly<Record<string, Town>> = {
  "03": thanhHoa,
  "04": hauGiang,
  "05": viThanh,
  "07": chauThanh2019,
  "08": chauThanh2023,
  "10": nghiaTrung,
  "12": {},
  "13": haiPhong,
};
