import type { Day } from "../../shared/kit/day.ts";
import { fold, tidySpaces } from "../../shared/kit/fold.ts";
import type { OfficeId } from "../../shared/model/office.ts";
import type { PartyRef } from "../../shared/model/ref.ts";
import type { Match, Matcher } from "../../shared/text/directory-match.ts";
import { hasHonorific } from "../../shared/text/name-key.ts";

/**
 * How sure a field is: known in the directory; several may be meant; not known, kept as words; or chosen by the person
 * who pastes.
 */
export type FieldState = "certain" | "doubtful" | "unresolved" | "chosen";

/** Words of a schedule and what goes on the item for them: entries of the directory, or the words themselves. */
export type ResolvedParty = {
  readonly words: string;
  readonly refs: readonly PartyRef[];
  readonly state: FieldState;
  readonly candidates: readonly PartyRef[];
};

/** As {@link ResolvedParty} for a venue; `room` is an id of the directory. */
export type ResolvedRoom = {
  readonly words: string;
  readonly room: string | null;
  readonly state: FieldState;
  readonly candidates: readonly string[];
};

/** Choices of the person who pastes, by {@link choiceKey}: a party ref or room id, or null for "leave it as words". */
export type Choices = ReadonlyMap<string, string | null>;

export type Resolver = {
  /** A printed list may hold several parties ("Sở A, Sở B"): one answer each. */
  parties(words: string, day: Day | null): readonly ResolvedParty[];
  room(words: string): ResolvedRoom;
};

/** One choice holds for every row that prints the same words: nobody answers the same question ten times. */
export function choiceKey(sort: "party" | "room", words: string): string {
  return `${sort} ${fold(tidySpaces(words))}`;
}

/** Resolves words by a directory for one office's schedule. Answers are kept: a schedule says the same names again and again. */
export function createResolver(matcher: Matcher, office: OfficeId, choices: Choices): Resolver {
  const partiesByWords = new Map<string, readonly ResolvedParty[]>();
  const roomsByWords = new Map<string, ResolvedRoom>();

  const match = (words: string, day: Day | null): ResolvedParty => {
    const choice = choices.get(choiceKey("party", words));
    // No name is that long; a list is asked for part by part.
    const isName = words.length <= nameLengthMax;
    const found = isName ? matcher.party(words, { office, ...(day ? { day } : {}) }) : ({ none: true } as const);
    const resolved = partyOf(words, found);
    if (choice === undefined) return resolved;
    // The answers to a party's question are refs.
    return { ...resolved, refs: [(choice as PartyRef | null) ?? textRef(words)], state: "chosen" };
  };

  const resolve = (words: string, day: Day | null): readonly ResolvedParty[] => {
    const whole = match(words, day);
    if (whole.state !== "unresolved") return [whole];
    if (hasHonorific(words)) return namesOf(words).flatMap((name) => resolveName(name, day));
    const parts = partsOf(words);
    if (parts.length < 2) return [whole];
    const resolved = parts.map((part) => match(part, day));
    return resolved.some(({ state }) => state !== "unresolved") ? resolved : [whole];
  };

  const resolveName = (name: string, day: Day | null): readonly ResolvedParty[] =>
    hasHonorific(name) ? [named(name, day) ?? match(name, day)] : resolve(name, day);

  /** "đồng chí Lê Hồng Khôi, Ủy viên Ban Thường vụ, Trưởng Ban …" is one person with several posts. */
  const named = (words: string, day: Day | null): ResolvedParty | null => {
    const name = words.split(/[,–-]/u, 1)[0]?.trim() ?? "";
    if (name === "" || name === words) return null;
    const found = match(name, day);
    if (found.state === "unresolved") return null;
    const refs = found.state === "doubtful" ? [textRef(words)] : found.refs;
    return { ...found, refs };
  };

  return {
    parties(words, day) {
      const key = `${day ?? ""} ${words}`;
      const known = partiesByWords.get(key) ?? resolve(words, day);
      partiesByWords.set(key, known);
      return known;
    },
    room(words) {
      const known = roomsByWords.get(words) ?? roomOf(words, matcher.room(words), choices);
      roomsByWords.set(words, known);
      return known;
    },
  };
}

const textLengthMax = 300;
const nameLengthMax = 160;

/** A party in words, as the document takes it: no control characters, at most 300 units. */
export function textRef(words: string): PartyRef {
  return `text:${clip(tidySpaces(words.replace(/\p{Cc}+/gu, " ")), textLengthMax) || "…"}`;
}

/** Cuts a text that is too long, never in the middle of a character. */
export function clip(text: string, lengthMax: number): string {
  if (text.length <= lengthMax) return text;
  return `${text.slice(0, lengthMax - 1).replace(/[\ud800-\udbff]$/u, "")}…`;
}

function partyOf(words: string, match: Match<PartyRef>): ResolvedParty {
  if ("certain" in match) return { words, refs: [match.certain], state: "certain", candidates: [] };
  const asWords = [textRef(words)];
  // "các PCT liên quan": some of them, not said which. To bind them all would raise overlaps that are none.
  if ("all" in match && match.isConditional) return { words, refs: asWords, state: "doubtful", candidates: match.all };
  if ("all" in match) return { words, refs: match.all, state: "certain", candidates: [] };
  if ("candidates" in match) return { words, refs: asWords, state: "doubtful", candidates: match.candidates };
  return { words, refs: asWords, state: "unresolved", candidates: [] };
}

function roomOf(words: string, match: Match<string>, choices: Choices): ResolvedRoom {
  const candidates = "candidates" in match ? match.candidates : [];
  const choice = choices.get(choiceKey("room", words));
  if (choice !== undefined) return { words, room: choice, state: "chosen", candidates };
  if ("certain" in match) return { words, room: match.certain, state: "certain", candidates };
  return { words, room: null, state: candidates.length > 0 ? "doubtful" : "unresolved", candidates };
}

/** "lãnh đạo các Sở: A, B" is a list of "Sở A", "Sở B"; the heading word goes to every part. */
const listHead =
  /^(?:(?:đại diện|mời)\s)*(?:lãnh đạo|thủ trưởng)?\s?(?:các\s)?(sở|phòng|ban|ubnd(?: các)? (?:phường|xã|quận|huyện))?(?:,?\s?ngành)?\s?:\s*/iu;
const unitHead =
  /^(?:sở|phòng|ban|ubnd|hđnd|văn phòng|vp|công an|chi cục|trung tâm|đảng ủy|bộ|cục|hội|liên đoàn|viện|thanh tra|mttq)(?!\p{L})/iu;

/** Where after the name of one person somebody else may begin. */
const nextOne = /(?:\s*[,;]\s*|\s+(?:và|cùng)\s+)(?=\S)/giu;

const several = /^các\s+(?:đồng chí|đ\/c|đ\.c|đc|ông|bà)/iu;
const postHead =
  /^(?:phó|trưởng|ủy viên|uỷ viên|bí thư|chủ tịch|giám đốc|tổng|chánh|bộ trưởng|thứ trưởng|thành viên|đại biểu)(?!\p{L})/iu;
const givenName = /^\p{Lu}\p{Ll}/u;

/**
 * "đ/c An, Trưởng Ban Tổ chức, đ/c Lan" is two, "các đ/c An, Lan" and "đ/c An, Sở Xây dựng" too: nobody is left out because he
 * stands behind another. Behind a post a unit says where it is held.
 */
function namesOf(words: string): string[] {
  const isList = several.test(words);
  const names: string[] = [];
  let [from, honorific] = [0, ""];
  for (const { index, 0: joint } of words.matchAll(nextOne)) {
    const own = words.slice(from, index).trim();
    const next = words.slice(index + joint.length);
    const isUnit = unitHead.test(next);
    const isName = isList && !isUnit && givenName.test(next) && !postHead.test(next);
    if (!hasHonorific(next) && !isName && (!isUnit || own.includes(","))) continue;
    names.push(`${honorific}${own}`);
    [from, honorific] = [index + joint.length, isName ? "đ/c " : ""];
  }
  return [...names, `${honorific}${words.slice(from).trim()}`].filter((name) => name !== "");
}

/** The parts of a comma list, each able to stand alone. */
function partsOf(words: string): string[] {
  const head = listHead.exec(words);
  const list = head ? words.slice(head[0].length) : words;
  const shared = head?.[1] ?? "";
  return list
    .split(/\s*[,;]\s*/u)
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map((part) => (shared === "" || unitHead.test(part) ? part : `${shared} ${part}`));
}
