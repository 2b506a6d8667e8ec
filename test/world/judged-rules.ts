import type { OverlapKind } from "../../shared/model/overlap.ts";
import type { Wish } from "./small-city.ts";

/** Judged by hand before the rules were asked: whether a person of the offices would call it a clash, and how surely. */
export type Judgement = "certain" | "likely" | "possible" | "not-a-conflict";
export type JudgedItem = Wish & { readonly start: string | null };
export type JudgedPair = {
  readonly kind: OverlapKind;
  readonly judged: Judgement;
  readonly a: JudgedItem;
  /** Missing where one item is judged by itself. */
  readonly b?: JudgedItem;
  readonly reason: string;
};

const at = (start: string | null, wish: Wish = {}): JudgedItem => ({ start, ...wish });
const party = (title: string, wish: Wish = {}) => at("08:00", { title, office: "party", ...wish });
const people = (title: string, wish: Wish = {}) => at("09:00", { title, office: "people", ...wish });
const council = (title: string, wish: Wish = {}) => at("14:00", { title, office: "council", ...wish });
const an = { parties: { "person:an": "chair" } } as const;

/** One matter twice: titles as published schedules word them. */
const subjects: readonly JudgedPair[] = [
  [
    "likely",
    party("Hội nghị tổng kết công tác phòng, chống tham nhũng, tiêu cực năm 2026"),
    people("Tổng kết công tác PCTN, tiêu cực năm 2026"),
    "the same conference, abbreviated by the other office",
  ],
  [
    "likely",
    party("Hội nghị trực tuyến toàn quốc sơ kết 6 tháng thực hiện chuyển đổi số"),
    people("Dự Hội nghị trực tuyến toàn quốc sơ kết 6 tháng thực hiện CĐS"),
    "one national conference that both attend",
  ],
  [
    "likely",
    party("Lễ phát động Tết trồng cây đời đời nhớ ơn Bác Hồ xuân 2027"),
    council("Dự Lễ phát động Tết trồng cây đời đời nhớ ơn Bác Hồ xuân 2027"),
    "one ceremony, two programmes",
  ],
  [
    "likely",
    people("Họp nghe báo cáo phương án giải phóng mặt bằng đường vành đai 4"),
    council("Nghe báo cáo phương án GPMB đường vành đai 4"),
    "GPMB is giải phóng mặt bằng",
  ],
  [
    "likely",
    party("HỘI NGHỊ QUÁN TRIỆT NGHỊ QUYẾT ĐẠI HỘI ĐẢNG BỘ THÀNH PHỐ"),
    council("Hội nghị quán triệt nghị quyết Đại hội Đảng bộ Thành phố"),
    "capitals are no difference",
  ],
  [
    "likely",
    people("Kiem tra tien do du an cai tao he thong thoat nuoc song To Lich"),
    council("Kiểm tra tiến độ dự án cải tạo hệ thống thoát nước sông Tô Lịch"),
    "typed without marks",
  ],
  [
    "possible",
    party("Cho ý kiến về đề án sắp xếp tổ chức bộ máy cơ quan chuyên môn"),
    people("Thông qua đề án sắp xếp bộ máy các cơ quan chuyên môn"),
    "nearly one wording on one day",
  ],
  [
    "possible",
    party("Hội nghị tổng kết công tác xây dựng nông thôn mới năm 2026"),
    people("Hội nghị tổng kết công tác xây dựng nông thôn mới năm 2026", { day: "2026-11-26" }),
    "registered twice, three days apart",
  ],
  [
    "possible",
    people("Họp thẩm định hồ sơ quy hoạch phân khu đô thị phía bắc"),
    people("Họp thẩm định hồ sơ quy hoạch phân khu đô thị phía bắc"),
    "one office wrote it for two leaders",
  ],
  [
    "not-a-conflict",
    party("Kiểm tra công tác phòng cháy chữa cháy tại phường Láng"),
    people("Kiểm tra công tác phòng cháy chữa cháy tại phường Hà Đông"),
    "two wards",
  ],
  [
    "not-a-conflict",
    party("Ban Thường vụ Thành ủy cho ý kiến về đề án phát triển nhà ở xã hội"),
    people("UBND Thành phố cho ý kiến về đề án phát triển nhà ở xã hội"),
    "one matter on its way from body to body",
  ],
  [
    "not-a-conflict",
    party("Làm việc với Sở Y tế về kế hoạch năm 2027"),
    people("Làm việc với Sở Xây dựng về kế hoạch năm 2027"),
    "two departments",
  ],
  ["not-a-conflict", party("Giao ban tuần"), people("Giao ban tuần"), "every office has its own"],
  [
    "not-a-conflict",
    council("Tiếp xúc cử tri đơn vị bầu cử số 1 sau kỳ họp"),
    council("Tiếp xúc cử tri đơn vị bầu cử số 2 sau kỳ họp"),
    "two constituencies",
  ],
  [
    "not-a-conflict",
    party("Viếng nghĩa trang liệt sĩ nhân dịp Tết Nguyên đán"),
    people("Thăm, chúc Tết lực lượng vũ trang nhân dịp Tết Nguyên đán"),
    "one occasion, two things",
  ],
  [
    "not-a-conflict",
    party("Hội nghị sơ kết công tác dân vận quý I"),
    people("Hội nghị sơ kết công tác dân vận quý III", { day: "2026-12-20" }),
    "weeks apart",
  ],
  [
    "not-a-conflict",
    people("Trình kế hoạch đầu tư công trung hạn", { kind: "dossier", day: "2026-11-23", due: "2026-11-23" }),
    party("Cho ý kiến kế hoạch đầu tư công trung hạn"),
    "the dossier and its meeting",
  ],
  [
    "not-a-conflict",
    council("Chủ tịch HĐND tiếp công dân định kỳ tháng 11", { kind: "reception" }),
    people("Chủ tịch UBND tiếp công dân định kỳ tháng 11", { kind: "reception" }),
    "two heads, two receptions",
  ],
].map(([judged, a, b, reason]) => ({ kind: "subject", judged, a, b, reason }) as JudgedPair);

const ways: readonly JudgedPair[] = [
  {
    kind: "travel",
    judged: "likely",
    a: at("08:00", { ...an, room: "p1", end: "09:30" }),
    b: at("10:00", { ...an, at: "UBND xã Ba Vì" }),
    reason: "half an hour for a way of eighty minutes",
  },
  {
    kind: "travel",
    judged: "likely",
    a: at("08:00", { ...an, at: "Nhà văn hóa xã Suối Hai", end: "10:00" }),
    b: at("10:30", { ...an, room: "p2" }),
    reason: "and back",
  },
  {
    kind: "travel",
    judged: "likely",
    a: at("08:00", { ...an, at: "UBND thành phố Hải Phòng", end: "11:00" }),
    b: at("12:00", { ...an, room: "p1" }),
    reason: "from another province in an hour",
  },
  {
    kind: "travel",
    judged: "possible",
    a: at("08:00", { ...an, room: "p1" }),
    b: at("10:00", { ...an, at: "xã Ba Vì" }),
    reason: "the end is only assumed",
  },
  {
    kind: "travel",
    judged: "possible",
    a: at("08:00", { ...an, room: "p2", end: "09:00" }),
    b: at("09:00", { ...an, room: "p3" }),
    reason: "two rooms of one house, one after the other",
  },
  {
    kind: "travel",
    judged: "not-a-conflict",
    a: at("08:00", { ...an, room: "p1", end: "09:00" }),
    b: at("09:45", { ...an, room: "p2" }),
    reason: "three quarters of an hour across town",
  },
  {
    kind: "travel",
    judged: "not-a-conflict",
    a: at("08:00", { ...an, room: "p1", end: "09:00" }),
    b: at("10:30", { ...an, at: "xã Ba Vì" }),
    reason: "an hour and a half for eighty minutes",
  },
  {
    kind: "travel",
    judged: "not-a-conflict",
    a: at("08:00", { ...an, room: "p1", end: "09:00" }),
    b: at("09:35", { ...an, at: "xã Ba Vì", assembly: "Trụ sở UBND" }),
    reason: "the bus goes from the next house",
  },
  {
    kind: "travel",
    judged: "not-a-conflict",
    a: at("08:00", { ...an, room: "p1", end: "09:00" }),
    b: at("09:10", { parties: { "person:binh": "chair" }, at: "xã Ba Vì" }),
    reason: "two leaders",
  },
];

const rooms: readonly JudgedPair[] = [
  {
    kind: "room",
    judged: "certain",
    a: at("08:00", { room: "ht" }),
    b: at("08:30", { room: "ht-b" }),
    reason: "the hall and half of it",
  },
  {
    kind: "room",
    judged: "not-a-conflict",
    a: at("08:00", { room: "ht-a" }),
    b: at("08:00", { room: "ht-b" }),
    reason: "two halves",
  },
  {
    kind: "room",
    judged: "likely",
    a: at("08:00", { room: "p1", end: "09:00" }),
    b: at("09:05", { room: "p1" }),
    reason: "five minutes to clear a room that needs fifteen",
  },
  {
    kind: "room",
    judged: "not-a-conflict",
    a: at("08:00", { room: "p1", end: "09:00" }),
    b: at("09:15", { room: "p1" }),
    reason: "just enough to clear it",
  },
  {
    kind: "room",
    judged: "certain",
    a: at("08:00", { at: "PH 2 UBND" }),
    b: at("08:00", { room: "p2", office: "people" }),
    reason: "an alias is the room",
  },
  {
    kind: "capacity",
    judged: "certain",
    a: at("08:00", { room: "p1", seats: 60 }),
    reason: "sixty people in ten seats",
  },
  {
    kind: "capacity",
    judged: "not-a-conflict",
    a: at("08:00", { room: "p1", seats: 10 }),
    reason: "as many as there are seats",
  },
  {
    kind: "online",
    judged: "likely",
    a: at("08:00", { points: 126 }),
    b: at("09:00", { points: 126 }),
    reason: "252 points where 200 can be connected",
  },
  {
    kind: "online",
    judged: "not-a-conflict",
    a: at("08:00", { points: 126 }),
    b: at("14:00", { points: 126 }),
    reason: "one after the other",
  },
];

const days: readonly JudgedPair[] = [
  {
    kind: "calendar",
    judged: "likely",
    a: at("08:00", { day: "2026-11-24" }),
    reason: "a meeting on a public holiday",
  },
  {
    kind: "calendar",
    judged: "not-a-conflict",
    a: at("08:00", { day: "2026-11-24", kind: "ceremony" }),
    reason: "ceremonies are held on holidays",
  },
  {
    kind: "calendar",
    judged: "possible",
    a: at("08:00", { day: "2026-11-29" }),
    reason: "a meeting on a Sunday happens",
  },
  {
    kind: "calendar",
    judged: "not-a-conflict",
    a: at("08:00", { day: "2026-11-28" }),
    reason: "a Saturday worked in exchange",
  },
  { kind: "calendar", judged: "possible", a: at("19:30", {}), reason: "a meeting in the evening happens" },
  {
    kind: "calendar",
    judged: "not-a-conflict",
    a: at("07:00", {}),
    reason: "flag ceremonies and briefings begin at seven",
  },
  {
    kind: "calendar",
    judged: "likely",
    a: at("07:00", { ...an, day: "2026-12-01", kind: "trip" }),
    reason: "out of town on the day of the congress",
  },
  {
    kind: "notice",
    judged: "likely",
    a: at("08:00", { day: "2026-11-27", announced: { on: "2026-11-26", of: "2026-11-27" } }),
    reason: "invited the day before",
  },
  {
    kind: "notice",
    judged: "not-a-conflict",
    a: at("08:00", { day: "2026-11-27", announced: { on: "2026-11-20", of: "2026-11-27" } }),
    reason: "invited the week before",
  },
  {
    kind: "notice",
    judged: "likely",
    a: at("08:00", { kind: "reception", day: "2026-11-27", announced: { on: "2026-11-24", of: "2026-11-20" } }),
    reason: "a reception moved three working days before",
  },
  {
    kind: "due",
    judged: "certain",
    a: at("08:00", { due: "2026-11-25" }),
    reason: "the papers come two days after the meeting",
  },
  { kind: "due", judged: "not-a-conflict", a: at("08:00", { due: "2026-11-20" }), reason: "the papers come before" },
];

export const judgedPairs: readonly JudgedPair[] = [...subjects, ...ways, ...rooms, ...days];
