/** What a server would send to a screen, for tests of the screen alone. The people and their work are invented. */
import type {
  JointShow,
  Line,
  OverlapRow,
  ProgrammeShow,
  ScreenFrame,
  ScreenSetting,
  ScreenShow,
  ScreenView,
} from "../../shared/protocol/screen-feed.ts";

export const setting: ScreenSetting = {
  name: "Màn hình Phòng họp 1",
  room: "Phòng họp 1",
  language: "vi",
  theme: "light",
  distance: 6,
  night: null,
};

/** What a book says by itself, in words of the tests. */
export const bookWords = {
  now: "now",
  next: "next",
  nothingNow: "nothing now",
  nothingNext: "nothing next",
  nothingPlanned: "nothing planned",
  noOverlaps: "no overlaps",
  noSession: "no session",
};

const officeNames = { party: "Thành ủy", council: "HĐND", people: "UBND" } as const;

/** A line; what is not given is what most lines have. */
export function line(given: Partial<Line> & Pick<Line, "key">): Line {
  const office = given.office ?? "people";
  return {
    hour: "08:00",
    office,
    officeName: officeNames[office as keyof typeof officeNames] ?? "UBND",
    matter: "Giao ban tuần của lãnh đạo Ủy ban nhân dân Thành phố",
    who: "Chủ tịch",
    where: "Phòng họp 1",
    status: "approved",
    isUnexpected: false,
    isWithheld: false,
    mark: null,
    was: null,
    ghost: null,
    ...given,
  };
}

/** The afternoon of the drawing. */
export const afternoon: readonly Line[] = [
  line({
    key: "a1",
    hour: "14:00",
    office: "party",
    matter: "Hội nghị Ban Thường vụ nghe báo cáo tiến độ dự án đường Vành đai 4 và công tác giải phóng mặt bằng",
    who: "Đ/c Hoàng Minh An",
    where: "Hội trường lớn",
    mark: "certain",
  }),
  line({
    key: "a2",
    hour: "14:30–16:30",
    matter: "Phiên họp UBND thường kỳ tháng 11",
    where: "P. họp 1",
    mark: "certain",
  }),
  line({
    key: "a3",
    hour: "Chiều",
    office: "council",
    matter: "Thẩm tra tờ trình dự toán ngân sách 2027",
    who: "Trưởng Ban Kinh tế - Ngân sách",
    where: "P. 302",
    mark: "probable",
  }),
  line({
    key: "a4",
    hour: "16:00",
    matter: "Tiếp đoàn công tác thành phố Viêng Chăn",
    who: "PCT Lê Thu Hà",
    where: "Phòng khánh tiết",
    isUnexpected: true,
  }),
  line({
    key: "a5",
    hour: "16:00",
    office: "council",
    matter: "Ban Pháp chế họp phiên toàn thể",
    who: "Trưởng Ban",
    where: "P. 304",
    mark: "possible",
    status: "registered",
  }),
  line({ key: "a6", hour: "16:30", office: "party", matter: "Bận", who: null, where: null, isWithheld: true }),
  line({
    key: "a7",
    hour: "16:30",
    matter: "Kiểm tra hiện trường nút giao Cổ Linh",
    who: "PCT Nguyễn Đức Long, Giám đốc Sở Xây dựng, Chủ tịch UBND phường Long Biên",
    where: "Tập trung tại trụ sở UBND phường Long Biên",
    status: "postponed",
  }),
];

/** A week by half-days: as many lines a part as asked for. */
export function week(linesPerPart: number, parts = 10): ProgrammeShow {
  const days = ["Thứ Hai 23/11", "Thứ Ba 24/11", "Thứ Tư 25/11", "Thứ Năm 26/11", "Thứ Sáu 27/11"];
  return {
    of: "programme",
    title: "Chương trình công tác tuần 48",
    now: 1,
    parts: Array.from({ length: parts }, (_, at) => ({
      key: `part-${at}`,
      title: `${days[Math.floor(at / 2) % 5]} · ${at % 2 === 0 ? "Sáng" : "Chiều"}`,
      day: `2026-11-${23 + (Math.floor(at / 2) % 5)}`,
      lines:
        at === 1 && linesPerPart === afternoon.length
          ? afternoon
          : Array.from({ length: linesPerPart }, (_, row) =>
              line({
                key: `l-${at}-${row}`,
                hour: `${String((at % 2 === 0 ? 7 : 13) + Math.floor(row / 2)).padStart(2, "0")}:${row % 2 === 0 ? "00" : "30"}`,
                office: row % 3 === 0 ? "party" : row % 3 === 1 ? "people" : "council",
              }),
            ),
    })),
  };
}

const dated = (one: Line) => ({ ...one, day: "Thứ Hai 23/11" });
const [first, second, third, fourth] = afternoon as unknown as [Line, Line, Line, Line];

export const step: JointShow = {
  of: "joint",
  title: "Trùng lịch 2 / 8",
  subtitle: "Họp chung tuần 48 · đ/c Thu Hằng dẫn",
  certainty: "certain",
  reason: "Đ/c Phạm Quốc Trung phải có mặt ở cả hai: là Ủy viên Ban Thường vụ và chủ trì phiên UBND.",
  sides: [dated(first), dated(second)],
  offers: [
    {
      number: 1,
      words: "Dời phiên UBND sang 16:30 cùng ngày — 12/12 thành viên rảnh, P. họp 1 trống",
      isTaken: true,
      isFree: true,
    },
    {
      number: 2,
      words: "Dời phiên UBND sang Thứ Tư 08:30 — vướng tiếp công dân của Chủ tịch",
      isTaken: false,
      isFree: false,
    },
    { number: 3, words: "Cử người dự thay ở Ban Thường vụ", isTaken: false, isFree: false },
    { number: 4, words: "Chấp nhận trùng, ghi lý do", isTaken: false, isFree: false },
  ],
  decided: null,
  decidedCount: 1,
  leftCount: 6,
};

const rows: readonly OverlapRow[] = [
  { key: "o1", certainty: "certain", word: "Trùng người", reason: step.reason, a: dated(first), b: dated(second) },
  {
    key: "o2",
    certainty: "probable",
    word: "Trùng phòng",
    reason: "P. họp 1 nhiều khả năng chưa xong phiên UBND khi Ban Pháp chế vào họp.",
    a: dated(second),
    b: dated(third),
  },
  {
    key: "o3",
    certainty: "possible",
    word: "Báo muộn",
    reason: "Tiếp đoàn được đăng ký trước chưa đủ ba ngày làm việc.",
    a: dated(fourth),
    b: null,
  },
];

export const shows = {
  programme: week(afternoon.length),
  today: { of: "today", title: "Hôm nay · Thứ Hai 23/11", now: afternoon.slice(0, 2), next: afternoon.slice(2) },
  overlaps: { of: "overlaps", title: "Trùng lịch còn mở · tuần 48", rows },
  joint: step,
  "no-session": { of: "no-session", next: week(3, 4) },
  calibrate: { of: "calibrate" },
  blank: { of: "blank" },
} as const satisfies Record<string, ScreenShow>;

const modes = {
  programme: "week",
  today: "today",
  overlaps: "overlaps",
  joint: "session",
  "no-session": "session",
  calibrate: "calibrate",
  blank: "blank",
} as const;

export const noon = Date.UTC(2026, 10, 23, 6, 42);

/** A whole view of a show, driven by Hương. */
export function viewOf(
  show: ScreenShow,
  given: Partial<Omit<ScreenView, "setting">> & { setting?: Partial<ScreenSetting> } = {},
): ScreenView {
  return {
    mode: modes[show.of],
    driver: { name: "Hương", atMs: noon - 60_000 },
    isFrozen: false,
    turn: 0,
    show,
    ...given,
    setting: { ...setting, ...given.setting },
  };
}

export function viewFrame(view: ScreenView, nowMs = noon): ScreenFrame {
  return { type: "view", nowMs, view };
}
