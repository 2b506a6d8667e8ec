import type { ItemStatus, PartyRole } from "../model/item.ts";
import type { Lacking, Verdict } from "../model/joint-session.ts";
import type { OfficeId } from "../model/office.ts";
import type { OverlapKind } from "../model/overlap.ts";
import type { Language } from "./overlap-phrases.ts";
import { roleNames } from "./role-names.ts";
import { statusNames } from "./status-names.ts";

/** The words of minutes, in every language of the product. The Vietnamese ones are those of the official form (NĐ 30/2020). */
export type MinutesPhrases = {
  readonly country: string;
  readonly motto: string;
  readonly number: string;
  placeAndDay(date: string, month: string, year: number): string;
  readonly offices: Readonly<Record<OfficeId, string>>;
  readonly title: string;
  about(scope: string, first: string, last: string): string;
  readonly headings: Readonly<Record<"time" | "present" | "decided" | "open" | "difficulties" | "end", string>>;
  began(hour: string, day: string, by: string): string;
  led(turns: string): string;
  turn(name: string, from: string, to: string | null): string;
  people(office: string, names: string): string;
  readonly nobody: string;
  readonly others: string;
  left(name: string, hour: string): string;
  named(name: string): string;
  readonly nothing: string;
  readonly busy: string;
  readonly gone: string;
  readonly over: string;
  readonly kinds: Readonly<Record<OverlapKind, string>>;
  readonly lacks: Readonly<Record<Lacking, string>>;
  lacking(what: string): string;
  readonly late: string;
  readonly unexpected: string;
  readonly verdicts: Readonly<Record<Verdict, string>>;
  readonly fields: Readonly<Record<"when" | "venue" | "status", string>>;
  readonly statuses: Readonly<Record<ItemStatus, string>>;
  readonly roles: Readonly<Record<PartyRole, string>>;
  standsIn(role: string, party: string): string;
  readonly none: string;
  online(venue: string): string;
  why(words: string): string;
  by(name: string, hour: string): string;
  said(words: string): string;
  readonly notReached: string;
  readonly discussed: string;
  ended(hour: string, day: string): string;
  readonly goesOn: string;
  readonly secretary: string;
  readonly chair: string;
  readonly recipients: readonly string[];
};

const vi: MinutesPhrases = {
  country: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
  motto: "Độc lập - Tự do - Hạnh phúc",
  number: "Số:        /BB-HC",
  placeAndDay: (date, month, year) => `Hà Nội, ngày ${date} tháng ${month} năm ${year}`,
  offices: { party: "Văn phòng Thành ủy", council: "Văn phòng Đoàn ĐBQH và HĐND", people: "Văn phòng UBND Thành phố" },
  title: "Biên bản",
  about: (scope, first, last) => `Họp chung về chương trình công tác ${scope} (từ ngày ${first} đến ngày ${last})`,
  headings: {
    time: "Thời gian, người dẫn",
    present: "Thành phần",
    decided: "Nội dung đã quyết",
    open: "Nội dung còn để ngỏ",
    difficulties: "Khó khăn, vướng mắc của các văn phòng",
    end: "Kết thúc",
  },
  began: (hour, day, by) => `Bắt đầu lúc ${hour} ngày ${day}, đ/c ${by} mở họp.`,
  led: (turns) => `Dẫn: ${turns}.`,
  turn: (name, from, to) => (to === null ? `đ/c ${name} (từ ${from})` : `đ/c ${name} (${from}–${to})`),
  people: (office, names) => `${office}: ${names}.`,
  nobody: "không có người dự",
  others: "Khác",
  left: (name, hour) => `${name} (rời lúc ${hour})`,
  named: (name) => `đ/c ${name}`,
  nothing: "Không có.",
  busy: "Bận",
  gone: "việc đã gỡ khỏi chương trình",
  over: " và ",
  kinds: {
    person: "Trùng người",
    room: "Trùng phòng",
    body: "Trùng tập thể",
    travel: "Không kịp di chuyển",
    unit: "Trùng đơn vị",
    quorum: "Thiếu thành viên",
    subject: "Trùng nội dung",
    capacity: "Quá sức chứa",
    online: "Quá số điểm cầu",
    due: "Hồ sơ đến sau cuộc họp",
    calendar: "Trùng ngày nghỉ, ngoài giờ",
    notice: "Thông báo muộn",
  },
  lacks: { hour: "giờ", room: "địa điểm", chair: "người chủ trì" },
  lacking: (what) => `Thiếu ${what}`,
  late: "Đăng ký muộn",
  unexpected: "Đột xuất",
  verdicts: {
    move: "Dời giờ",
    "other-room": "Đổi phòng",
    proxy: "Cử người dự thay",
    shorten: "Rút ngắn",
    merge: "Gộp làm một",
    "make-optional": "Không bắt buộc dự",
    swap: "Đổi giờ cho nhau",
    accept: "Chấp nhận",
    fill: "Bổ sung cho đủ",
    postpone: "Hoãn",
    cancel: "Hủy",
    return: "Trả lại văn phòng đăng ký",
    note: "Ghi nhận",
  },
  fields: { when: "thời gian", venue: "địa điểm", status: "tình trạng" },
  statuses: statusNames.vi,
  roles: roleNames.vi,
  standsIn: (role, party) => `${role} thay ${party}`,
  none: "chưa có",
  online: (venue) => (venue === "" ? "trực tuyến" : `${venue}, trực tuyến`),
  why: (words) => `Lý do: ${words}.`,
  by: (name, hour) => `(đ/c ${name}, ${hour})`,
  said: (words) => `Ý kiến: ${words}.`,
  notReached: "Chưa bàn đến.",
  discussed: "Đã bàn.",
  ended: (hour, day) => `Cuộc họp kết thúc lúc ${hour} ngày ${day}./.`,
  goesOn: "Cuộc họp chưa kết thúc.",
  secretary: "THƯ KÝ",
  chair: "NGƯỜI DẪN",
  recipients: ["Nơi nhận:", "- Lãnh đạo ba văn phòng;", "- Lưu: VT."],
};

const en: MinutesPhrases = {
  country: "SOCIALIST REPUBLIC OF VIET NAM",
  motto: "Independence - Freedom - Happiness",
  number: "No.        /BB-HC",
  placeAndDay: (date, month, year) => `Hanoi, ${date}/${month}/${year}`,
  offices: {
    party: "Office of the City Party Committee",
    council: "Office of the NA Delegation and People's Council",
    people: "Office of the People's Committee",
  },
  title: "Minutes",
  about: (scope, first, last) => `Joint session on the work programme, ${scope} (${first} to ${last})`,
  headings: {
    time: "Time and lead",
    present: "Present",
    decided: "Decided",
    open: "Left open",
    difficulties: "Difficulties of the offices",
    end: "End",
  },
  began: (hour, day, by) => `Begun at ${hour} on ${day}, opened by ${by}.`,
  led: (turns) => `Led by ${turns}.`,
  turn: (name, from, to) => (to === null ? `${name} (from ${from})` : `${name} (${from}–${to})`),
  people: (office, names) => `${office}: ${names}.`,
  nobody: "nobody came",
  others: "Others",
  left: (name, hour) => `${name} (left at ${hour})`,
  named: (name) => name,
  nothing: "Nothing.",
  busy: "Busy",
  gone: "an item taken off the programme",
  over: " and ",
  kinds: {
    person: "One person twice",
    room: "One room twice",
    body: "One body twice",
    travel: "No time for the way",
    unit: "One unit twice",
    quorum: "Too few members",
    subject: "One matter twice",
    capacity: "Too many people",
    online: "Too many bridging points",
    due: "Dossier after its meeting",
    calendar: "Day off or out of hours",
    notice: "Announced late",
  },
  lacks: { hour: "hour", room: "place", chair: "chair" },
  lacking: (what) => `Lacks ${what}`,
  late: "Registered late",
  unexpected: "Unexpected",
  verdicts: {
    move: "Moved",
    "other-room": "Other room",
    proxy: "Proxy sent",
    shorten: "Shortened",
    merge: "Merged",
    "make-optional": "Made optional",
    swap: "Hours swapped",
    accept: "Accepted",
    fill: "Completed",
    postpone: "Postponed",
    cancel: "Cancelled",
    return: "Back to its office",
    note: "Noted",
  },
  fields: { when: "time", venue: "place", status: "status" },
  statuses: statusNames.en,
  roles: roleNames.en,
  standsIn: (role, party) => `${role} for ${party}`,
  none: "none",
  online: (venue) => (venue === "" ? "online" : `${venue}, online`),
  why: (words) => `Reason: ${words}.`,
  by: (name, hour) => `(${name}, ${hour})`,
  said: (words) => `Said: ${words}.`,
  notReached: "Not come to.",
  discussed: "Discussed.",
  ended: (hour, day) => `The session ended at ${hour} on ${day}.`,
  goesOn: "The session has not ended.",
  secretary: "SECRETARY",
  chair: "LED BY",
  recipients: ["To:", "- Heads of the three offices;", "- File."],
};

const fr: MinutesPhrases = {
  country: "RÉPUBLIQUE SOCIALISTE DU VIET NAM",
  motto: "Indépendance - Liberté - Bonheur",
  number: "N°         /BB-HC",
  placeAndDay: (date, month, year) => `Hanoï, le ${date}/${month}/${year}`,
  offices: {
    party: "Bureau du Comité municipal du Parti",
    council: "Bureau de la Délégation et du Conseil populaire",
    people: "Bureau du Comité populaire",
  },
  title: "Procès-verbal",
  about: (scope, first, last) => `Séance commune sur le programme de travail, ${scope} (du ${first} au ${last})`,
  headings: {
    time: "Horaire et conduite",
    present: "Présents",
    decided: "Décisions",
    open: "Points restés ouverts",
    difficulties: "Difficultés des bureaux",
    end: "Clôture",
  },
  began: (hour, day, by) => `Ouverte à ${hour} le ${day} par ${by}.`,
  led: (turns) => `Conduite par ${turns}.`,
  turn: (name, from, to) => (to === null ? `${name} (dès ${from})` : `${name} (${from}–${to})`),
  people: (office, names) => `${office} : ${names}.`,
  nobody: "personne",
  others: "Autres",
  left: (name, hour) => `${name} (parti à ${hour})`,
  named: (name) => name,
  nothing: "Néant.",
  busy: "Occupé",
  gone: "un point retiré du programme",
  over: " et ",
  kinds: {
    person: "Une personne deux fois",
    room: "Une salle deux fois",
    body: "Une instance deux fois",
    travel: "Trajet impossible",
    unit: "Un service deux fois",
    quorum: "Trop peu de membres",
    subject: "Un objet deux fois",
    capacity: "Salle trop petite",
    online: "Trop de points connectés",
    due: "Dossier après sa réunion",
    calendar: "Jour chômé ou hors horaires",
    notice: "Annonce tardive",
  },
  lacks: { hour: "heure", room: "lieu", chair: "président" },
  lacking: (what) => `Manque : ${what}`,
  late: "Inscrit en retard",
  unexpected: "Imprévu",
  verdicts: {
    move: "Déplacé",
    "other-room": "Autre salle",
    proxy: "Suppléant désigné",
    shorten: "Raccourci",
    merge: "Fusionné",
    "make-optional": "Rendu facultatif",
    swap: "Horaires échangés",
    accept: "Accepté",
    fill: "Complété",
    postpone: "Reporté",
    cancel: "Annulé",
    return: "Renvoyé à son bureau",
    note: "Pris note",
  },
  fields: { when: "horaire", venue: "lieu", status: "état" },
  statuses: statusNames.fr,
  roles: roleNames.fr,
  standsIn: (role, party) => `${role} pour ${party}`,
  none: "aucun",
  online: (venue) => (venue === "" ? "en ligne" : `${venue}, en ligne`),
  why: (words) => `Motif : ${words}.`,
  by: (name, hour) => `(${name}, ${hour})`,
  said: (words) => `Avis : ${words}.`,
  notReached: "Non abordé.",
  discussed: "Abordé.",
  ended: (hour, day) => `La séance a pris fin à ${hour} le ${day}.`,
  goesOn: "La séance n'est pas close.",
  secretary: "SECRÉTAIRE",
  chair: "CONDUITE",
  recipients: ["Destinataires :", "- Chefs des trois bureaux ;", "- Archives."],
};

export const minutesPhrases: Readonly<Record<Language, MinutesPhrases>> = { vi, en, fr };
