/** Prints known items as offices lay their schedules out, so that what is read can be held against what was printed. */
import { addDays, type Day, weekdayOf } from "../../shared/kit/day.ts";
import type { ExpectedItem } from "./schedule-score.ts";

export interface KnownItem {
  readonly day: Day;
  readonly hour: number;
  readonly minute: number;
  readonly title: string;
  /** Whether who leads it chairs it. */
  readonly isChaired: boolean;
  readonly leader: string;
  readonly place: string;
  readonly guests: string | null;
  readonly preparing: string | null;
}

export type Notation = {
  readonly hour: (hour: number, minute: string) => string;
  readonly day: (day: PrintedDay) => string;
};
interface PrintedDay {
  readonly date: string;
  readonly month: string;
  readonly year: string;
  readonly weekday: string;
}

const two = (value: number) => String(value).padStart(2, "0");

/** How offices write half past seven. */
export const hourNotations: readonly Notation["hour"][] = [
  (hour, minute) => `${hour}h${minute}`,
  (hour, minute) => `${two(hour)}h${minute}`,
  (hour, minute) => `${hour}h${minute}'`,
  (hour, minute) => `${hour} giờ ${minute}`,
  (hour, minute) => `${hour} giờ ${minute} phút`,
  (hour, minute) => `${hour} giờ ${minute}’`,
  (hour, minute) => `${two(hour)}g${minute}`,
  (hour, minute) => `${two(hour)}:${minute}`,
  (hour, minute) => `${two(hour)}'${minute}`,
  (hour, minute) => `${hour}H${minute}`,
];

/** How offices write a day. */
export const dayNotations: readonly Notation["day"][] = [
  ({ weekday, date, month, year }) => `${weekday}, ngày ${date}/${month}/${year}`,
  ({ weekday, date, month }) => `${weekday.toUpperCase()}, NGÀY ${date}/${month}`,
  ({ weekday, date, month, year }) => `${weekday} (${date}/${month}/${year})`,
  ({ weekday, date, month }) => `${weekday} ${date}/${month}`,
  ({ weekday, date, month, year }) => `* ${weekday.toUpperCase()} ${date}/${month}/${year}`,
  ({ weekday, date, month, year }) => `${weekday}, ngày ${date} tháng ${month} năm ${year}`,
  ({ weekday, date, month }) => `${weekday}: ${date}/${month}`,
  ({ weekday, date, month, year }) => `Ngày ${date}/${month}/${year} (${weekday})`,
  ({ weekday, date, month, year }) => `${weekday} ngày ${date}-${month}-${year}`,
];

const weekdays = ["Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật"];

function dayWords(day: Day, notation: Notation): string {
  const [year = "", month = "", date = ""] = day.split("-");
  return notation.day({ date, month, year, weekday: weekdays[weekdayOf(day) - 1] ?? "" });
}

/** What a layout leaves out, or changes, of an item. */
export interface Layout {
  readonly name: string;
  readonly print: (items: readonly KnownItem[], notation: Notation) => readonly string[];
  readonly hasGuests?: true;
  readonly hasPreparing?: true;
  /** The title begins with a capital. */
  readonly isCapital?: true;
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
const hourOf = (item: KnownItem, { hour }: Notation) => hour(item.hour, two(item.minute));
const sessionOf = ({ hour }: KnownItem) => (hour < 12 ? "Sáng" : hour < 18 ? "Chiều" : "Tối");
const byDay = (items: readonly KnownItem[]) => [...Map.groupBy(items, ({ day }) => day).values()];

/** Day lines, and under each what `line` makes of its items. */
function prose(line: (item: KnownItem, hour: string) => readonly string[]): Layout["print"] {
  return (items, notation) =>
    byDay(items).flatMap((day) => [
      dayWords(day[0]?.day ?? addDays("2026-01-01" as Day, 0), notation),
      ...day.flatMap((item) => line(item, hourOf(item, notation))),
    ]);
}

/** Rows under a heading; the day stands in the first of its rows only. */
function table(
  heading: readonly string[],
  delimiter: string,
  cells: (item: KnownItem) => readonly string[],
): Layout["print"] {
  return (items, notation) => [
    heading.join(delimiter),
    ...byDay(items).flatMap((day) =>
      day.map((item, index) =>
        [index === 0 ? dayWords(item.day, notation) : "", hourOf(item, notation), ...cells(item)].join(delimiter),
      ),
    ),
  ];
}

const guestsOf = ({ guests }: KnownItem, before: string) => (guests === null ? "" : `${before}${guests}`);
const preparedBy = ({ preparing }: KnownItem, before: string, after: string) =>
  preparing === null ? "" : `${before}${preparing}${after}`;

export const layouts: readonly Layout[] = [
  {
    name: "hour, leader, matter; guests; preparing unit in brackets; Điểm tại",
    hasGuests: true,
    hasPreparing: true,
    print: prose((item, hour) => [
      `- ${hour}, ${item.leader} ${item.title}${preparedBy(item, " (", " chuẩn bị nội dung)")}.${guestsOf(item, " Mời ")}${item.guests ? "." : ""} Điểm tại ${item.place}.`,
    ]),
  },
  {
    name: "labels in the line",
    hasGuests: true,
    hasPreparing: true,
    print: prose((item, hour) => [
      `- ${hour}: ${item.leader} ${item.title}.${guestsOf(item, " Thành phần: ")}${item.guests ? "." : ""} Địa điểm: ${item.place}.${preparedBy(item, " Giao ", " chuẩn bị nội dung.")}`,
    ]),
  },
  {
    name: "tại at the end",
    print: prose((item, hour) => [`${hour}: ${item.leader} ${item.title}, tại ${item.place}`]),
  },
  {
    name: "leader first",
    hasGuests: true,
    print: prose((item, hour) => [
      `- ${item.leader}: ${hour}, ${item.title}${guestsOf(item, ", mời ")}${item.guests ? " cùng dự" : ""}, điểm tại ${item.place}.`,
    ]),
  },
  {
    name: "leaders above days",
    isCapital: true,
    print: (items, notation) =>
      [...Map.groupBy(items, ({ leader }) => leader)].flatMap(([leader, own]) => [
        `* ${leader}:`,
        ...prose((item, hour) => [`- ${hour}: ${capital(item.title)}. Địa điểm: ${item.place}.`])(own, notation),
      ]),
  },
  {
    name: "table with tabs",
    hasGuests: true,
    hasPreparing: true,
    isCapital: true,
    print: table(
      ["Ngày", "Thời gian", "Nội dung", "Lãnh đạo chủ trì/tham dự", "Thành phần", "Địa điểm", "Chuẩn bị"],
      "\t",
      (item) => [capital(item.title), item.leader, item.guests ?? "", item.place, item.preparing ?? ""],
    ),
  },
  {
    name: "table with bars, session column",
    isCapital: true,
    print: table(["Ngày", "Giờ", "Buổi", "Nội dung", "Lãnh đạo", "Địa điểm"], " | ", (item) => [
      sessionOf(item),
      capital(item.title),
      item.leader,
      item.place,
    ]),
  },
  {
    name: "wall board: place and leader in the matter's cell",
    isCapital: true,
    print: table(["Ngày", "Thời gian", "Nội dung", "Ghi chú"], "\t", (item) => [
      `${capital(item.title)} tại ${item.place} (${item.leader})`,
      "",
    ]),
  },
  {
    name: "flattened table with its empty cells",
    isCapital: true,
    print: (items, notation) =>
      table(["Ngày", "Thời gian", "Nội dung", "Địa điểm", "Lãnh đạo"], "\t", (item) => [
        capital(item.title),
        item.place,
        item.leader,
      ])(items, notation).flatMap((row) => row.split("\t").flatMap((cell) => ["", cell === "" ? " " : cell])),
  },
];

/** What a reader should find of an item printed in a layout; the line is not compared, layouts differ in it. */
export function expectedOf(item: KnownItem, layout: Layout): ExpectedItem {
  const guests = layout.hasGuests && item.guests !== null ? item.guests.split("; ") : [];
  return {
    date: item.day,
    start: `${two(item.hour)}:${two(item.minute)}`,
    end: null,
    session: item.hour < 12 ? "morning" : item.hour < 18 ? "afternoon" : "evening",
    title: layout.isCapital ? capital(item.title) : item.title,
    chair: item.isChaired ? [item.leader] : [],
    participants: [...(item.isChaired ? [] : [item.leader]), ...guests],
    location: item.place,
    preparing: layout.hasPreparing && item.preparing !== null ? [item.preparing] : [],
    line: 0,
    ambiguous: ["line", "item", ...(item.title.startsWith("chủ trì") ? ["title"] : [])],
  };
}
