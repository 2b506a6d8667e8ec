import type { Topic } from "../model/joint-session.ts";
import type { Certainty } from "../model/overlap.ts";
import type { Language } from "./overlap-phrases.ts";

/** What the server says on a screen, beside the words of the board itself. */
type ScreenWords = {
  /** An item of which no more may be said than that somebody is busy. */
  readonly busy: string;
  readonly untitled: string;
  programme(week: number): string;
  today(day: string): string;
  overlaps(week: number): string;
  /** How sure it is, as one word beside its sign. */
  readonly certainty: Readonly<Record<Certainty, string>>;
  /** The reason of an overlap with something withheld: no name, and not what it is over. */
  readonly withheldReason: string;
  readonly difficultyWithheld: string;
  /** What is said of a topic about something withheld. */
  readonly withheldMatter: string;
  /** The overlap, or what else a topic was about, is no more. */
  readonly gone: string;
  /** It was settled, but not in the session. */
  readonly settledElsewhere: string;
  /** "họ tên +2": more take part. */
  more(count: number): string;
  readonly topic: Readonly<Record<Topic["of"], string>>;
  /** Before the first step, and after the last. */
  readonly agenda: string;
  joint(week: string, leader: string): string;
  month(month: string): string;
  week(week: number): string;
  lacks(what: string): string;
  readonly late: string;
  readonly unexpected: string;
  offer: {
    fill(title: string, what: string): string;
    /** Inside `fill`: who chairs. */
    chairs(name: string): string;
    keep(title: string): string;
    postpone(title: string): string;
    cancel(title: string): string;
    return(title: string): string;
    readonly note: string;
  };
  attendance(free: number, of: number): string;
  clashesWith(title: string): string;
  clashes(count: number): string;
  decided(what: string, by: string): string;
};

const vi: ScreenWords = {
  busy: "Bận",
  untitled: "(chưa có nội dung)",
  programme: (week) => `Chương trình công tác tuần ${week}`,
  today: (day) => `Hôm nay, ${day}`,
  overlaps: (week) => `Trùng lịch chưa xử lý tuần ${week}`,
  certainty: { certain: "Trùng", probable: "Nhiều khả năng trùng", possible: "Có thể trùng" },
  withheldReason: "Trùng với một việc không công khai",
  difficultyWithheld: "Khó khăn, vướng mắc về một việc không công khai",
  withheldMatter: "Một việc không công khai",
  gone: "Không còn vướng mắc",
  settledElsewhere: "Đã xử lý ngoài cuộc họp",
  more: (count) => `+${count}`,
  topic: {
    overlap: "Trùng lịch",
    lacking: "Còn thiếu",
    late: "Đăng ký muộn",
    unexpected: "Đột xuất",
    difficulty: "Khó khăn, vướng mắc",
  },
  agenda: "Họp chung",
  joint: (scope, leader) => `Họp chung ${scope} · đ/c ${leader} dẫn`,
  month: (month) => `tháng ${month}`,
  week: (week) => `tuần ${week}`,
  lacks: (what) => `Còn thiếu: ${what}`,
  late: "Đăng ký muộn, sau khi chương trình đã chốt",
  unexpected: "Đột xuất, ngoài chương trình đã ban hành",
  offer: {
    fill: (title, what) => `“${title}”: ${what}`,
    chairs: (name) => `${name} chủ trì`,
    keep: (title) => `Giữ “${title}” như đã đăng ký`,
    postpone: (title) => `Hoãn “${title}”`,
    cancel: (title) => `Hủy “${title}”`,
    return: (title) => `Trả lại “${title}” cho văn phòng đăng ký`,
    note: "Ghi nhận, không thay đổi",
  },
  attendance: (free, of) => `${free}/${of} người cần dự rảnh`,
  clashesWith: (title) => `vướng “${title}”`,
  clashes: (count) => `còn vướng ${count} việc`,
  decided: (what, by) => `${what} — ${by}`,
};

const en: ScreenWords = {
  busy: "Busy",
  untitled: "(no matter yet)",
  programme: (week) => `Work programme, week ${week}`,
  today: (day) => `Today, ${day}`,
  overlaps: (week) => `Open overlaps, week ${week}`,
  certainty: { certain: "Overlap", probable: "Probable overlap", possible: "Possible overlap" },
  withheldReason: "Overlaps with something that is not public",
  difficultyWithheld: "A difficulty about something that is not public",
  withheldMatter: "Something that is not public",
  gone: "It is no longer an issue",
  settledElsewhere: "Settled outside the session",
  more: (count) => `+${count}`,
  topic: {
    overlap: "Overlap",
    lacking: "Missing",
    late: "Registered late",
    unexpected: "Unexpected",
    difficulty: "Difficulty",
  },
  agenda: "Joint session",
  joint: (scope, leader) => `Joint session, ${scope} · led by ${leader}`,
  month: (month) => `month ${month}`,
  week: (week) => `week ${week}`,
  lacks: (what) => `Still missing: ${what}`,
  late: "Registered late, after the programme was closed",
  unexpected: "Unexpected, outside the issued programme",
  offer: {
    fill: (title, what) => `“${title}”: ${what}`,
    chairs: (name) => `${name} chairs`,
    keep: (title) => `Keep “${title}” as registered`,
    postpone: (title) => `Postpone “${title}”`,
    cancel: (title) => `Cancel “${title}”`,
    return: (title) => `Send “${title}” back to its office`,
    note: "Note it, change nothing",
  },
  attendance: (free, of) => `${free} of ${of} needed are free`,
  clashesWith: (title) => `in the way: “${title}”`,
  clashes: (count) => (count === 1 ? "1 clash would be left" : `${count} clashes would be left`),
  decided: (what, by) => `${what} — ${by}`,
};

const fr: ScreenWords = {
  busy: "Occupé",
  untitled: "(objet à préciser)",
  programme: (week) => `Programme de travail, semaine ${week}`,
  today: (day) => `Aujourd’hui, ${day}`,
  overlaps: (week) => `Conflits ouverts, semaine ${week}`,
  certainty: { certain: "Conflit", probable: "Conflit probable", possible: "Conflit possible" },
  withheldReason: "En conflit avec une activité non publique",
  difficultyWithheld: "Une difficulté au sujet d’une activité non publique",
  withheldMatter: "Une activité non publique",
  gone: "La question ne se pose plus",
  settledElsewhere: "Réglé hors séance",
  more: (count) => `+${count}`,
  topic: {
    overlap: "Conflit",
    lacking: "Manque",
    late: "Inscrit tard",
    unexpected: "Imprévu",
    difficulty: "Difficulté",
  },
  agenda: "Séance commune",
  joint: (scope, leader) => `Séance commune, ${scope} · conduite par ${leader}`,
  month: (month) => `mois ${month}`,
  week: (week) => `semaine ${week}`,
  lacks: (what) => `Il manque encore : ${what}`,
  late: "Inscrit tard, après la clôture du programme",
  unexpected: "Imprévu, hors du programme publié",
  offer: {
    fill: (title, what) => `« ${title} » : ${what}`,
    chairs: (name) => `${name} préside`,
    keep: (title) => `Garder « ${title} » comme inscrit`,
    postpone: (title) => `Reporter « ${title} »`,
    cancel: (title) => `Annuler « ${title} »`,
    return: (title) => `Renvoyer « ${title} » à son bureau`,
    note: "En prendre acte, sans changement",
  },
  attendance: (free, of) => `${free} sur ${of} nécessaires sont libres`,
  clashesWith: (title) => `gêné par « ${title} »`,
  clashes: (count) => (count < 2 ? `${count} conflit resterait` : `${count} conflits resteraient`),
  decided: (what, by) => `${what} — ${by}`,
};

export const screenWords: Readonly<Record<Language, ScreenWords>> = { vi, en, fr };
