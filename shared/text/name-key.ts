/** Keys under which names are the same name: no marks, no case, no punctuation, abbreviations written out, honorifics gone. */
import { fold } from "../kit/fold.ts";
import { meaningsOf } from "./abbreviations.ts";
import { lowText } from "./source.ts";

/** Two readings of each of three ambiguous abbreviations; more are not worth a question. */
const keysMax = 8;

const honorifics = /^(?:tập thể )?(?:các )?(?:đồng chí|đ\/c|đ\.c|đc|ông|bà|ngài|anh|chị)(?![\p{L}\d])[\s:.]*/u;

/** Words of a name without the honorific before it, in low letters. */
export function withoutHonorific(words: string): string {
  return lowText(words).trim().replace(honorifics, "");
}

/** True where an honorific stands before the name: a person is meant. */
export function hasHonorific(words: string): boolean {
  return honorifics.test(lowText(words).trim());
}

/** The keys of a party's name; several where an abbreviation in it has several meanings. Empty for words without letters. */
export function nameKeys(words: string): string[] {
  const tokens = withoutHonorific(words).match(/p\.(?=\s?\p{L})|tp\.|[\p{L}\d]+/gu) ?? [];
  let keys: string[][] = [[]];
  tokens.forEach((token, index) => {
    const meanings = meaningsOf(token, tokens.slice(0, index).join(" "), tokens.slice(index + 1).join(" "));
    const parts = (meanings.length > 0 ? meanings : [token]).map((meaning) =>
      fold(meaning)
        .replace(/[^\p{L}\d]+/gu, " ")
        .trim(),
    );
    keys = keys.flatMap((key) => parts.map((part) => [...key, part])).slice(0, keysMax);
  });
  return [...new Set(keys.map((key) => key.join(" ")).filter((key) => key !== ""))];
}

const roman: Readonly<Record<string, string>> = { i: "1", ii: "2", iii: "3", iv: "4", v: "5" };
const roomWords: Readonly<Record<string, string>> = {
  ph: "phong hop",
  p: "phong",
  ht: "hoi truong",
  tt: "trung tam",
  tthn: "trung tam hoi nghi",
  tp: "thanh pho",
  vp: "van phong",
  t: "tang",
};

/** The key of a room's name: "P. họp 2", "Phòng họp số 2", "PH 2" and "phòng họp 02" are one; so are "HT II" and "Hội trường 2". */
export function roomKey(words: string): string {
  const tokens = fold(lowText(words)).match(/\p{L}+|\d+/gu) ?? [];
  return tokens
    .filter((token) => token !== "so" && token !== "tai")
    .map((token) => roomWords[token] ?? roman[token] ?? token.replace(/^0+(?=\d)/, ""))
    .join(" ");
}
