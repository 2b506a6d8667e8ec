import * as v from "valibot";
import { type Directory, type Group, groupSchema } from "../model/directory.ts";
import type { PartyRef } from "../model/ref.ts";
import { readTextParty } from "../rules/text-party.ts";
import { createMatcher } from "./directory-match.ts";
import { partyKey, sharedTitles, singleTitles } from "./party-key.ts";
import { createPartyNames, type PartyNames } from "./party-names.ts";
import { type Piece, splitParties } from "./party-pieces.ts";

/**
 * Turns lists of parties as printed into refs. What the directory does not know stays in words; several under one name
 * become a group of their own, conditional where it is not said which of them come.
 */
export type PartyReader = {
  read(words: string): readonly PartyRef[];
  /** The directory with the groups that reading made. */
  directory(): Directory;
};

/** A list of parties longer than this is no list of parties. */
const listLengthMax = 2_000;

const titles = new Set([...singleTitles, ...sharedTitles]);

/**
 * `seen` are all lists of parties of the schedule: "Phó Chủ tịch Thường trực Đỗ Văn Lâm" in one of them says who "Phó
 * Chủ tịch Thường trực" is in another, as far as nobody else bears the title.
 */
export function createPartyReader(directory: Directory, seen: readonly string[]): PartyReader {
  const names = createPartyNames(directory);
  const matcher = createMatcher(directory);
  const groups = new Map<string, Group>();
  const hasName = (words: string) => nameIn(words, names) !== null;
  const bearers = bearersIn(
    seen.flatMap((words) => splitParties(words, hasName)),
    names,
  );

  function group(piece: Piece, members: readonly PartyRef[], conditional: boolean): PartyRef {
    const key = `${conditional ? "?" : ""}${[...members].sort().join(" ")} ${piece.key}`;
    let made = groups.get(key);
    if (!made) {
      made = v.parse(groupSchema, {
        id: `read-${groups.size + 1}`,
        name: piece.words.slice(0, 200),
        members,
        conditional,
      });
      groups.set(key, made);
    }
    return `group:${made.id}`;
  }

  function readPiece(piece: Piece): readonly PartyRef[] {
    const persons = names.personsIn(piece.key);
    if (persons.length > 0) return persons;
    switch (piece.sense) {
      case "all":
        return [readAll(piece)];
      case "head":
        return [
          names.find(`truong phong ${piece.key}`) ?? names.headOf(piece.key) ?? inWords(`Trưởng phòng ${piece.words}`),
        ];
      case "some":
        return [readSome(piece)];
      case "member":
        return [names.find(piece.key, ["body", "group"]) ?? inWords(`Ủy viên ${piece.words}`)];
      case "self":
        return [readSelf(piece)];
    }
  }

  function readSelf(piece: Piece): PartyRef {
    const found =
      names.find(piece.key) ??
      headNamed(piece.key) ??
      nameIn(piece.words, names) ??
      matched(piece.words) ??
      bearerOf(piece.key);
    if (!found) return inWords(piece.words);
    return piece.conditional ? group(piece, [found], true) : found;
  }

  /** What an import would be sure of, too. */
  function matched(words: string): PartyRef | null {
    const match = matcher.party(words);
    return "certain" in match ? match.certain : null;
  }

  /** "Giám đốc Sở Nội vụ", "Chủ tịch UBND xã Đông Phước": the head of a unit the directory knows. */
  function headNamed(key: string): PartyRef | null {
    const unit = /^(?:gd|truong|cvp|ct|bt|chanh) (.+)$/.exec(key)?.[1];
    return unit === undefined ? null : names.headOf(unit);
  }

  function bearerOf(key: string): PartyRef | null {
    const refs = bearers.get(key);
    return refs?.size === 1 && !sharedTitles.has(key) ? ([...refs][0] ?? null) : null;
  }

  /** "các Phó Chủ tịch": everybody with that title; "các phòng chuyên môn": units of that kind, some of them. */
  function readAll(piece: Piece): PartyRef {
    const whole = names.find(`cac ${piece.key}`, ["group"]) ?? names.find(piece.key, ["group"]);
    if (whole) return piece.conditional ? group(piece, [whole], true) : whole;
    const [first = ""] = piece.key.split(" ");
    if (sharedTitles.has(first)) {
      const alike = new Set([first, first === "pct" ? "pcttt" : first, first === "pbt" ? "pbttt" : first]);
      const seenRefs = [...alike].flatMap((title) => [...(bearers.get(title) ?? [])]);
      const members = [...new Set([...names.withTitle(alike), ...seenRefs])];
      if (members.length > 0 && isHome(piece.key)) return group(piece, members, piece.conditional);
    }
    const units = names.unitsNamed(first);
    return units.length > 0 ? group(piece, units, true) : inWords(`các ${piece.words}`);
  }

  /** A representative: of a unit it is the unit (which can send two), of a body one of its members. */
  function readSome(piece: Piece): PartyRef {
    const found = names.find(piece.key, ["unit", "body", "group"]);
    if (!found) return /^(?:cac )?(?:phong|so)\b/.test(piece.key) ? readAll(piece) : inWords(`lãnh đạo ${piece.words}`);
    return found.startsWith("unit:") ? found : group(piece, [found], true);
  }

  function readList(list: string): readonly PartyRef[] {
    const words = list.slice(0, listLengthMax);
    const whole = names.find(partyKey(words));
    if (whole) return [whole];
    return [...new Set(splitParties(words, hasName).flatMap(readPiece))];
  }

  const lists = new Map<string, readonly PartyRef[]>();
  return {
    read(words) {
      let refs = lists.get(words);
      if (!refs) lists.set(words, (refs = readList(words)));
      return refs;
    },
    directory: () => ({ ...directory, groups: [...directory.groups, ...groups.values()] }),
  };
}

/** "các Phó Chủ tịch" without a word about whose: those of the office whose schedule it is. */
function isHome(key: string): boolean {
  return key.split(" ").length === 1 || !/\b(?:tinh|trung uong|bo|chinh phu)\b/.test(key);
}

function inWords(words: string): PartyRef {
  const clean = words
    .replace(/\p{Cc}+/gu, " ")
    .trim()
    .slice(0, 300);
  return `text:${clean === "" ? "?" : clean}`;
}

const honorific = /(?:^|\s)(?:đồng chí|đ\/c|đc|ông|bà)(?=[\s:.])/iu;

/** The person a piece names by whole name, or by given name after a title or "đ/c" where only one is called so. */
function nameIn(words: string, names: PartyNames): PartyRef | null {
  const key = partyKey(words);
  const [person] = names.personsIn(key);
  if (person) return person;
  const text = readTextParty(words);
  if (text.sort === "person" && text.key.includes(" ") && !honorific.test(words))
    return `text:${words.trim().slice(0, 300)}`;
  const parts = key.split(" ");
  const isCalled = (honorific.test(words) && parts.length === 1) || (parts.length === 2 && titles.has(parts[0] ?? ""));
  const given = parts.at(-1);
  return isCalled && given ? names.personByGiven(given) : null;
}

/** Who bears which title, by the pieces that give both: "CT Đỗ Minh Dương", "Chủ tịch UBND xã Nguyễn Văn Lực". */
function bearersIn(pieces: readonly Piece[], names: PartyNames): ReadonlyMap<string, ReadonlySet<PartyRef>> {
  const bearers = new Map<string, Set<PartyRef>>();
  for (const { words, key } of pieces) {
    const [title = ""] = key.split(" ");
    if (!titles.has(title)) continue;
    const person = nameIn(words, names);
    if (!person) continue;
    const spelled = person.startsWith("text:") ? readTextParty(words).key : null;
    const long = spelled === null ? key : key.replace(` ${spelled}`, "");
    // "Phó Chủ tịch UBND tỉnh …" in a schedule of a district says nothing about the district's own.
    const isForeign = /\b(?:tinh|trung uong|chinh phu)\b/.test(long);
    for (const known of new Set(isForeign ? [long] : [title, long]))
      bearers.set(known, (bearers.get(known) ?? new Set()).add(person));
  }
  return bearers;
}
