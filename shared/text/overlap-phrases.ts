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

/** Everything about an overlap that is said differently from language to language. */
export type Phrases = {
  headline(clash: Clash, certainty: Certainty, name: string): string;
  /** "đ/c An": how a person is called in a sentence; a post or words stay as they are. */
  comrade(name: string): string;
  person(name: string, sides: readonly [SideWords, SideWords]): string;
  room(name: string, sides: readonly [SideWords, SideWords]): string;
  body(name: string, sides: readonly [SideWords, SideWords]): string;
  unit(name: string, sides: readonly [SideWords, SideWords]): string;
  ghost(name: string, other: SideWords): string;
  asPost(post: string): string;
  asMember(body: string): string;
  inGroup(group: string): string;
  maybeIn(group: string): string;
  oneOf(post: string): string;
  /** The ways down to a person, the nearest to the person first, as one capacity. */
  capacity(ways: readonly string[]): string;
  at(time: string): string;
  session: Readonly<Record<"morning" | "afternoon" | "evening" | "allday", string>>;
  days(first: string, last: string): string;
  assumed(title: string, minutes: number): string;
  noHour(title: string): string;
  apart(minutes: number): string;
  /** Free minutes between the end of the one and the start of the other, elsewhere. */
  tight(minutes: number): string;
  readonly untitled: string;
};

const vietnameseVerbs: Readonly<Record<Verb, string>> = {
  chair: "chủ trì",
  attend: "dự",
  invited: "được mời dự",
  optional: "có thể dự",
  sits: "dự",
  serve: "phục vụ",
  venue: "",
};

/** "dự" before a matter that begins with its own verb would stammer. */
const ownVerb =
  /^(?:dự|tham dự|tham gia|cùng|chủ trì|đi|làm việc|tiếp|thăm|kiểm tra|khảo sát|nghe|trao|đối thoại|khám)(?=\s)/iu;

function vietnameseSide({ verb, title, time }: SideWords): string {
  const says = ownVerb.test(title) && (verb === "attend" || title.startsWith(vietnameseVerbs[verb]));
  if (verb === "serve") return `phục vụ “${title}” ${time}`;
  return `${says ? title : `${vietnameseVerbs[verb]} ${title}`.trim()} ${time}`;
}

const vietnamese: Phrases = {
  headline(clash, certainty, name) {
    const what = {
      person: "trùng người",
      room: "trùng phòng",
      body: "trùng lịch",
      unit: "cùng mời",
      way: "khó kịp di chuyển",
    }[clash];
    const sure = { certain: "", probable: "nhiều khả năng ", possible: "có thể " }[certainty];
    const line = clash === "way" || clash === "unit" ? what : sure + what;
    return `${line.charAt(0).toUpperCase()}${line.slice(1)}: ${name}`;
  },
  comrade: (name) => `đ/c ${name}`,
  person: (name, [a, b]) => joinSides(name, [a, b], { side: vietnameseSide, and: "và" }),
  room: (name, [a, b]) => `${name}: ${a.title} ${a.time} và ${b.title} ${b.time}`,
  body: (name, [a, b]) => `${name}: ${vietnameseSide(a)} và ${vietnameseSide(b)}`,
  unit: (name, [a, b]) => `${name}: ${vietnameseSide(a)} và ${vietnameseSide(b)}; có thể cử hai người`,
  ghost: (name, other) => `${name}: ${vietnameseSide(other)}`,
  asPost: (post) => post,
  asMember: (body) =>
    /^(?:ban thường vụ|ban chấp hành|btv|bch|ubnd|ủy ban)/iu.test(body) ? `Ủy viên ${body}` : `thuộc ${body}`,
  inGroup: (group) => `trong “${group}”`,
  maybeIn: (group) => `có thể thuộc “${group}”`,
  oneOf: (post) => `một trong các ${post}`,
  capacity: (ways) =>
    (/^(?:thuộc|trong|có thể) /u.test(ways[0] ?? "") ? ways : [`là ${ways[0]}`, ...ways.slice(1)]).join(", "),
  at: (time) => time,
  session: { morning: "buổi sáng", afternoon: "buổi chiều", evening: "buổi tối", allday: "cả ngày" },
  days: (first, last) => `từ ${first} đến ${last}`,
  assumed: (title, minutes) => `Chưa ghi giờ kết thúc: giả định ${minutes} phút cho ${title}`,
  noHour: (title) => `Chưa rõ giờ: ${title}`,
  apart: (minutes) => `Hai việc chỉ cách nhau ${minutes} phút`,
  tight: (minutes) =>
    minutes === 0
      ? "Việc trước kết thúc đúng lúc việc sau bắt đầu, ở nơi khác"
      : `Chỉ có ${minutes} phút để di chuyển giữa hai nơi`,
  untitled: "việc chưa có nội dung",
};

const englishVerbs: Readonly<Record<Verb, string>> = {
  chair: "chairs",
  attend: "attends",
  invited: "is invited to",
  optional: "may attend",
  sits: "sits in",
  serve: "serves",
  venue: "",
};

function englishSide({ verb, title, time }: SideWords): string {
  return `${englishVerbs[verb]} “${title}” ${time}`;
}

const english: Phrases = {
  headline(clash, certainty, name) {
    if (clash === "way") return `No time to travel: ${name}`;
    if (clash === "unit") return `Asked twice: ${name}`;
    const what = { person: "double-booked", room: "room double-booked", body: "body double-booked" }[clash];
    const sure = { certain: "", probable: "probably ", possible: "possibly " }[certainty];
    const line = sure + what;
    return `${line.charAt(0).toUpperCase()}${line.slice(1)}: ${name}`;
  },
  comrade: (name) => name,
  person: (name, sides) => joinSides(name, sides, { side: englishSide, and: "and" }),
  room: (name, [a, b]) => `${name}: “${a.title}” ${a.time} and “${b.title}” ${b.time}`,
  body: (name, [a, b]) => `${name} ${englishSide(a)} and ${englishSide(b)}`,
  unit: (name, [a, b]) => `${name} ${englishSide(a)} and ${englishSide(b)}; it can send two people`,
  ghost: (name, other) => `${name} ${englishSide(other)}`,
  asPost: (post) => post,
  asMember: (body) => `a member of ${body}`,
  inGroup: (group) => `one of “${group}”`,
  maybeIn: (group) => `perhaps among “${group}”`,
  oneOf: (post) => `one of several holding ${post}`,
  capacity: (ways) => `as ${ways.join(", ")}`,
  at: (time) => `at ${time}`,
  session: { morning: "in the morning", afternoon: "in the afternoon", evening: "in the evening", allday: "all day" },
  days: (first, last) => `from ${first} to ${last}`,
  assumed: (title, minutes) => `No end is given: “${title}” is taken to last ${minutes} minutes`,
  noHour: (title) => `No hour is given for “${title}”`,
  apart: (minutes) => `They begin only ${minutes} minutes apart`,
  tight: (minutes) =>
    minutes === 0
      ? "One ends just when the other begins, elsewhere"
      : `Only ${minutes} minutes to get from one to the other`,
  untitled: "untitled item",
};

const frenchVerbs: Readonly<Record<Verb, string>> = {
  chair: "préside",
  attend: "participe à",
  invited: "est invité à",
  optional: "participe peut-être à",
  sits: "siège à",
  serve: "assure le service de",
  venue: "",
};

function frenchSide({ verb, title, time }: SideWords): string {
  return `${frenchVerbs[verb]} « ${title} » ${time}`;
}

const french: Phrases = {
  headline(clash, certainty, name) {
    if (clash === "way") return `Pas le temps de se déplacer : ${name}`;
    if (clash === "unit") return `Sollicité deux fois : ${name}`;
    const what = { person: "pris deux fois", room: "salle prise deux fois", body: "instance convoquée deux fois" }[
      clash
    ];
    const sure = { certain: "", probable: "probablement ", possible: "peut-être " }[certainty];
    const line = sure + what;
    return `${line.charAt(0).toUpperCase()}${line.slice(1)} : ${name}`;
  },
  comrade: (name) => name,
  person: (name, sides) => joinSides(name, sides, { side: frenchSide, and: "et" }),
  room: (name, [a, b]) => `${name} : « ${a.title} » ${a.time} et « ${b.title} » ${b.time}`,
  body: (name, [a, b]) => `${name} ${frenchSide(a)} et ${frenchSide(b)}`,
  unit: (name, [a, b]) => `${name} ${frenchSide(a)} et ${frenchSide(b)} ; deux personnes peuvent y aller`,
  ghost: (name, other) => `${name} ${frenchSide(other)}`,
  asPost: (post) => post,
  asMember: (body) => `membre de ${body}`,
  inGroup: (group) => `parmi « ${group} »`,
  maybeIn: (group) => `peut-être parmi « ${group} »`,
  oneOf: (post) => `l’un des titulaires de ${post}`,
  capacity: (ways) => `comme ${ways.join(", ")}`,
  at: (time) => `à ${time}`,
  session: { morning: "le matin", afternoon: "l’après-midi", evening: "le soir", allday: "toute la journée" },
  days: (first, last) => `du ${first} au ${last}`,
  assumed: (title, minutes) => `Aucune fin indiquée : ${minutes} minutes supposées pour « ${title} »`,
  noHour: (title) => `Aucune heure indiquée pour « ${title} »`,
  apart: (minutes) => `Les débuts ne sont séparés que de ${minutes} minutes`,
  tight: (minutes) =>
    minutes === 0
      ? "L’un finit à l’instant où l’autre commence, ailleurs"
      : `Seulement ${minutes} minutes pour aller de l’un à l’autre`,
  untitled: "élément sans objet",
};

export const phrasesByLanguage: Readonly<Record<Language, Phrases>> = { vi: vietnamese, en: english, fr: french };

type Joint = { readonly side: (words: SideWords) => string; readonly and: string };

/** "An: chairs A and attends B — as a member of X"; a capacity on both sides stands beside its own side. */
function joinSides(name: string, [a, b]: readonly [SideWords, SideWords], { side, and }: Joint): string {
  const colon = and === "và" ? ":" : "";
  const isShared = a.capacity === b.capacity || a.capacity === null || b.capacity === null;
  const last = isShared ? (a.capacity ?? b.capacity) : null;
  const beside = (words: SideWords) => (isShared ? side(words) : `${side(words)} (${words.capacity})`);
  return `${name}${colon} ${beside(a)} ${and} ${beside(b)}${last === null ? "" : ` — ${last}`}`;
}
