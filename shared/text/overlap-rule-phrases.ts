import type { YieldReason } from "../model/overlap.ts";
import { type NoticePhrases, noticePhrasesByLanguage } from "./notice-phrases.ts";
import type { Language } from "./overlap-phrases.ts";

/** What is said of an overlap that a rule of the board found: its headline, and why. */
type Said = { readonly headline: string; readonly reason: string };
/** An item in a sentence: its matter and its time, joined as the language does. */
type Named = string;

/** Everything about the rules of a board that is said differently from language to language. */
export type RulePhrases = {
  /** A matter and its time in a sentence. */
  item(title: string, time: string): Named;
  way(minutes: { free: number; need: number }, isAssembly: boolean): string;
  setUp(room: string, minutes: { free: number; need: number }): { headline: string; assumption: string };
  load(unit: string, item: Named, counts: { count: number; most: number }): Said;
  quorum(body: string, item: Named, counts: { held: number; members: number }): Said;
  subject(pair: readonly [Named, Named], likeness: number): Said;
  capacity(room: string, item: Named, counts: { people: number; seats: number }): Said;
  online(item: Named, counts: { points: number; available: number; others: number }): Said;
  due(item: Named, days: { due: string; day: string }): Said;
  weekend(item: Named): Said;
  dayOff(item: Named, name: string): Said;
  hours(item: Named, hours: { from: string; to: string }): Said;
  event(item: Named, event: string): Said;
  readonly notice: NoticePhrases;
  yields(item: string, why: string): string;
  readonly why: Readonly<Record<YieldReason, string>>;
  precedence(first: string, second: string | null): string;
};

const vi: RulePhrases = {
  item: (title, time) => [title, time].filter((part) => part !== "").join(" "),
  way: ({ free, need }, isAssembly) =>
    `Giữa hai việc có ${free} phút, đường đi ${isAssembly ? "đến nơi tập trung " : ""}cần khoảng ${need} phút`,
  setUp: (room, { free, need }) => ({
    headline: `Phòng chưa kịp chuẩn bị: ${room}`,
    assumption: `Giữa hai việc có ${free} phút, phòng cần ${need} phút để dọn và chuẩn bị`,
  }),
  load: (unit, item, { count, most }) => ({
    headline: `Đơn vị quá tải: ${unit}`,
    reason: `${unit} phải trình ${count} hồ sơ cùng ngày, nhiều hơn mức ${most}; trong đó có ${item}`,
  }),
  quorum: (body, item, { held, members }) => ({
    headline: `Thiếu người dự họp: ${body}`,
    reason: `${item}: ${held}/${members} thành viên vắng, còn ${members - held} đồng chí dự được`,
  }),
  subject: ([a, b], likeness) => ({
    headline: "Trùng nội dung",
    reason: `${a} và ${b} giống nhau ${likeness}%: có thể là một việc, nên gộp`,
  }),
  capacity: (room, item, { people, seats }) => ({
    headline: `Phòng thiếu chỗ: ${room}`,
    reason: `${item} có khoảng ${people} người, phòng có ${seats} chỗ`,
  }),
  online: (item, { points, available, others }) => ({
    headline: "Quá số điểm cầu trực tuyến",
    reason: `${item} và ${others} hội nghị trực tuyến cùng lúc cần ${points} điểm cầu, Thành phố kết nối được ${available}`,
  }),
  due: (item, { due, day }) => ({
    headline: "Hồ sơ đến sau cuộc họp",
    reason: `Hồ sơ của ${item} hạn ngày ${due}, sau ngày họp ${day}`,
  }),
  weekend: (item) => ({ headline: "Rơi vào cuối tuần", reason: `${item} rơi vào ngày nghỉ cuối tuần` }),
  dayOff: (item, name) => ({ headline: `Rơi vào ngày nghỉ: ${name}`, reason: `${item} rơi vào ngày nghỉ (${name})` }),
  hours: (item, { from, to }) => ({
    headline: "Ngoài giờ làm việc",
    reason: `${item} nằm ngoài khoảng ${from}–${to}`,
  }),
  event: (item, event) => ({
    headline: `Trùng sự kiện lớn: ${event}`,
    reason: `${item} diễn ra trong ngày có ${event}, người dự việc này phải có mặt`,
  }),
  notice: noticePhrasesByLanguage.vi,
  yields: (item, why) => `Nên nhường: ${item} — ${why}`,
  why: {
    precedence: "tập thể kia được ưu tiên trước",
    reception: "việc kia là tiếp công dân định kỳ, không dời và không cử người thay",
    status: "việc kia đã được duyệt",
    unexpected: "việc đột xuất nhường việc đã có trong chương trình",
    role: "ở đây chỉ dự, việc kia phải chủ trì",
    membership: "ở đây chỉ dự với tư cách thành viên",
  },
  precedence: (first, second) =>
    second === null ? `${first} được ưu tiên trước` : `${first} được ưu tiên trước ${second}`,
};

const en: RulePhrases = {
  item: (title, time) => [title, time].filter((part) => part !== "").join(" "),
  way: ({ free, need }, isAssembly) =>
    `${free} minutes between them; the way ${isAssembly ? "to the assembly point " : ""}takes about ${need}`,
  setUp: (room, { free, need }) => ({
    headline: `No time to set up: ${room}`,
    assumption: `${free} minutes between them; the room needs ${need} to be cleared and set up`,
  }),
  load: (unit, item, { count, most }) => ({
    headline: `Unit overloaded: ${unit}`,
    reason: `${unit} has to bring ${count} dossiers on one day, more than ${most}; ${item} is one of them`,
  }),
  quorum: (body, item, { held, members }) => ({
    headline: `Too few can attend: ${body}`,
    reason: `${item}: ${held} of ${members} members cannot come, ${members - held} can`,
  }),
  subject: ([a, b], likeness) => ({
    headline: "Same matter twice",
    reason: `${a} and ${b} are ${likeness}% alike: perhaps one matter, to be merged`,
  }),
  capacity: (room, item, { people, seats }) => ({
    headline: `Too few seats: ${room}`,
    reason: `${item} brings about ${people} people, the room has ${seats} seats`,
  }),
  online: (item, { points, available, others }) => ({
    headline: "Too many bridging points",
    reason: `${item} and ${others} more online conferences at once need ${points} points, the city can connect ${available}`,
  }),
  due: (item, { due, day }) => ({
    headline: "Dossier after its meeting",
    reason: `The dossier of ${item} is due on ${due}, after the meeting on ${day}`,
  }),
  weekend: (item) => ({ headline: "On a weekend", reason: `${item} falls on a weekend` }),
  dayOff: (item, name) => ({ headline: `On a day off: ${name}`, reason: `${item} falls on a day off (${name})` }),
  hours: (item, { from, to }) => ({
    headline: "Outside working hours",
    reason: `${item} lies outside ${from}–${to}`,
  }),
  event: (item, event) => ({
    headline: `On the day of ${event}`,
    reason: `${item} is on the day of ${event}, where somebody in it has to be`,
  }),
  notice: noticePhrasesByLanguage.en,
  yields: (item, why) => `Should give way: ${item} — ${why}`,
  why: {
    precedence: "the other body goes first",
    reception: "the other is a periodic reception of citizens: it is not moved and nobody stands in",
    status: "the other is already approved",
    unexpected: "what is unexpected gives way to what is in the programme",
    role: "here one only attends, there one chairs",
    membership: "here one only comes as a member",
  },
  precedence: (first, second) => (second === null ? `${first} goes first` : `${first} goes before ${second}`),
};

const fr: RulePhrases = {
  item: (title, time) => [title, time].filter((part) => part !== "").join(" "),
  way: ({ free, need }, isAssembly) =>
    `${free} minutes entre les deux\u00a0; le trajet ${isAssembly ? "jusqu’au point de rassemblement " : ""}en demande environ ${need}`,
  setUp: (room, { free, need }) => ({
    headline: `Salle sans temps de préparation\u00a0: ${room}`,
    assumption: `${free} minutes entre les deux\u00a0; la salle en demande ${need} pour être préparée`,
  }),
  load: (unit, item, { count, most }) => ({
    headline: `Service surchargé\u00a0: ${unit}`,
    reason: `${unit} doit présenter ${count} dossiers le même jour, plus que ${most}\u00a0; dont ${item}`,
  }),
  quorum: (body, item, { held, members }) => ({
    headline: `Trop peu de présents\u00a0: ${body}`,
    reason: `${item}\u00a0: ${held} membres sur ${members} sont empêchés, ${members - held} peuvent venir`,
  }),
  subject: ([a, b], likeness) => ({
    headline: "Même objet deux fois",
    reason: `${a} et ${b} se ressemblent à ${likeness}\u00a0%\u00a0: peut-être une seule affaire, à fusionner`,
  }),
  capacity: (room, item, { people, seats }) => ({
    headline: `Places insuffisantes\u00a0: ${room}`,
    reason: `${item} réunit environ ${people} personnes, la salle compte ${seats} places`,
  }),
  online: (item, { points, available, others }) => ({
    headline: "Trop de points de connexion",
    reason: `${item} et ${others} autres conférences en ligne demandent ${points} points à la fois, la ville peut en relier ${available}`,
  }),
  due: (item, { due, day }) => ({
    headline: "Dossier après sa réunion",
    reason: `Le dossier de ${item} est attendu le ${due}, après la réunion du ${day}`,
  }),
  weekend: (item) => ({ headline: "Pendant le week-end", reason: `${item} tombe un week-end` }),
  dayOff: (item, name) => ({
    headline: `Jour chômé\u00a0: ${name}`,
    reason: `${item} tombe un jour chômé (${name})`,
  }),
  hours: (item, { from, to }) => ({
    headline: "Hors des heures de travail",
    reason: `${item} sort de la plage ${from}–${to}`,
  }),
  event: (item, event) => ({
    headline: `Le jour de\u00a0: ${event}`,
    reason: `${item} a lieu le jour de ${event}, où l’un des participants doit être`,
  }),
  notice: noticePhrasesByLanguage.fr,
  yields: (item, why) => `Devrait céder\u00a0: ${item} — ${why}`,
  why: {
    precedence: "l’autre organe passe en premier",
    reception: "l’autre est une réception périodique des citoyens\u00a0: ni déplacée, ni déléguée",
    status: "l’autre est déjà approuvé",
    unexpected: "l’imprévu cède à ce qui est au programme",
    role: "ici on participe seulement, là on préside",
    membership: "ici on ne vient que comme membre",
  },
  precedence: (first, second) => (second === null ? `${first} passe en premier` : `${first} passe avant ${second}`),
};

export const rulePhrasesByLanguage: Readonly<Record<Language, RulePhrases>> = { vi, en, fr };
