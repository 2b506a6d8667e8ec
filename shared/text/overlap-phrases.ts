import type { Certainty, Path } from "../model/overlap.ts";

/** The languages of the interface. */
export type Language = "vi" | "en" | "fr";

export type Verb = Path["role"];

/** What clashes, for the headline. `way`: hours do not overlap, but there is no time to get there. */
export type Clash = "person" | "room" | "body" | "unit" | "way";

/** One side of an overlap as words: what is done, in what matter, when, and in which capacity. */
export type SideWords = {
  readonly verb: Verb;
  readonly title: string;
  readonly time: string;
  readonly capacity: string | null;
};

type Sides = readonly [SideWords, SideWords];
type Half = "morning" | "afternoon" | "evening" | "allday";

/** Everything about an overlap that is said differently from language to language. */
export type Phrases = {
  headline(clash: Clash, certainty: Certainty, name: string): string;
  /** "đ/c An": how a person is called in a sentence; a post or words stay as they are. */
  comrade(name: string): string;
  /** Who does this and that; a capacity both sides share, or only one has, closes the sentence. */
  doing(name: string, sides: Sides): string;
  room(name: string, sides: Sides): string;
  readonly sendsTwo: string;
  ghost(name: string, other: SideWords): string;
  asPost(post: string): string;
  asMember(body: string): string;
  inGroup(group: string): string;
  maybeIn(group: string): string;
  oneOf(post: string): string;
  /** The ways down to a person, the nearest to the person first, as one capacity. */
  capacity(ways: readonly string[]): string;
  /** A matter inside a sentence. */
  title(words: string): string;
  readonly untitled: string;
  /** "14:00", "14:00–16:00" as the language says them; the end is null where none is written. */
  hours(start: string, end: string | null): string;
  session: Readonly<Record<Half, string>>;
  days(first: string, last: string): string;
  assumed(title: string, minutes: number): string;
  noHour(title: string): string;
  apart(minutes: number): string;
  /** Free minutes between the end of the one and the start of the other, elsewhere. */
  tight(minutes: number): string;
};

const none = "";

/** A verb per role and how the two sides are joined; the verb is not said twice. */
type Grammar = { readonly verbs: Readonly<Record<Verb, string>>; readonly and: string; readonly colon: string };

function sideWith({ verbs }: Grammar, { verb, title, time }: SideWords, before?: SideWords): string {
  const isSaid = before?.verb === verb || (verb !== "serve" && hasOwnVerb(title, verbs[verb]));
  // Without a matter there is nothing that one sits *in* or is invited *to*.
  const does = title === none ? verbs[verb].replace(/ (?:à|in|to)$/u, none) : verbs[verb];
  return [isSaid ? none : does, title, time].filter((part) => part !== none).join(" ");
}

const ownVerb =
  /^(?:dự|tham dự|tham gia|cùng|đi|làm việc|tiếp|thăm|kiểm tra|khảo sát|nghe|trao|đối thoại|khám)(?=[\s,])/iu;

/** "dự dự lễ" would stammer: a Vietnamese matter may begin with what the leader does there. */
function hasOwnVerb(title: string, verb: string): boolean {
  return title.startsWith(`${verb} `) || (verb === "dự" && ownVerb.test(title));
}

function doingWith(grammar: Grammar, name: string, [a, b]: Sides): string {
  const isShared = a.capacity === b.capacity || a.capacity === null || b.capacity === null;
  const last = isShared ? (a.capacity ?? b.capacity) : null;
  const beside = (text: string, capacity: string | null) => (isShared ? text : `${text} (${capacity})`);
  const first = beside(sideWith(grammar, a), a.capacity);
  const second = beside(sideWith(grammar, b, a), b.capacity);
  return `${name}${grammar.colon} ${first} ${grammar.and} ${second}${last === null ? none : ` — ${last}`}`;
}

function capital(line: string): string {
  return `${line.charAt(0).toUpperCase()}${line.slice(1)}`;
}

const commonFirst =
  /^(?:họp|hội|dự|lễ|phiên|kỳ|làm|nghe|tiếp|kiểm|thăm|giao|thẩm|giám|khảo|tham|chủ trì|đối|sơ|tổng|triển|rà|cho|xem|xét|khai|trao|gặp|đi|cùng|công|chuyến|buổi)(?=[\s,])/iu;

const vi: Grammar = {
  verbs: {
    chair: "chủ trì",
    attend: "dự",
    invited: "được mời dự",
    optional: "có thể dự",
    sits: "dự",
    serve: "phục vụ",
    venue: none,
    item: none,
  },
  and: "và",
  colon: ":",
};

const vietnamese: Phrases = {
  headline(clash, certainty, name) {
    const what = { person: "trùng người", room: "trùng phòng", body: "trùng lịch" };
    if (clash === "way") return `Khó kịp di chuyển: ${name}`;
    if (clash === "unit") return `Cùng mời: ${name}`;
    return `${capital(`${{ certain: none, probable: "nhiều khả năng ", possible: "có thể " }[certainty]}${what[clash]}`)}: ${name}`;
  },
  comrade: (name) => `đ/c ${name}`,
  doing: (name, sides) => doingWith(vi, name, sides),
  room: (name, [a, b]) => `${name}: ${a.title} ${a.time} và ${b.title} ${b.time}`,
  sendsTwo: "; có thể cử hai người",
  ghost: (name, other) => `${name}: ${sideWith(vi, other)}`,
  asPost: (post) => post,
  asMember: (body) =>
    /^(?:ban thường vụ|ban chấp hành|btv|bch|ubnd|ủy ban)/iu.test(body) ? `Ủy viên ${body}` : `thuộc ${body}`,
  inGroup: (group) => `trong “${group}”`,
  maybeIn: (group) => `có thể thuộc “${group}”`,
  oneOf: (post) => `một trong các ${post}`,
  capacity: ([first = none, ...others]) =>
    [/^(?:thuộc|trong|có thể) /u.test(first) ? first : `là ${first}`, ...others].join(", "),
  // Names keep their capital: "Ban Thường vụ …", "UBND …"; a common word that only begins the line does not.
  title: (words) =>
    commonFirst.test(words) ||
    (/^\p{Lu}\p{Ll}+,? \p{Ll}/u.test(words) && !/^(?:chủ tịch|bí thư|phó|trưởng|giám đốc|chánh) /iu.test(words))
      ? words.charAt(0).toLowerCase() + words.slice(1)
      : words,
  untitled: "việc chưa có nội dung",
  hours: (start, end) => (end === null ? start : `${start}–${end}`),
  session: { morning: "buổi sáng", afternoon: "buổi chiều", evening: "buổi tối", allday: "cả ngày" },
  days: (first, last) => `từ ${first} đến ${last}`,
  assumed: (title, minutes) => `Chưa ghi giờ kết thúc: giả định ${minutes} phút cho ${title}`,
  noHour: (title) => `Chưa rõ giờ: ${title}`,
  apart: (minutes) => `Hai việc chỉ cách nhau ${minutes} phút`,
  tight: (minutes) =>
    minutes === 0
      ? "Việc trước kết thúc đúng lúc việc sau bắt đầu, ở nơi khác"
      : `Chỉ có ${minutes} phút để di chuyển giữa hai nơi`,
};

const en: Grammar = {
  verbs: {
    chair: "chairs",
    attend: "attends",
    invited: "is invited to",
    optional: "may attend",
    sits: "sits in",
    serve: "serves",
    venue: none,
    item: none,
  },
  and: "and",
  colon: none,
};

const english: Phrases = {
  headline(clash, certainty, name) {
    const sure = { certain: none, probable: "probably ", possible: "possibly " }[certainty];
    const line = {
      person: capital(`${sure}double-booked`),
      room: `Room ${sure}double-booked`,
      body: `Body ${sure}called twice`,
      unit: "Asked twice",
      way: "No time to travel",
    }[clash];
    return `${line}: ${name}`;
  },
  comrade: (name) => name,
  doing: (name, sides) => doingWith(en, name, sides),
  room: (name, [a, b]) => `${name}: ${a.title} ${a.time} and ${b.title} ${b.time}`,
  sendsTwo: "; it can send two people",
  ghost: (name, other) => `${name} ${sideWith(en, other)}`,
  asPost: (post) => post,
  asMember: (body) => `a member of ${body}`,
  inGroup: (group) => `one of “${group}”`,
  maybeIn: (group) => `perhaps among “${group}”`,
  oneOf: (post) => `one of several ${post}`,
  capacity: (ways) => `as ${ways.join(", ")}`,
  title: (words) => `“${words}”`,
  untitled: "an untitled item",
  hours: (start, end) => (end === null ? `at ${start}` : `from ${start} to ${end}`),
  session: { morning: "in the morning", afternoon: "in the afternoon", evening: "in the evening", allday: "all day" },
  days: (first, last) => `from ${first} to ${last}`,
  assumed: (title, minutes) => `No end is given: ${title} is taken to last ${minutes} minutes`,
  noHour: (title) => `No hour is given for ${title}`,
  apart: (minutes) => `They begin only ${minutes} minutes apart`,
  tight: (minutes) =>
    minutes === 0
      ? "One ends just when the other begins, elsewhere"
      : `Only ${minutes} minutes to get from one to the other`,
};

const fr: Grammar = {
  verbs: {
    chair: "préside",
    attend: "participe à",
    invited: "est invité à",
    optional: "participe peut-être à",
    sits: "siège à",
    serve: "assure le service de",
    venue: none,
    item: none,
  },
  and: "et",
  colon: none,
};

/** "08:05" → "8 h 05", "08:00" → "8 h" (Imprimerie nationale), with spaces that do not break. */
function frenchHour(hour: string): string {
  const [hours = none, minutes = none] = hour.split(":");
  return `${Number(hours)}\u00a0h${minutes === "00" ? none : `\u00a0${minutes}`}`;
}

const french: Phrases = {
  headline(clash, certainty, name) {
    const sure = { certain: none, probable: " probable", possible: " possible" }[certainty];
    const line = {
      person: `Double engagement${sure}`,
      room: `Salle prise deux fois${sure && `,${sure}`}`,
      body: `Double convocation${sure}`,
      unit: "Double sollicitation",
      way: "Trajet trop court",
    }[clash];
    return `${line}\u00a0: ${name}`;
  },
  comrade: (name) => name,
  doing: (name, sides) => doingWith(fr, name, sides),
  room: (name, [a, b]) => `${name}\u00a0: ${a.title} ${a.time} et ${b.title} ${b.time}`,
  sendsTwo: " ; deux personnes peuvent y aller",
  ghost: (name, other) => `${name} ${sideWith(fr, other)}`,
  asPost: (post) => post,
  asMember: (body) => `membre de ${body}`,
  inGroup: (group) => `l’un de «\u00a0${group}\u00a0»`,
  maybeIn: (group) => `peut-être parmi «\u00a0${group}\u00a0»`,
  oneOf: (post) => `l’un des ${post}`,
  capacity: (ways) => `comme ${ways.join(", ")}`,
  title: (words) => `«\u00a0${words}\u00a0»`,
  untitled: "un élément sans objet",
  hours: (start, end) => (end === null ? `à ${frenchHour(start)}` : `de ${frenchHour(start)} à ${frenchHour(end)}`),
  session: { morning: "le matin", afternoon: "l’après-midi", evening: "le soir", allday: "toute la journée" },
  days: (first, last) => `du ${first} au ${last}`,
  assumed: (title, minutes) => `Aucune fin indiquée\u00a0: ${minutes} minutes supposées pour ${title}`,
  noHour: (title) => `Aucune heure indiquée pour ${title}`,
  apart: (minutes) => `Les débuts ne sont séparés que de ${minutes} minutes`,
  tight: (minutes) =>
    minutes === 0
      ? "L’un finit à l’instant où l’autre commence, ailleurs"
      : `Seulement ${minutes} minutes pour aller de l’un à l’autre`,
};

export const phrasesByLanguage: Readonly<Record<Language, Phrases>> = { vi: vietnamese, en: english, fr: french };
