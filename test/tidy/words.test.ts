import { beforeAll, describe, expect, test, vi } from "vitest";

type Phrase = string | ((...values: unknown[]) => unknown);
type Phrases = { readonly [key: string]: Phrase | Phrases };
type Words = Readonly<Record<"vi" | "en" | "fr", Phrases>>;

const modules = import.meta.glob(["../../client/text/*.ts", "../../shared/text/*-words.ts"]);

/** Every dictionary of the screen: whatever a module of words exports in three languages. */
const dictionaries = new Map<string, Words>();

beforeAll(async () => {
  // The language is remembered by the browser; here there is none.
  vi.stubGlobal("localStorage", { getItem: () => null, setItem: () => undefined });
  vi.stubGlobal("document", { documentElement: {} });
  for (const [path, load] of Object.entries(modules)) {
    if (path.endsWith(".test.ts")) continue;
    const exported = Object.entries((await load()) as object);
    for (const [name, value] of exported) if (isWords(value)) dictionaries.set(name, value);
  }
});

function isWords(value: unknown): value is Words {
  return typeof value === "object" && value !== null && ["vi", "en", "fr"].every((language) => language in value);
}

/** Every phrase with its place: `boardWords.today`. A phrase made from values is said with each of the given ones. */
function phrasesOf(phrases: Phrases, place: string): [place: string, said: string[]][] {
  return Object.entries(phrases).flatMap(([key, phrase]) => {
    const at = `${place}.${key}`;
    if (typeof phrase === "string") return [[at, [phrase]] as [string, string[]]];
    if (typeof phrase !== "function") return phrasesOf(phrase, at);
    return [[at, sayings(phrase)] as [string, string[]]];
  });
}

/** What a phrase says of nothing, one, many and a name; what it was not made for is passed over. */
function sayings(phrase: (...values: unknown[]) => unknown): string[] {
  return [0, 1, 3, "An"].flatMap((value) => {
    try {
      return [String(phrase(...Array(Math.max(1, phrase.length)).fill(value)))];
    } catch {
      return [];
    }
  });
}

function everyPhrase(language: keyof Words): Map<string, string[]> {
  return new Map([...dictionaries].flatMap(([name, words]) => phrasesOf(words[language], name)));
}

/** Examples of what one types are the same everywhere: the programme itself is in Vietnamese. */
const isExample = (place: string) => /(?:placeholder|example|sample)$/i.test(place);

/** What stands in quotation marks is an example of what one types. */
const withoutQuotes = (text: string) => text.replace(/“[^”]*”|«[^»]*»/g, "");

describe("the words of the screen", () => {
  test("are there, in some number", () => {
    expect(dictionaries.size).toBeGreaterThan(2);
    expect(everyPhrase("vi").size).toBeGreaterThan(150);
  });

  test("every Vietnamese phrase has an English and a French one, of the same form", () => {
    const vietnamese = [...everyPhrase("vi").keys()].sort();
    for (const language of ["en", "fr"] as const) expect([...everyPhrase(language).keys()].sort()).toEqual(vietnamese);
  });

  test("none is empty, half said or has a space left over", () => {
    for (const language of ["vi", "en", "fr"] as const) {
      const bad = [...everyPhrase(language)].filter(
        ([, said]) =>
          said.length === 0 ||
          said.some((text) => text.trim() === "" || /undefined|NaN|\[object|\s$|^\s|\s\s/.test(text)),
      );
      expect(bad, language).toEqual([]);
    }
  });

  test("a long phrase is not the Vietnamese one: somebody forgot to translate it", () => {
    const [vietnamese, english, french] = (["vi", "en", "fr"] as const).map(everyPhrase);
    const same = [...(vietnamese ?? [])].flatMap(([place, [text = ""]]) => {
      if (text.length < 16 || isExample(place)) return [];
      const [en, fr] = [english?.get(place)?.[0], french?.get(place)?.[0]];
      return text === en || text === fr ? [`${place}: ${text}`] : [];
    });
    expect(same).toEqual([]);
  });

  test("English and French phrases are in no Vietnamese letters", () => {
    const letters = /[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉĩịọỏốồổỗộớờởỡợụủứừửữựỳỷỹỵ]/i;
    const found = (["en", "fr"] as const).flatMap((language) =>
      [...everyPhrase(language)]
        .filter(([place, said]) => !isExample(place) && said.some((text) => letters.test(withoutQuotes(text))))
        .map(([place, [text]]) => `${language} ${place}: ${text}`),
    );
    expect(found).toEqual([]);
  });

  test("all words are composed letters (NFC), as they are typed and searched", () => {
    for (const language of ["vi", "en", "fr"] as const)
      for (const [place, said] of everyPhrase(language))
        for (const text of said) expect(text.normalize("NFC"), place).toBe(text);
  });
});
