/**
 * Words of a schedule → entries of the directory. One fitting entry is certain, several are candidates for a person to choose
 * from; nothing is guessed. Marks, case, honorifics and abbreviations do not matter.
 */
import type { Day } from "../kit/day.ts";
import type { Directory, Room } from "../model/directory.ts";
import type { OfficeId } from "../model/office.ts";
import { type PartyRef, partyIdOf } from "../model/ref.ts";
import { indexOf, type PartyIndex } from "./directory-index.ts";
import { hasHonorific, nameKeys, roomKey } from "./name-key.ts";
import { lowText } from "./source.ts";

/** What words mean in a directory. */
export type Match<Ref> =
  | {
      readonly certain: Ref;
      /** The post named beside a person's name, where that person holds it. */
      readonly post?: PartyRef;
    }
  /** Several parties in one expression, all meant, or ("liên quan") some of them, not said which. */
  | { readonly all: readonly Ref[]; readonly isConditional: boolean }
  | { readonly candidates: readonly Ref[] }
  | { readonly none: true };

/** What is known beside the words. */
export interface MatchHint {
  /** Whose schedule it is: "Chủ tịch" is then the Chair of that office. */
  readonly office?: OfficeId;
  /** On which day: who held a post then. */
  readonly day?: Day;
}

export interface Matcher {
  /** A person, post, body, unit or group; refs are those of the directory. */
  readonly party: (words: string, hint?: MatchHint) => Match<PartyRef>;
  /** A room, by its id. */
  readonly room: (words: string) => Match<Room["id"]>;
}

/** Makes a matcher for one state of the directory; a changed directory needs a new one. */
export function createMatcher(directory: Directory): Matcher {
  const index = indexOf(directory);
  const rooms = directory.rooms.map((room) => ({
    room,
    keys: [room.name, ...room.aliases].map(roomKey),
    building: room.building === undefined ? "" : roomKey(room.building),
  }));
  return {
    party: (words, hint = {}) => matchParty(index, words, hint),
    room: (words) => matchRoom(rooms, roomKey(words)),
  };
}

const none = { none: true } as const;

function matchParty(index: PartyIndex, words: string, hint: MatchHint): Match<PartyRef> {
  const whole = oneOf(refsOf(index, words), index, hint);
  if (!("none" in whole)) return whole;
  const named = matchPostAndName(index, words, hint);
  if (named) return named;
  if (hasHonorific(words)) {
    const person = oneOf(personsNamed(index, words), index, hint);
    if (!("none" in person)) return person;
  }
  return matchGroup(index, words, hint) ?? matchBareName(index, words, hint);
}

function refsOf(index: PartyIndex, words: string): PartyRef[] {
  return [...new Set(nameKeys(words).flatMap((key) => index.byKey.get(key) ?? []))];
}

function personsNamed(index: PartyIndex, words: string): PartyRef[] {
  return [...new Set(nameKeys(words).flatMap((key) => index.personsBySuffix.get(key) ?? []))];
}

/** One ref is certain. Of several, those of the hinted office count where that leaves one. */
function oneOf(refs: readonly PartyRef[], index: PartyIndex, { office }: MatchHint): Match<PartyRef> {
  const [first] = refs;
  if (first === undefined) return none;
  if (refs.length === 1) return { certain: first };
  const own = office === undefined ? [] : refs.filter((ref) => index.officeOf.get(ref) === office);
  const [only] = own;
  if (own.length === 1 && only !== undefined) return { certain: only };
  return { candidates: own.length > 0 ? own : refs };
}

/** A surname and a given name at least: then the name alone decides. */
const fullNameTokens = 2;

/** "PCT Lê Thu Hà", "Đ/c Thân - PCT UBND", "Đ/c Tú PCT": every way to part the words into a post and a name. */
function matchPostAndName(index: PartyIndex, words: string, hint: MatchHint): Match<PartyRef> | null {
  const tokens = lowText(words)
    .split(/[\s,-]+/u)
    .filter((token) => token !== "");
  const found: { person: PartyRef; post: PartyRef | null; isFull: boolean }[] = [];
  for (let cut = 1; cut < tokens.length && cut <= 12; cut += 1) {
    const [left, right] = [tokens.slice(0, cut).join(" "), tokens.slice(cut).join(" ")];
    for (const [post, name] of [
      [left, right],
      [right, left],
    ] as const) {
      const posts = postsFor(index, post);
      if (posts.length === 0) continue;
      const isFull = (nameKeys(name)[0]?.split(" ").length ?? 0) >= fullNameTokens;
      for (const person of personsNamed(index, name))
        found.push({ person, post: heldOf(index, posts, person, hint), isFull });
    }
  }
  return found.length === 0 ? null : chooseNamed(found, index, hint);
}

interface NamedPerson {
  readonly person: PartyRef;
  readonly post: PartyRef | null;
  readonly isFull: boolean;
}

/** Who holds the post goes before who only bears the name; a given name without the post is never certain. */
function chooseNamed(found: readonly NamedPerson[], index: PartyIndex, hint: MatchHint): Match<PartyRef> {
  const holders = found.filter(({ post }) => post !== null);
  const best = holders.length > 0 ? holders : found;
  const persons = [...new Set(best.map(({ person }) => person))];
  const match = oneOf(persons, index, hint);
  if (!("certain" in match)) return match;
  const chosen = best.find(({ person }) => person === match.certain);
  if (chosen?.post) return { certain: match.certain, post: chosen.post };
  return chosen?.isFull ? match : { candidates: persons };
}

/** Posts the words name, wholly or by their beginning: "Phó Chủ tịch" stands for every deputy chair. */
function postsFor(index: PartyIndex, words: string): readonly PartyRef[] {
  return [...new Set(nameKeys(words).flatMap((key) => index.postsByPrefix.get(key) ?? []))];
}

function heldOf(index: PartyIndex, posts: readonly PartyRef[], person: PartyRef, { day }: MatchHint): PartyRef | null {
  const id = partyIdOf(person);
  return posts.find((post) => index.holdersOf(post, day).includes(id)) ?? null;
}

/** "Chủ tịch và các Phó Chủ tịch", "các PCT liên quan". */
function matchGroup(index: PartyIndex, words: string, hint: MatchHint): Match<PartyRef> | null {
  const isConditional = /(?<!\p{L})(?:liên quan|phụ trách|có liên quan)(?!\p{L})/u.test(lowText(words));
  const plain = words.replace(/\s*(?:có\s+)?liên quan\.?\s*$/iu, "");
  const parts = plain.split(/\s+và\s+|[,;]\s*/iu).filter((part) => part.trim() !== "");
  const isPlural = parts.some((part) => /^\s*các\s/iu.test(part));
  if (parts.length < 2 && !isPlural) return null;
  const refs = parts.map((part) => partRefs(index, part, hint));
  if (refs.some((list) => list.length === 0)) return null;
  return { all: [...new Set(refs.flat())], isConditional };
}

function partRefs(index: PartyIndex, part: string, hint: MatchHint): readonly PartyRef[] {
  const single = /^\s*các\s+(.*)$/iu.exec(part)?.[1];
  if (single === undefined) {
    const match = matchParty(index, part, hint);
    return "certain" in match ? [match.certain] : [];
  }
  const posts = postsFor(index, single);
  return hint.office === undefined ? posts : posts.filter((post) => index.officeOf.get(post) === hint.office);
}

/** A post or a name that stands alone, when it is no full name of anything: what begins or ends with it may be meant. */
function matchBareName(index: PartyIndex, words: string, hint: MatchHint): Match<PartyRef> {
  const posts = oneOf(postsFor(index, words), index, hint);
  if (!("none" in posts)) return posts;
  const persons = personsNamed(index, words);
  return persons.length > 0 ? { candidates: persons } : none;
}

interface KnownRoom {
  readonly room: Room;
  readonly keys: readonly string[];
  readonly building: string;
}

/** A room is certain by its name alone where only one bears it, or by its name with its building. */
function matchRoom(rooms: readonly KnownRoom[], key: string): Match<Room["id"]> {
  if (key === "") return none;
  const exact = rooms.filter(({ keys, building }) => keys.some((own) => key === own || isIn(key, own, building)));
  const [first] = exact;
  if (exact.length === 1 && first) return { certain: first.room.id };
  if (exact.length > 1) return { candidates: exact.map(({ room }) => room.id) };
  const begun = rooms.filter(({ keys }) => keys.some((own) => key.startsWith(`${own} `)));
  return begun.length > 0 ? { candidates: begun.map(({ room }) => room.id) } : none;
}

function isIn(key: string, room: string, building: string): boolean {
  return building !== "" && (key === `${room} ${building}` || key === `${building} ${room}`);
}
