import type { Directory } from "../model/directory.ts";
import { type PartyRef, partyIdOf, partyKindOf } from "../model/ref.ts";
import { levelOf, levels, partyKey } from "./party-key.ts";

type Name = { readonly key: string; readonly ref: PartyRef };

/** The parties of a directory by every way they may be written. Finds or says nothing; it never picks one of several. */
export type PartyNames = {
  /** The party written exactly so, or so but for words that go without saying; null when none or several. */
  find(key: string, kinds?: readonly string[]): PartyRef | null;
  /** The persons whose whole name stands in the key, from left to right. */
  personsIn(key: string): readonly PartyRef[];
  /** The one person with this given name; null when none or several. */
  personByGiven(given: string): PartyRef | null;
  /** Posts and persons known under a title that is, or begins with, one of these words. */
  withTitle(titles: ReadonlySet<string>): readonly PartyRef[];
  /** Units whose name begins with a word: all "phòng", all "sở". */
  unitsNamed(first: string): readonly PartyRef[];
  /** The head of the unit called "phòng X" or simply "X"; null when there is none. */
  headOf(key: string): PartyRef | null;
};

/** Which entry is meant when several kinds carry one name. */
const kindOrder = ["person", "post", "body", "unit", "group"];

/** Words a unit's name may leave away in a list: "các phòng: Nội vụ, Tư pháp". */
const unitFirst = /^(?:phong|so|ban|chi cuc|trung tam) /;

export function createPartyNames(directory: Directory): PartyNames {
  const names = namesOf(directory);
  const exact = new Map<string, PartyRef[]>();
  for (const { key, ref } of names) exact.set(key, [...(exact.get(key) ?? []), ref]);
  const homes = new Set(names.flatMap(({ key, ref }) => (partyKindOf(ref) === "unit" ? [] : (levelOf(key) ?? []))));
  const givenNames = new Map<string, Set<PartyRef>>();
  for (const person of directory.persons) {
    const given = partyKey(person.name).split(" ").at(-1) ?? "";
    givenNames.set(given, (givenNames.get(given) ?? new Set()).add(`person:${person.id}`));
  }
  const personKeys = names
    .filter(({ key, ref }) => partyKindOf(ref) === "person" && key.includes(" "))
    .sort((a, b) => b.key.length - a.key.length || (a.key < b.key ? -1 : 1));

  function find(key: string, kinds: readonly string[] = kindOrder): PartyRef | null {
    for (const form of formsOf(key)) {
      const ref =
        only(exact.get(form) ?? [], kinds) ??
        only(begun(form), kinds) ??
        only(
          names.filter((name) => isLonger(form, name.key)).map(({ ref }) => ref),
          kinds,
        );
      if (ref) return ref;
    }
    return null;
  }

  /** Names that go on where the words stop: "Chủ tịch" for "Chủ tịch UBND xã". */
  function begun(form: string): PartyRef[] {
    const longer = names.filter(({ key, ref }) => key.startsWith(`${form} `) && partyKindOf(ref) !== "person");
    // Among "ct ubnd", "ct hdnd" and "ct mttq" the bare title means the committee's chair: the others say whose they are.
    const ofCommittee = longer.filter(({ key }) => key.startsWith(`${form} ubnd`));
    const few = new Set(longer.map(({ ref }) => ref)).size > 1 && ofCommittee.length > 0 ? ofCommittee : longer;
    return few.map(({ ref }) => ref);
  }

  /** The words go on where the name stops, but only to say the level that is home anyway: "UBND huyện" for "UBND". */
  function isLonger(form: string, key: string): boolean {
    if (!form.startsWith(`${key} `)) return false;
    const rest = form.slice(key.length + 1).replace(/^(?:ubnd|hdnd) /, "");
    const level = levels.has(rest) || /^\w+ uy$/.test(rest) ? levelOf(rest) : null;
    return level !== null && homes.has(level);
  }

  return {
    find,
    personsIn(key) {
      const found = new Map<PartyRef, number>();
      let rest = ` ${key} `;
      for (const { key: name, ref } of personKeys) {
        const at = rest.indexOf(` ${name} `);
        if (at < 0) continue;
        if (!found.has(ref)) found.set(ref, at);
        rest = rest.replace(` ${name} `, ` ${"·".repeat(name.length)} `);
      }
      return [...found].sort((a, b) => a[1] - b[1]).map(([ref]) => ref);
    },
    personByGiven(given) {
      const persons = givenNames.get(given);
      return persons?.size === 1 ? ([...persons][0] ?? null) : null;
    },
    withTitle: (titles) =>
      unique(names.filter(({ key, ref }) => isHeld(ref) && titles.has(key.split(" ")[0] ?? "")).map(({ ref }) => ref)),
    unitsNamed: (first) =>
      unique(
        names
          .filter(({ key, ref }) => partyKindOf(ref) === "unit" && key.startsWith(`${first} `))
          .map(({ ref }) => ref),
      ),
    headOf(key) {
      const unit = find(`phong ${key}`, ["unit"]) ?? find(key, ["unit"]);
      const entry = unit && directory.units.find(({ id }) => id === partyIdOf(unit));
      return entry?.head ?? null;
    },
  };
}

function isHeld(ref: PartyRef): boolean {
  return partyKindOf(ref) === "post" || partyKindOf(ref) === "person";
}

function namesOf(directory: Directory): Name[] {
  const lists = {
    person: directory.persons,
    post: directory.posts,
    body: directory.bodies,
    unit: directory.units,
    group: directory.groups,
  };
  const names: Name[] = [];
  for (const [kind, entries] of Object.entries(lists)) {
    for (const { id, name, aliases, ...rest } of entries) {
      const ref = `${kind}:${id}` as PartyRef;
      const short = "short" in rest && typeof rest.short === "string" ? [rest.short] : [];
      const keys = [name, ...aliases, ...short].map(partyKey);
      if (kind === "unit") keys.push(...keys.map((key) => key.replace(unitFirst, "")));
      for (const key of new Set(keys)) if (key !== "") names.push({ key, ref });
    }
  }
  return names;
}

/** "tu" is the Party committee of whatever level the board is of. */
function formsOf(key: string): string[] {
  return /\btu\b/.test(key) ? [key, key.replace(/\btu\b/, "thanh uy"), key.replace(/\btu\b/, "tinh uy")] : [key];
}

function only(refs: readonly PartyRef[], kinds: readonly string[]): PartyRef | null {
  for (const kind of kinds) {
    const found = new Set(refs.filter((ref) => partyKindOf(ref) === kind));
    if (found.size === 1) return [...found][0] ?? null;
    if (found.size > 1) return null;
  }
  return null;
}

function unique(refs: readonly PartyRef[]): readonly PartyRef[] {
  return [...new Set(refs)];
}
